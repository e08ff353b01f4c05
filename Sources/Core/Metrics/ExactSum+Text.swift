import Records

extension ExactSum: CustomStringConvertible {
    /// The sum as a decimal; nil if it has more than 38 digits or so (then only the text holds it exactly).
    @usableFromInline package var decimal: Decimal? {
        guard wide != nil else { return Decimal(significand: narrow, exponent: scale).normalized }
        let total = total
        var digits: UInt128 = 0
        for digit in total.digits {
            let (product, tooLarge) = digits.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(UInt128(digit))
            if tooLarge || carry { return nil }
            digits = sum
        }
        guard let magnitude = Int128(exactly: digits) else { return nil }
        return Decimal(significand: total.isNegative ? 0 - magnitude : magnitude, exponent: Int32(total.exponent))
    }

    /// Whether the sum is zero.
    @usableFromInline package var isZero: Bool {
        wide == nil ? narrow == 0 : total.digits.isEmpty
    }

    /// The exact sum as a JSON number, in the canonical form that `Decimal` has. Equal sums give equal bytes, however
    /// they came about: with `refused`, this is the state to write down.
    @usableFromInline package var description: String {
        var bytes: [UInt8] = []
        write { bytes.append($0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Writes the text of `description` byte by byte. Allocates only if the sum did not fit 128 bits.
    package func write(_ emit: (UInt8) -> Void) {
        guard wide != nil else { return Decimal(significand: narrow, exponent: scale).write(emit) }
        let total = total
        guard !total.digits.isEmpty else { return emit(UInt8(ascii: "0")) }
        DecimalLayout.write(
            count: total.digits.count, exponent: total.exponent, isNegative: total.isNegative,
            scientific: DecimalLayout.isScientific(count: total.digits.count, exponent: total.exponent),
            digit: { total.digits[$0] }, emit: emit)
    }

    /// Reads a sum that was written down; nil if the text is not a JSON number or no sum could reach so far.
    package init?(parsing text: some Sequence<UInt8>, refused: UInt64 = 0) {
        let text = Array(text)
        guard let total = LongDecimal(parsing: text), Self.isWithinReach(total) else { return nil }
        self.init(total, refused: refused)
    }

    /// Twice the reach for sums of squares, and some digits more because there are many terms.
    private static func isWithinReach(_ total: LongDecimal) -> Bool {
        let limit = 2 * reach + 64
        return total.exponent >= -limit && total.exponent + total.digits.count <= limit
    }

    private init(_ total: LongDecimal, refused: UInt64) {
        self.init()
        self.refused = refused
        var end = total.digits.count
        var exponent = total.exponent
        while end > 0 {
            let start = max(0, end - 18)
            var chunk: Int128 = 0
            for digit in total.digits[start..<end] { chunk = chunk * 10 + Int128(digit) }
            add(chunk: total.isNegative ? -chunk : chunk, exponent: exponent)
            exponent += end - start
            end = start
        }
    }

    private mutating func add(chunk: Int128, exponent: Int) {
        if let scale = Self.narrowScale(exponent) {
            addReachable(Decimal(significand: chunk, exponent: scale))
        } else {
            widely { $0.add(chunk.magnitude, isNegative: chunk < 0, exponent: exponent) }
        }
    }

    /// Both parts together.
    var accumulator: DecimalAccumulator {
        var sum = wide ?? DecimalAccumulator()
        sum.add(narrow.magnitude, isNegative: narrow < 0, exponent: Int(scale))
        return sum
    }

    var total: LongDecimal { accumulator.digits }
}

extension ExactSum: Equatable {
    /// Whether the sums are the same number, with as many terms refused.
    @usableFromInline package static func == (left: ExactSum, right: ExactSum) -> Bool {
        if left.wide == nil, right.wide == nil, left.scale == right.scale {
            return left.narrow == right.narrow && left.refused == right.refused
        }
        return left.total == right.total && left.refused == right.refused
    }
}
