import TestSupport
import Testing

@testable import Bytes

@Suite("Escaping text for JSON")
struct EscapeTests {
    @Test(
        "Ordinary text stays as it is, whatever its length", arguments: [0, 1, 7, 8, 9, 15, 16, 17, 63, 64, 65, 4095])
    func plain(_ length: Int) {
        let text = String(repeating: "a", count: length)
        #expect(escaped(Array(text.utf8)) == text)
    }

    @Test("Quotes, backslashes and controls are escaped, the shortest way")
    func specials() {
        #expect(escaped(Array("a\"b\\c\n\r\t\u{8}\u{C}\u{1}\u{1F}".utf8)) == #"a\"b\\c\n\r\t\b\f\u0001\u001f"#)
    }

    @Test("NUL and DEL: the first must be escaped, the second need not be")
    func nulAndDelete() { #expect(escaped([0, 0x7F]) == "\\u0000\u{7F}") }

    @Test("Well-formed UTF-8 is left alone")
    func utf8() {
        let text = "Grüße, 世界 🌍"
        #expect(escaped(Array(text.utf8)) == text)
    }

    @Test(
        "What is not UTF-8 becomes U+FFFD: stray bytes, overlong forms, surrogates, cut sequences",
        arguments: [
            ([0x61, 0xFF, 0x62], "a\u{FFFD}b"), ([0xC0, 0xAF], "\u{FFFD}\u{FFFD}"),
            ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
            ([0xE4, 0xB8], "\u{FFFD}"), ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
        ] as [([UInt8], String)])
    func invalid(_ bytes: [UInt8], _ expected: String) {
        #expect(escaped(bytes) == expected)
        #expect(!isClean(bytes))
    }

    @Test("The fast path and a plain one agree on 20,000 random byte strings")
    func differential() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<20_000 {
            let bytes = random.bytes(
                upTo: 40, from: [0x22, 0x5C, 0x0A, 0x1F, 0x20, 0x61, 0x7F, 0x80, 0xC3, 0xA4, 0xE2, 0x82, 0xAC, 0xFF])
            #expect(escaped(bytes) == PlainEscape.escape(bytes), "\(bytes)")
        }
    }

    private func escaped(_ bytes: [UInt8]) -> String {
        var source = ByteBuffer(capacity: 8)
        source.append(bytes)
        var target = ByteBuffer(capacity: 0)
        target.append(escaping: source, Slice(start: 0, count: bytes.count))
        return String(decoding: target.contents, as: UTF8.self)
    }

    private func isClean(_ bytes: [UInt8]) -> Bool {
        var source = ByteBuffer(capacity: 8)
        source.append(bytes)
        return source.isUTF8(Slice(start: 0, count: bytes.count))
    }
}

/// The same by the standard library's decoder, one scalar at a time.
private enum PlainEscape {
    static func escape(_ bytes: [UInt8]) -> String {
        var result = ""
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{8}": result += "\\b"
            case "\u{C}": result += "\\f"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

@Suite("Plain text")
struct PlainTextTests {
    @Test("is ASCII without controls and backslashes, wherever the odd byte stands")
    func plain() {
        for count in [0, 1, 7, 8, 9, 15, 16, 17, 31, 32, 33, 47] {
            for place in 0..<max(1, count) {
                for byte: UInt8 in [0x41, 0x22, 0x5C, 0x1F, 0x00, 0x7F, 0x80, 0xC3, 0xFF, 0x20] {
                    var buffer = ByteBuffer(capacity: 4)
                    // What stands around the slice does not count.
                    buffer.append(0x5C)
                    for position in 0..<count { buffer.append(position == place ? byte : 0x61) }
                    let slice = Slice(from: 1, to: buffer.count)
                    for _ in 0..<32 { buffer.append(0xFF) }
                    let isPlain = count == 0 || (byte >= 0x20 && byte < 0x80 && byte != 0x5C)
                    #expect(buffer.isPlain(slice) == isPlain, "\(byte) at \(place) of \(count)")
                    #expect(buffer.isUTF8(slice) == (count == 0 || byte < 0x80), "\(byte) at \(place) of \(count)")
                }
            }
        }
    }
}
