import Bytes
import Regex
import TestSupport
import Testing

@testable import Formats

@Suite("The patterns of formats, flat and by PCRE2")
struct FlatFormatTests {
    @Test("capture the same from samples, and from samples that something happened to")
    func agree() throws {
        var random = SeededGenerator(seed: 3)
        for format in try FormatLibrary.builtIn().formats where format.kind == .pattern {
            for pattern in format.patterns {
                let flat = try CompiledPattern(pattern.regex, options: [.bytes, .whole])
                let plain = try CompiledPattern(pattern.regex, options: [.bytes, .whole, .interpreted])
                for sample in format.samples {
                    for round in 0..<6 {
                        var line = Array(sample.line.utf8)
                        if round > 0 { Self.damage(&line, &random) }
                        let text = String(decoding: line, as: UTF8.self)
                        #expect(
                            captures(flat, line) == captures(plain, line), "\(format.name) \(pattern.name): \(text)")
                    }
                }
            }
        }
    }

    /// A byte or two changed, put in, or taken out.
    private static func damage(_ line: inout [UInt8], _ random: inout SeededGenerator) {
        let bytes = Array("\\\" -[]():,;=0aZ\n\t\u{1}".utf8) + [0xC3, 0xFF]
        for _ in 0..<Int.random(in: 1...2, using: &random) where !line.isEmpty {
            let place = Int.random(in: 0..<line.count, using: &random)
            let byte = bytes.randomElement(using: &random) ?? 0
            switch Int.random(in: 0..<4, using: &random) {
            case 0: line.remove(at: place)
            case 1: line.insert(byte, at: place)
            case 2: line.removeLast(min(line.count, Int.random(in: 1...9, using: &random)))
            default: line[place] = byte
            }
        }
    }

    private func captures(_ pattern: CompiledPattern, _ line: [UInt8]) -> [[UInt8]?]? {
        var buffer = ByteBuffer(capacity: line.count)
        buffer.append(line)
        guard pattern.firstMatch(in: buffer, Slice(start: 0, count: line.count)) == .matched else { return nil }
        return (0...pattern.groupCount).map { pattern.capture($0).map { buffer.copy($0) } }
    }
}
