import Bytes
import TestSupport
import Testing

@testable import Records

@Suite("A stamp of the minute before is read and written from memory")
struct TimeMemoryTests {
    private static let layouts = [
        "clf", "rfc3339", "rfc3164", "apache_error", "ctime", "go", "java_medium", "%d.%m.%Y %H:%M:%S",
        "%S/%M/%H %Y-%m-%d",
        "%Y-%m-%d %H:%M:%S,%f",
    ]

    @Test(
        "Random stamps near each other give what reading each by itself gives", arguments: layouts,
        ["UTC", "Europe/Berlin"])
    func agree(name: String, zone: String) throws {
        let layout = try TimeLayout(name)
        let rules = try TimeZoneRules(named: zone)
        var random = SeededGenerator(seed: 7)
        var known = TimeContext(zone: rules, reference: 1_764_000_000_000_000_000)
        var writing = known
        // Around the end of a year, a change of the clocks, and before 1972.
        for start: Int64 in [1_767_225_500, 1_774_745_900, 1_761_440_300, -1_000_000_000, 1_764_000_000] {
            var second = start
            for _ in 0..<120 {
                second += Int64.random(in: -40...50, using: &random)
                let text = Self.stamp(name, second, &random)
                withTimeText(Array(text.utf8)) { buffer, slice in
                    var fresh = TimeContext(zone: rules, reference: 1_764_000_000_000_000_000)
                    fresh.last = known.last
                    let expected = layout.parse(buffer, slice, context: &fresh)
                    let got = layout.parse(buffer, slice, context: &known)
                    #expect(got == expected && got?.digits == expected?.digits, "\(text)")
                    #expect(known.last == fresh.last)
                    var output = ByteBuffer(capacity: 64)
                    let isWritten = layout.rewrite(buffer, slice, &writing, to: &output)
                    let rewritten = isWritten ? output.text(Slice(start: 0, count: output.count)) : nil
                    #expect(rewritten == expected?.text, "\(text)")
                    #expect(writing.last == fresh.last)
                    guard let got else { return }
                    var written = ByteBuffer(capacity: 64)
                    known.append(got, to: &written)
                    #expect(written.text(Slice(start: 0, count: written.count)) == got.text)
                }
            }
        }
    }

    @Test("A stamp that is too odd to be remembered is not taken for the one that was")
    func oddStamps() throws {
        let layout = try TimeLayout("clf")
        var context = TimeContext(reference: 1_764_000_000_000_000_000)
        // The same instant twice, the second time with a tail too long to keep; then digits that stand between blanks.
        for text in [
            "10/October/2000:13:55:36 +0200", "10/Oct/2000:13:55:36     +0200", "10/Oct/2000:13:55:36  07 +0200",
        ] {
            withTimeText(Array(text.utf8)) { buffer, slice in
                var fresh = TimeContext(reference: 1_764_000_000_000_000_000)
                let expected = layout.parse(buffer, slice, context: &fresh)?.text
                var output = ByteBuffer(capacity: 64)
                let isWritten = layout.rewrite(buffer, slice, &context, to: &output)
                #expect((isWritten ? output.text(Slice(start: 0, count: output.count)) : nil) == expected, "\(text)")
            }
        }
    }

    /// The second as the layout writes it; now and then with a second that is none.
    private static func stamp(_ name: String, _ second: Int64, _ random: inout SeededGenerator) -> String {
        let day = Int((second - (second % 86_400 + 86_400) % 86_400) / 86_400)
        let date = CivilDate(days: day)
        let ofDay = Int(second) - day * 86_400
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][date.month - 1]
        let odd = Int.random(in: 0..<40, using: &random) == 0
        let seconds = odd ? ["60", "61", "6x", " 5"].randomElement(using: &random) ?? "" : two(ofDay % 60)
        let clock = "\(two(ofDay / 3600)):\(two(ofDay / 60 % 60)):\(seconds)"
        let fraction = Bool.random(using: &random) ? "" : ".\(Int.random(in: 1...999, using: &random))"
        let zone = ["+0000", "+0130", "-0800"].randomElement(using: &random) ?? ""
        switch name {
        case "clf": return "\(two(date.day))/\(month)/\(date.year):\(clock) \(zone)"
        case "rfc3339": return "\(date.year)-\(two(date.month))-\(two(date.day))T\(clock)\(fraction)" + (odd ? "" : "Z")
        case "rfc3164": return "\(month) \(two(date.day)) \(clock)\(fraction)"
        case "apache_error": return "Wed \(month) \(two(date.day)) \(clock)\(fraction) \(date.year)"
        case "ctime": return "Wed \(month) \(two(date.day)) \(clock) \(date.year)"
        case "go": return "\(date.year)/\(two(date.month))/\(two(date.day)) \(clock)\(fraction)"
        case "java_medium":
            let hour = (ofDay / 3600 + 11) % 12 + 1
            return
                "\(month) \(date.day), \(date.year) \(hour):\(two(ofDay / 60 % 60)):\(seconds) \(ofDay < 43_200 ? "AM" : "PM")"
        case "%S/%M/%H %Y-%m-%d":
            return
                "\(seconds)/\(two(ofDay / 60 % 60))/\(two(ofDay / 3600)) \(date.year)-\(two(date.month))-\(two(date.day))"
        case "%d.%m.%Y %H:%M:%S": return "\(two(date.day)).\(two(date.month)).\(date.year) \(clock)"
        default:
            return
                "\(date.year)-\(two(date.month))-\(two(date.day)) \(clock),\(Int.random(in: 1...999, using: &random))"
        }
    }
}
