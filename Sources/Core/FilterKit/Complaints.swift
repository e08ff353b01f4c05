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

    mutating func add(_ origin: Origin, _ message: String, now: Int64) {
        guard said < Self.first || now &- lastSaid >= Self.pause else {
            held += 1
            return
        }
        let more = held > 0 ? " (and \(held) more since)" : ""
        diagnostics.warning(origin, message + more)
        said += 1
        held = 0
        lastSaid = now
        if said == Self.first { diagnostics.note("further lines like these are counted and summed up at the end") }
    }
}
