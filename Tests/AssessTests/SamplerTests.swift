import Bytes
import Foundation
import System
import TestSupport
import Testing

@testable import Assess

@Suite("What is read of a log")
struct SamplerTests {
    /// Lines of many lengths, some longer than a chunk.
    static func log(lines: Int, seed: UInt64) -> [UInt8] {
        var generator = SeededGenerator(seed: seed)
        var bytes: [UInt8] = []
        for number in 0..<lines {
            let length = number % 50 == 7 ? 9000 : Int.random(in: 0...200, using: &generator)
            bytes += Array("\(number) ".utf8) + Array(repeating: UInt8(ascii: "x"), count: length) + [0x0A]
        }
        return bytes
    }

    private func chunks(of bytes: [UInt8], _ budget: SampleBudget) throws -> (chunks: [SampledChunk], isWhole: Bool) {
        try withScratchDirectory { folder in
            try Data(bytes).write(to: URL(filePath: folder + "/log"))
            let descriptor = try Descriptor.open(reading: folder + "/log")
            defer { descriptor.close() }
            var sampler = FileSampler(descriptor, size: Int64(bytes.count), budget, longestLine: 1 << 20)
            var chunks: [SampledChunk] = []
            while let chunk = sampler.nextChunk() { chunks.append(chunk) }
            return (chunks, sampler.isWhole)
        }
    }

    @Test("A log within the budget is read whole, to the byte")
    func whole() throws {
        let bytes = Self.log(lines: 300, seed: 1)
        let (chunks, isWhole) = try chunks(of: bytes, SampleBudget(bytes: 1 << 20))
        #expect(isWhole)
        #expect(chunks.flatMap(\.bytes) == bytes)
        #expect(chunks.allSatisfy { $0.isContiguous })
    }

    @Test("Of a larger one whole lines are read, from its first to its last, none twice", arguments: 1...8)
    func parts(_ seed: UInt64) throws {
        let bytes = Self.log(lines: 4000, seed: seed)
        let budget = SampleBudget(bytes: 64 << 10)
        let (chunks, isWhole) = try chunks(of: bytes, budget)
        #expect(!isWhole)
        let lines = chunks.flatMap { $0.bytes.split(separator: 0x0A) }
        let numbers = lines.compactMap { Int(String(decoding: $0.prefix { $0 != 0x20 }, as: UTF8.self)) }
        #expect(numbers.count == lines.count)
        #expect(numbers == numbers.sorted() && Set(numbers).count == numbers.count)
        #expect(numbers.first == 0 && numbers.last == 3999)
        // Even: no hole is twice as long as it would be if all were the same.
        let holes = zip(chunks, chunks.dropFirst()).map { $1.offset - $0.offset }
        #expect((holes.max() ?? 0) <= Int64(bytes.count / budget.chunks * 2 + 2 * 9100))
    }

    @Test("A stream is sampled as evenly, and all of it is seen once")
    func stream() throws {
        let bytes = Self.log(lines: 6000, seed: 3)
        let budget = SampleBudget(bytes: 64 << 10)
        try withScratchDirectory { folder in
            try Data(bytes).write(to: URL(filePath: folder + "/log"))
            var source = try Descriptor.open(reading: folder + "/log")
            defer { source.close() }
            var sampler = StreamSampler(budget, longestLine: 1 << 20)
            var seen: [UInt8] = []
            try sampler.read(from: &source) { seen += $0.bytes }
            #expect(seen == bytes)
            #expect(sampler.size == Int64(bytes.count) && !sampler.isWhole)
            #expect(sampler.chunks.count <= budget.chunks + 1)
            #expect(sampler.chunks.first?.offset == 0)
            let last = try #require(sampler.chunks.last)
            #expect(last.offset + Int64(last.bytes.count) == Int64(bytes.count))
            for chunk in sampler.chunks {
                #expect(Array(bytes[Int(chunk.offset)..<Int(chunk.offset) + chunk.bytes.count]) == chunk.bytes)
            }
        }
    }

    @Test("Several logs share what may be read by their size")
    func shares() {
        let budget = SampleBudget(bytes: 32 << 20)
        #expect(budget.share(of: 1 << 20, in: 2 << 20).bytes == budget.bytes)
        let large = budget.share(of: 900 << 20, in: 1000 << 20)
        let small = budget.share(of: 100 << 20, in: 1000 << 20)
        #expect(large.bytes > small.bytes && large.bytes + small.bytes <= budget.bytes)
    }
}
