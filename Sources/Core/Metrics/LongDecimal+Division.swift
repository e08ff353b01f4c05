extension LongDecimal {
    /// The number divided by `divisor` (more than 0, less than 2^124) and rounded once.
    ///
    /// Division as at school, in decimal, to 800 significant digits and one more that says whether something is left. A
    /// point half-way between two Doubles has at most 767 significant digits, so no rounding is decided wrongly;
    /// `strtod` does it. For the rare sums beyond 128 bits, at output: it takes some 20 µs.
    func divided(by divisor: UInt128) -> Double {
        guard !digits.isEmpty, divisor > 0 else { return 0 }
        var quotient: [UInt8] = []
        var remainder: UInt128 = 0
        var position = 0
        while position < digits.count || remainder != 0 && quotient.count < 800 {
            remainder = remainder * 10 + UInt128(position < digits.count ? digits[position] : 0)
            let (digit, rest) = remainder.quotientAndRemainder(dividingBy: divisor)
            if digit != 0 || !quotient.isEmpty { quotient.append(UInt8(ascii: "0") + UInt8(digit)) }
            remainder = rest
            position += 1
        }
        let places = exponent + digits.count - position
        quotient.append(UInt8(ascii: remainder == 0 ? "0" : "1"))
        let text = "\(isNegative ? "-" : "")\(String(decoding: quotient, as: UTF8.self))e\(places - 1)"
        return Double(text) ?? 0
    }
}
