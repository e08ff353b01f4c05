import Bytes
import Records
import Testing

@testable import Alert

@Suite("Series that never come again are forgotten")
struct ForgettingTests {
    private static let hour = 3600

    private func rule(_ condition: String, keepFor: Int64 = 0) throws -> AlertRule {
        var rule = AlertRule(name: "errors")
        rule.condition = try RuleExpression.compile(condition)
        rule.timing.keepFiringFor = keepFor * 1_000_000_000
        return rule
    }

    private func line(_ seconds: Int, _ session: Int, _ errors: Int = 0) -> String {
        metric(seconds, "\"session\":\"\(session)\",\"errors\":\(errors),\"_by\":[\"session\"]")
    }

    /// How many series each group of rules knows after these lines.
    private func series(_ rules: [AlertRule], _ lines: [String]) throws -> [Int] {
        let run = try Alerting.run()
        var record = Record()
        var engine = AlertEngine(rules, in: run, &record)
        for line in lines {
            try record.scan(record.store.load(line.utf8))
            let time = engine.time(of: record, or: { 0 }) ?? 0
            engine.take(&record, at: time)
        }
        return engine.groups.map(\.table.count)
    }

    @Test("Half a day of a session every ten seconds: memory holds an hour and a half of them")
    func sessions() throws {
        let lines = (0..<12 * Self.hour / 10).map { line($0 * 10, $0) }
        let known = try series([rule("errors > 5")], lines)
        #expect(known[0] >= Self.hour / 10 && known[0] <= Self.hour * 3 / 20 + 6)
    }

    @Test("What a rule looks back to is remembered for longer, and what fires for as long as it does")
    func kept() throws {
        let lines = (0..<5).map { line($0, $0, 9) } + (1...20).map { line($0 * Self.hour, 100) }
        #expect(try series([rule("errors > 5")], lines) == [1])
        #expect(try series([rule("max_over(errors, 1h) > 5")], lines) == [1])
        #expect(try series([rule("ago(errors, 12h) > 5")], lines) == [6])
        #expect(try series([rule("ewma(errors, 1h) > 5")], lines) == [6])
        #expect(try series([rule("n_of_m(errors > 5, 2, 3)")], lines) == [6])
        #expect(try series([rule("errors > 5", keepFor: 25 * 3600)], lines) == [6])
        #expect(try series([rule("errors > 5", keepFor: 15 * 3600)], lines) == [1])
    }

    @Test("Series that are waited for stay: their silence is the alert")
    func awaited() throws {
        var rule = AlertRule(name: "silent")
        rule.absentFor = 7200 * 1_000_000_000
        rule.by = ["session"]
        let lines = (0..<5).map { line($0, $0) } + (1...20).map { line($0 * Self.hour, 100) }
        #expect(try series([rule], lines) == [6])
    }

    @Test("What a series looks back to outlasts a restart, and so does its age")
    func restart() throws {
        let rules = [try rule("ago(errors, 2h) > 5")]
        func run(_ lines: [String], from snapshot: [UInt8]?) throws -> (fired: Int, series: Int, snapshot: [UInt8]) {
            let run = try Alerting.run()
            var record = Record()
            var engine = AlertEngine(rules, in: run, &record)
            if let snapshot {
                var reader = SnapshotReader(snapshot)
                _ = try engine.restore(from: &reader)
            }
            for line in lines {
                try record.scan(record.store.load(line.utf8))
                engine.take(&record, at: engine.time(of: record, or: { 0 }) ?? 0)
            }
            var writer = SnapshotWriter()
            engine.save(to: &writer)
            return (engine.events.count { $0.isFiring }, engine.groups[0].table.count, writer.contents)
        }
        let before = try run([line(0, 1, 9), line(0, 2, 9)], from: nil)
        #expect(try run([line(2 * Self.hour, 1, 0)], from: before.snapshot).fired == 1)
        let later = try run([line(5 * Self.hour, 1, 0)], from: before.snapshot)
        #expect(later.fired == 0 && later.series == 1)
    }
}
