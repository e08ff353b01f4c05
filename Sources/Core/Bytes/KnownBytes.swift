/// Up to 32 bytes that are looked for again and again, as four words.
@frozen @usableFromInline package struct KnownBytes: BitwiseCopyable, Sendable {
    @usableFromInline let words: (UInt64, UInt64, UInt64, UInt64)
    @usableFromInline let masks: (UInt64, UInt64, UInt64, UInt64)
    @usableFromInline package let count: Int

    package static let longest = 32

    /// - Returns: nil where the slice is longer than that.
    package init?(_ buffer: borrowing ByteBuffer, _ slice: Slice) {
        buffer.check(slice)
        guard slice.count <= Self.longest else { return nil }
        func mask(_ word: Int) -> UInt64 {
            let bytes = slice.count &- word &* 8
            return bytes >= 8 ? .max : bytes > 0 ? SWAR.keep(.max, first: bytes) : 0
        }
        func word(_ place: Int) -> UInt64 { buffer.word(at: min(slice.start &+ place &* 8, buffer.capacity)) }
        words = (word(0), word(1), word(2), word(3))
        masks = (mask(0), mask(1), mask(2), mask(3))
        count = slice.count
    }
}

extension ByteBuffer {
    /// Whether the bytes stand at `position`. They may reach into the padding: whoever asks has to see where the text ends.
    @inlinable @inline(__always) package func stands(_ known: KnownBytes, at position: Int) -> Bool {
        precondition(position >= 0 && position <= capacity)
        // Invariant: there are 64 bytes of padding behind the capacity.
        let place = unsafe UnsafeRawPointer(base + position)
        func word(_ offset: Int) -> UInt64 {
            unsafe UInt64(littleEndian: (place + offset).loadUnaligned(as: UInt64.self))
        }
        let difference = (word(0) ^ known.words.0) & known.masks.0 | (word(8) ^ known.words.1) & known.masks.1
        if difference != 0 { return false }
        if known.count <= 16 { return true }
        return (word(16) ^ known.words.2) & known.masks.2 | (word(24) ^ known.words.3) & known.masks.3 == 0
    }
}
