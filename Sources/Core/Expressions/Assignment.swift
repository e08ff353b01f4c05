import Records

/// `name = EXPR`, as `--set` takes it.
package struct Assignment: Sendable {
    package let name: String
    package let expression: Expression

    /// Reads an assignment. The name may stand in backticks; the keys that weir keeps for itself are refused.
    package static func parse(
        _ text: String, knownFields: [String]? = nil
    ) throws(ExpressionError) -> Assignment {
        var parser = try Parser(text)
        let name = try parser.newName("a field name", example: "name = expression")
        let sign = parser.token
        guard sign.isSign(.assign) else { throw parser.missingAssign() }
        try parser.advance()
        let start = parser.token.range.lowerBound
        let syntax = try parser.expression()
        try parser.takeEnd()
        let source = parser.source
        let expression = try Expression(
            syntax, in: source, text: source[start..<source.bytes.count], knownFields: knownFields)
        return Assignment(name: name, expression: expression)
    }
}

extension Parser {
    /// A name that something is going to be called.
    mutating func newName(_ what: String, example: String) throws(ExpressionError) -> String {
        let range = token.range
        let name: String
        switch token.kind {
        case .word(let word) where !["true", "false", "null", "in"].contains(word): name = word
        case .word(let word):
            throw source.error(range, "'\(word)' is a word of the language", hint: "write `\(word)` for a field")
        case .quotedName(let quoted): name = quoted
        case .text(let text):
            throw source.error(range, "\(what) stands without quotes", hint: "write \(text), or `\(text)`")
        case .end: throw source.error(range, "\(what) is missing", hint: "write \(example)")
        default:
            throw source.error(range, "\(what) is missing before '\(source.shown(range))'", hint: "write \(example)")
        }
        if ReservedKey.all.contains(name) {
            throw source.error(
                range, "'\(name)' is a key that weir keeps for itself", hint: "see weir-record(5) for the list")
        }
        try advance()
        return name
    }

    fileprivate func missingAssign() -> ExpressionError {
        switch token.kind {
        case .sign(.equal): source.error(token.range, "== compares", hint: "write = to set a field")
        case .sign(.match): source.error(token.range, "=~ matches", hint: "write = to set a field")
        case .sign(.colon): source.error(token.range, "a field is set with =", hint: "write name = expression")
        case .end: source.error(token.range, "= is missing", hint: "write name = expression")
        default:
            source.error(
                token.range, "= is missing before '\(source.shown(token.range))'", hint: "write name = expression")
        }
    }
}
