import CVector

/// Up to 32 bytes that are looked for again and again, as four words.
@frozen @usableFromInline package struct KnownBytes: BitwiseCopyable, Sendable {
    /// As they lie in memory.
    @usableFromInline let words: (UInt64, UInt64, UInt64, UInt64)
    /// Of the first sixteen and of the others those that are not asked for, a bit for each.
    @usableFromInline let spare: (UInt32, UInt32)
    @usableFromInline package let count: Int

    package static let longest = 32

    /// - Returns: nil where the slice is longer than that.
    package init?(_ buffer: borrowing ByteBuffer, _ slice: Slice) {
        buffer.check(slice)
        guard slice.count <= Self.longest else { return nil }
        func word(_ place: Int) -> UInt64 {
            buffer.word(at: min(slice.start + place * 8, buffer.capacity)).littleEndian
        }
        words = (word(0), word(1), word(2), word(3))
        func spare(_ asked: Int) -> UInt32 { 0xFFFF & (0xFFFF << UInt32(min(max(asked, 0), 16))) }
        self.spare = (spare(slice.count), spare(slice.count - 16))
        count = slice.count
    }

    package subscript(_ place: Int) -> UInt8 {
        let word = [words.0, words.1, words.2, words.3][place / 8].littleEndian
        return UInt8(truncatingIfNeeded: word >> UInt64(place % 8 * 8))
    }

    /// None: they stand nowhere.
    package init() {
        words = (0, 0, 0, 0)
        spare = (0, 0)
        count = Int(Int32.max)
    }

    /// Whether they stand at a place that 32 bytes can be read from.
    @unsafe @inlinable @inline(__always) package func stand(at place: UnsafePointer<UInt8>) -> Bool {
        if unsafe weir_same(place, words.0, words.1) | spare.0 != 0xFFFF { return false }
        return unsafe count <= 16 || weir_same(place + 16, words.2, words.3) | spare.1 == 0xFFFF
    }
}

extension ByteBuffer {
    /// Whether the bytes stand at `position`. They may reach into the padding: whoever asks has to see where the text ends.
    @inlinable @inline(__always) package func stands(_ known: KnownBytes, at position: Int) -> Bool {
        precondition(position >= 0 && position <= capacity)
        // Invariant: there are 64 bytes of padding behind the capacity.
        return unsafe known.stand(at: base + position)
    }
}
