import Bytes
import System
import TestSupport
import Testing

@testable import Records

private let hasDatabase = (try? FileStatus(of: TimeZoneRules.systemDirectory + "/Europe/Berlin")) != nil
private let noDatabase: Comment = "no tz database in /usr/share/zoneinfo (install tzdata)"

@Suite("A time zone")
struct TimeZoneTests {
    @Test(
        "from the database reads local times, also those that are not or are twice",
        .enabled(if: hasDatabase, noDatabase),
        arguments: [
            ("Europe/Berlin", "2024-01-15 12:00:00", "2024-01-15T11:00:00Z"),
            ("Europe/Berlin", "2024-07-15 12:00:00", "2024-07-15T10:00:00Z"),
            // The gap of 2024-03-31, 02:00 to 03:00: shifted forward by an hour.
            ("Europe/Berlin", "2024-03-31 01:59:59", "2024-03-31T00:59:59Z"),
            ("Europe/Berlin", "2024-03-31 02:00:00", "2024-03-31T01:00:00Z"),
            ("Europe/Berlin", "2024-03-31 02:30:00", "2024-03-31T01:30:00Z"),
            ("Europe/Berlin", "2024-03-31 03:00:00", "2024-03-31T01:00:00Z"),
            // The fold of 2024-10-27, 02:00 to 03:00: the earlier.
            ("Europe/Berlin", "2024-10-27 01:59:59", "2024-10-26T23:59:59Z"),
            ("Europe/Berlin", "2024-10-27 02:30:00", "2024-10-27T00:30:00Z"),
            ("Europe/Berlin", "2024-10-27 03:00:00", "2024-10-27T02:00:00Z"),
            ("America/New_York", "2024-03-10 02:30:00", "2024-03-10T07:30:00Z"),
            ("America/New_York", "2024-03-10 03:00:00", "2024-03-10T07:00:00Z"),
            ("America/New_York", "2024-11-03 01:30:00", "2024-11-03T05:30:00Z"),
            ("America/New_York", "2024-11-03 02:00:00", "2024-11-03T07:00:00Z"),
            // Half an hour of summer time; 45 minutes of offset; a day that was left out; the far future.
            ("Australia/Lord_Howe", "2024-10-06 02:15:00", "2024-10-05T15:45:00Z"),
            ("Asia/Kathmandu", "2024-01-01 00:00:00", "2023-12-31T18:15:00Z"),
            ("Pacific/Apia", "2011-12-30 12:00:00", "2011-12-30T22:00:00Z"),
            ("Europe/Berlin", "2124-07-15 12:00:00", "2124-07-15T10:00:00Z"),
            ("Europe/Berlin", "2524-07-15 12:00:00", "2524-07-15T10:00:00Z"),
            ("Europe/Berlin", "9998-01-15 12:00:00", "9998-01-15T11:00:00Z"),
            ("America/New_York", "2500-07-15 12:00:00", "2500-07-15T16:00:00Z"),
            ("Europe/Dublin", "2100-07-15 12:00:00", "2100-07-15T11:00:00Z"),
            ("Africa/Abidjan", "1800-01-01 00:00:00", "1800-01-01T00:16:08Z"),
        ])
    func reads(name: String, local: String, expected: String) throws {
        var context = TimeContext(zone: try TimeZoneRules(named: name), reference: 0)
        let time = withTimeText(local.utf8) { TimeLayout.rfc3339.parse($0, $1, context: &context) }
        #expect(time?.text == expected)
    }

    @Test("gives an offset for every instant, and the spans join", .enabled(if: hasDatabase, noDatabase))
    func spans() throws {
        for name in ["Europe/Berlin", "America/New_York", "Africa/Casablanca", "Asia/Kolkata", "UTC"] {
            let zone = try TimeZoneRules(named: name)
            var seconds: Int64 = -2_000_000_000
            for _ in 0..<2000 where seconds < 40_000_000_000 {
                let span = zone.span(at: seconds)
                #expect(span.contains(seconds))
                #expect(zone.offset(at: span.until &- 1) == span.offset)
                let local = seconds + Int64(span.offset)
                if abs(zone.instant(ofLocal: local) - seconds) > 7200 { Issue.record("\(name) \(seconds)") }
                if span.until == .max { break }
                seconds = span.until
            }
        }
        let berlin = try TimeZoneRules(named: "Europe/Berlin")
        #expect(berlin.offset(at: 1_711_846_799) == 3600)
        #expect(berlin.offset(at: 1_711_846_800) == 7200)
        #expect(berlin.offset(at: .max) == berlin.span(at: .max).offset)
        #expect(berlin.offset(at: .min) == 3208)
    }

