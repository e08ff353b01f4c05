/// Sentences for what stands where it cannot.
extension Parser {
    private static let foreignWords: [String: String] = [
        "and": "&&", "AND": "&&", "or": "||", "OR": "||", "not": "!", "NOT": "!", "like": "=~", "LIKE": "=~",
        "matches": "=~", "is": "==", "IN": "in", "eq": "==", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">=",
        "mod": "%", "div": "/",
    ]

    private static let foreignLiterals: [String: String] = [
        "True": "true", "TRUE": "true", "False": "false", "FALSE": "false", "None": "null", "nil": "null",
        "NULL": "null", "undefined": "null",
    ]

    /// Words that can only be meant as something else where an operand stands. A field of that name goes in backticks.
    func refuseForeignWord(_ word: String) throws(ExpressionError) {
        if let literal = Self.foreignLiterals[word] {
            throw source.error(
                token.range, "'\(word)' is not a word here", hint: "write \(literal), or `\(word)` for a field")
        }
        switch word {
        case "and", "or", "not", "AND", "OR", "NOT":
            let sign = Self.foreignWords[word] ?? ""
            throw source.error(
                token.range, "'\(word)' is not an operator", hint: "write \(sign), or `\(word)` for a field")
        case "in": throw missingOperand()
        default: return
        }
    }

    /// An operand should stand here.
    func missingOperand() -> ExpressionError {
        switch token.kind {
        case .end where token.range.lowerBound == 0 || source.bytes.allSatisfy(Lexer.isSpace):
            source.error(token.range, "the expression is empty")
        case .end: source.error(token.range, "something is missing at the end")
        case .sign(.openBracket):
            source.error(token.range, "there are no lists in brackets", hint: "write x in (a, b)")
        case .sign(.closeBracket): source.error(token.range, "there is no '[' for this ']'")
        case .sign(.assign): assignment()
        default: source.error(token.range, "a value is missing before '\(source.shown(token.range))'")
        }
    }

    /// An operator, or the end, should stand here.
    func unexpectedBehindOperand() -> ExpressionError {
        let text = source.shown(token.range)
        return switch token.kind {
        case .end: source.error(token.range, "something is missing at the end")
        case .sign(.assign): assignment()
        case .sign(.close): source.error(token.range, "there is no '(' for this ')'")
        case .sign(.colon): source.error(token.range, "there is no '?' for this ':'")
        case .sign(.comma): source.error(token.range, "unexpected ','")
        case .sign(.closeBracket): source.error(token.range, "there is no '[' for this ']'")
        case .sign(.not): source.error(token.range, "! stands before a condition", hint: "write != for \"is not\"")
        case .word("not"), .word("NOT"):
            source.error(token.range, "'\(text)' is not an operator", hint: "write !(x in (…)), or != for \"is not\"")
        case .word("between"), .word("BETWEEN"):
            source.error(token.range, "'\(text)' is not an operator", hint: "write x >= a && x <= b")
        case .word("as"):
            source.error(token.range, "'as' names the column of an aggregate function only")
        case .word(let word):
            if let sign = Self.foreignWords[word] {
                source.error(token.range, "'\(text)' is not an operator", hint: "write \(sign)")
            } else {
                source.error(token.range, "an operator is missing before '\(text)'")
            }
        default: source.error(token.range, "an operator is missing before '\(text)'")
        }
    }

    private func assignment() -> ExpressionError {
        source.error(token.range, "= does not compare", hint: "write ==")
    }

    /// `x > 5%` means a share, and there is no number for the remainder. The sign has been taken.
    func refusePercentage(_ left: Syntax, _ sign: Token) throws(ExpressionError) {
        guard sign.isSign(.remainder), left.literal != nil, isBehindOperand else { return }
        let range = left.range.lowerBound..<sign.range.upperBound
        let number = source.shown(left.range)
        throw source.error(
            range, "% is the remainder of a division, and shares are numbers from 0 to 1",
            hint: Self.hundredth(of: number).map { "for \(number) percent write \($0)" })
    }

    private var isBehindOperand: Bool {
        switch token.kind {
        case .end, .sign(.close), .sign(.closeBracket), .sign(.comma), .sign(.and), .sign(.or), .sign(.question),
            .sign(.colon), .word("and"), .word("AND"), .word("or"), .word("OR"):
            true
        default: false
        }
    }

    /// `0.05` of `5`, digit by digit, so that nothing is rounded; nil of a number with an exponent.
    private static func hundredth(of number: String) -> String? {
        let parts = number.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ $0.allSatisfy(\.isWholeNumber) }) else { return nil }
        let whole = String(repeating: "0", count: max(0, 3 - parts[0].count)) + parts[0]
        var fraction = whole.suffix(2) + (parts.count == 2 ? parts[1] : "")
        while fraction.hasSuffix("0") { fraction.removeLast() }
        return String(whole.dropLast(2)) + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// `a < b < c` would compare an answer with a number.
    func refuseChain() throws(ExpressionError) {
        guard let next = InfixOperator(token), next.precedence == .comparison else { return }
        throw source.error(token.range, "comparisons cannot be chained", hint: "write a < b && b < c")
    }
}
