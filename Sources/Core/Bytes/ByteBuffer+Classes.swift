import CVector

/// Which of 64 bytes are of a class: a bit for each, the first byte's the lowest.
@frozen @usableFromInline package struct ByteClasses: BitwiseCopyable {
    /// White space and controls: up to 0x20.
    package var spaces: UInt64
    /// Those, and `=`.
    package var breaks: UInt64
    package var digits: UInt64
    /// Letters and digits, of ASCII.
    package var words: UInt64
    /// a to f, of either case.
    package var hexLetters: UInt64
    package var dots: UInt64
    /// Dots and colons.
    package var joints: UInt64
    package var minuses: UInt64
}

extension ByteBuffer {
    /// The classes of the 64 bytes from a position on; those behind the content mean nothing.
    package func classes(at position: Int) -> ByteClasses {
        precondition(position >= 0 && position <= capacity)
        // Invariant: 64 bytes of padding lie behind the capacity.
        let found = unsafe weir_classify(base + position)
        return ByteClasses(
            spaces: found.spaces, breaks: found.breaks, digits: found.digits, words: found.words,
            hexLetters: found.hex_letters, dots: found.dots, joints: found.joints, minuses: found.minuses)
    }
}
