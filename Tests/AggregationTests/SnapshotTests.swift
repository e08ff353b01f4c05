import TestSupport
import Testing

@testable import Aggregation

@Suite("An aggregation that is interrupted")
struct SnapshotTests {
    private static let minute: Int64 = 60_000_000_000

    @Test("20 x kill -9 in mid-window: output equals an uninterrupted run")
    func interrupted() throws {
        var random = SeededGenerator(seed: 10)
        for round in 0..<15 {
            let lines = SampleRecords.make(120, seed: UInt64(1000 + round), disorder: 90)
            var aggregation = try Aggregation(
                SampleRecords.functions, by: ["path"], every: round % 3 > 0 ? Self.minute : nil)
            aggregation.options.panes = round % 3 == 2 ? 3 : 1
            aggregation.options.maxSeries = round % 2 == 0 ? 4 : 100
            aggregation.options.fills = round % 5 == 0 && round % 3 > 0
            aggregation.options.lateness = 10_000_000_000
            aggregation.shape.hasSpark = round % 4 == 0
            let places = Set((0..<20).map { _ in Int.random(in: 0..<lines.count, using: &random) })
            #expect(try aggregation(lines, interruptedAt: places) == aggregation(lines))
        }
    }

    @Test("A snapshot of other functions, labels or widths is not taken up")
    func foreign() throws {
        let lines = SampleRecords.make(10, seed: 1)
        let run = try Aggregation.run()
        let one = try Aggregation(["count"], by: ["path"], every: Self.minute)
        for other in [
            try Aggregation(["rate"], by: ["path"], every: Self.minute), try Aggregation(["count"], every: Self.minute),
            try Aggregation(["count"], by: ["path"], every: 2 * Self.minute),
        ] {
            #expect(throws: (any Error).self) { try one.resume(other, lines, run) }
        }
        try one.resume(one, lines, run)
    }
}
