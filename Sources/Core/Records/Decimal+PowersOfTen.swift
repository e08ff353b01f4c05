/// The powers of ten that fit 64 and 128 bits.
@usableFromInline
package enum PowersOfTen {
    /// The largest `n` for which `10^n` fits an `Int128` (and a `UInt128`).
    @usableFromInline package static let limit = 38

    /// `10^n`, for `n` of 0 to 19; 0 otherwise. (A switch over constants becomes a table in read-only memory; a global
    /// array would be reached through an accessor from other modules.)
    @usableFromInline package static func word(_ n: Int) -> UInt64 {
        switch n {
        case 0: 1
        case 1: 10
        case 2: 100
        case 3: 1_000
        case 4: 10_000
        case 5: 100_000
        case 6: 1_000_000
        case 7: 10_000_000
        case 8: 100_000_000
        case 9: 1_000_000_000
        case 10: 10_000_000_000
        case 11: 100_000_000_000
        case 12: 1_000_000_000_000
        case 13: 10_000_000_000_000
        case 14: 100_000_000_000_000
        case 15: 1_000_000_000_000_000
        case 16: 10_000_000_000_000_000
        case 17: 100_000_000_000_000_000
        case 18: 1_000_000_000_000_000_000
        case 19: 10_000_000_000_000_000_000
        default: 0
        }
    }

    /// `10^n`; nil if `n` is negative or above 38.
    @usableFromInline package static func unsigned(_ n: Int) -> UInt128? {
        if n >= 0, n <= 19 { return UInt128(word(n)) }
        guard n > 19, n <= limit else { return nil }
        let (high, low) = word(n - 19).multipliedFullWidth(by: word(19))
        return UInt128(high) << 64 | UInt128(low)
    }

    /// `10^n`; nil if `n` is negative or above 38.
    @usableFromInline package static func signed(_ n: Int) -> Int128? {
        unsigned(n).map { Int128(truncatingIfNeeded: $0) }
    }

    /// How many decimal digits `magnitude` has; 0 for zero.
    @usableFromInline package static func digitCount(of magnitude: UInt128) -> Int {
        guard magnitude != 0 else { return 0 }
        // log10(2) ≈ 1233 / 4096, exact to the digit for up to 128 bits once corrected by one comparison.
        let bits = 128 - magnitude.leadingZeroBitCount
        let estimate = (bits * 1233) >> 12
        guard let power = unsigned(estimate) else { return estimate }
        return magnitude >= power ? estimate + 1 : estimate
    }
}
