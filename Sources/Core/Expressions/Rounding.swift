import Records

/// Ways to lose digits. Doubles are rounded as the shortest decimal that names them, so `round(2.675, 2)` is 2.68
/// whether the number came from a log or from a division.
enum Rounding {
    case nearest, down, up, towardsZero

    /// The number with at most `digits` digits behind the point (negative: zeros before it); a whole number as
    /// an integer where it fits.
    func rounded(_ number: Value, digits: Int64) -> Value {
        if case .integer = number, digits >= 0 { return number }
        if case .double(let double) = number, digits >= 0 {
            if double.magnitude >= 0x1p53 { return number }
            if digits == 0, let whole = whole(double) { return .integer(whole) }
        }
        guard let places = Int32(exactly: digits), places.magnitude <= 400, let decimal = Self.decimal(number) else {
            return .null
        }
        let rounded = rounded(decimal, exponent: -places)
        if digits <= 0, let integer = rounded.asInt64 { return .integer(integer) }
        return .decimal(rounded)
    }

    /// Whole numbers and halves are doubles themselves below 2^52, so no shortest decimal lies on another side of them than
    /// the double that it names.
    private func whole(_ double: Double) -> Int64? {
        guard double.magnitude < 0x1p52 else { return nil }
        let rule: FloatingPointRoundingRule =
            switch self {
            case .nearest: .toNearestOrAwayFromZero
            case .down: .down
            case .up: .up
            case .towardsZero: .towardZero
            }
        return Int64(exactly: double.rounded(rule))
    }

    /// The number as a whole one of 64 bits; what does not fit is null and counted.
    func integer(_ number: Value, _ tally: inout Tally) -> Value {
        guard number.isNumber else { return .null }
        return ArithmeticOperator.counted(rounded(number, digits: 0).wholeNumber.map { .integer($0) }, &tally)
    }

    private static func decimal(_ number: Value) -> Decimal? {
        if case .double(let double) = number { return Decimal(shortest: double) }
        return number.exact
    }

    private func rounded(_ number: Decimal, exponent: Int32) -> Decimal {
        let excess = Int(exponent) - Int(number.exponent)
        guard excess > 0, !number.isZero else { return number }
        // Beyond 38 digits everything is cut off, and what is cut off is less than a half.
        let power = PowersOfTen.signed(excess)
        var quotient: Int128 = 0
        var rest: Int128 = number.significand
        if let power { (quotient, rest) = number.significand.quotientAndRemainder(dividingBy: power) }
        let isHalf = power.map { rest.magnitude >= $0.magnitude - rest.magnitude } ?? false
        switch self {
        case .nearest where isHalf: quotient += rest < 0 ? -1 : 1
        case .down where rest < 0: quotient -= 1
        case .up where rest > 0: quotient += 1
        default: break
        }
        return Decimal(significand: quotient, exponent: exponent)
    }
}
