import Records

extension Expression {
    /// One comparison of a field with a number.
    package struct Threshold: Equatable, Sendable {
        package let field: String
        package let comparison: Comparison
        package let bound: Literal
    }

    /// What the expression demands, where it is nothing but comparisons of fields with numbers that must all hold.
    package var thresholds: [Threshold]? {
        let terms: [Syntax] = if case .all(let terms) = syntax.form { terms } else { [syntax] }
        var thresholds: [Threshold] = []
        for term in terms {
            guard case .comparison(let comparison, let left, let right) = term.form else { return nil }
            if let field = left.fieldName, let bound = right.literal, bound.type == .number {
                thresholds.append(Threshold(field: field, comparison: comparison, bound: bound))
            } else if let field = right.fieldName, let bound = left.literal, bound.type == .number {
                thresholds.append(Threshold(field: field, comparison: comparison.mirrored, bound: bound))
            } else {
                return nil
            }
        }
        return thresholds
    }

    /// What a condition measures: the side of its first comparison that is no constant, or what a pattern or a list is held
    /// against. Of several, what is held against a bound comes first, then what a number is: `level == "error" && count > 20`
    /// measures the count. Nil where it compares nothing.
    package var measured: Expression? { syntax.measured.map { Expression(part: $0, of: text) } }

    /// The texts that a field is said to be, or not to be.
    package func texts(comparedWith field: String) -> [String] {
        var texts: [String] = []
        syntax.collectTexts(comparedWith: field, into: &texts)
        return texts
    }

    /// What must all be true for the expression to be true.
    package var conjuncts: [Expression] {
        guard case .all(let terms) = syntax.form else { return [self] }
        return terms.map { Expression(part: $0, of: text) }
    }

    private init(part syntax: Syntax, of text: String) {
        var names: [String] = []
        syntax.collectFieldNames(into: &names)
        self.text = syntax.fieldName ?? text
        type = .any
        fieldNames = names
        self.syntax = syntax
    }
}

extension Syntax {
    fileprivate func collectTexts(comparedWith field: String, into texts: inout [String]) {
        let others: [Syntax] =
            switch form {
            case .comparison(let comparison, let left, let right) where comparison.isEquality:
                left.fieldName == field ? [right] : right.fieldName == field ? [left] : []
            case .membership(let subject, let elements) where subject.fieldName == field: elements
            default: []
            }
        for case .text(let text) in others.compactMap(\.literal) { texts.append(text) }
        for child in form.children { child.collectTexts(comparedWith: field, into: &texts) }
    }

    fileprivate var measured: Syntax? {
        switch form {
        case .comparison(_, let left, let right): left.literal == nil ? left : right
        case .match(let subject, _), .membership(let subject, _): subject
        case .isNull(let operand, _), .not(let operand): operand.measured ?? operand
        case .all(let terms), .any(let terms):
            terms.lazy.filter { $0.bounds }.compactMap(\.measured).first
                ?? terms.lazy.filter { $0.comparesNumber }.compactMap(\.measured).first
                ?? terms.lazy.compactMap(\.measured).first
        case .field: self
        default: nil
        }
    }

    /// Whether some number is held against a bound.
    private var bounds: Bool {
        switch form {
        case .comparison(let comparison, let left, let right):
            !comparison.isEquality && left.literal?.type != .text && right.literal?.type != .text
        case .not, .all, .any: form.children.contains { $0.bounds }
        default: false
        }
    }

    /// Whether something is compared with a number.
    private var comparesNumber: Bool {
        switch form {
        case .comparison(_, let left, let right): left.literal?.type == .number || right.literal?.type == .number
        case .not, .all, .any: form.children.contains { $0.comparesNumber }
        default: false
        }
    }
}
