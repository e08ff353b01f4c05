import Bytes
import Records

/// Looks for what can never work, names functions, and computes what does not depend on a record.
///
/// Fields have no types, so only what is certain is an error: everything else is a matter of the records, where a value
/// of the wrong type gives null.
struct Checker {
    typealias Checked = (syntax: Syntax, type: StaticType)

    let source: Source
    let knownFields: [String]?
    /// Some `$1` looks at what a match has found, so that matches are not worked out beforehand.
    var keepsMatches = false

    func check(_ syntax: Syntax) throws(ExpressionError) -> Checked {
        try folded(checkForm(syntax))
    }

    private func checkForm(_ syntax: Syntax) throws(ExpressionError) -> Checked {
        let range = syntax.range
        switch syntax.form {
        case .literal(let literal): return (syntax, literal.type)
        case .field(let name):
            try checkField(name, range)
            return (syntax, .any)
        case .negation(let operand):
            let operand = try check(operand)
            try requireNumber(operand, .minus)
            return (Syntax(.negation(operand.syntax), range), .number)
        case .not(let operand): return (Syntax(.not(try checkCondition(operand).syntax), range), .bool)
        case .all(let terms): return (Syntax(.all(try checkConditions(terms)), range), .bool)
        case .any(let terms): return (Syntax(.any(try checkConditions(terms)), range), .bool)
        case .arithmetic(let operation, let left, let right): return try checkArithmetic(operation, left, right, range)
        case .comparison(let comparison, let left, let right):
            return try checkComparison(comparison, left, right, range)
        case .match(let subject, let pattern): return try checkMatch(subject, pattern, range)
        case .membership(let subject, let elements): return try checkMembership(subject, elements, range)
        case .coalesce(let left, let right):
            let left = try check(left)
            let right = try check(right)
            let type = left.type == .null ? right.type : left.type.joined(right.type)
            return (Syntax(.coalesce(left.syntax, right.syntax), range), type)
        case .conditional(let test, let first, let second):
            let test = try checkCondition(test)
            let first = try check(first)
            let second = try check(second)
            return (
                Syntax(.conditional(test.syntax, first.syntax, second.syntax), range), first.type.joined(second.type)
            )
        case .call(let call): return try checkCall(call, range)
        case .member(let container, let key): return try checkMember(container, key, range)
        case .element(let subject, let array): return try checkElement(subject, array, range)
        case .capture, .now: return (syntax, .text)
        case .formatted: return (syntax, .text)
        case .isNull, .exists: return (syntax, .bool)
        }
    }

    func checkField(_ name: String, _ range: Range<Int>) throws(ExpressionError) {
        guard let knownFields, !knownFields.contains(name) else { return }
        let hint =
            if let near = Suggestion.nearest(to: name, among: knownFields) {
                "did you mean '\(near)'?"
            } else if knownFields.isEmpty || knownFields.count > 12 {
                String?.none
            } else {
                "there are \(knownFields.joined(separator: ", "))"
            }
        throw source.error(range, "unknown field '\(name)'", hint: hint)
    }

    private func checkConditions(_ terms: [Syntax]) throws(ExpressionError) -> [Syntax] {
        var checked: [Syntax] = []
        for term in terms { checked.append(try checkCondition(term).syntax) }
        return checked
    }

    /// Of something that must be true or false.
    func checkCondition(_ syntax: Syntax) throws(ExpressionError) -> Checked {
        let checked = try check(syntax)
        guard checked.type == .number || checked.type == .text || checked.type == .json else { return checked }
        throw source.error(
            checked.syntax.range, "this is \(checked.type.phrase), not a condition",
            hint: "compare it, or write x in (a, b) for one of several")
    }

    /// A tree without fields is a value: it is computed now, by what computes it for records.
    private func folded(_ checked: Checked) throws(ExpressionError) -> Checked {
        let children = checked.syntax.form.children
        guard !children.isEmpty, children.allSatisfy({ $0.literal != nil }) else { return checked }
        if keepsMatches, case .match = checked.syntax.form { return checked }
        var record = Record(store: ByteStore(input: 0))
        let bound = BoundExpression(Binder.program(of: checked.syntax, for: &record))
        let value = bound.evaluate(&record)
        guard bound.overflows == 0 else {
            throw source.error(checked.syntax.range, "no number holds this result")
        }
        guard bound.failedMatches == 0, let literal = Literal(value, in: record) else { return checked }
        return (Syntax(.literal(literal), checked.syntax.range), literal.type)
    }
}

extension Literal {
    /// Nil for JSON, which no literal is.
    fileprivate init?(_ value: Value, in record: borrowing Record) {
        switch value {
        case .null: self = .null
        case .bool(let flag): self = .bool(flag)
        case .integer(let number): self = .integer(number)
        case .decimal(let number): self = .decimal(number)
        case .double(let number): self = .double(number)
        case .text(let slice): self = .text(record.store.text(slice))
        case .json: return nil
        }
    }
}
