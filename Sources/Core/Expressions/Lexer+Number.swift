import Records

extension Lexer {
    /// An integer, a decimal fraction, either with an exponent.
    mutating func number() throws(ExpressionError) -> Token {
        let start = position
        passDigits()
        if source[position] == 0x2E, Self.isDigit(source[position + 1]) {
            position += 1
            passDigits()
        }
        if source[position] | 0x20 == 0x65 {
            let sign = source[position + 1]
            let digits = sign == 0x2B || sign == 0x2D ? 2 : 1
            if Self.isDigit(source[position + digits]) {
                position += digits
                passDigits()
            }
        }
        let text = source[start..<position]
        guard !Self.continuesName(source[position]), source[position] != 0x2E, let literal = Literal(number: text)
        else {
            if takesDurations, let token = duration(from: start) { return token }
            throw notANumber(from: start)
        }
        return Token(kind: .number(literal), range: start..<position)
    }

    /// A duration, which is a number of seconds; nil where this is none.
    private mutating func duration(from start: Int) -> Token? {
        var end = position
        while Self.continuesName(source[end]) || source[end] == 0x2E { end += 1 }
        guard let nanoseconds = try? DurationText.parse(source[start..<end]) else { return nil }
        position = end
        let seconds = Decimal(significand: Int128(nanoseconds), exponent: -9)
        return Token(kind: .number(seconds.asInt64.map { .integer($0) } ?? .decimal(seconds)), range: start..<end)
    }

    private mutating func passDigits() {
        while Self.isDigit(source[position]) { position += 1 }
    }

    private func notANumber(from start: Int) -> ExpressionError {
        var end = position
        while Self.continuesName(source[end]) || source[end] == 0x2E { end += 1 }
        let text = source[start..<end]
        return source.error(start..<end, "'\(source.shown(start..<end))' is not a number", hint: hint(for: text))
    }

    private func hint(for text: String) -> String? {
        if let nanoseconds = try? DurationText.parse(text) {
            let seconds = Decimal(significand: Int128(nanoseconds), exponent: -9)
            return "durations are in seconds: write \(seconds)"
        }
        if text.contains("_") { return "write the digits without _" }
        if text.hasSuffix(".") { return "write \(text.prefix { $0 != "." })" }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text.dropFirst(digits.count)
        if ["k", "kb", "kib", "mb", "mib", "gb", "gib", "m", "g"].contains(unit.lowercased()) {
            return "write it out, in base units"
        }
        let withoutZeros = text.drop { $0 == "0" }
        if unit.isEmpty, !withoutZeros.isEmpty { return "write \(withoutZeros)" }
        return nil
    }
}