    @Test("agrees with itself 400 years on", .enabled(if: hasDatabase, noDatabase))
    func cycle() throws {
        let zone = try TimeZoneRules(named: "America/New_York")
        var random = SeededGenerator(seed: 3)
        for _ in 0..<5000 {
            let seconds = Int64.random(in: 2_240_000_000...14_000_000_000, using: &random)
            #expect(zone.offset(at: seconds) == zone.offset(at: seconds + TimeZoneRules.cycle))
            #expect(zone.offset(at: seconds) == zone.offset(at: seconds + 15 * TimeZoneRules.cycle))
        }
    }

    @Test(
        "may be a distance from UTC",
        arguments: [("+02:00", 7200), ("-0730", -27000), ("Z", 0), ("UTC", 0), ("+05", 18000)])
    func fixed(name: String, offset: Int32) throws {
        let zone = try TimeZoneRules(named: name, directory: "/nowhere")
        #expect(zone.offset(at: 0) == offset)
        #expect(zone.instant(ofLocal: 0) == Int64(-offset))
        #expect(zone.isFixed)
    }

    @Test("that does not exist is refused, and what was meant is said", .enabled(if: hasDatabase, noDatabase))
    func unknown() throws {
        for (name, nearest) in [
            ("Europe/Berln", "Europe/Berlin"), ("europe/berlin", "Europe/Berlin"), ("Tokyo", "Asia/Tokyo"),
            ("Europe", nil),
            ("Nowhere/Atlantis_City", nil),
        ] as [(String, String?)] {
            #expect(throws: TimeZoneError.unknown(name, nearest: nearest)) { try TimeZoneRules(named: name) }
        }
    }

    @Test(
        "is a name and no path",
        arguments: [
            "", "/etc/passwd", "../../../etc/passwd", "Europe/../Europe/Berlin", "Europe/", "a\0b", "Zürich", "a b",
            "./UTC",
        ])
    func names(name: String) {
        #expect(throws: TimeZoneError.noName(name)) { try TimeZoneRules(named: name) }
    }

