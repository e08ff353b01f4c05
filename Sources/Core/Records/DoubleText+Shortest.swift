extension Decimal {
    /// The decimal with the fewest digits that reads back as `value`, and among those the closest: 0.1 gives 1e-1, not
    /// the 55 digits that the `Double` really has. Nil for infinities and NaN.
    @usableFromInline package init?(shortest value: Double) {
        guard value.isFinite else { return nil }
        if let integer = Int64(exactly: value), integer.magnitude <= 1 << 53 {
            self.init(integer)
            return
        }
        let magnitude = value.magnitude
        guard magnitude >= 1e-6, magnitude < 1e21 else {
            // Rare in logs: the standard library does the same for all exponents, at the price of a String.
            guard let decimal = Decimal(parsing: value.description.utf8) else { return nil }
            self = decimal
            return
        }
        self = ShortestDecimal(magnitude).decimal
        if value < 0 { significand = 0 - significand }
    }
}

/// The shortest decimal inside of a Double's rounding interval (Steele & White 1990), found with plain 128-bit
/// integers: between 1e-6 and 1e21 they hold the scaled interval exactly, so no table of powers is needed.
private struct ShortestDecimal {
    private let binary: UInt64
    /// The value is `binary × 2^binaryExponent / 4`.
    private let binaryExponent: Int
    /// The value is scaled by `10^scale`, which gives it 17 or 18 digits before the point: enough to tell Doubles
    /// apart.
    private let scale: Int
    /// `5^scale`.
    private let powerOfFive: UInt64
    private let isEven: Bool
    private let isPowerOfTwo: Bool

    init(_ value: Double) {
        let significand = value.significandBitPattern | 1 << 52
        binary = significand << 2
        binaryExponent = Int(value.exponent) - 54
        // ⌊log10(2^e)⌋, exact for all exponents of Double.
        scale = 16 - (Int(value.exponent) * 78913) >> 18
        powerOfFive =
            scale <= 19
            ? PowersOfTen.word(max(scale, 0)) >> UInt64(max(scale, 0))
            : (PowersOfTen.word(scale - 19) >> UInt64(scale - 19)) * (PowersOfTen.word(19) >> 19)
        isEven = significand & 1 == 0
        isPowerOfTwo = value.significandBitPattern == 0
    }

    var decimal: Decimal {
        let middle = scaled(binary)
        let below = scaled(binary - (isPowerOfTwo ? 1 : 2))
        let above = scaled(binary + 2)
        // The ends of the interval round to this Double only if its significand is even.
        var lowest = below.whole + (below.isWhole && isEven ? 0 : 1)
        var highest = above.whole - (above.isWhole && !isEven ? 1 : 0)
        var dropped = 0
        /// Drops `count` digits if a number without them is still inside of the interval.
        @inline(__always) func drop(_ count: Int, _ power: UInt64) {
            let shorter = (lowest + (power - 1)) / power
            guard shorter <= highest / power else { return }
            lowest = shorter
            highest /= power
            dropped += count
        }
        // A multiple of 10^8 is one of 10^4, so the longest drop is found by halving.
        drop(8, 100_000_000)
        drop(8, 100_000_000)
        drop(4, 10_000)
        drop(2, 100)
        drop(1, 10)
        let unit = PowersOfTen.word(dropped)
        var (nearest, rest) = middle.whole.quotientAndRemainder(dividingBy: unit)
        if middle.isAboveHalf(rest: rest, unit: unit, ifTied: nearest & 1 == 1) { nearest += 1 }
        let chosen = min(max(nearest, lowest), highest)
        return Decimal(significand: Int128(chosen), exponent: Int32(dropped - scale))
    }

    /// A number split into its whole part and a fraction, `remainder / divisor`.
    private struct Scaled {
        let whole: UInt64
        let remainder: UInt128
        let divisor: UInt128

        var isWhole: Bool { remainder == 0 }

        /// Whether `rest` and the fraction are more than half of `unit`.
        func isAboveHalf(rest: UInt64, unit: UInt64, ifTied: Bool) -> Bool {
            if unit == 1 {
                return remainder * 2 > divisor || remainder * 2 == divisor && ifTied
            }
            let half = unit / 2
            return rest > half || rest == half && (remainder > 0 || ifTied)
        }
    }

    /// `quarters × 2^binaryExponent × 10^scale`, exactly. 55 bits times 5^22 (52 bits) fit.
    private func scaled(_ quarters: UInt64) -> Scaled {
        if scale < 0 {
            // From 1e17 on: an integer, of at most 72 bits.
            let divisor = UInt128(PowersOfTen.word(0 - scale))
            let (whole, remainder) = (UInt128(quarters) << UInt128(binaryExponent)).quotientAndRemainder(
                dividingBy: divisor)
            return Scaled(whole: UInt64(truncatingIfNeeded: whole), remainder: remainder, divisor: divisor)
        }
        let (high, low) = quarters.multipliedFullWidth(by: powerOfFive)
        let product = UInt128(high) << 64 | UInt128(low)
        let shift = binaryExponent + scale
        if shift >= 0 {
            return Scaled(whole: UInt64(truncatingIfNeeded: product << UInt128(shift)), remainder: 0, divisor: 1)
        }
        let divisor: UInt128 = 1 << UInt128(0 - shift)
        return Scaled(
            whole: UInt64(truncatingIfNeeded: product >> UInt128(0 - shift)), remainder: product & (divisor - 1),
            divisor: divisor)
    }
}
