import Bytes
import TestSupport
import Testing

@testable import Records

@Suite("The minute before, remembered")
struct MinuteMemoryTests {
    @Test("A stamp is read as without it, whatever came before", arguments: 0..<10)
    func plain(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var memory = MinuteMemory()
        for _ in 0..<3000 {
            let second = Int.random(in: 0...62, using: &random)
            let zone =
                Int.random(in: 0..<8, using: &random) == 0
                ? ["+02:00", "z", "", ".5Z"].randomElement(using: &random) : "Z"
            var text = Array("2026-11-0\(Int.random(in: 1...2, using: &random))T09:3\(second % 2):".utf8)
            text += Array("\(second / 10)\(second % 10)\(zone ?? "Z")".utf8)
            if Int.random(in: 0..<10, using: &random) == 0 {
                text[Int.random(in: 0..<text.count, using: &random)] = UInt8.random(in: 0x20...0x7E, using: &random)
            }
            var buffer = ByteBuffer(capacity: 64)
            buffer.append(text)
            let slice = Slice(start: 0, count: text.count)
            let expected = Timestamp(rfc3339: buffer, slice)?.nanoseconds
            #expect(memory.nanoseconds(buffer, slice) == expected, "\(String(decoding: text, as: UTF8.self))")
        }
    }
}
