import Records

/// A call in an expression that is answered from outside: its value depends on more than the record at hand. To the
/// expression it is a field, which the caller puts into the record before the expression is evaluated.
package struct OuterCall: Sendable {
    /// The field's name: the call as it was written.
    package let field: String
    package let call: FunctionCall
}

extension Expression {
    /// Compiles an expression in which some functions are the caller's, and in which a duration such as `5m` is a number of
    /// seconds.
    /// - Returns: the calls besides, those within others first; in their arguments too, calls are fields.
    package static func compile(
        _ text: String, calling functions: Set<String>, for purpose: Purpose = .value
    ) throws(ExpressionError) -> (expression: Expression, calls: [OuterCall]) {
        var parser = try Parser(text, takesDurations: true)
        let syntax = try parser.expression()
        try parser.takeEnd()
        var outer = OuterCalls(functions: functions, source: parser.source)
        let rest = try outer.take(from: syntax)
        let expression = try Expression(rest, in: parser.source, text: text, knownFields: nil, for: purpose)
        return (expression, outer.calls)
    }
}

/// Takes calls out of a tree.
private struct OuterCalls {
    let functions: Set<String>
    let source: Source
    var calls: [OuterCall] = []

    mutating func take(from syntax: Syntax) throws(ExpressionError) -> Syntax {
        switch syntax.form {
        case .literal, .field, .exists, .capture, .now: return syntax
        case .member(let container, let key):
            return Syntax(.member(try take(from: container), try take(from: key)), syntax.range)
        case .element(let subject, let array):
            return Syntax(.element(try take(from: subject), try take(from: array)), syntax.range)
        case .formatted(let operand, let format):
            return Syntax(.formatted(try take(from: operand), format), syntax.range)
        case .negation(let operand): return Syntax(.negation(try take(from: operand)), syntax.range)
        case .not(let operand): return Syntax(.not(try take(from: operand)), syntax.range)
        case .arithmetic(let operation, let left, let right):
            return Syntax(.arithmetic(operation, try take(from: left), try take(from: right)), syntax.range)
        case .comparison(let comparison, let left, let right):
            return Syntax(.comparison(comparison, try take(from: left), try take(from: right)), syntax.range)
        case .all(let terms): return Syntax(.all(try take(from: terms)), syntax.range)
        case .any(let terms): return Syntax(.any(try take(from: terms)), syntax.range)
        case .match(let subject, let pattern): return Syntax(.match(try take(from: subject), pattern), syntax.range)
        case .membership(let subject, let elements):
            return Syntax(.membership(try take(from: subject), try take(from: elements)), syntax.range)
        case .coalesce(let left, let right):
            return Syntax(.coalesce(try take(from: left), try take(from: right)), syntax.range)
        case .conditional(let test, let first, let second):
            return Syntax(
                .conditional(try take(from: test), try take(from: first), try take(from: second)), syntax.range)
        case .isNull(let operand, let isNegated):
            return Syntax(.isNull(try take(from: operand), isNegated: isNegated), syntax.range)
        case .call(var call):
            call.arguments = try take(from: call.arguments)
            guard functions.contains(call.name) else { return Syntax(.call(call), syntax.range) }
            return Syntax(.field(try add(call, syntax.range)), syntax.range)
        }
    }

    private mutating func take(from terms: [Syntax]) throws(ExpressionError) -> [Syntax] {
        var taken: [Syntax] = []
        for term in terms { taken.append(try take(from: term)) }
        return taken
    }

    /// - Returns: the field that stands for the call.
    private mutating func add(_ call: Syntax.Call, _ range: Range<Int>) throws(ExpressionError) -> String {
        let text = source[range]
        if calls.contains(where: { $0.field == text }) { return text }
        var arguments: [FunctionCall.Argument] = []
        for argument in call.arguments {
            let expression = try Expression(argument, in: source, text: source[argument.range], knownFields: nil)
            arguments.append(FunctionCall.Argument(expression: expression, range: argument.range))
        }
        calls.append(
            OuterCall(
                field: text,
                call: FunctionCall(
                    name: call.name, nameRange: call.nameRange, arguments: arguments, alias: nil, aliasRange: nil,
                    range: range, text: text, source: source)))
        return text
    }
}
