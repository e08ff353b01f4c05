import Bytes
import Records
import TestSupport
import Testing

@testable import Alert

/// Prometheus' own state machine, written down as plainly as it goes (rules/alerting.go): at every time of the grid the vector of
/// the series for which the condition holds is looked at, whatever has come.
private struct PlainPrometheus {
    struct Alert { var state = 0, activeAt = 0, keptSince: Int? }
    let holdFor: Int
    let keepFor: Int
    var alerts: [String: Alert] = [:]
    var events: Set<String> = []

    mutating func evaluate(_ vector: Set<String>, at time: Int) {
        for series in vector where alerts[series] == nil { alerts[series] = Alert(state: 1, activeAt: time) }
        for (series, before) in alerts {
            var alert = before
            if vector.contains(series) {
                alert.keptSince = nil
            } else {
                var isKept = false
                if alert.state == 2, keepFor > 0 {
                    alert.keptSince = alert.keptSince ?? time
                    isKept = time - (alert.keptSince ?? time) < keepFor
                }
                if !isKept {
                    if alert.state == 2 { events.insert("\(time) resolved \(series)") }
                    alerts[series] = nil
                    continue
                }
            }
            if alert.state == 1, time - alert.activeAt >= holdFor {
                alert.state = 2
                events.insert("\(time) firing \(series)")
            }
            alerts[series] = alert
        }
    }
}

@Suite("Random histories against Prometheus' state machine")
struct RandomHistoryTests {
    /// One history: a grid of times, series that come, go and are missing, and whole windows in which nothing comes.
    private struct History {
        let holdFor: Int
        let keepFor: Int
        let width: Int
        /// For each time of the grid the values of the series that are there.
        let rows: [[Int: Int]]

        init(_ random: inout SeededGenerator) {
            width = [10, 60, 300].randomElement(using: &random) ?? 60
            holdFor = width * Int.random(in: 0...4, using: &random) + (Bool.random(using: &random) ? 0 : 7)
            keepFor = Bool.random(using: &random) ? 0 : width * Int.random(in: 0...4, using: &random) + 3
            let bias = Int.random(in: 1...9, using: &random)
            var rows: [[Int: Int]] = []
            for _ in 0..<Int.random(in: 1...40, using: &random) {
                var row: [Int: Int] = [:]
                if Int.random(in: 0..<6, using: &random) > 0 {
                    for series in 0..<3 where Int.random(in: 0..<8, using: &random) > 0 {
                        row[series] = Int.random(in: 0..<10, using: &random) < bias ? 9 : 1
                    }
                }
                rows.append(row)
            }
            self.rows = rows
        }

        var lines: [String] {
            rows.enumerated().flatMap { index, row in
                row.sorted { $0.key < $1.key }.map { series, value in
                    metric(
                        index * width, width: "\(width)s",
                        "\"path\":\"/\(series)\",\"errors\":\(value),\"_by\":[\"path\"]")
                }
            }
        }

        var expected: Set<String> {
            var model = PlainPrometheus(holdFor: holdFor, keepFor: keepFor)
            // What comes behind the last record nobody knows.
            let last = rows.lastIndex { !$0.isEmpty } ?? -1
            for (index, row) in rows.enumerated() where index <= last {
                model.evaluate(Set(row.filter { $0.value > 5 }.map { "/\($0.key)" }), at: index * width)
            }
            return model.events
        }

        func rule(_ expression: String) throws -> AlertRule {
            var rule = AlertRule(name: "Errors")
            rule.condition = try RuleExpression.compile(expression)
            rule.timing = .init(
                holdFor: Int64(holdFor) * 1_000_000_000, keepFiringFor: Int64(keepFor) * 1_000_000_000)
            return rule
        }
    }

    private static func texts(_ events: [AlertEvent]) -> [String] {
        events.map { event in
            let path = (try? JSONTree(parsing: event.labels))?["path"]?.string ?? ""
            return "\(event.time / 1_000_000_000) \(event.isFiring ? "firing" : "resolved") \(path)"
        }
    }

    @Test("1,000 histories fire and resolve when Prometheus' do, by the quick way and by the plain one")
    func histories() throws {
        var random = SeededGenerator(seed: 6)
        var count = 0
        for number in 0..<1000 {
            let history = History(&random)
            // The second form is not one of comparisons alone, so that the expression itself is asked.
            for expression in ["errors > 5", "errors * 1 > 5"] {
                let run = try Alerting.run()
                var record = Record()
                var engine = AlertEngine([try history.rule(expression)], in: run, &record)
                for line in history.lines {
                    try record.scan(record.store.load(line.utf8))
                    let time = engine.time(of: record, or: { 0 }) ?? -1
                    engine.take(&record, at: time)
                }
                engine.finish()
                let events = Self.texts(engine.events)
                #expect(Set(events) == history.expected, "history \(number): \(history)")
                #expect(Set(events).count == events.count)
                count += events.count
            }
        }
        #expect(count > 3000)
    }

    @Test("A history that is broken off and taken up anywhere is the same history")
    func restarts() throws {
        var random = SeededGenerator(seed: 44)
        for number in 0..<200 {
            let history = History(&random)
            let rules = [
                try history.rule("errors > 5"), try history.rule("avg_over(errors, 5m) > 4"),
                try history.rule("n_of_m(errors > 5, 2, 3) || ewma(errors, 1m) > 6"),
            ]
            let whole = try events(history.lines, rules, restartingBefore: { _ in false })
            let broken = try events(history.lines, rules) { _ in Int.random(in: 0..<3, using: &random) == 0 }
            #expect(whole == broken, "history \(number): \(history)")
        }
    }

    private func events(
        _ lines: [String], _ rules: [AlertRule], restartingBefore isRestart: (Int) -> Bool
    ) throws -> [String] {
        var texts: [String] = []
        var snapshot: [UInt8]?
        var index = 0
        while index < lines.count {
            let run = try Alerting.run()
            var record = Record()
            var engine = AlertEngine(rules, in: run, &record)
            if let snapshot {
                var reader = SnapshotReader(snapshot)
                #expect(try engine.restore(from: &reader).isEmpty)
                #expect(reader.isAtEnd)
            }
            repeat {
                try record.scan(record.store.load(lines[index].utf8))
                let time = engine.time(of: record, or: { 0 }) ?? -1
                engine.take(&record, at: time)
                index += 1
            } while index < lines.count && !isRestart(index)
            if index == lines.count { engine.finish() }
            texts += zip(Self.texts(engine.events), engine.events).map { "\($0.1.rule) \($0.0)" }
            var writer = SnapshotWriter()
            engine.save(to: &writer)
            snapshot = writer.contents
        }
        return texts
    }
}
