extension ByteBuffer {
    /// The value of a hexadecimal digit, nil where it is none.
    @inlinable package static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte &- 0x30
        case 0x41...0x46: byte &- 0x37
        case 0x61...0x66: byte &- 0x57
        default: nil
        }
    }

    /// Appends two lower-case hexadecimal digits.
    package mutating func append(hex byte: UInt8) {
        for digit in [byte &>> 4, byte & 15] { append(digit < 10 ? 0x30 &+ digit : 0x57 &+ digit) }
    }
}
