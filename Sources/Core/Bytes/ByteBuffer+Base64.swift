extension ByteBuffer {
    /// Appends the bytes of a slice as base64 with padding (RFC 4648 §4).
    package mutating func append(base64 source: borrowing ByteBuffer, _ slice: Slice) {
        source.check(slice)
        reserve(slice.count / 3 * 4 + 4)
        var position = slice.start
        while position < slice.end {
            let left = slice.end - position
            var group = UInt32(source[position]) << 16
            if left > 1 { group |= UInt32(source[position + 1]) << 8 }
            if left > 2 { group |= UInt32(source[position + 2]) }
            append(Self.base64Digit(group >> 18))
            append(Self.base64Digit(group >> 12))
            append(left > 1 ? Self.base64Digit(group >> 6) : 0x3D)
            append(left > 2 ? Self.base64Digit(group) : 0x3D)
            position += 3
        }
    }

    private static func base64Digit(_ bits: UInt32) -> UInt8 {
        let value = UInt8(truncatingIfNeeded: bits & 63)
        return switch value {
        case 0..<26: value + 0x41
        case 26..<52: value + 0x47
        case 52..<62: value - 4
        case 62: 0x2B
        default: 0x2F
        }
    }
}

extension ByteBuffer {
    /// Appends the base64 of a slice of this same buffer.
    package mutating func appendBase64(of slice: Slice) {
        var source = ByteBuffer(capacity: slice.count)
        source.append(self, slice)
        append(base64: source, Slice(start: 0, count: source.count))
    }

    /// Appends the bytes that the base64 text of a slice stands for; false, with nothing appended, where it is none.
    package mutating func appendDecoding(base64 slice: Slice) -> Bool {
        let start = count
        guard slice.count % 4 == 0 else { return false }
        var position = slice.start
        while position < slice.end {
            var group: UInt32 = 0
            var digits = 0
            for offset in 0..<4 {
                guard let value = Self.base64Value(self[position + offset]) else { break }
                group = group << 6 | value
                digits += 1
            }
            let rest = (digits..<4).allSatisfy { self[position + $0] == 0x3D }
            guard digits >= 2, rest, digits == 4 || position + 4 == slice.end else {
                truncate(to: start)
                return false
            }
            group <<= 6 * UInt32(4 - digits)
            for byte in 0..<(digits - 1) { append(UInt8(truncatingIfNeeded: group >> UInt32(16 - 8 * byte))) }
            position += 4
        }
        return true
    }

    private static func base64Value(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x41...0x5A: UInt32(byte) - 0x41
        case 0x61...0x7A: UInt32(byte) - 0x47
        case 0x30...0x39: UInt32(byte) + 4
        case 0x2B: 62
        case 0x2F: 63
        default: nil
        }
    }
}
