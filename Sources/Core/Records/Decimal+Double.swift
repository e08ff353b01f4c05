extension Decimal {
    /// The nearest `Double`, ties to even; infinite beyond its range. Correctly rounded for every number, so the same
    /// on every machine. Allocates only for numbers with more than 19 digits or exponents far from zero.
    @usableFromInline package var doubleValue: Double {
        let word = UInt64(truncatingIfNeeded: significand)
        if significand == Int128(word), word <= 1 << 53, exponent <= 0, exponent >= -19 {
            // As below, for what most numbers are.
            return Double(word) / Double(PowersOfTen.word(Int(0 - exponent)))
        }
        let magnitude = significand.magnitude
        if magnitude == 0 { return 0 }
        let result = Self.near(magnitude, exponent: Int(exponent)) ?? Self.far(magnitude, exponent: Int(exponent))
        return isNegative ? -result : result
    }

    /// The rounded value where 128 bits are enough for all of the work.
    private static func near(_ magnitude: UInt128, exponent: Int) -> Double? {
        if magnitude <= 1 << 53, exponent >= -22, exponent <= 22 {
            // Both operands are exact as Doubles, so the one operation rounds once (Clinger 1990).
            let digits = Double(UInt64(truncatingIfNeeded: magnitude))
            let power = exactPower(exponent < 0 ? 0 - exponent : exponent)
            return exponent < 0 ? digits / power : digits * power
        }
        if exponent >= 0 {
            guard let power = PowersOfTen.unsigned(exponent) else { return nil }
            let (product, overflow) = magnitude.multipliedReportingOverflow(by: power)
            return overflow ? nil : round(product, sticky: false, binaryExponent: 0)
        }
        guard exponent >= -38, let power = PowersOfTen.unsigned(0 - exponent) else { return nil }
        return ratio(magnitude, power)
    }

    /// `numerator / denominator` rounded once to nearest, ties to even; nil if 128 bits are not enough to do it exactly
    /// (the denominator is above 2^63). The denominator must not be zero.
    @usableFromInline package static func ratio(_ numerator: UInt128, _ denominator: UInt128) -> Double? {
        if numerator == 0 { return 0 }
        // With the numerator pushed to the top, the quotient has at least 64 bits, ten more than a Double can hold.
        guard denominator > 0, denominator <= 1 << 63 else { return nil }
        let shift = numerator.leadingZeroBitCount
        let (quotient, remainder) = (numerator << UInt128(shift)).quotientAndRemainder(dividingBy: denominator)
        return round(quotient, sticky: remainder != 0, binaryExponent: 0 - shift)
    }

    /// `magnitude × 2^binaryExponent`, and a bit more if `sticky`, rounded once. For results well inside the normal
    /// range. If `sticky`, the magnitude needs at least 55 bits.
    private static func round(_ magnitude: UInt128, sticky: Bool, binaryExponent: Int) -> Double {
        let shift = max(0, 64 - magnitude.leadingZeroBitCount)
        let lost = magnitude & ((1 << UInt128(shift)) - 1)
        // Below the bit that decides the rounding, all that matters is whether something is there.
        let top = UInt64(truncatingIfNeeded: magnitude >> UInt128(shift)) | (lost != 0 || sticky ? 1 : 0)
        return Double(sign: .plus, exponent: shift + binaryExponent, significand: Double(top))
    }

    /// The rounded value of any number: the text, read by the C library's `strtod`, which rounds correctly.
    private static func far(_ magnitude: UInt128, exponent: Int) -> Double {
        let text = "\(magnitude)e\(exponent)"
        return Double(text) ?? (exponent < 0 ? 0 : .infinity)
    }

    /// `10^n` for n of 0 to 22, all exact.
    private static func exactPower(_ n: Int) -> Double {
        n <= 19 ? Double(PowersOfTen.word(n)) : 1e19 * Double(PowersOfTen.word(n - 19))
    }
}
