import CVector

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
        let end = slice.end
        var position = asciiEnd(from: slice.start, to: end)
        while position < end {
            let length = utf8Length(at: position, end: end)
            if length == 0 { return false }
            position = asciiEnd(from: position &+ length, to: end)
        }
        return true
    }

    /// Where the run of ASCII that begins at `start` ends, or a few bytes before; `end` where it reaches so far.
    @inlinable @inline(__always) func asciiEnd(from start: Int, to end: Int) -> Int {
        // Invariant: the caller checked start…end, and there are 64 bytes of padding behind it.
        var position = start
        while end &- position >= 32 {
            let words = unsafe UnsafeRawPointer(base + position).loadUnaligned(as: SIMD4<UInt64>.self)
            if (words[0] | words[1] | words[2] | words[3]) & SWAR.highs != 0 { break }
            position &+= 32
        }
        while position < end {
            let word = unsafe UInt64(littleEndian: UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self))
            let left = end &- position
            let highs = left < 8 ? SWAR.keep(word & SWAR.highs, first: left) : word & SWAR.highs
            if highs != 0 { return position &+ SWAR.first(highs) }
            position &+= 8
        }
        return end
    }

    /// True when the slice is ASCII without controls and backslashes: all but its quotes can stand in a JSON string.
    package func isPlain(_ slice: Slice) -> Bool {
        check(slice)
        // Invariant: the slice was checked, and there are 64 bytes of padding behind it.
        return unsafe weir_is_plain(base + slice.start, slice.count) != 0
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
