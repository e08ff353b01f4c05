extension Decimal {
    /// Reads the whole of `text` as one JSON number (RFC 8259 §6), without leading or trailing space.
    ///
    /// Nil if the text is not a JSON number, if its digits (without trailing zeros) do not fit 127 bits, or if its
    /// exponent does not fit `Int32`: the caller then falls to `Double`, or keeps the text. Does not allocate.
    @usableFromInline package init?(parsing text: RawSpan) {
        let bytes = Span<UInt8>(_bytes: text)
        let count = bytes.count
        var position = 0
        let negative = count > 0 && bytes[0] == UInt8(ascii: "-")
        if negative { position = 1 }

        var digits = Accumulator()
        let integerStart = position
        while position < count, let digit = digitValue(bytes[position]) {
            digits.append(digit)
            position += 1
        }
        let integerCount = position - integerStart
        guard integerCount > 0, integerCount == 1 || bytes[integerStart] != UInt8(ascii: "0") else { return nil }

        var fractionCount = 0
        if position < count, bytes[position] == UInt8(ascii: ".") {
            position += 1
            let start = position
            while position < count, let digit = digitValue(bytes[position]) {
                digits.append(digit)
                position += 1
            }
            fractionCount = position - start
            guard fractionCount > 0 else { return nil }
        }

        var exponent = 0
        if position < count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            var exponentIsNegative = false
            if position < count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
                exponentIsNegative = bytes[position] == UInt8(ascii: "-")
                position += 1
            }
            let start = position
            while position < count, let digit = digitValue(bytes[position]) {
                // Far beyond any exponent that is accepted, further digits change nothing; so it cannot overflow.
                if exponent < 1 << 40 { exponent = exponent * 10 + Int(digit) }
                position += 1
            }
            guard position > start else { return nil }
            if exponentIsNegative { exponent = 0 - exponent }
        }
        guard position == count else { return nil }

        guard let magnitude = digits.magnitude else { return nil }
        if magnitude == 0 {
            self = .zero
            return
        }
        guard let exponent = Int32(exactly: exponent - fractionCount + digits.pendingZeros) else { return nil }
        self.init(significand: negative ? 0 - magnitude : magnitude, exponent: exponent)
    }

    /// As `init(parsing: RawSpan)`, for bytes that are not in one piece. Allocates: not for the hot path.
    @usableFromInline package init?(parsing text: some Sequence<UInt8>) {
        let bytes = Array(text)
        self.init(parsing: RawSpan(_elements: bytes.span))
    }
}

@inline(__always)
private func digitValue(_ byte: UInt8) -> UInt8? {
    let value = byte &- UInt8(ascii: "0")
    return value < 10 ? value : nil
}

/// Collects digits: 19 of them in a machine word, the rest in 128 bits. Trailing zeros beyond 19 digits wait, so that a
/// one with fifty zeros fits.
private struct Accumulator {
    private var word: UInt64 = 0
    private var wordDigits = 0
    private var wide: UInt128?
    private(set) var pendingZeros = 0
    private var overflowed = false

    @inline(__always)
    mutating func append(_ digit: UInt8) {
        if wordDigits < 19 {
            word = word &* 10 &+ UInt64(digit)
            if word != 0 { wordDigits += 1 }
        } else {
            appendWide(digit)
        }
    }

    private mutating func appendWide(_ digit: UInt8) {
        guard digit != 0 else {
            pendingZeros += 1
            return
        }
        guard !overflowed, let power = PowersOfTen.unsigned(pendingZeros + 1) else {
            overflowed = true
            return
        }
        let (product, tooLarge) = (wide ?? UInt128(word)).multipliedReportingOverflow(by: power)
        let (sum, carry) = product.addingReportingOverflow(UInt128(digit))
        overflowed = tooLarge || carry || sum > UInt128(Int128.max)
        wide = sum
        pendingZeros = 0
    }

    /// Nil if the digits do not fit.
    var magnitude: Int128? {
        overflowed ? nil : Int128(truncatingIfNeeded: wide ?? UInt128(word))
    }
}
