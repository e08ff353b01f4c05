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
        if let date = dateBegins(before: start) {
            while Self.continuesName(source[end]) || "-:.+".utf8.contains(source[end]) { end += 1 }
            return source.error(date..<end, "times are texts", hint: "write \"\(source[date..<end])\"")
        }
        let text = source[start..<end]
        return source.error(start..<end, "'\(source.shown(start..<end))' is not a number", hint: hint(for: text))
    }

    /// Where a date begins of which the month or the day stands here: `05` of `2026-11-05`.
    private func dateBegins(before start: Int) -> Int? {
        guard start > 0, source[start - 1] == 0x2D else { return nil }
        var first = start - 1
        while first > 0, Self.isDigit(source[first - 1]) || source[first - 1] == 0x2D { first -= 1 }
        guard first == 0 || !Self.continuesName(source[first - 1]) && source[first - 1] != 0x2E else { return nil }
        return source.isDate(first..<start - 1, parts: 1...2) ? first : nil
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
