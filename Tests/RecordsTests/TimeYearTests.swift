import Bytes
import Testing

@testable import Records

@Suite("The year of a stamp without one")
struct TimeYearTests {
    @Test("is the latest that is no more than a day behind the reference")
    func firstStamp() throws {
        #expect(try years(of: ["May 17 10:00:00"], reference: "2015-05-17T09:00:00Z") == [2015])
        #expect(try years(of: ["May 18 08:59:59"], reference: "2015-05-17T09:00:00Z") == [2015])
        #expect(try years(of: ["May 18 09:00:01"], reference: "2015-05-17T09:00:00Z") == [2014])
        #expect(try years(of: ["Dec 31 23:00:00"], reference: "2015-01-01T09:00:00Z") == [2014])
        #expect(try years(of: ["Jan  1 01:00:00"], reference: "2014-12-31T23:00:00Z") == [2015])
    }

    @Test("passes New Year forwards, up to the time that the file was written")
    func forwards() throws {
        let stamps = ["Nov 30", "Dec 31", "Jan  1", "Mar  1", "Aug  1"].map { "\($0) 23:59:59" }
        #expect(try years(of: stamps, reference: "2015-08-02T00:00:00Z") == [2014, 2014, 2015, 2015, 2015])
    }

    @Test("is not moved by lines of a clock that was not set, or out of order")
    func outliers() throws {
        let boot = ["Jan  1 00:00:05", "Nov 30 10:00:00", "Jan  1 00:00:07", "Nov 30 10:00:01"]
        #expect(try years(of: boot, reference: "2026-11-30T10:00:01Z") == [2026, 2026, 2026, 2026])
        let odd = ["Nov 29 10:00:00", "May  1 00:00:00", "Nov 30 10:00:00", "Feb 29 01:00:00", "Nov 30 10:00:01"]
        #expect(try years(of: odd, reference: "2026-11-30T10:00:01Z") == [2026, 2026, 2026, 2024, 2026])
    }

    @Test("goes back over New Year where lines are out of order")
    func backwards() throws {
        let stamps = ["Jan  1 00:00:01", "Dec 31 23:59:59", "Jan  1 00:00:02", "Dec 31 23:59:58"]
        #expect(try years(of: stamps, reference: "2015-01-01T12:00:00Z") == [2015, 2014, 2015, 2014])
    }

    @Test("of 29 February is one that has it")
    func leapDay() throws {
        #expect(try years(of: ["Feb 29 10:00:00"], reference: "2015-05-17T09:00:00Z") == [2012])
        #expect(try years(of: ["Feb 29 10:00:00"], reference: "2016-05-17T09:00:00Z") == [2016])
        #expect(try years(of: ["Feb 29 10:00:00"], reference: "1903-05-17T09:00:00Z") == [1896])
        let stamps = ["Feb 28 10:00:00", "Feb 29 10:00:00", "Mar  1 10:00:00"]
        #expect(try years(of: stamps, reference: "2015-05-17T09:00:00Z") == [2015, 2012, 2015])
    }

    @Test("is the local year where the zone is ahead of UTC")
    func zoneAhead() throws {
        let zone = TimeZoneRules(offset: 14 * 3600)
        #expect(
            try times(of: ["Jan  1 00:30:00"], reference: "2023-12-30T20:00:00Z", zone: zone) == [
                "2023-12-31T10:30:00Z"
            ])
        #expect(
            try times(of: ["Jan  1 00:30:00"], reference: "2023-12-30T10:00:00Z", zone: zone) == [
                "2022-12-31T10:30:00Z"
            ])
    }

    @Test("goes on after a snapshot as if there had been none")
    func snapshot() throws {
        let stamps = ["Dec 30 10:00:00", "Dec 31 23:59:59", "Jan  1 00:00:00", "Dec 31 23:59:59", "Jan  1 00:00:00"]
        let layout = try TimeLayout("rfc3164")
        var whole = TimeContext(reference: 1_431_857_103 * 1_000_000_000)
        var last: Int64?
        for stamp in stamps {
            // Each by a new run, which knows the last stamp alone.
            var resumed = TimeContext(reference: 1_431_857_103 * 1_000_000_000)
            resumed.last = last
            let a = withTimeText(stamp.utf8) { layout.parse($0, $1, context: &whole) }
            let b = withTimeText(stamp.utf8) { layout.parse($0, $1, context: &resumed) }
            #expect(a == b)
            last = resumed.last
        }
    }

    @Test("is told by dated neighbours too")
    func datedNeighbours() throws {
        var context = TimeContext(reference: 1_431_857_103 * 1_000_000_000)
        let dated = withTimeText("2003-12-31T23:00:00Z".utf8) { TimeLayout.rfc3339.parse($0, $1, context: &context) }
        let time = withTimeText("Jan  1 00:00:00".utf8) { TimeLayout.rfc3164.parse($0, $1, context: &context) }
        #expect(dated != nil)
        #expect(time?.text == "2004-01-01T00:00:00Z")
    }

    private func years(of stamps: [String], reference: String) throws -> [Int] {
        try times(of: stamps, reference: reference).map { Int($0.prefix(4)) ?? 0 }
    }

    private func times(of stamps: [String], reference: String, zone: TimeZoneRules = .utc) throws -> [String] {
        let layout = try TimeLayout("rfc3164")
        let start = try #require(rfc3339(reference)?.seconds)
        var context = TimeContext(zone: zone, reference: start * 1_000_000_000)
        return try stamps.map { stamp in
            try #require(withTimeText(stamp.utf8) { layout.parse($0, $1, context: &context) }).text
        }
    }
}
