/// Eight bytes at a time in one 64-bit word ("SIMD within a register", Lamport 1975). Swift's generic SIMD masks
/// compile to scalar code; these do not. In every mask the first flagged byte is exact, later ones may be false.
@usableFromInline package enum SWAR {
    @inlinable @inline(__always) package static var ones: UInt64 { 0x0101_0101_0101_0101 }
    @inlinable @inline(__always) package static var highs: UInt64 { 0x8080_8080_8080_8080 }

    /// Flags the bytes equal to `byte`.
    @inlinable @inline(__always) package static func equal(_ word: UInt64, _ byte: UInt8) -> UInt64 {
        let difference = word ^ (ones &* UInt64(byte))
        return (difference &- ones) & ~difference & highs
    }

    /// Flags what cannot stand in a JSON string as it is (below 0x20, `"`, `\`), and what is not ASCII.
    @inlinable @inline(__always) package static func needsCare(_ word: UInt64) -> UInt64 {
        let controls = word &- (ones &* 0x20)
        let quotes = (word ^ (ones &* 0x22)) &- ones
        let backslashes = (word ^ (ones &* 0x5C)) &- ones
        return (controls | quotes | backslashes | word) & highs
    }

    /// Flags what is no decimal digit.
    @inlinable @inline(__always) package static func isNoDigit(_ word: UInt64) -> UInt64 {
        let value = word ^ (ones &* 0x30)
        return ((value &+ ones &* 0x76) | value) & highs
    }

    /// The number that the first `count` bytes are, 1…8, which are decimal digits.
    ///
    /// Pairs of neighbours become one number, three times (Lemire, "Quickly parsing eight digits", 2022).
    @inlinable @inline(__always) package static func number(_ word: UInt64, digits count: Int) -> UInt64 {
        // Leading zeros are shifted in.
        var value = (word & (ones &* 0x0F)) &<< UInt64(truncatingIfNeeded: 64 &- count &<< 3)
        value = value &* 10 &+ value &>> 8
        let low = (value & 0x0000_00FF_0000_00FF) &* (100 &+ 1_000_000 &<< 32)
        let high = (value &>> 16 & 0x0000_00FF_0000_00FF) &* (1 &+ 10_000 &<< 32)
        return (low &+ high) &>> 32
    }

    /// The position, 0…7, of the first flagged byte; 8 where none is.
    @inlinable @inline(__always) package static func first(_ mask: UInt64) -> Int {
        mask.trailingZeroBitCount &>> 3
    }

    /// A place for a word in a table of 2 to the power of `bits`: Fibonacci hashing (Knuth, TAOCP 3, 6.4), which mixes all of the word
    /// into the upper bits of the product.
    @inlinable @inline(__always) package static func place(of word: UInt64, bits: UInt64) -> Int {
        Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) &>> (64 &- bits))
    }

    /// Keeps the flags of the first `count` bytes, 0…7.
    @inlinable @inline(__always) package static func keep(_ mask: UInt64, first count: Int) -> UInt64 {
        mask & ((1 &<< UInt64(truncatingIfNeeded: count &<< 3)) &- 1)
    }
}
