/// Exact arithmetic: each operation gives the exact result, or nil when it does not fit 127 bits. Whether it fits
/// depends on the numbers alone, not on the shape that they came in (`1` or `1.000`), so a result never depends on an
/// order.
extension Decimal {
    @usableFromInline package func adding(_ other: Decimal) -> Decimal? {
        if exponent == other.exponent {
            let (sum, overflow) = significand.addingReportingOverflow(other.significand)
            if !overflow { return Decimal(significand: sum, exponent: exponent) }
        }
        return Self.aligned(self, other) { $0.addingReportingOverflow($1) }
    }

    @usableFromInline package func subtracting(_ other: Decimal) -> Decimal? {
        if exponent == other.exponent {
            let (difference, overflow) = significand.subtractingReportingOverflow(other.significand)
            if !overflow { return Decimal(significand: difference, exponent: exponent) }
        }
        return Self.aligned(self, other) { $0.subtractingReportingOverflow($1) }
    }

    @usableFromInline package func multiplied(by other: Decimal) -> Decimal? {
        Self.product(self, other) ?? Self.product(normalized, other.normalized)
    }

    /// Nil only for the one significand whose opposite does not fit, `Int128.min`.
    @usableFromInline package var negated: Decimal? { Decimal.zero.subtracting(self) }

    /// Nil only for the one significand whose opposite does not fit, `Int128.min`.
    @usableFromInline package var absolute: Decimal? { isNegative ? negated : self }

    /// The number rounded to `count` significant digits (at least 1), ties to even (IEEE 754's default, which has no
    /// drift).
    @usableFromInline package func rounded(significantDigits count: Int) -> Decimal {
        let excess = digitCount - max(count, 1)
        guard excess > 0, let power = PowersOfTen.unsigned(excess),
            let exponent = Int32(exactly: Int(exponent) + excess)
        else { return self }
        var (quotient, remainder) = significand.magnitude.quotientAndRemainder(dividingBy: power)
        let half = power / 2
        if remainder > half || remainder == half && quotient & 1 == 1 { quotient += 1 }
        let digits = Int128(truncatingIfNeeded: quotient)
        return Decimal(significand: isNegative ? 0 - digits : digits, exponent: exponent)
    }

    private typealias Operation = (Int128, Int128) -> (partialValue: Int128, overflow: Bool)

    /// Brings both to the smaller exponent and applies `operation`; if they do not fit, again in their shortest form.
    private static func aligned(_ left: Decimal, _ right: Decimal, _ operation: Operation) -> Decimal? {
        combine(left, right, operation) ?? combine(left.normalized, right.normalized, operation)
    }

    private static func combine(_ left: Decimal, _ right: Decimal, _ operation: Operation) -> Decimal? {
        // Zero has no digits to bring to a scale: beside it, any exponent is fine.
        let exponent =
            left.isZero ? right.exponent : right.isZero ? left.exponent : min(left.exponent, right.exponent)
        guard let first = left.significand(at: exponent), let second = right.significand(at: exponent) else {
            return nil
        }
        let (result, overflow) = operation(first, second)
        return overflow ? nil : Decimal(significand: result, exponent: exponent)
    }

    /// The significand that the number has with a smaller or equal exponent; nil if that does not fit.
    @usableFromInline package func significand(at smaller: Int32) -> Int128? {
        if significand == 0 || exponent == smaller { return significand }
        guard let power = PowersOfTen.signed(Int(exponent) - Int(smaller)) else { return nil }
        let (product, overflow) = significand.multipliedReportingOverflow(by: power)
        return overflow ? nil : product
    }

    private static func product(_ left: Decimal, _ right: Decimal) -> Decimal? {
        let (product, overflow) = left.significand.multipliedReportingOverflow(by: right.significand)
        if overflow { return nil }
        if product == 0 { return .zero }
        guard let exponent = Int32(exactly: Int(left.exponent) + Int(right.exponent)) else { return nil }
        return Decimal(significand: product, exponent: exponent)
    }
}
