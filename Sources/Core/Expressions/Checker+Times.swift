import Records

/// Times are texts and want quotes. Without them a date is a subtraction, and beside a text that is no time `time` is never
/// what was meant; either way nothing would be found, and nothing said.
extension Checker {
    func requireTimes(_ comparison: Comparison, _ left: Syntax, _ right: Syntax) throws(ExpressionError) {
        for (side, other) in [(left, right), (right, left)] {
            let isTime = other.fieldName == "time"
            if source.isDate(side.range, parts: isTime ? 2...3 : 3...3), case .arithmetic(.subtract, _, _) = side.form {
                let date = source[side.range]
                throw source.error(
                    side.range, "without quotes \(date) is a subtraction", hint: "write \"\(date)\"")
            }
            if isTime, !comparison.isEquality { try requireTime(side) }
        }
    }

    private func requireTime(_ syntax: Syntax) throws(ExpressionError) {
        switch syntax.literal {
        case .text(let text) where !Self.beginsTime(text):
            throw source.error(
                syntax.range, "\(source.shown(syntax.range)) is no time",
                hint: #"write "2026-11-24T10:00:00Z", or its beginning; add_time(now(), -3600) is an hour ago"#)
        // As seconds since 1970 it would be half an hour after midnight.
        case .integer(let year) where 1970...2100 ~= year:
            throw source.error(syntax.range, "times are texts", hint: "write \"\(year)\"")
        default: return
        }
    }

    /// Whether a text could be a time, or what one begins with, of whatever layout that sorts.
    private static func beginsTime(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return true }
        return Lexer.isDigit(first) && text.utf8.allSatisfy { Lexer.isDigit($0) || "-:.,+TtZz/ ".utf8.contains($0) }
    }
}

extension Source {
    /// Whether `2026-11-30` stands there, or `2026-11` where two parts will do.
    func isDate(_ range: Range<Int>, parts: ClosedRange<Int>) -> Bool {
        let numbers = bytes[range].split(separator: 0x2D, omittingEmptySubsequences: false)
        return parts.contains(numbers.count) && numbers[0].count == 4
            && numbers.dropFirst().allSatisfy { 1...2 ~= $0.count }
            && numbers.allSatisfy { $0.allSatisfy(Lexer.isDigit) }
    }
}
