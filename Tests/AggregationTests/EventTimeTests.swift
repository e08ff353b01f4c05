import FilterKit
import Records
import System
import TestSupport
import Testing

@testable import Aggregation

@Suite("Event time")
struct EventTimeTests {
    private static let second: Int64 = 1_000_000_000
    private static let minute: Int64 = 60 * second

    private static func aggregations() throws -> [Aggregation] {
        var sliding = try Aggregation(SampleRecords.functions, by: ["path"], every: minute)
        sliding.options.panes = 3
        var sessions = try Aggregation(["count", "last(client)", "p50(duration)"], by: ["client"])
        sessions.options.sessionGap = 5 * second
        var filled = try Aggregation(["count", "sum(bytes)"], by: ["path"], every: 10 * second)
        filled.options.fills = true
        return [try Aggregation(SampleRecords.functions, by: ["path"], every: minute), sliding, sessions, filled]
    }

    /// The lines in an order in which each is behind by less than the lateness.
    private static func shuffled(_ lines: [String], within seconds: Int, _ random: inout SeededGenerator) -> [String] {
        let keys = lines.indices.map { ($0 / 3 * 1000 + Int.random(in: 0..<(seconds * 1000), using: &random), $0) }
        return keys.sorted { $0 < $1 }.map { lines[$0.1] }
    }

    @Test("Input shuffled within the allowed lateness: output equals that of sorted input")
    func shuffledInput() throws {
        var random = SeededGenerator(seed: 20)
        for var aggregation in try Self.aggregations() {
            aggregation.options.lateness = 20 * Self.second
            for round in 0..<3 {
                let lines = SampleRecords.make(400, seed: UInt64(2000 + round))
                let expected = try aggregation(lines)
                let shuffled = Self.shuffled(lines, within: 20, &random)
                #expect(shuffled != lines)
                #expect(try aggregation(shuffled) == expected)
            }
        }
    }

    @Test("Later events are counted late")
    func late() throws {
        let run = try Aggregation.run()
        var record = Record()
        var filter = try Aggregation(["count"], every: Self.minute).filter(run, &record)
        var sink = Lines()
        for clock in ["10:00:10", "10:05:00", "10:00:20", "10:04:30"] {
            run.ledger.taken += 1
            try record.scan(record.store.load("{\"time\":\"2026-11-24T\(clock)Z\"}".utf8))
            filter.process(&record, in: run, into: &sink)
        }
        filter.finish(in: run, into: &sink)
        #expect(run.ledger.dropped == [.late: 1])
        #expect(run.ledger.balances)
    }

    @Test("Replay equals live: ticks between records change nothing for records that come in time")
    func live() throws {
        var random = SeededGenerator(seed: 21)
        for aggregation in try Self.aggregations() {
            let lines = SampleRecords.make(400, seed: 2100)
            let clock = ManualClock(now: 0)
            let run = try Aggregation.run(clock: clock)
            var record = Record()
            var filter = try aggregation.filter(run, &record)
            var sink = Lines()
            for line in lines {
                try record.scan(record.store.load(line.utf8))
                filter.process(&record, in: run, into: &sink)
                clock.now += Self.second / 3
                if Bool.random(using: &random) { filter.tick(now: clock.now, in: run, into: &sink) }
            }
            filter.finish(in: run, into: &sink)
            #expect(try aggregation(lines) == sink.lines)
        }
    }

    /// Two files of an hour, of which the second is silent after its first line.
    private func twoSources(ticks: Bool) throws -> Int {
        let clock = ManualClock(now: 0)
        let run = try Aggregation.run(clock: clock)
        var record = Record()
        var filter = try Aggregation(["count"], every: Self.minute).filter(run, &record)
        var sink = Lines()
        for line in 0..<60 {
            let file = line == 0 ? "b" : "a"
            let text = "{\"time\":\"2026-11-24T10:\(line < 10 ? "0" : "")\(line):00Z\",\"_file\":\"\(file)\"}"
            try record.scan(record.store.load(text.utf8))
            filter.process(&record, in: run, into: &sink)
            clock.now += 10 * Self.second
            if ticks { filter.tick(now: clock.now, in: run, into: &sink) }
        }
        return sink.lines.count
    }

    @Test("One idle source among several: windows close")
    func idleSource() throws { #expect(try twoSources(ticks: true) >= 58) }

    @Test("A source held back by backpressure is not idle")
    func backpressure() throws {
        // There is always something to be read, so no tick comes, however long it takes.
        #expect(try twoSources(ticks: false) == 0)
    }

    @Test("A quiet log closes its last window by the clock")
    func quietLog() throws {
        let clock = ManualClock(now: 0)
        let run = try Aggregation.run(clock: clock)
        var record = Record()
        var filter = try Aggregation(["count"], every: Self.minute).filter(run, &record)
        var sink = Lines()
        try record.scan(record.store.load("{\"time\":\"2026-11-24T10:00:50Z\"}".utf8))
        filter.process(&record, in: run, into: &sink)
        for seconds in [0, 29, 31, 60] {
            clock.now = Int64(seconds) * Self.second
            filter.tick(now: clock.now, in: run, into: &sink)
            #expect(sink.lines.isEmpty)
        }
        // 10:01:00 and the lateness, a minute, are reached 70 seconds after 10:00:50.
        clock.now = 71 * Self.second
        filter.tick(now: clock.now, in: run, into: &sink)
        #expect(sink.lines.count == 1)
    }
}
