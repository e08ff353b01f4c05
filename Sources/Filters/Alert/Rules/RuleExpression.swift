import Expressions

/// An expression of a rule: weir's language over one record, and functions that look back over the series.
struct RuleExpression: Sendable {
    let expression: Expression
    /// The calls that look back, those within others first.
    let calls: [LookBack]
    /// What an alert shows as its value.
    let measured: Expression?

    static func compile(
        _ text: String, for purpose: Expression.Purpose = .condition
    ) throws(ExpressionError) -> RuleExpression {
        do throws(ExpressionError) {
            let (expression, outer) = try Expression.compile(text, calling: LookBack.Function.names, for: purpose)
            var calls: [LookBack] = []
            for call in outer { calls.append(try LookBack(call)) }
            return RuleExpression(
                expression: expression, calls: calls, measured: measured(expression, calls))
        } catch {
            // What Prometheus understands deserves better than a complaint about a brace.
            throw PromQL.explain(text) ?? error
        }
    }

    /// Of a condition within a call, what is measured there.
    private static func measured(_ expression: Expression, _ calls: [LookBack]) -> Expression? {
        let measured = purposeful(expression)
        guard let name = measured?.fieldName, let call = calls.first(where: { $0.field == name }),
            call.function.takesCondition
        else { return measured }
        return self.measured(call.arguments[0], calls)
    }

    private static func purposeful(_ expression: Expression) -> Expression? {
        expression.measured ?? (expression.type == .number ? expression : nil)
    }

    /// The fields of records that it looks at, in its text and in the arguments of its calls.
    var fieldNames: [String] {
        let made = Set(calls.map(\.field))
        var names: [String] = []
        for name in (expression.fieldNames + calls.flatMap { $0.arguments.flatMap(\.fieldNames) })
        where !made.contains(name) && !names.contains(name) {
            names.append(name)
        }
        return names
    }

    /// The text asks whether there is a value: records without one concern it too.
    var asksForAbsence: Bool {
        ["??", "null", "exists("].contains { word in
            let text = Array(expression.text.utf8)
            let wanted = Array(word.utf8)
            guard text.count >= wanted.count else { return false }
            return (0...(text.count - wanted.count)).contains { text[$0..<($0 + wanted.count)].elementsEqual(wanted) }
        }
    }
}
