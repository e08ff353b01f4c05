import TestSupport
import Testing

@testable import Bytes

@Suite("Short numbers are told by their sixteen bytes")
struct ShortNumberTests {
    @Test(
        "Integers as JSON writes them, of fifteen digits at most",
        arguments: ["0", "7", "10", "99999999", "123456789", "123456789012345"])
    func integers(_ text: String) {
        #expect(holds(text) == (true, false))
    }

    @Test(
        "Digits with a point between them, fifteen bytes at most",
        arguments: ["0.5", "0.001", "10.0", "1.2345678", "123456.12345678", "1.3456789012345"])
    func decimals(_ text: String) {
        #expect(holds(text) == (false, true))
    }

    @Test(
        "What JSON writes otherwise, or what is longer, is neither",
        arguments: [
            "", "00", "007", "-1", "+1", "1e5", "x", "1x", "1 ", ".", "1.", ".5", "00.5", "01.5", "1.2.3", "1..2",
            "1.x", "-0.5",
            "1234567890123456", "12345678901234567", "123456789.123456", "1234567890123456.7", "0.12345678901234",
        ])
    func neither(_ text: String) {
        #expect(holds(text) == (false, false))
    }

    @Test("Random texts of digits and points are what their characters say")
    func random() {
        var random = SeededGenerator(seed: 20_261_201)
        for _ in 0..<20_000 {
            let bytes = random.bytes(upTo: 18, from: Array("0012345678999.".utf8))
            let text = String(decoding: bytes, as: UTF8.self)
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            let isBegun = parts[0].count == 1 || parts[0].count > 1 && !parts[0].hasPrefix("0")
            let isShort = bytes.count <= 15
            let isDecimal = parts.count == 2 && !parts[parts.count - 1].isEmpty
            #expect(holds(text) == (isShort && isBegun && parts.count == 1, isShort && isBegun && isDecimal), "\(text)")
        }
    }

    /// Whether it is an integer, and whether a decimal; the same with digits behind it, and at a buffer's end.
    private func holds(_ text: String) -> (Bool, Bool) {
        var buffer = ByteBuffer(capacity: text.utf8.count)
        buffer.append(text)
        let slice = Slice(start: 0, count: text.utf8.count)
        let answer = (buffer.isShortInteger(slice), buffer.isShortDecimal(slice))
        for behind in ["0123456789", ".5", "x"] {
            var longer = ByteBuffer(capacity: 64)
            longer.append(text + behind)
            #expect((longer.isShortInteger(slice), longer.isShortDecimal(slice)) == answer, "\(text)")
        }
        return answer
    }
}
