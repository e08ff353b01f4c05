extension RawSpan {
    /// Eight bytes, little-endian. A span cut to exactly 8 bytes lets the compiler see that each index is in range, and
    /// make one load of the eight: as fast as a raw load, and checked.
    @inline(__always)
    func word(at position: Int) -> UInt64 {
        let bytes = Span<UInt8>(_bytes: extracting(position..<(position &+ 8)))
        let low = UInt64(bytes[0]) | UInt64(bytes[1]) << 8 | UInt64(bytes[2]) << 16 | UInt64(bytes[3]) << 24
        let high = UInt64(bytes[4]) << 32 | UInt64(bytes[5]) << 40 | UInt64(bytes[6]) << 48 | UInt64(bytes[7]) << 56
        return low | high
    }

    /// Four bytes, little-endian.
    @inline(__always)
    func halfWord(at position: Int) -> UInt64 {
        let bytes = Span<UInt8>(_bytes: extracting(position..<(position &+ 4)))
        return UInt64(bytes[0]) | UInt64(bytes[1]) << 8 | UInt64(bytes[2]) << 16 | UInt64(bytes[3]) << 24
    }

    /// Whether the bytes are the same.
    @inline(__always)
    func isEqual(to other: RawSpan) -> Bool {
        let count = byteCount
        guard count == other.byteCount else { return false }
        if count < 8 {
            let (left, right) = (Span<UInt8>(_bytes: self), Span<UInt8>(_bytes: other))
            for index in 0..<count where left[index] != right[index] { return false }
            return true
        }
        var position = 0
        while position &+ 8 <= count {
            if word(at: position) != other.word(at: position) { return false }
            position &+= 8
        }
        // The last word may overlap the one before.
        return word(at: count &- 8) == other.word(at: count &- 8)
    }

    /// Whether the bytes come first in the order of `memcmp`, a prefix before what it begins.
    func precedes(_ other: RawSpan) -> Bool {
        let common = min(byteCount, other.byteCount)
        var position = 0
        while position &+ 8 <= common {
            let (left, right) = (word(at: position).byteSwapped, other.word(at: position).byteSwapped)
            if left != right { return left < right }
            position &+= 8
        }
        let (left, right) = (Span<UInt8>(_bytes: self), Span<UInt8>(_bytes: other))
        while position < common {
            if left[position] != right[position] { return left[position] < right[position] }
            position &+= 1
        }
        return byteCount < other.byteCount
    }
}
