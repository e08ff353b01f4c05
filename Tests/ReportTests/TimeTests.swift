import FilterKit
import Records
import Storage
import Testing

@testable import Report

@Suite("Times of a report")
struct TimeTests {
    private static func time(_ text: String) throws -> Int64 { try #require(TimeWord.stamp(text)) }
    private static let hour: Int64 = 3_600_000_000_000

    @Test("Days are those of the place's clocks, also when they change")
    func days() throws {
        let berlin = try TimeZoneRules(named: "Europe/Berlin")
        let period = try Period(
            since: "2026-10-25", until: "2026-10-26", whole: nil, against: "previous", zone: berlin,
            now: Self.time("2026-11-24T12:00:00Z"))
        #expect(period.until - period.since == 25 * Self.hour)
        #expect(period.since == (try Self.time("2026-10-24T22:00:00Z")))
        #expect(Calendar.text(period.since, berlin) == "2026-10-25 00:00")
    }

    @Test("What it is compared with lies as long before as was asked")
    func against() throws {
        func before(_ against: String) throws -> Int64? {
            try Period(
                since: "2026-11-20", until: "2026-11-21", whole: nil, against: against, zone: .utc, now: 0
            ).before?.since
        }
        #expect(try before("previous") == Self.time("2026-11-19T00:00:00Z"))
        #expect(try before("yesterday") == Self.time("2026-11-19T00:00:00Z"))
        #expect(try before("last-week") == Self.time("2026-11-13T00:00:00Z"))
        #expect(try before("2h") == Self.time("2026-11-19T22:00:00Z"))
        #expect(try before("none") == nil)
        #expect(throws: Failure.self) { try before("never") }
    }

    @Test("No time at all is an error, and a store that is empty is none")
    func empty() throws {
        #expect(throws: Failure.self) {
            try Period(since: "2026-11-21", until: "2026-11-20", whole: nil, against: "none", zone: .utc, now: 0)
        }
        let period = try Period(since: nil, until: nil, whole: nil, against: "none", zone: .utc, now: Self.hour)
        #expect(period.until == Self.hour)
    }

    @Test("A time that nothing is of is told by its own flag, with what there is")
    func outside() throws {
        let whole = (first: try Self.time("2026-11-20T09:30:00Z"), last: try Self.time("2026-11-20T10:00:00Z"))
        func complaint(_ since: String?, _ until: String?) throws -> String {
            let now = try Self.time("2026-11-24T12:00:00Z")
            do throws(Failure) {
                _ = try Period(since: since, until: until, whole: whole, against: "none", zone: .utc, now: now)
                return ""
            } catch { return error.message }
        }
        #expect(try complaint("2026-12-24", nil).hasPrefix("--since: nothing is kept from 2026-12-24 on; there are"))
        #expect(try complaint("2026-12-24", nil).hasSuffix("from 2026-11-20 09:30 to 2026-11-20 10:00"))
        #expect(try complaint("2026-11-21", "2026-11-20").hasPrefix("--until: 2026-11-20 is not later than --since"))
        #expect(try complaint("2026-11-19", nil).isEmpty)
    }

    @Test("A chart has some hundred buckets of a width that people think in", arguments: [1, 6, 24, 24 * 90, 24 * 365])
    func buckets(hours: Int64) throws {
        let berlin = try TimeZoneRules(named: "Europe/Berlin")
        let since = try Self.time("2026-01-01T00:00:00Z")
        let buckets = Buckets(
            since: since, until: since + hours * Self.hour, window: Self.hour / 60,
            zone: berlin)
        #expect(buckets.starts.count >= 24 && buckets.starts.count <= 130)
        #expect(buckets.starts == buckets.starts.sorted())
        let marks = Calendar.marks(buckets.starts, width: buckets.width, berlin)
        #expect(marks.count >= 2 && marks.count <= 16)
    }

    @Test("The ledger says how much was understood")
    func quality() throws {
        func entry(_ text: String) throws -> LedgerEntry {
            try #require(LedgerEntry(JSONTree(parsing: Array(text.utf8))))
        }
        let parse = try entry(#"{"stage":"weir-parse","in":1000,"passed":990,"dropped":{"no-match":8,"bad-time":2}}"#)
        let aggregate = try entry(
            #"{"stage":"weir-aggregate","in":990,"absorbed":987,"dropped":{"late":3,"filtered":5}}"#)
        #expect(
            Quality.line([parse, aggregate])
                == "1\u{202F}000 lines read; 10 not understood (1 %: no-match 8, bad-time 2); 3 came too late to be counted"
        )
        #expect(
            Quality.line([try entry(#"{"stage":"weir-parse","in":5,"passed":5}"#)]) == "5 lines read; all understood")
        #expect(Quality.line([]) == nil)
    }
}
