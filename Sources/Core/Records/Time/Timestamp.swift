/// An instant of event time: seconds since 1970-01-01T00:00:00Z without leap seconds (POSIX.1-2017 §4.16), the
/// nanoseconds of that second, and how many fraction digits its source had, so that it can be written as it came.
///
/// Invariants: the instant lies in the years 0000…9999 of UTC, which is what RFC 3339 can write; `0 <= nanos < 10⁹`;
/// `digits <= 9`. Every initialiser holds them, so `append(to:)` cannot fail.
///
/// Two stamps are equal when they are the same instant, however many digits their sources had.
@frozen @usableFromInline package struct Timestamp: BitwiseCopyable, Comparable, Hashable, Sendable {
    /// Seconds since 1970 in UTC, negative before.
    @usableFromInline package let seconds: Int64
    /// Nanoseconds of the second, 0…999 999 999; they count forwards before 1970 too.
    @usableFromInline package let nanos: Int32
    /// Fraction digits of the source, 0…9.
    @usableFromInline package let digits: UInt8

    /// 0000-01-01T00:00:00Z.
    @inlinable package static var firstSecond: Int64 { -62_167_219_200 }
    /// 9999-12-31T23:59:59Z.
    @inlinable package static var lastSecond: Int64 { 253_402_300_799 }

    /// Nil outside the years 0000…9999, and where `nanos` or `digits` mean nothing.
    @inlinable package init?(seconds: Int64, nanos: Int32 = 0, digits: UInt8 = 0) {
        guard seconds >= Self.firstSecond, seconds <= Self.lastSecond, nanos >= 0, nanos < 1_000_000_000, digits <= 9
        else { return nil }
        self.seconds = seconds
        self.nanos = nanos
        self.digits = digits
    }

    /// Nanoseconds since 1970: 1677-09-21 … 2262-04-11, so never out of range. Without `digits`, as many as it takes in
    /// thirds: none, milli-, micro- or nanoseconds.
    @inlinable package init(nanoseconds: Int64, digits: UInt8? = nil) {
        var (second, rest) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        if rest < 0 {
            second &-= 1
            rest &+= 1_000_000_000
        }
        seconds = second
        nanos = Int32(truncatingIfNeeded: rest)
        self.digits = digits.map { min($0, 9) } ?? Self.digitsNeeded(for: rest)
    }

    @inlinable package static func digitsNeeded(for nanos: Int64) -> UInt8 {
        if nanos == 0 { return 0 }
        if nanos % 1_000_000 == 0 { return 3 }
        return nanos % 1000 == 0 ? 6 : 9
    }

    /// Nanoseconds since 1970; nil before 1677-09-21T00:12:43.145224192Z and after 2262-04-11T23:47:16.854775807Z.
    @inlinable package var nanoseconds: Int64? {
        // Before 1970 the second is rounded down: count from the one behind, or the lowest would overflow on its way.
        let behind = seconds < 0 && nanos > 0
        let whole = behind ? seconds &+ 1 : seconds
        let rest = behind ? Int64(nanos) &- 1_000_000_000 : Int64(nanos)
        let (product, tooLarge) = whole.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, over) = product.addingReportingOverflow(rest)
        return tooLarge || over ? nil : sum
    }

    @inlinable package static func == (a: Timestamp, b: Timestamp) -> Bool {
        a.seconds == b.seconds && a.nanos == b.nanos
    }

    @inlinable package static func < (a: Timestamp, b: Timestamp) -> Bool {
        a.seconds < b.seconds || a.seconds == b.seconds && a.nanos < b.nanos
    }

    @inlinable package func hash(into hasher: inout Hasher) {
        hasher.combine(seconds)
        hasher.combine(nanos)
    }
}
