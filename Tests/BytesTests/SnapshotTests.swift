import Testing

@testable import Bytes

@Suite("Snapshots are bytes that give back what was written")
struct SnapshotTests {
    @Test("integers of any size, flags, texts and runs of bytes come back in their order")
    func roundTrip() throws {
        let integers: [Int64] = [0, 1, -1, 63, 64, -64, -65, .max, .min]
        let naturals: [UInt64] = [0, 127, 128, 1 << 63, .max]
        var writer = SnapshotWriter()
        for value in integers { writer.append(value) }
        for value in naturals { writer.append(value) }
        writer.append(true)
        writer.append("naïve")
        writer.append([0xFF, 0x00])
        var reader = SnapshotReader(writer.contents)
        for value in integers { #expect(try reader.signed() == value) }
        for value in naturals { #expect(try reader.unsigned() == value) }
        #expect(try reader.flag())
        #expect(try reader.text() == "naïve")
        #expect(try reader.run() == [0xFF, 0x00])
        #expect(reader.isAtEnd)
    }

    @Test("bytes that end too early are cut short, wherever they end")
    func cutShort() {
        var writer = SnapshotWriter()
        writer.append(Int64.min)
        writer.append("text")
        let bytes = writer.contents
        for length in 0..<bytes.count {
            var reader = SnapshotReader(Array(bytes.prefix(length)))
            #expect(throws: SnapshotError.cutShort) {
                _ = try reader.signed()
                _ = try reader.text()
            }
        }
    }

    @Test("numbers beyond 64 bits, flags that are neither, and texts that are not UTF-8 are foreign")
    func foreign() {
        var tooLong = SnapshotReader(Array(repeating: 0xFF, count: 9) + [0x02])
        #expect(throws: SnapshotError.foreign) { try tooLong.unsigned() }
        var notAFlag = SnapshotReader([2])
        #expect(throws: SnapshotError.foreign) { try notAFlag.flag() }
        var notText = SnapshotReader([1, 0xFF])
        #expect(throws: SnapshotError.foreign) { try notText.text() }
    }
}
