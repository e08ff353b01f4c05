import Records
import TestSupport

extension SeededGenerator {
    /// A decimal of up to 38 digits with an exponent of the given range.
    mutating func decimal(exponents: ClosedRange<Int32>) -> Decimal {
        let bits = Int.random(in: 0...126, using: &self)
        let word = Int128(truncatingIfNeeded: UInt128(next()) << 64 | UInt128(next()))
        return Decimal(significand: word >> Int128(127 - bits), exponent: Int32.random(in: exponents, using: &self))
    }
}
