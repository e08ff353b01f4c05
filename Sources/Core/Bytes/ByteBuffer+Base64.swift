extension ByteBuffer {
    /// Appends the bytes of a slice as base64 with padding (RFC 4648 §4).
    package mutating func append(base64 source: borrowing ByteBuffer, _ slice: Slice) {
        source.check(slice)
        reserve(slice.count / 3 * 4 + 4)
        var position = slice.start
        // Six bytes are eight digits, and eight digits a word.
        while slice.end - position >= 6 {
            append(word: Self.base64Digits(source.word(at: position).byteSwapped >> 16), count: 8)
            position &+= 6
        }
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

    /// 0x80 in each byte that is not less than the limit; bytes are below 0x80.
    @inline(__always) private static func reaching(_ limit: UInt64, _ bytes: UInt64) -> UInt64 {
        (bytes &+ (0x80 &- limit) &* 0x0101_0101_0101_0101) & 0x8080_8080_8080_8080
    }

    /// Eight digits of 48 bits, the first one in the lowest byte.
    @inline(__always) static func base64Digits(_ bits: UInt64) -> UInt64 {
        // Spread: halves of 24 bits, quarters of 12, eighths of 6.
        var spread = (bits & 0xFFFF_FF00_0000) &<< 8 | bits & 0xFF_FFFF
        spread = (spread & 0x00FF_F000_00FF_F000) &<< 4 | spread & 0x0000_0FFF_0000_0FFF
        spread = (spread & 0x0FC0_0FC0_0FC0_0FC0) &<< 2 | spread & 0x003F_003F_003F_003F
        let values = spread.byteSwapped
        // A is 65, a is 6 more than where that leads, 0 is 75 less, and so on.
        return values &+ 65 &* 0x0101_0101_0101_0101
            &+ (reaching(26, values) &>> 7) &* 6
            &- (reaching(52, values) &>> 7) &* 75
            &- (reaching(62, values) &>> 7) &* 15
            &+ (reaching(63, values) &>> 7) &* 3
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
        while slice.end - position >= 8, let bits = Self.bits(ofBase64: word(at: position)) {
            append(word: (bits &<< 16).byteSwapped, count: 6)
            position &+= 8
        }
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

    /// The 48 bits that eight digits stand for; nil if one of them is none.
    @inline(__always) static func bits(ofBase64 digits: UInt64) -> UInt64? {
        guard digits & 0x8080_8080_8080_8080 == 0 else { return nil }
        let upper = reaching(0x41, digits) & ~reaching(0x5B, digits)
        let lower = reaching(0x61, digits) & ~reaching(0x7B, digits)
        let digit = reaching(0x30, digits) & ~reaching(0x3A, digits)
        let plus = reaching(0x2B, digits) & ~reaching(0x2C, digits)
        let slash = reaching(0x2F, digits) & ~reaching(0x30, digits)
        guard upper | lower | digit | plus | slash == 0x8080_8080_8080_8080 else { return nil }
        let values =
            digits &+ (digit &>> 7) &* 4 &+ (plus &>> 7) &* 19 &+ (slash &>> 7) &* 16 &- (upper &>> 7) &* 65
            &- (lower &>> 7) &* 71
        var packed = values.byteSwapped
        packed = (packed & 0x3F00_3F00_3F00_3F00) &>> 2 | packed & 0x003F_003F_003F_003F
        packed = (packed & 0x0FFF_0000_0FFF_0000) &>> 4 | packed & 0x0000_0FFF_0000_0FFF
        return (packed & 0x00FF_FFFF_0000_0000) &>> 8 | packed & 0xFF_FFFF
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
