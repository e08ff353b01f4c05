import Bytes
import Foundation
import TestSupport
import Testing

@Suite("Base64")
struct Base64Tests {
    private static func encoded(_ bytes: [UInt8]) -> String {
        var source = ByteBuffer(capacity: 16)
        source.append(bytes)
        var text = ByteBuffer(capacity: 16)
        text.append(base64: source, Slice(start: 0, count: bytes.count))
        return text.text(Slice(start: 0, count: text.count))
    }

    private static func decoded(_ text: [UInt8]) -> [UInt8]? {
        var buffer = ByteBuffer(capacity: 16)
        buffer.append(text)
        guard buffer.appendDecoding(base64: Slice(start: 0, count: text.count)) else {
            #expect(buffer.count == text.count)
            return nil
        }
        return buffer.copy(Slice(from: text.count, to: buffer.count))
    }

    @Test("Eight digits at a time say what Foundation says, of bytes of any length")
    func random() {
        var random = SeededGenerator(seed: 4)
        for _ in 0..<3000 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            let text = Data(bytes).base64EncodedString()
            #expect(Self.encoded(bytes) == text)
            #expect(Self.decoded(Array(text.utf8)) == bytes)
        }
    }

    @Test("What is no base64 is refused, wherever it is damaged, and nothing is appended")
    func damaged() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<3000 {
            let bytes = (0..<Int.random(in: 1...30, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            var text = Array(Data(bytes).base64EncodedString().utf8)
            text[Int.random(in: 0..<text.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            let expected = Data(base64Encoded: Data(text)).map { [UInt8]($0) }
            guard let decoded = Self.decoded(text) else {
                // Foundation takes what stands behind padding for nothing; it would not write that.
                #expect(expected == nil || expected.map(Self.encoded) != String(decoding: text, as: UTF8.self))
                continue
            }
            #expect(expected == nil || decoded == expected)
        }
    }
}
