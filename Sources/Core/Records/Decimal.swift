/// An exact decimal number, `significand × 10^exponent`, as JSON numbers write them.
///
/// JSON (RFC 8259 §6) sets no limit to a number, and a log's 64-bit ids and prices do not survive a trip through
/// `Double`. Up to 38 digits stay exact here; what is longer is refused by the parser, and the caller falls to
/// `Double`.
///
/// One number has many shapes (`1`, `1.0`, `10e-1`). They compare equal, and the text written is the same for all of
/// them; the shape only says how the fields below are filled. There is no negative zero: `-0` is zero.
@frozen @usableFromInline package struct Decimal: BitwiseCopyable, Sendable {
    /// The digits, with the sign.
    @usableFromInline package var significand: Int128
    /// The power of ten by which the digits are multiplied.
    @usableFromInline package var exponent: Int32

    @inlinable @inline(__always)
    package init(significand: Int128, exponent: Int32) {
        self.significand = significand
        self.exponent = exponent
    }

    @inlinable @inline(__always)
    package init(_ integer: Int64) {
        self.init(significand: Int128(integer), exponent: 0)
    }

    package static var zero: Decimal {
        @inlinable @inline(__always) get { Decimal(significand: 0, exponent: 0) }
    }

    package var isZero: Bool {
        @inlinable @inline(__always) get { significand == 0 }
    }

    package var isNegative: Bool {
        @inlinable @inline(__always) get { significand < 0 }
    }

    /// The same number without trailing zeros in the significand; zero has exponent 0. Two equal numbers have equal
    /// fields in this form (unless an exponent is at the very end of `Int32`).
    @usableFromInline package var normalized: Decimal {
        guard significand != 0 else { return .zero }
        var magnitude = significand.magnitude
        var exponent = exponent
        // Most numbers of a log fit a machine word, where a division costs a tenth of that of 128 bits.
        while magnitude > UInt128(UInt64.max), magnitude & 1 == 0, exponent < .max {
            let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: 10)
            guard remainder == 0 else { break }
            magnitude = quotient
            exponent += 1
        }
        if magnitude <= UInt128(UInt64.max) {
            var word = UInt64(truncatingIfNeeded: magnitude)
            while word & 1 == 0, exponent < .max {
                let (quotient, remainder) = word.quotientAndRemainder(dividingBy: 10)
                guard remainder == 0 else { break }
                word = quotient
                exponent += 1
            }
            magnitude = UInt128(word)
        }
        // A magnitude of 2^127 has no trailing decimal zero, so only an unchanged `Int128.min` can reach that size.
        let digits = Int128(truncatingIfNeeded: magnitude)
        return Decimal(significand: significand < 0 ? 0 &- digits : digits, exponent: exponent)
    }

    /// How many decimal digits the significand has; 0 for zero.
    @usableFromInline package var digitCount: Int { PowersOfTen.digitCount(of: significand.magnitude) }

    /// The number as an `Int64`; nil if it has a fraction or does not fit.
    @inlinable
    package var asInt64: Int64? {
        if exponent == 0 { return Int64(exactly: significand) }
        return scaledInt64
    }

    @usableFromInline
    var scaledInt64: Int64? {
        if significand == 0 { return 0 }
        if exponent >= 0 {
            guard let power = PowersOfTen.signed(Int(exponent)) else { return nil }
            let (product, overflow) = significand.multipliedReportingOverflow(by: power)
            return overflow ? nil : Int64(exactly: product)
        }
        guard let power = PowersOfTen.signed(0 - Int(exponent)) else { return nil }
        let (quotient, remainder) = significand.quotientAndRemainder(dividingBy: power)
        return remainder == 0 ? Int64(exactly: quotient) : nil
    }
}
