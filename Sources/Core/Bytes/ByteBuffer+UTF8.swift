extension ByteBuffer {
    /// How many bytes the well-formed UTF-8 sequence at `position` has (Unicode 15, table 3-7); 0 where it is none:
    /// overlong, a surrogate, beyond U+10FFFF, cut short.
    @inlinable package func utf8Length(at position: Int, end: Int) -> Int {
        let first = self[position]
        if first < 0x80 { return 1 }
        let length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
        return length > 0 && wellFormed(at: position, end: end) == length ? length : 0
    }

    /// How many bytes of an ill-formed sequence one U+FFFD stands for (Unicode 15 §3.9, "maximal subpart").
    @inlinable package func maximalSubpart(at position: Int, end: Int) -> Int {
        max(1, wellFormed(at: position, end: end))
    }

    /// How many bytes from `position` on can begin a sequence, up to its full length.
    @inlinable func wellFormed(at position: Int, end: Int) -> Int {
        let first = self[position]
        guard first >= 0xC2, first < 0xF5 else { return 0 }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard position &+ 1 < end else { return 1 }
        let second = self[position &+ 1]
        let low: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
        let high: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
        guard second >= low, second <= high else { return 1 }
        var good = 2
        while good < length, position &+ good < end, self[position &+ good] & 0xC0 == 0x80 { good &+= 1 }
        return good
    }

    /// True when every byte of the slice belongs to well-formed UTF-8. ASCII costs one test per 32 bytes.
    @inlinable package func isUTF8(_ slice: Slice) -> Bool {
        check(slice)
        var position = slice.start
        while position < slice.end {
            if position &+ 32 <= slice.end {
                let words =
                    word(at: position) | word(at: position &+ 8) | word(at: position &+ 16) | word(at: position &+ 24)
                if words & SWAR.highs == 0 {
                    position &+= 32
                    continue
                }
            }
            if position &+ 8 <= slice.end, word(at: position) & SWAR.highs == 0 {
                position &+= 8
                continue
            }
            let length = utf8Length(at: position, end: slice.end)
            if length == 0 { return false }
            position &+= length
        }
        return true
    }

    /// Appends a Unicode scalar as UTF-8; what is no scalar (a lone surrogate) as U+FFFD.
    package mutating func append(scalar: UInt32) {
        for byte in String(Character(Unicode.Scalar(scalar) ?? "\u{FFFD}")).utf8 { append(byte) }
    }

    /// Appends a slice of this same buffer, with U+FFFD for what is not UTF-8.
    package mutating func appendRepairing(_ slice: Slice) {
        check(slice)
        var position = slice.start
        while position < slice.end {
            let length = utf8Length(at: position, end: slice.end)
            if length > 0 {
                appendCopy(of: Slice(start: position, count: length))
                position += length
            } else {
                append("\u{FFFD}" as StaticString)
                position += maximalSubpart(at: position, end: slice.end)
            }
        }
    }
}
