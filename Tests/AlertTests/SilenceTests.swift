import Records
import System
import TestSupport
import Testing

@testable import Alert

@Suite("Silence, by a clock that is told")
struct SilenceTests {
    private static let second: Int64 = 1_000_000_000

    /// Runs a filter: at each step some seconds pass, and then a line comes or none does.
    private func run(
        _ rules: [AlertRule], heartbeat: Int64? = nil, _ steps: [(seconds: Int, line: String?)]
    ) throws -> [String] {
        let clock = ManualClock(now: 1_000_000 * Self.second)
        let run = try Alerting.run(clock)
        var record = Record()
        var outlets = AlertFilter.Outlets()
        outlets.heartbeat = heartbeat
        var filter = AlertFilter(rules, outlets, in: run, &record)
        var sink = Lines()
        for (seconds, line) in steps {
            for _ in 0..<seconds {
                clock.now += Self.second
                filter.tick(now: clock.now, in: run, into: &sink)
            }
            guard let line else { continue }
            try record.scan(record.store.load(line.utf8))
            filter.process(&record, in: run, into: &sink)
        }
        return try sink.lines.map { line in
            let tree = try JSONTree(parsing: Array(line.utf8))
            return [tree["alert"], tree["state"], tree["time"]].compactMap { $0?.string }.joined(separator: " ")
        }
    }

    private func absent(_ seconds: Int64) -> AlertRule {
        var rule = AlertRule(name: "silent")
        rule.absentFor = seconds * Self.second
        return rule
    }

    @Test("47: the input stalls, and the absent alert fires when the time has passed, by event time and clock together")
    func stall() throws {
        let steps: [(seconds: Int, line: String?)] = [
            (0, metric(0, "\"up\":1")), (100, metric(60, "\"up\":1")), (359, nil), (2, nil),
            (30, metric(600, "\"up\":1")),
        ]
        // The window of 00:01 ends at 00:02; five minutes of silence are over at 00:07.
        #expect(
            try run([absent(300)], steps) == [
                "silent firing 1970-01-01T00:07:00Z", "silent resolved 1970-01-01T00:10:00Z",
            ])
        #expect(try run([absent(300)], Array(steps.prefix(3))).isEmpty)
    }

    @Test("An input from which nothing ever comes is silent from the start")
    func never() throws {
        let told = try run([absent(60)], [(59, nil), (3, nil)])
        #expect(told.count == 1 && told[0].hasPrefix("silent firing 1970-01-12T13:47:4"))
    }

    @Test("A log that is replayed after a silence is taken by its own time")
    func replay() throws {
        let steps: [(seconds: Int, line: String?)] = [
            (5, nil), (0, metric(0, "\"up\":1")), (0, metric(600, "\"up\":1")),
        ]
        #expect(
            try run([absent(300)], steps) == [
                "silent firing 1970-01-01T00:06:00Z", "silent resolved 1970-01-01T00:10:00Z",
            ])
    }

    @Test("What fires is resolved when its windows do not come any more, a minute after they should have")
    func vanished() throws {
        var rule = AlertRule(name: "errors")
        rule.condition = try RuleExpression.compile("errors > 5")
        let steps: [(seconds: Int, line: String?)] = [(0, metric(0, "\"errors\":9,\"_by\":[]")), (119, nil)]
        #expect(try run([rule], steps) == ["errors firing 1970-01-01T00:00:00Z"])
        #expect(
            try run([rule], steps + [(4, nil)]) == [
                "errors firing 1970-01-01T00:00:00Z", "errors resolved 1970-01-01T00:01:00Z",
            ])
    }

    @Test("47: the heartbeat comes once in each period, whether or not records do")
    func heartbeat() throws {
        let quiet = try run([], heartbeat: 10 * Self.second, [(35, nil)])
        #expect(quiet.count == 4)
        let busy = (0..<5000).map { (seconds: 0, line: metric($0, "\"up\":1") as String?) }
        #expect(try run([], heartbeat: 10 * Self.second, busy).count == 1)
        #expect(quiet.allSatisfy { $0.hasPrefix("heartbeat firing") })
    }
}
