/// How a `Double` is written on the stream: the shortest JSON number that reads back as the same `Double`, and among
/// those the closest to it.
///
/// Integers have no `.0`; the `e` notation is used from 1e21 on and below 1e-6 (ECMAScript's limits, so `jq` and
/// browsers write the same), without `+`. Both zeros are `0`. JSON has no word for infinities and NaN: those are nil,
/// and the caller writes `null` and counts.
@usableFromInline package enum DoubleText {
    /// The text; nil for infinities and NaN.
    @usableFromInline package static func json(_ value: Double) -> String? {
        var bytes: [UInt8] = []
        guard write(value, { bytes.append($0) }) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Writes the text byte by byte, at most 25 bytes; false, with nothing written, for infinities and NaN. Allocates
    /// only outside of 1e-6 ..< 1e21.
    @inlinable
    package static func write(_ value: Double, _ emit: (UInt8) -> Void) -> Bool {
        guard let decimal = Decimal(shortest: value) else { return false }
        let digits = DecimalDigits(decimal)
        digits.write(scientific: digits.exponent > 0 && digits.places > 21 || digits.places < -5, emit)
        return true
    }
}
