import Bytes

/// A quick hash of bytes, for tables of this process: not for what outlives it, or must not be guessed.
enum TextHash {
    @inline(__always) static func hash(_ buffer: borrowing ByteBuffer, _ text: Slice) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: text.count) | 1 << 63
        var position = text.start
        while position < text.end {
            let word = buffer.word(at: position)
            let left = text.end &- position
            hash = (hash ^ (left < 8 ? SWAR.keep(word, first: left) : word)) &* 0x9FB2_1C65_1E98_DF25
            hash ^= hash &>> 32
            position &+= 8
        }
        return hash
    }
}
