/// Exact comparison, in constant time whatever the exponents: 1e400 against 9007199254740993 looks at the number of
/// digits before the point, and only numbers that agree in that are brought to one scale.
extension Decimal: Comparable {
    @inlinable @inline(__always)
    package static func == (left: Decimal, right: Decimal) -> Bool {
        left.exponent == right.exponent
            ? left.significand == right.significand : left.order(against: right) == 0
    }

    @inlinable @inline(__always)
    package static func < (left: Decimal, right: Decimal) -> Bool {
        left.exponent == right.exponent
            ? left.significand < right.significand : left.order(against: right) < 0
    }

    /// Negative, zero or positive, as `self` is less than, equal to or greater than `other`.
    @usableFromInline package func order(against other: Decimal) -> Int {
        let sign = significand.signum()
        let otherSign = other.significand.signum()
        if sign != otherSign { return sign < otherSign ? -1 : 1 }
        if sign == 0 { return 0 }
        return Self.magnitudeOrder(self, other) * Int(sign)
    }

    /// The order of two magnitudes, neither of which is zero.
    private static func magnitudeOrder(_ left: Decimal, _ right: Decimal) -> Int {
        let leftPlaces = left.digitCount + Int(left.exponent)
        let rightPlaces = right.digitCount + Int(right.exponent)
        if leftPlaces != rightPlaces { return leftPlaces < rightPlaces ? -1 : 1 }
        return left.exponent >= right.exponent
            ? scaledOrder(left, right) : 0 - scaledOrder(right, left)
    }

    /// As above, when both have as many places before the point and `coarse` has the larger exponent: then the
    /// exponents differ by less than 39.
    private static func scaledOrder(_ coarse: Decimal, _ fine: Decimal) -> Int {
        guard let power = PowersOfTen.unsigned(Int(coarse.exponent) - Int(fine.exponent)) else { return 1 }
        let (scaled, overflow) = coarse.significand.magnitude.multipliedReportingOverflow(by: power)
        // What does not fit 128 bits is greater than all that does.
        if overflow { return 1 }
        let magnitude = fine.significand.magnitude
        return scaled == magnitude ? 0 : scaled < magnitude ? -1 : 1
    }
}

extension Decimal: Hashable {
    @usableFromInline package func hash(into hasher: inout Hasher) {
        let shortest = normalized
        hasher.combine(shortest.significand)
        hasher.combine(shortest.exponent)
    }
}
