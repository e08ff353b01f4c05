/// A text of a rule with `{{ … }}` in it, in the part of Go's text/template that alerting rules use: `$labels.x`, `$value`,
/// literals, functions, pipes, parentheses, `if … else … end`.
struct Template: Sendable {
    indirect enum Node: Sendable {
        case text(String)
        case value(Operand)
        case branch(Operand, then: [Node], otherwise: [Node])
    }

    indirect enum Operand: Sendable {
        case literal(TemplateValue)
        case label(String)
        case value
        case call(TemplateFunction, [Operand])
    }

    /// What is wrong with a template, and where in its text, in bytes.
    struct Failure: Error, Equatable {
        let message: String
        let range: Range<Int>
    }

    let text: String
    private let nodes: [Node]

    init(_ text: String) throws(Failure) {
        self.text = text
        var parser = TemplateParser(text)
        nodes = try parser.template()
    }

    /// The text for an alert. A function that cannot do with what it gets leaves its reason in the text, as in Prometheus.
    func expand(_ context: TemplateContext) -> String { Self.expand(nodes, context) }

    private static func expand(_ nodes: [Node], _ context: TemplateContext) -> String {
        var text = ""
        for node in nodes {
            switch node {
            case .text(let part): text += part
            case .value(let operand): text += operand.evaluate(context).text
            case .branch(let condition, let then, let otherwise):
                text += expand(condition.evaluate(context).isTrue ? then : otherwise, context)
            }
        }
        return text
    }
}

/// What a template speaks of.
struct TemplateContext {
    let labels: [(name: String, value: String)]
    let value: TemplateValue
}

extension Template.Operand {
    func evaluate(_ context: TemplateContext) -> TemplateValue {
        switch self {
        case .literal(let value): value
        case .label(let name): .text(context.labels.last { $0.name == name }?.value ?? "")
        case .value: context.value
        case .call(let function, let arguments): function.apply(arguments.map { $0.evaluate(context) })
        }
    }
}

/// What stands between the braces.
enum TemplateValue: Equatable, Sendable {
    /// A number, and how it is written where nothing is done to it.
    case number(Double, String)
    case text(String)
    case bool(Bool)

    static func number(_ value: Double) -> TemplateValue { .number(value, NumberFormat.shortest(value)) }

    var text: String {
        switch self {
        case .number(_, let text), .text(let text): text
        case .bool(let flag): flag ? "true" : "false"
        }
    }

    /// The number, or the number that a text is.
    var number: Double? {
        switch self {
        case .number(let value, _): value
        case .text(let text): Double(text)
        case .bool: nil
        }
    }

    /// As Go sees it: not false, not zero, not empty.
    var isTrue: Bool {
        switch self {
        case .number(let value, _): value != 0
        case .text(let text): !text.isEmpty
        case .bool(let flag): flag
        }
    }
}
