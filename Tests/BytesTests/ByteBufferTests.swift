import Testing

@testable import Bytes

@Suite("Bytes in a buffer")
struct ByteBufferTests {
    @Test(
        "Integers are read to the ends of 64 bits and not beyond",
        arguments: [
            ("0", 0), ("-1", -1), ("9223372036854775807", .max), ("-9223372036854775808", .min),
            ("9223372036854775808", nil), ("-9223372036854775809", nil), ("99999999999999999999", nil), ("", nil),
            ("-", nil), ("1x", nil), ("+1", nil), ("007", 7),
        ] as [(String, Int64?)])
    func integers(_ text: String, _ expected: Int64?) {
        let buffer = holding(text)
        #expect(buffer.integer(buffer.all) == expected)
    }

    @Test("Integers are written as they are read", arguments: [0, 7, 10, -10, 1234567890, .max, .min] as [Int64])
    func writing(_ number: Int64) {
        var buffer = ByteBuffer(capacity: 0)
        buffer.append(integer: number)
        #expect(String(decoding: buffer.contents, as: UTF8.self) == "\(number)")
    }

    @Test(
        "Base64 is that of RFC 4648's table",
        arguments: zip(
            ["", "f", "fo", "foo", "foob", "fooba", "foobar"],
            ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"]))
    func base64(_ text: String, _ expected: String) {
        let source = holding(text)
        var target = ByteBuffer(capacity: 0)
        target.append(base64: source, source.all)
        #expect(String(decoding: target.contents, as: UTF8.self) == expected)
        let end = target.count
        let isDecoded = target.appendDecoding(base64: Slice(start: 0, count: end))
        #expect(isDecoded)
        #expect(target.text(Slice(from: end, to: target.count)) == text)
    }

    @Test(
        "Damaged base64 is refused and leaves nothing behind",
        arguments: ["Z", "Zg=", "Zg=x", "Z===", "Zm9v=g==", "Zm9*"])
    func damagedBase64(_ text: String) {
        var buffer = holding(text)
        let isDecoded = buffer.appendDecoding(base64: buffer.all)
        #expect(!isDecoded)
        #expect(buffer.count == text.utf8.count)
    }

    @Test("Tags of names are equal only for equal names, up to eight bytes and their length")
    func tags() {
        let buffer = holding("status statux path pathes")
        let names = [(0, 6), (7, 6), (14, 4), (19, 4), (19, 6)].map { Slice(start: $0.0, count: $0.1) }
        #expect(buffer.tag(names[0]) != buffer.tag(names[1]))
        #expect(buffer.tag(names[2]) == buffer.tag(names[3]))
        #expect(buffer.tag(names[3]) != buffer.tag(names[4]))
    }

    @Test(
        "A word's lower-case tag is that of the word in lower case",
        arguments: ["WARN", "Error", "info", "[x]@Z", "NOTICE", "a{|}~"])
    func lowercase(_ word: String) {
        let upper = holding(word)
        let lower = holding(word.lowercased())
        #expect(upper.lowercasedTag(upper.all) == lower.tag(lower.all))
    }

    @Test("The last of several bytes is found from behind")
    func findingLast() {
        let buffer = holding("a\nb\nc")
        #expect(buffer.findLast(0x0A, from: 0, to: buffer.count) == 3)
        #expect(buffer.findLast(0x0A, from: 0, to: 3) == 1)
        #expect(buffer.findLast(0x0A, from: 0, to: 1) == nil)
    }

    private func holding(_ text: String) -> ByteBuffer {
        var buffer = ByteBuffer(capacity: 4)
        buffer.append(text)
        return buffer
    }
}

extension ByteBuffer {
    fileprivate var all: Slice { Slice(start: 0, count: count) }
}
