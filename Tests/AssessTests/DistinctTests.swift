import Metrics
import TestSupport
import Testing

@testable import Assess

@Suite("How many values a log has of which a part was read")
struct DistinctTests {
    /// Values by part of the log, of a field.
    static func log(_ kind: String, parts: Int, seed: UInt64) -> [[UInt64]] {
        var generator = SeededGenerator(seed: seed)
        return (0..<parts).map { part in
            (0..<200).map { line in
                let number: UInt64
                switch kind {
                case "each new": number = UInt64(part * 200 + line)
                case "few": number = UInt64.random(in: 0..<12, using: &generator)
                case "many, all alike": number = UInt64.random(in: 0..<20_000, using: &generator)
                // A session writes some lines one soon after the other, and few go on into the next part.
                default: number = UInt64(part * 40 + Int.random(in: 0..<41, using: &generator))
                }
                return SeededGenerator.hash(number)
            }
        }
    }

    private func estimate(_ log: [[UInt64]], everyPart step: Int) -> (UInt64, Int) {
        var count = FieldCount(name: "x", tag: 0, nameCount: 1, isSampled: true)
        var parts = 0
        for part in stride(from: 0, to: log.count, by: step) {
            parts += 1
            for hash in log[part] { count.observe(hash, part: part) }
        }
        let estimate = count.values(inParts: parts, timesRead: Double(log.count) / Double(parts))
        return (estimate, Set(log.joined()).count)
    }

    @Test(
        "The estimate from every fourth part is within 5 % for fields that are even",
        arguments: ["each new", "few", "many, all alike", "sessions"])
    func even(_ kind: String) {
        for seed in UInt64(1)...5 {
            let (estimate, real) = estimate(Self.log(kind, parts: 800, seed: seed), everyPart: 4)
            #expect(abs(Double(estimate) / Double(real) - 1) <= 0.05, "\(estimate) of \(real), seed \(seed)")
        }
    }

    @Test("A log that was read whole is counted, not estimated")
    func whole() {
        var count = FieldCount(name: "x", tag: 0, nameCount: 1, isSampled: false)
        for number in 0..<1000 { count.observe(SeededGenerator.hash(UInt64(number % 700)), part: 1) }
        #expect(count.values(inParts: 1, timesRead: 1) == 700)
        #expect(count.present == 1000)
    }

    @Test("There are never more values than records that have the field", arguments: [false, true])
    func atMostAll(isSampled: Bool) {
        var count = FieldCount(name: "x", tag: 0, nameCount: 1, isSampled: isSampled)
        var isTooHigh = false
        for number in 1...6000 {
            count.observe(SeededGenerator.hash(UInt64(number)), part: number / 500)
            guard number % 50 == 0 else { continue }
            isTooHigh = isTooHigh || count.distinct.estimate > number
            #expect(count.values(inParts: number / 500 + 1, timesRead: 1) <= number)
        }
        // The estimate alone would be.
        #expect(isTooHigh)
    }

    @Test("The sample of values is even over the values, however often each comes")
    func sampleOfValues() {
        var parts = PartCounts()
        for part in 0..<10 {
            // 100,000 values in one part each, 5,000 in all of them, and often.
            for number in 0..<10_000 { parts.observe(SeededGenerator.hash(UInt64(part * 10_000 + number)), part: part) }
            for number in 0..<20_000 {
                parts.observe(SeededGenerator.hash(1 << 40 + UInt64(number % 5000)), part: part)
            }
        }
        #expect(abs(parts.values(inParts: 1) / 100_000 - 1) < 0.1)
        #expect(abs(parts.values(inParts: 10) / 5000 - 1) < 0.35)
        #expect(parts.values(inParts: 2) == 0)
    }
}

extension SeededGenerator {
    fileprivate static func hash(_ number: UInt64) -> UInt64 {
        var generator = SeededGenerator(seed: number)
        return generator.next()
    }
}
