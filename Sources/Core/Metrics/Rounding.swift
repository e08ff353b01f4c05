import Records

/// The step from exact sums to the numbers that people read. It is taken once, at output: each result is the `Double`
/// nearest to the exact quotient (ties to even), so it depends on the values alone, and `DoubleText` prints it with the
/// fewest digits that tell it from its neighbours.
package enum Rounding {
    /// The sum, rounded once.
    package static func double(_ sum: ExactSum) -> Double {
        sum.decimal?.doubleValue ?? sum.total.divided(by: 1)
    }

    /// The arithmetic mean, rounded once; nil if there are no values.
    package static func mean(of sum: ExactSum, count: UInt64) -> Double? {
        guard count > 0 else { return nil }
        if let mean = quotient(sum.decimal, UInt128(count)) { return mean }
        return sum.total.divided(by: UInt128(count))
    }

    /// The variance from the exact sums of the values and of their squares: `(n·Σx² − (Σx)²) / n²`, or over `n(n − 1)`
    /// if the values are a sample. The numerator is exact (nothing cancels away, as it does in floating point) and the
    /// quotient is rounded once. Nil if there are too few values, or more than 2^62.
    package static func variance(
        of sum: ExactSum, squares: ExactSum, count: UInt64, isSample: Bool = false
    ) -> Double? {
        guard count > (isSample ? 1 : 0), count <= 1 << 62 else { return nil }
        let divisor = UInt128(count) * UInt128(isSample ? count - 1 : count)
        let n = Decimal(significand: Int128(count), exponent: 0)
        if let sum = sum.decimal, let squares = squares.decimal, let square = sum.multiplied(by: sum),
            let numerator = squares.multiplied(by: n)?.subtracting(square)
        {
            // Only sums that are not of the same values give less than zero.
            if numerator.isNegative { return 0 }
            if let variance = quotient(numerator, divisor) { return variance }
        }
        var wideCount = DecimalAccumulator()
        wideCount.add(UInt128(count), isNegative: false, exponent: 0)
        var numerator = squares.accumulator.multiplied(by: wideCount)
        let total = sum.accumulator
        numerator.add(total.multiplied(by: total), negated: true)
        let digits = numerator.digits
        return digits.isNegative ? 0 : digits.divided(by: divisor)
    }

    /// The standard deviation: the square root of `variance`, which IEEE 754 rounds correctly as well.
    package static func standardDeviation(
        of sum: ExactSum, squares: ExactSum, count: UInt64, isSample: Bool = false
    ) -> Double? {
        variance(of: sum, squares: squares, count: count, isSample: isSample)?.squareRoot()
    }

    /// `number / divisor` rounded once, where 128 bits are enough to do it; else nil.
    private static func quotient(_ number: Decimal?, _ divisor: UInt128) -> Double? {
        guard let number else { return nil }
        let magnitude = number.significand.magnitude
        let quotient: Double?
        if number.exponent >= 0 {
            guard let digits = number.significand(at: 0) else { return nil }
            quotient = Decimal.ratio(digits.magnitude, divisor)
        } else {
            guard let power = PowersOfTen.unsigned(-Int(number.exponent)) else { return nil }
            let (denominator, overflow) = divisor.multipliedReportingOverflow(by: power)
            if overflow { return nil }
            quotient = Decimal.ratio(magnitude, denominator)
        }
        return quotient.map { number.isNegative ? -$0 : $0 }
    }
}
