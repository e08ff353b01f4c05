extension ByteBuffer {
    /// The tag of a slice's ASCII lower case.
    package func lowercasedTag(_ slice: Slice) -> UInt64 {
        let word = word(at: slice.start)
        // Bit 5 set in every byte from A to Z: bit 7 of (byte + 0x3F) and not of (byte + 0x25), for ASCII bytes.
        let low = word & ~SWAR.highs
        let fromA = low &+ (SWAR.ones &* 0x3F)
        let beyondZ = low &+ (SWAR.ones &* 0x25)
        let upper = fromA & ~beyondZ & ~word & SWAR.highs
        let lower = word | (upper &>> 2)
        let head = slice.count < 8 ? SWAR.keep(lower, first: slice.count) : lower
        return head ^ (UInt64(truncatingIfNeeded: slice.count) &<< 56)
    }

    package func equalIgnoringCase(_ a: Slice, _ b: Slice) -> Bool {
        guard a.count == b.count else { return false }
        for offset in 0..<a.count where Self.lower(self[a.start + offset]) != Self.lower(self[b.start + offset]) {
            return false
        }
        return true
    }

    @inlinable package static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