    @Test("needs a database, or says so")
    func directory() {
        #expect(throws: TimeZoneError.noDatabase(directory: "/nowhere")) {
            try TimeZoneRules(named: "Europe/Berlin", directory: "/nowhere")
        }
    }

    @Test(
        "follows its last line",
        arguments: [
            // Southern summer; a rule by day numbers; summer all year; hours beyond the day; minutes.
            ("NZST-12NZDT,M9.5.0,M4.1.0/3", "2024-01-15T00:00:00Z", 46800),
            ("NZST-12NZDT,M9.5.0,M4.1.0/3", "2024-06-15T00:00:00Z", 43200),
            ("AAA3BBB,J60/0,J300/0", "2024-02-29T12:00:00Z", -10800),
            ("AAA3BBB,J60/0,J300/0", "2024-03-01T03:00:00Z", -7200),
            ("AAA3BBB,59/0,299/0", "2024-02-29T03:00:00Z", -7200),
            ("AAA3BBB,59/0,299/0", "2024-02-29T02:59:59Z", -10800),
            ("EST5EDT,0/0,J365/25", "2024-01-01T05:00:00Z", -14400),
            ("EST5EDT,0/0,J365/25", "2024-12-31T23:59:59Z", -14400),
            ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2024-03-31T00:59:59Z", -7200),
            ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2024-03-31T01:00:00Z", -3600),
            ("<+0545>-5:45", "2024-03-31T01:00:00Z", 20700), ("IST-1GMT0,M10.5.0,M3.5.0/1", "2024-01-15T00:00:00Z", 0),
        ])
    func footers(text: String, instant: String, offset: Int32) throws {
        let zone = try TimeZoneRules(tzif: zoneFile(footer: text))
        #expect(zone.offset(at: try #require(rfc3339(instant)?.seconds)) == offset)
    }

    @Test(
        "whose last line is none is refused",
        arguments: [
            "X", "AAA", "AAA3BBB", "AAA3BBB,M13.1.0,M1.1.0", "AAA3BBB,J0,J1", "AAA3BBB,1", "AAA999", "<AAA3",
            "AAA3BBB,M1.1.0,M2.1.0,",
        ])
    func badFooters(text: String) {
        #expect(throws: TimeZoneError.self) { try TimeZoneRules(tzif: zoneFile(footer: text)) }
    }

    @Test("of damaged bytes ends in rules or an error")
    func damaged() throws {
        var originals = [zoneFile(footer: "CET-1CEST,M3.5.0,M10.5.0/3")]
        if hasDatabase { originals += try ["Europe/Berlin", "Africa/Casablanca", "Asia/Kolkata"].map(fileBytes) }
        var random = SeededGenerator(seed: 11)
        var accepted = 0
        for round in 0..<2000 {
            var bytes = originals[round % originals.count]
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                // Mostly where the counts are, and the last line.
                let places = [0..<min(100, bytes.count), max(0, bytes.count - 40)..<bytes.count, 0..<bytes.count]
                let place = Int.random(in: places.randomElement(using: &random) ?? 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<8, using: &random) {
                case 0 where bytes.count > 60: bytes.removeLast(Int.random(in: 1...50, using: &random))
                case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
                case 2: bytes[place] = [0, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
                default: bytes[place] = UInt8.random(in: 0...255, using: &random)
                }
            }
            guard let zone = try? TimeZoneRules(tzif: bytes) else { continue }
            accepted += 1
            for seconds in [Int64.min, -62_167_219_200, -1, 0, 1_700_000_000, 253_402_300_799, .max] {
                #expect(zone.span(at: seconds).contains(seconds) || seconds == .max)
                #expect(abs(zone.offset(at: seconds)) < 100_000)
                _ = zone.span(ofLocal: seconds)
            }
        }
        #expect(accepted > 100)
        for count in 0..<originals[0].count {
            #expect(throws: TimeZoneError.self) { try TimeZoneRules(tzif: Array(originals[0].prefix(count))) }
        }
    }

    @Test("explains its own abbreviations, which mean several things elsewhere", .enabled(if: hasDatabase, noDatabase))
    func abbreviations() throws {
        let layout = try TimeLayout("%F %T %Z")
        for (name, text, expected) in [
            ("America/Los_Angeles", "2024-01-15 12:00:00 PST", "2024-01-15T20:00:00Z"),
            ("Asia/Kolkata", "2024-01-15 12:00:00 IST", "2024-01-15T06:30:00Z"),
            ("Asia/Shanghai", "2024-01-15 12:00:00 CST", "2024-01-15T04:00:00Z"),
            ("America/Chicago", "2024-01-15 12:00:00 CST", "2024-01-15T18:00:00Z"),
            // MSK was +3 and +4: the date tells. The second 02:30 of the fold is told by its name.
            ("Europe/Moscow", "2012-01-15 12:00:00 MSK", "2012-01-15T08:00:00Z"),
            ("Europe/Moscow", "2024-01-15 12:00:00 MSK", "2024-01-15T09:00:00Z"),
            ("Europe/Berlin", "2024-10-27 02:30:00 CET", "2024-10-27T01:30:00Z"),
        ] {
            var context = TimeContext(zone: try TimeZoneRules(named: name), reference: 0)
            #expect(withTimeText(text.utf8) { layout.parse($0, $1, context: &context) }?.text == expected, "\(text)")
        }
    }

    private func fileBytes(_ name: String) throws -> [UInt8] {
        try TimeZoneRules.read(TimeZoneRules.systemDirectory + "/" + name)
    }

    /// A file with one type and no changes.
    private func zoneFile(footer: String) -> [UInt8] {
        let header: [UInt8] = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
        let counts: [UInt8] = [UInt8](repeating: 0, count: 16) + [0, 0, 0, 1, 0, 0, 0, 4]
        let body: [UInt8] = [0, 0, 0, 0, 0, 0] + Array("AAA\0".utf8)
        return header + counts + body + header + counts + body + [0x0A] + Array(footer.utf8) + [0x0A]
    }
}
