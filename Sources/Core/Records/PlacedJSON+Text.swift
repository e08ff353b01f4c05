import Bytes

extension PlacedJSON {
    /// Where in the JSON text a byte of a string's value comes from, for errors within it: a regular expression or a time
    /// layout knows its own offset, not that of the escapes around it.
    /// - Parameters:
    ///   - offset: of the byte in the value's UTF-8; its count gives the place of the closing quote.
    ///   - range: the string's, with its quotes.
    package static func position(ofTextByte offset: Int, inStringAt range: Range<Int>, of bytes: [UInt8]) -> Int {
        var position = range.lowerBound + 1
        let end = range.upperBound - 1
        var count = 0
        while position < end {
            let (written, meant) = bytes[position] == 0x5C ? escape(at: position, end, bytes) : (1, 1)
            count += meant
            if count > offset { break }
            position += written
        }
        return min(position, end)
    }

    /// How many bytes the escape takes, and how many its meaning has in UTF-8.
    private static func escape(at position: Int, _ end: Int, _ bytes: [UInt8]) -> (written: Int, meant: Int) {
        guard position + 1 < end, bytes[position + 1] == 0x75 else { return (2, 1) }
        let unit = hex(at: position + 2, end, bytes)
        if unit & 0xFC00 == 0xD800, position + 7 < end, bytes[position + 6] == 0x5C, bytes[position + 7] == 0x75,
            hex(at: position + 8, end, bytes) & 0xFC00 == 0xDC00
        {
            return (12, 4)
        }
        return (6, unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3)
    }

    private static func hex(at position: Int, _ end: Int, _ bytes: [UInt8]) -> UInt32 {
        guard position + 4 <= end else { return 0 }
        return bytes[position..<position + 4].reduce(0) { $0 << 4 | UInt32(ByteBuffer.hexValue($1) ?? 0) }
    }
}
