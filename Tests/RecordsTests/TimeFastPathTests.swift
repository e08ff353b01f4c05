import Bytes
import TestSupport
import Testing

@testable import Records

@Suite("The fast paths of time layouts")
struct TimeFastPathTests {
    @Test("give what the steps give, for good and for damaged stamps", arguments: ["clf", "rfc3339", "rfc3164"])
    func agree(name: String) throws {
        let layout = try TimeLayout(name)
        var random = SeededGenerator(seed: 42)
        var good = 0
        for round in 0..<60_000 {
            var text = Array(Self.stamp(name, &random).utf8)
            if round % 2 == 1 { Self.damage(&text, &random) }
            let (fast, slow) = withTimeText(text) { buffer, slice in
                (
                    layout.scan(buffer, from: slice.start, to: slice.end, zone: .utc),
                    layout.scanSteps(buffer, from: slice.start, to: slice.end, zone: .utc)
                )
            }
            if fast != nil { good += 1 }
            if !Self.same(fast, slow) {
                Issue.record(
                    "\(name) \(String(decoding: text, as: UTF8.self)): \(String(describing: fast)), not \(String(describing: slow))"
                )
                return
            }
        }
        #expect(good > 30_000)
    }

    private static func same(_ a: ScannedStamp?, _ b: ScannedStamp?) -> Bool {
        guard let a, let b else { return a == nil && b == nil }
        return a.local == b.local && a.nanos == b.nanos && a.digits == b.digits && a.month == b.month && a.day == b.day
            && a.offset == b.offset && a.end == b.end && a.fraction == b.fraction
    }

    private static func stamp(_ name: String, _ random: inout SeededGenerator) -> String {
        let date = CivilDate(days: Int.random(in: -719_528...2_932_896, using: &random))
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let year = String(repeating: "0", count: 4 - "\(date.year)".count) + "\(date.year)"
        let clock = [0..<24, 0..<60, 0..<61].map { two(Int.random(in: $0, using: &random)) }.joined(separator: ":")
        let month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][date.month - 1]
        let digits = Int.random(in: 0...12, using: &random)
        let fraction =
            digits == 0 ? "" : "." + (0..<digits).map { _ in "\(Int.random(in: 0...9, using: &random))" }.joined()
        let hours = two(Int.random(in: 0..<24, using: &random))
        let minutes = two(Int.random(in: 0..<60, using: &random))
        switch name {
        case "clf":
            return
                "\(two(date.day))/\(month)/\(year):\(clock) \(Bool.random(using: &random) ? "+" : "-")\(hours)\(minutes)"
        case "rfc3164":
            let day = date.day < 10 && Bool.random(using: &random) ? " \(date.day)" : two(date.day)
            return "\(month) \(day) \(clock)" + (Bool.random(using: &random) ? "" : fraction)
        default:
            let zone = ["", "Z", "z", "+\(hours):\(minutes)", "-\(hours)\(minutes)", "+\(hours)"].randomElement(
                using: &random)
            let separator = ["T", "t", " "].randomElement(using: &random)
            return "\(year)-\(two(date.month))-\(two(date.day))\(separator ?? "")\(clock)\(fraction)\(zone ?? "")"
        }
    }

    /// One or two bytes changed, put in or taken out.
    private static func damage(_ text: inout [UInt8], _ random: inout SeededGenerator) {
        let usual = Array("0123456789/:-+., TtZzJanOctDec\u{80}\u{FF}".utf8)
        for _ in 0..<Int.random(in: 1...2, using: &random) where !text.isEmpty {
            let place = Int.random(in: 0..<text.count, using: &random)
            let byte =
                Bool.random(using: &random)
                ? usual.randomElement(using: &random) : UInt8.random(in: 0...255, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: text.remove(at: place)
            case 1: text.insert(byte ?? 0, at: place)
            case 2: text.removeLast(Int.random(in: 1...text.count, using: &random))
            default: text[place] = byte ?? 0
            }
        }
    }
}
