import Aggregation
import Bytes
import FilterKit
import Metrics
import Records
import System
import TestSupport
import Testing

@testable import Report

@Suite("Questions of a report")
struct QuestionTests {
    private static let minute: Int64 = 60_000_000_000

    /// States of a minute's windows, as weir-aggregate writes them.
    private static func parts(_ random: inout SeededGenerator, _ run: FilterRun) throws -> [PartialState] {
        var record = Record()
        var options = WindowOptions(lateness: 0, idleAfter: 0)
        options.grid = WindowGrid(width: minute)
        options.keepsLate = true
        var shape = OutputShape()
        shape.isPartial = true
        var filter = try AggregateFilter(
            AggregatePlan(["red", "sum(bytes)", "distinct(client)"]), options, by: ["path", "status"], weight: nil,
            late: nil, shape, isForEyes: false, in: run, &record)
        var states = States()
        for index in 0..<300 {
            let line =
                "{\"time\":\"2026-11-24T10:\(String(100 + index / 10).dropFirst()):00Z\",\"path\":\"/\(Int.random(in: 0..<5, using: &random))\""
                + ",\"status\":\([200, 200, 404, 500].randomElement(using: &random) ?? 0),\"bytes\":\(index),\"client\":\"\(index % 17)\""
                + ",\"duration\":0.\(Int.random(in: 1...999, using: &random))}"
            try record.scan(record.store.load(line.utf8))
            filter.process(&record, in: run, into: &states)
        }
        filter.finish(in: run, into: &states)
        return states.states
    }

    private struct States: RecordSink, ~Copyable {
        var states: [PartialState] = []

        mutating func receive(_ record: inout Record) {
            let field = record[record.count - 1]
            var bytes = ByteBuffer(capacity: 512)
            bytes.append(record.store.buffer, field.value)
            let start = bytes.count
            guard bytes.appendDecoding(base64: Slice(start: 0, count: start)),
                let state = try? PartialState(reading: bytes.copy(Slice(from: start, to: bytes.count)))
            else { return }
            states.append(state)
        }
    }

    private static func run() throws -> FilterRun {
        FilterRun(stage: "weir-report", options: try SharedOptions.parse([]), clock: ManualClock(now: 0))
    }

    @Test("Answered by way of one that is finer than all, they say the same as when each is asked alone")
    func finest() throws {
        var random = SeededGenerator(seed: 1)
        let run = try Self.run()
        for _ in 0..<5 {
            let parts = try Self.parts(&random, run)
            #expect(parts.count > 100)
            let width = 5 * Self.minute
            let wanted: [(labels: [String], width: Int64?)] = [
                ([], nil), ([], width), (["path"], nil), (["status"], width), (["status", "path"], nil),
            ]
            let finest = Question(by: ["path", "status"], width: width, zone: .utc, limit: .max)
            for part in parts { #expect(finest.add(part)) }
            for (labels, width) in wanted {
                let plain = Question(by: labels, width: width, zone: .utc)
                for part in parts { #expect(plain.add(part)) }
                let fast = Question(by: labels, width: width, zone: .utc)
                #expect(fast.add(finest))
                #expect(Self.texts(fast.rows(run)) == Self.texts(plain.rows(run)), "\(labels)")
            }
        }
    }

    @Test("So it is with numbers that have no states: what can be added is, and what cannot is named")
    func numbers() throws {
        let run = try Self.run()
        let points: [([String: Double], [String: String], Int64)] = (0..<40).map { index in
            (
                ["count": Double(index), "duration_p99": 0.5, "bytes_max": Double(index % 7), "error_ratio": 0.25],
                ["path": "/\(index % 3)", "status": "\(index % 2)"], Int64(index) * Self.minute
            )
        }
        let finest = Question(by: ["path", "status"], width: 5 * Self.minute, zone: .utc, limit: .max)
        for (values, labels, time) in points { finest.add(values, of: labels, at: time) }
        for labels in [[], ["path"], ["status"]] {
            let plain = Question(by: labels, width: nil, zone: .utc)
            for (values, own, time) in points { plain.add(values, of: own, at: time) }
            let fast = Question(by: labels, width: nil, zone: .utc)
            #expect(fast.add(finest))
            #expect(Self.texts(fast.rows(run)) == Self.texts(plain.rows(run)))
            #expect(plain.omitted == ["duration_p99"])
            #expect(fast.omitted == plain.omitted)
        }
    }

    private static func texts(_ rows: [ReportRow]) -> [String] {
        rows.map { row in
            "\(row.time ?? -1) \(row.labels) \(row.values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })"
        }
    }
}
