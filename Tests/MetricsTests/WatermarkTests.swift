import TestSupport
import Testing

@testable import Metrics

private let second: Int64 = 1_000_000_000
private let minute = 60 * second
private let hour = 60 * minute
/// Some moment in 2026.
private let noon: Int64 = 1_780_000_000 * second

private func watermark(lateness: Int64 = minute, idleAfter: Int64 = 30 * second) -> Watermark {
    Watermark(lateness: lateness, idleAfter: idleAfter)
}

@Suite("The watermark")
struct WatermarkTests {
    @Test("is before all time until there is a record")
    func beginning() {
        let watermark = watermark()
        #expect(watermark.time == .min)
        #expect(!watermark.isLate(.min))
    }

    @Test("is the latest event time less the lateness, and never goes back")
    func oneSource() {
        var watermark = watermark()
        watermark.observe(noon)
        #expect(watermark.time == noon - minute)
        watermark.observe(noon + 10 * second)
        watermark.observe(noon - 30 * second)
        #expect(watermark.time == noon - 50 * second)
        #expect(watermark.isLate(noon - 51 * second))
        #expect(!watermark.isLate(noon - 50 * second))
    }

    @Test("says whether it moved")
    func moves() {
        var watermark = watermark()
        expect(watermark.observe(noon))
        expect(!watermark.observe(noon))
        expect(watermark.observe(noon + 1))
        expect(!watermark.observe(noon - 1))
    }

    @Test("is held back by the slowest source")
    func manySources() {
        var watermark = watermark()
        watermark.observe(noon, source: 0)
        watermark.observe(noon - 20 * second, source: 1)
        watermark.observe(noon + 10 * minute, source: 0)
        #expect(watermark.time == noon - minute)
        watermark.observe(noon + 5 * minute, source: 1)
        #expect(watermark.time == noon + 4 * minute)
        watermark.observe(noon + 20 * minute, source: 1)
        #expect(watermark.time == noon + 9 * minute)
    }

    @Test("is the minimum over the sources, however their records interleave")
    func minimumOverSources() {
        var random = SeededGenerator(seed: 31)
        for _ in 0..<100 {
            var watermark = watermark(lateness: 0)
            var latest: [Int: Int64] = [:]
            var expected = Int64.min
            for _ in 0..<200 {
                let source = Int.random(in: 0..<4, using: &random)
                let time = noon + Int64.random(in: 0...(50 * minute), using: &random)
                watermark.observe(time, source: source)
                latest[source] = max(latest[source] ?? .min, time)
                expected = max(expected, latest.values.min() ?? .min)
                #expect(watermark.time == expected)
            }
        }
    }

    @Test("does not believe one record with a broken clock")
    func wildRecord() {
        var watermark = watermark()
        watermark.observe(noon)
        watermark.observe(noon + second)
        watermark.observe(noon + 87_600 * hour)
        for step in 2..<20 { watermark.observe(noon + Int64(step) * second) }
        #expect(watermark.time == noon + 19 * second - minute)
    }

    @Test("does not believe a broken clock whose records come between good ones")
    func interleavedWildRecords() {
        var watermark = watermark()
        for step in 0..<100 {
            watermark.observe(noon + Int64(step) * second)
            watermark.observe(noon + 24 * hour + Int64(step) * second)
        }
        #expect(watermark.time == noon + 99 * second - minute)
    }

    @Test("believes a jump once 8 following records agree")
    func agreedJump() {
        var watermark = watermark()
        watermark.observe(noon)
        watermark.observe(noon)
        for step in 0..<8 { watermark.observe(noon + 24 * hour + Int64(step) * second) }
        #expect(watermark.time == noon - minute)
        watermark.observe(noon + 24 * hour + 8 * second)
        #expect(watermark.time == noon + 24 * hour + 8 * second - minute)
    }

    @Test("believes the real jump if the record before it was wild")
    func jumpAfterWildRecord() {
        var watermark = watermark()
        watermark.observe(noon)
        watermark.observe(noon)
        watermark.observe(noon + 87_600 * hour)
        for _ in 0..<9 { watermark.observe(noon + 8 * hour) }
        #expect(watermark.time == noon + 8 * hour - minute)
    }

    @Test("goes on in a log with hours between its records")
    func sparseLog() {
        var watermark = watermark()
        for step in 0..<100 { watermark.observe(noon + Int64(step) * 2 * hour) }
        #expect(watermark.time > noon + 160 * hour)
    }

    @Test("forgets a wild first record once 9 following agree that it was")
    func wildFirstRecord() {
        var watermark = watermark()
        watermark.observe(noon + 87_600 * hour)
        for _ in 0..<9 { watermark.observe(noon) }
        #expect(watermark.time == noon - minute)
        watermark.observe(noon + second)
        #expect(watermark.time == noon + second - minute)
    }

    @Test("is no longer held back by a source that is idle, and is again when it wakes")
    func idleSource() {
        var watermark = watermark()
        watermark.observe(noon, source: 0)
        watermark.observe(noon, source: 1)
        watermark.tick(now: 0)
        watermark.observe(noon + 10 * minute, source: 0)
        watermark.tick(now: 29 * second)
        #expect(watermark.time == noon - minute)
        expect(watermark.tick(now: 30 * second))
        #expect(watermark.time == noon + 9 * minute)
        watermark.observe(noon + 10 * minute, source: 1)
        watermark.observe(noon + 20 * minute, source: 0)
        #expect(watermark.time == noon + 9 * minute)
    }

    @Test("goes on with the clock when every source is idle")
    func allIdle() {
        var watermark = watermark()
        watermark.observe(noon)
        watermark.tick(now: 1_000 * second)
        watermark.tick(now: 1_029 * second)
        #expect(watermark.time == noon - minute)
        watermark.tick(now: 1_090 * second)
        #expect(watermark.time == noon + 30 * second)
    }

    @Test("is not held back by a source that has ended")
    func endedSource() {
        var watermark = watermark()
        watermark.observe(noon, source: 0)
        watermark.observe(noon + 30 * minute, source: 1)
        watermark.end(source: 0)
        #expect(watermark.time == noon + 29 * minute)
    }

    @Test("comes back from a state that was written down")
    func restoring() {
        var watermark = watermark()
        for step in 0..<50 { watermark.observe(noon + Int64(step * step % 37) * second, source: step % 3) }
        var restored = Watermark(lateness: minute, idleAfter: 30 * second)
        restored.restore(sources: watermark.sources, time: watermark.time)
        for step in 50..<100 {
            watermark.observe(noon + Int64(step) * second, source: step % 3)
            restored.observe(noon + Int64(step) * second, source: step % 3)
            #expect(restored.time == watermark.time)
        }
    }

    @Test("does not trap at the ends of time")
    func endsOfTime() {
        var random = SeededGenerator(seed: 32)
        var watermark = watermark()
        let times: [Int64] = [.min, .min + 1, -1, 0, .max - 1, .max]
        for step in 0..<5_000 {
            watermark.observe(times.randomElement(using: &random) ?? 0, source: Int.random(in: -1...3, using: &random))
            if step % 10 == 0 { watermark.tick(now: times.randomElement(using: &random) ?? 0) }
            #expect(!watermark.isLate(.max))
        }
    }
}
