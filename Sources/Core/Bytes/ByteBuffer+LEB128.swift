/// Integers in as many bytes as they need (DWARF 5 §7.6): what snapshots and states are written in.
extension ByteBuffer {
    package mutating func append(leb128 value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest &>>= 7
        }
        append(UInt8(truncatingIfNeeded: rest))
    }

    /// Signed ones as zigzag.
    package mutating func append(zigzag value: Int64) {
        append(leb128: UInt64(bitPattern: (value &<< 1) ^ (value &>> 63)))
    }

    /// The integer at `position`, which goes on behind it; nil where there is none before `end`.
    package func leb128(at position: inout Int, end: Int) -> UInt64? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while position < end, shift < 70 {
            let byte = self[position]
            position += 1
            // The tenth byte has room for one bit.
            if shift == 63, byte > 1 { return nil }
            value |= UInt64(byte & 0x7F) &<< shift
            if byte < 0x80 { return value }
            shift += 7
        }
        return nil
    }
}
