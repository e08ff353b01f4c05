import Records

/// The exact sum of decimal numbers. Never a `Double`: a sum that was rounded on the way depends on the order of its
/// terms, and then two halves of a log, added up apart and merged, give other bytes than the whole.
///
/// Nearly all sums fit 128 bits at the scale of their finest term. What does not fit goes to a `DecimalAccumulator`;
/// the sum is always the two together, and where a term went never shows in the result.
///
/// **Bounds.** A term with a digit (other than trailing or leading zeros) more than 1,000 places from the decimal
/// point, such as 1e1001, is refused and counted in `refused`. Whether a term is refused depends on its value alone.
/// Every term that is a `Double`, and 1e400, is held exactly. The largest state takes about 1 KiB, with squares 2 KiB.
@frozen @usableFromInline
package struct ExactSum: Sendable {
    /// How many places before and behind the decimal point a term may use.
    @usableFromInline package static let reach = 1_000

    @usableFromInline var narrow: Int128
    /// The exponent of `narrow`: always so that 39 digits stay within reach.
    @usableFromInline var scale: Int32
    /// What did not fit; nil for nearly all sums.
    @usableFromInline var wide: DecimalAccumulator?
    /// How many terms were out of reach and are not in the sum.
    @usableFromInline package internal(set) var refused: UInt64

    @inlinable
    package init() {
        narrow = 0
        scale = 0
        wide = nil
        refused = 0
    }

    /// Adds a term; false if it is out of reach and was only counted. Allocates only when the sum leaves 128 bits.
    @inlinable @inline(__always) @discardableResult
    package mutating func add(_ term: Decimal) -> Bool {
        if term.exponent == scale {
            let (sum, overflow) = narrow.addingReportingOverflow(term.significand)
            if !overflow {
                narrow = sum
                return true
            }
        }
        return addSlowly(term)
    }

    @inlinable @inline(__always)
    package mutating func add(_ term: Int64) {
        add(Decimal(term))
    }

    /// Adds the square of a number (for variances); false if the number is out of reach and was only counted.
    @discardableResult
    @usableFromInline package mutating func addSquare(of number: Decimal) -> Bool {
        guard let number = reachable(number) else { return refuse() }
        let digits = number.significand
        let (square, overflow) = digits.multipliedReportingOverflow(by: digits)
        let exponent = 2 * Int(number.exponent)
        if !overflow, let scale = Self.narrowScale(exponent) {
            addReachable(Decimal(significand: square, exponent: scale))
        } else {
            // Split at 19 digits, (h·10^19 + l)² = h²·10^38 + 2hl·10^19 + l², and each product fits 128 bits.
            let (high, low) = digits.magnitude.quotientAndRemainder(dividingBy: UInt128(PowersOfTen.word(19)))
            widely { wide in
                wide.add(high * high, isNegative: false, exponent: exponent + 38)
                wide.add(high * low, isNegative: false, exponent: exponent + 19)
                wide.add(high * low, isNegative: false, exponent: exponent + 19)
                wide.add(low * low, isNegative: false, exponent: exponent)
            }
        }
        return true
    }

    /// Adds the other sum: exact, commutative and associative.
    @usableFromInline package mutating func merge(_ other: ExactSum) {
        if other.narrow != 0 { addReachable(Decimal(significand: other.narrow, exponent: other.scale)) }
        if let terms = other.wide { widely { $0.add(terms) } }
        refused = refused.saturatingSum(other.refused)
    }
}
