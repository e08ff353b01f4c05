import Records

/// One row of the function table: all there is to know about a function in one place, from which the checker, the
/// manual's list in weir-expr(7) and the tests come.
package struct Function: Sendable {
    package struct Parameter: Sendable {
        package let name: String
        package let type: ParameterType
        /// What is taken where the argument is left out; nil where it must be there.
        package let preset: Literal?
        package let isRepeated: Bool

        init(_ name: String, _ type: ParameterType, preset: Literal? = nil, isRepeated: Bool = false) {
            self.name = name
            self.type = type
            self.preset = preset
            self.isRepeated = isRepeated
        }
    }

    package enum ParameterType: Sendable {
        case any
        /// Takes any value by its text; a number in the record by the text it has there.
        case text
        /// Takes numbers, and text that is entirely a JSON number.
        case number
        /// As `text`, but objects and arrays come as they are.
        case textOrJSON
        /// Takes objects and arrays only.
        case json
        /// Takes a field's name only.
        case field
    }

    /// An expression, the record it is evaluated for, and its value as JSON.
    package struct Example: Sendable {
        package let expression: String
        package let result: String
        package let record: String

        init(_ expression: String, _ result: String, record: String = "{}") {
            self.expression = expression
            self.result = result
            self.record = record
        }
    }

    /// What the function does. Bodies see no null and only values of their parameters' types.
    enum Body: Sendable {
        case one(@Sendable (Value, inout Record, inout Tally) -> Value)
        case two(@Sendable (Value, Value, inout Record, inout Tally) -> Value)
        case three(@Sendable (Value, Value, Value, inout Record, inout Tally) -> Value)
        /// Two arguments at a time, from the left.
        case repeated(@Sendable (Value, Value, inout Record, inout Tally) -> Value)
        /// Made ready once, with the arguments that stand in the expression; the others are nil.
        case prepared(@Sendable ([Literal?]) throws(ArgumentError) -> any PreparedFunction)
        /// Not a matter of values: the checker makes a node of its own.
        case ofSyntax
    }

    package let name: String
    package let parameters: [Parameter]
    package let result: StaticType
    /// One sentence.
    package let summary: String
    package let examples: [Example]
    /// What other languages call it: for "did you mean".
    package let otherNames: [String]
    let body: Body

    init(
        _ name: String, _ parameters: [Parameter], _ result: StaticType, _ summary: String, examples: [Example],
        otherNames: [String] = [], _ body: Body
    ) {
        self.name = name
        self.parameters = parameters
        self.result = result
        self.summary = summary
        self.examples = examples
        self.otherNames = otherNames
        self.body = body
    }

    /// How many arguments may be given; no upper bound where the last one is repeated.
    var leastArguments: Int { parameters.count { $0.preset == nil } }
    var mostArguments: Int? { parameters.last?.isRepeated == true ? nil : parameters.count }

    /// `substr(text, from, count?)`, `min(number, number, …)`
    package var signature: String {
        let list = parameters.map { $0.name + ($0.preset == nil ? "" : "?") + ($0.isRepeated ? ", …" : "") }
        return "\(name)(\(list.joined(separator: ", ")))"
    }

    /// `1 argument`, `2 or 3 arguments`, `2 or more arguments`
    var arityPhrase: String {
        guard let most = mostArguments else { return "\(leastArguments) or more arguments" }
        if most == 0 { return "no arguments" }
        let word = most - leastArguments > 1 ? "to" : "or"
        let numbers = leastArguments == most ? "\(most)" : "\(leastArguments) \(word) \(most)"
        return "\(numbers) argument\(most == 1 ? "" : "s")"
    }
}
