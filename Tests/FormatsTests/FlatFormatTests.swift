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
        for format in FormatLibrary.builtIn().formats where format.kind == .pattern {
            for pattern in format.patterns {
                let flat = try CompiledPattern(pattern.regex, options: [.bytes, .whole])
                let plain = try CompiledPattern(pattern.regex, options: [.bytes, .whole, .interpreted])
                for sample in format.samples {
                    for round in 0..<6 {
                        var line = Array(sample.line.utf8)
                        if round > 0 { Damage.do(to: &line, &random) }
                        let text = String(decoding: line, as: UTF8.self)
                        #expect(
                            captures(flat, line) == captures(plain, line), "\(format.name) \(pattern.name): \(text)")
                    }
                }
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
