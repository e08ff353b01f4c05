import TestSupport
import Testing

@testable import Aggregation

@Suite("Partial states")
struct MergeTests {
    private static let minute: Int64 = 60_000_000_000

    private static func split(_ lines: [String], _ random: inout SeededGenerator) -> [[String]] {
        let parts = Int.random(in: 1...4, using: &random)
        var split = [[String]](repeating: [], count: parts)
        for line in lines { split[Int.random(in: 0..<parts, using: &random)].append(line) }
        return split
    }

    @Test("Any split, any order, same bytes")
    func anySplitAnyOrder() throws {
        var random = SeededGenerator(seed: 1)
        var splits = 0
        for round in 0..<40 {
            let lines = SampleRecords.make(20, seed: UInt64(round), disorder: 30, paths: 2)
            var whole = try Aggregation(
                SampleRecords.functions, by: round % 2 == 0 ? ["path"] : [], every: round % 4 < 2 ? Self.minute : nil)
            // Nothing may be late here: a part that is read alone does not know of the others.
            whole.options.lateness = 3600 * 1_000_000_000
            let expected = try whole(lines)
            for _ in 0..<25 {
                var partials: [String] = []
                for part in Self.split(lines, &random) { partials += try whole.partial(part) }
                partials.shuffle(using: &random)
                #expect(try whole.merge(partials) == expected)
                splits += 1
            }
        }
        #expect(splits == 1000)
    }

    @Test("So it is with more series than there may be: the same ones are kept, and totals stay exact")
    func limited() throws {
        var random = SeededGenerator(seed: 2)
        for round in 0..<20 {
            let lines = SampleRecords.make(80, seed: UInt64(100 + round), paths: 30)
            var whole = try Aggregation(["count", "sum(bytes)", "p50(duration)", "distinct(client)"], by: ["path"])
            whole.options.maxSeries = 5
            let expected = try whole(lines)
            #expect(expected.count == 6)
            #expect(expected.last?.hasPrefix("{\"_overflow\":true,") == true)
            var partials: [String] = []
            for part in Self.split(lines, &random) { partials += try whole.partial(part) }
            partials.shuffle(using: &random)
            #expect(try whole.merge(partials) == expected)
        }
    }

    @Test("Merging parts into parts, and those again, changes nothing")
    func merged() throws {
        var random = SeededGenerator(seed: 3)
        let lines = SampleRecords.make(200, seed: 3)
        let whole = try Aggregation(SampleRecords.functions, by: ["path"])
        var halves: [String] = []
        let parts = Self.split(lines, &random)
        for half in [parts.prefix(1), parts.dropFirst()] {
            var partials: [String] = []
            for part in half { partials += try whole.partial(part) }
            halves += try whole.partial.merge(partials)
        }
        #expect(try whole.merge(halves) == whole(lines))
    }

    @Test("A part has late records too, which leave as a part of their own")
    func late() throws {
        let lines = SampleRecords.make(600, seed: 4)
        let whole = try Aggregation(["count", "sum(bytes)"], every: Self.minute)
        let backwards = try whole.partial(lines.reversed())
        #expect(try whole.merge(backwards) == whole(lines))
    }

    @Test("What is damaged is refused whole, and never merged in half")
    func damaged() throws {
        let whole = try Aggregation(SampleRecords.functions, by: ["path"])
        let good = try whole.partial(SampleRecords.make(50, seed: 5))
        var random = SeededGenerator(seed: 5)
        for line in good {
            var bytes = Array(line.utf8)
            // In the middle of the base64, which is the last member.
            let place = bytes.count - 10 - Int.random(in: 0..<100, using: &random)
            bytes[place] = bytes[place] == 0x41 ? 0x42 : 0x41
            _ = try whole.merge(good + [String(decoding: bytes, as: UTF8.self)])
        }
        let cut = good.map { $0.replacing(/.{8}"}$/, with: "\"}") }
        #expect(try whole.merge(good + cut) == whole.merge(good))
    }
}
