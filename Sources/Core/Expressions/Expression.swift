import Records

/// An expression of weir's one small language (weir-expr(7)), read and checked, not yet tied to a record.
package struct Expression: Sendable {
    /// What an expression is for.
    package enum Purpose: Sendable {
        case value
        /// A filter's or an alert's condition: what can never be true is an error.
        case condition
    }

    /// The text it was made of.
    package let text: String
    /// What its value is, as far as the text tells.
    package let type: StaticType
    /// The fields that it looks at, each once, in the order of the text.
    package let fieldNames: [String]
    let syntax: Syntax

    /// Reads and checks an expression. `knownFields` lists all field names there can be, where that is known.
    package static func compile(
        _ text: String, knownFields: [String]? = nil, for purpose: Purpose = .value
    ) throws(ExpressionError) -> Expression {
        var parser = try Parser(text)
        let syntax = try parser.expression()
        try parser.takeEnd()
        return try Expression(syntax, in: parser.source, text: text, knownFields: knownFields, for: purpose)
    }

    init(
        _ syntax: Syntax, in source: Source, text: String, knownFields: [String]?, for purpose: Purpose = .value
    ) throws(ExpressionError) {
        let checker = Checker(source: source, knownFields: knownFields, keepsMatches: syntax.hasCapture)
        var names: [String] = []
        syntax.collectFieldNames(into: &names)
        let checked = try purpose == .condition ? checker.checkCondition(syntax) : checker.check(syntax)
        self.text = text
        self.syntax = checked.syntax
        type = checked.type
        fieldNames = names
    }

    /// The name, where the expression is nothing but a field.
    package var fieldName: String? { syntax.fieldName }

    /// The name, where the expression is a field that can be nothing else: dots may lead into a nested object.
    package var plainFieldName: String? { fieldName.flatMap { $0.utf8.contains(0x2E) ? nil : $0 } }

    /// The value, where it does not depend on any record.
    package var constant: Literal? { syntax.literal }

    /// Makes it ready for a record's store. Called while filters are set up: constants are kept in the store before the
    /// first byte is read.
    package func bind(to record: inout Record) -> BoundExpression {
        BoundExpression(Binder.program(of: syntax, for: &record))
    }
}

extension Syntax {
    fileprivate var hasCapture: Bool {
        if case .capture = form { return true }
        return form.children.contains { $0.hasCapture }
    }

    func collectFieldNames(into names: inout [String]) {
        switch form {
        case .field(let name), .exists(let name): if !names.contains(name) { names.append(name) }
        default: for child in form.children { child.collectFieldNames(into: &names) }
        }
    }
}
