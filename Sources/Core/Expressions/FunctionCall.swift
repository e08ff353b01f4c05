import Records

/// `sum(bytes) as total`: a function of the caller's own with full expressions as arguments, as `weir-aggregate` takes
/// them. Which functions there are is the caller's business; `error(at:…)` lets it complain with the same carets.
package struct FunctionCall: Sendable {
    package struct Argument: Sendable {
        package let expression: Expression
        /// Bytes of the source that it takes up.
        package let range: Range<Int>

        /// The argument as it was written.
        package var text: String { expression.text }
    }

    package let name: String
    package let nameRange: Range<Int>
    package let arguments: [Argument]
    /// What stands behind `as`.
    package let alias: String?
    package let aliasRange: Range<Int>?
    /// Bytes of the source that the whole call takes up, alias and all.
    package let range: Range<Int>
    /// The call as it was written, without the alias.
    package let text: String
    let source: Source

    /// An error about this call, or about a part of it, to be shown like any other.
    package func error(
        at range: Range<Int>? = nil, _ message: String, hint: String? = nil
    ) -> ExpressionError {
        source.error(range ?? nameRange, message, hint: hint)
    }

    /// An error about the name, with the nearest of the names there are.
    package func unknownName(among names: [String], _ what: String = "function") -> ExpressionError {
        let hint =
            Suggestion.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
            ?? "there are \(names.joined(separator: ", "))"
        return error("unknown \(what) '\(name)'", hint: hint)
    }

    /// Reads exactly one call.
    package static func parse(_ text: String, knownFields: [String]? = nil) throws(ExpressionError) -> FunctionCall {
        var parser = try Parser(text)
        let call = try parser.functionCall(knownFields)
        try parser.takeEnd()
        return call
    }

    /// Reads calls between commas: `count, sum(bytes), p99(duration) as slowest`.
    package static func parseList(
        _ text: String, knownFields: [String]? = nil
    ) throws(ExpressionError) -> [FunctionCall] {
        var parser = try Parser(text)
        var calls: [FunctionCall] = []
        repeat { calls.append(try parser.functionCall(knownFields)) } while try parser.take(.comma)
        try parser.takeEnd()
        return calls
    }
}

extension Parser {
    fileprivate mutating func functionCall(_ knownFields: [String]?) throws(ExpressionError) -> FunctionCall {
        let nameRange = token.range
        guard case .word(let name) = token.kind else {
            if token.kind == .end { throw source.error(nameRange, "a function is missing") }
            throw source.error(nameRange, "a function should stand here", hint: "write count, or sum(bytes)")
        }
        try advance()
        var end = nameRange.upperBound
        var arguments: [Syntax] = []
        if token.isSign(.open) { (arguments, end) = try self.arguments() }
        let text = source[nameRange.lowerBound..<end]
        var alias: String?
        var aliasRange: Range<Int>?
        if token.isWord("as") {
            try advance()
            aliasRange = token.range
            alias = try newName("a name", example: "sum(bytes) as total")
            end = aliasRange?.upperBound ?? end
        } else if token.isSign(.assign) {
            throw source.error(token.range, "a function's column is named behind it", hint: "write sum(bytes) as total")
        }
        var checked: [FunctionCall.Argument] = []
        for argument in arguments {
            let expression = try Expression(
                argument, in: source, text: source[argument.range], knownFields: knownFields)
            checked.append(FunctionCall.Argument(expression: expression, range: argument.range))
        }
        return FunctionCall(
            name: name, nameRange: nameRange, arguments: checked, alias: alias, aliasRange: aliasRange,
            range: nameRange.lowerBound..<end, text: text, source: source)
    }
}
