extension Decimal: CustomStringConvertible {
    /// The canonical JSON text: the same for equal numbers, whatever their shape (`1.10` and `1.1` both give `1.1`).
    ///
    /// Plain digits, unless more than 20 zeros would follow them or lie between them and the point: then `1.5e30`,
    /// `1e-22`. Never a `+`, never a trailing zero in a fraction. The text parses back to an equal number.
    @usableFromInline package var description: String {
        var bytes: [UInt8] = []
        write { bytes.append($0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Writes the canonical JSON text byte by byte (as `description`), at most 64 bytes, without allocating.
    @inlinable
    package func write(_ emit: (UInt8) -> Void) {
        let digits = DecimalDigits(self)
        digits.write(
            scientific: DecimalLayout.isScientific(count: digits.count, exponent: digits.exponent), emit)
    }
}
