/// Messages about single lines, kept from flooding a terminal or a mail: the first few are said as they come, then
/// at most one in ten seconds with the count of those held back. The closing summary has the sums.
struct Complaints {
    private let diagnostics: Diagnostics
    private var said = 0
    private var held = 0
    private var lastSaid: Int64 = 0

    private static let first = 5
    private static let pause: Int64 = 10_000_000_000

    init(diagnostics: Diagnostics) { self.diagnostics = diagnostics }

    /// The next complaint will be said.
    func isDue(now: Int64) -> Bool { said < Self.first || now &- lastSaid >= Self.pause }

    /// - Parameter place: lines to be shown under the message.
    mutating func add(_ origin: Origin, _ message: String, place: [String] = [], now: Int64) {
        guard isDue(now: now) else {
            held += 1
            return
        }
        let more = held > 0 ? " (and \(held) more since)" : ""
        diagnostics.warning(origin, message + more, place: place)
        said += 1
        held = 0
        lastSaid = now
        if said == Self.first { diagnostics.note("further lines like these are counted and summed up at the end") }
    }
}
