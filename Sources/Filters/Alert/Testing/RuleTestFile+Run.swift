import Bytes
import FilterKit
import Records

extension RuleTestFile {
    /// Runs all tests, and says which failed.
    /// - Returns: 0, or 1 where one failed.
    func run(_ run: FilterRun) throws(Failure) -> ExitStatus {
        let failures = problems.map(source.failure)
        for failure in failures.dropLast() { run.diagnostics.error(failure) }
        if let last = failures.last { throw last }
        var failed = 0
        var count = 0
        for test in cases {
            count += test.moments.count
            for (moment, message) in try self.run(test, run) {
                failed += 1
                let name = test.name.isEmpty ? "" : "\(test.name): "
                run.diagnostics.error(source.failure(RuleProblem(message: name + message, place: moment.place)))
            }
        }
        let checks = "\(count) check\(count == 1 ? "" : "s")"
        run.diagnostics.note(
            "\(source.path): " + (failed == 0 ? "\(checks), all right" : "\(failed) of \(checks) failed"))
        return failed == 0 ? .done : .negative
    }

    private func run(_ test: Case, _ run: FilterRun) throws(Failure) -> [(Moment, String)] {
        var record = Record()
        var engine = AlertEngine(rules, in: run, &record)
        var failures: [(Moment, String)] = []
        let rows = test.rows
        var next = 0
        engine.beginToWait(at: 0)
        for moment in test.moments.sorted(by: { $0.time < $1.time }) {
            while next < rows.count, rows[next].time <= moment.time {
                for line in rows[next].lines {
                    do throws(JSONError) { try record.scan(record.store.load(line.utf8)) } catch {
                        throw Failure(.badData, "\(line): \(error)")
                    }
                    engine.take(&record, at: rows[next].time)
                }
                next += 1
            }
            engine.advance(to: moment.time &+ 1)
            engine.events.removeAll()
            let firing = engine.firing(moment.name).map { labels, annotations in
                Expected(labels: Self.texts(labels), annotations: Self.texts(Array(annotations.utf8)))
            }
            if let message = Self.difference(moment, firing) { failures.append((moment, message)) }
        }
        return failures
    }

    private static func texts(_ object: [UInt8]) -> [String: String] {
        let members = (try? JSONTree(parsing: object))?.members ?? []
        return Dictionary(
            members.map { ($0.name, $0.value.string ?? $0.value.json) }, uniquingKeysWith: { _, last in last })
    }

    private static func difference(_ moment: Moment, _ firing: [Expected]) -> String? {
        var missing: [Expected] = []
        var rest = firing
        for expected in moment.expected {
            if let index = rest.firstIndex(of: expected) { rest.remove(at: index) } else { missing.append(expected) }
        }
        guard !missing.isEmpty || !rest.isEmpty else { return nil }
        func text(_ alerts: [Expected]) -> String {
            guard !alerts.isEmpty else { return "nothing" }
            return alerts.map { alert in
                let labels = alert.labels.sorted { $0.key < $1.key }.map { "\($0.key)=\"\($0.value)\"" }
                let annotations = alert.annotations.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
                return "{\(labels.joined(separator: ", "))}"
                    + (annotations.isEmpty ? "" : " (\(annotations.joined(separator: "; ")))")
            }.sorted().joined(separator: ", ")
        }
        return "\(moment.name) at \(DurationText.format(moment.time)): expected \(text(missing)), found \(text(rest))"
    }
}

extension RuleTestFile.Case {
    /// The metric records, those of one time together: series of the same labels are fields of one record.
    var rows: [(time: Int64, lines: [String])] {
        let length = series.map(\.values.count).max() ?? 0
        var rows: [(time: Int64, lines: [String])] = []
        for index in 0..<length {
            let (time, overflow) = interval.multipliedReportingOverflow(by: Int64(index))
            guard !overflow else { break }
            var order: [String] = []
            var fields: [String: [JSONTree.Member]] = [:]
            var labels: [String: [(name: String, value: String)]] = [:]
            for (notation, values) in series where index < values.count {
                guard let value = values[index] else { continue }
                let sorted = notation.labels.sorted { $0.name < $1.name }
                let key = sorted.map { "\($0.name)=\($0.value)" }.joined(separator: "\n")
                if fields[key] == nil { order.append(key) }
                labels[key] = sorted
                fields[key, default: []].append(.init(name: notation.name, value: .number(value)))
            }
            let lines = order.map { key in
                let own = labels[key] ?? []
                let members: [JSONTree.Member] =
                    [
                        .init(name: "time", value: .text(Timestamp(nanoseconds: time).text)),
                        .init(name: "window", value: .text(DurationText.format(interval))),
                    ] + own.map { .init(name: $0.name, value: .text($0.value)) } + (fields[key] ?? []) + [
                        .init(name: "_by", value: .array(own.map { .text($0.name) }))
                    ]
                return JSONTree.object(members).json
            }
            rows.append((time, lines))
        }
        return rows
    }
}
