/// A text with `{{ … }}` in it, in the part of Go's text/template that alerts use: fields, variables, literals, functions, pipes,
/// parentheses, `if … else … end`, and where there are lists `range … end`.
package struct Template: Sendable {
    indirect enum Node: Sendable {
        case text(String)
        case value(Operand)
        case branch(Operand, then: [Node], otherwise: [Node])
        case each(Operand, [Node], otherwise: [Node])
    }

    indirect enum Operand: Sendable {
        case literal(TemplateValue)
        /// From what the template is about, or from what `range` is at.
        case path(fromRoot: Bool, [String])
        case call(TemplateFunction, [Operand])
    }

    /// What is wrong with a template, and where in its text, in bytes.
    package struct Failure: Error, Equatable {
        package let message: String
        package let range: Range<Int>
    }

    package let text: String
    private let nodes: [Node]
    private let definitions: [String: [Node]]

    package init(_ text: String, _ vocabulary: TemplateVocabulary = .rule) throws(Failure) {
        self.text = text
        var parser = TemplateParser(text, vocabulary)
        nodes = try parser.template()
        definitions = parser.definitions
    }

    /// The text for what it is about. A function that cannot do with what it gets leaves its reason in the text, as in Prometheus.
    package func expand(_ root: TemplateValue) -> String { Self.expand(nodes, root, root) }

    /// The text of a part that has a name; nil where there is none of it.
    package func expand(definition name: String, _ root: TemplateValue) -> String? {
        definitions[name].map { Self.expand($0, root, root) }
    }

    private static func expand(_ nodes: [Node], _ root: TemplateValue, _ dot: TemplateValue) -> String {
        var text = ""
        for node in nodes {
            switch node {
            case .text(let part): text += part
            case .value(let operand): text += operand.evaluate(root, dot).text
            case .branch(let condition, let then, let otherwise):
                text += expand(condition.evaluate(root, dot).isTrue ? then : otherwise, root, dot)
            case .each(let operand, let body, let otherwise):
                let elements = operand.evaluate(root, dot).elements
                if elements.isEmpty { text += expand(otherwise, root, dot) }
                for element in elements { text += expand(body, root, element) }
            }
        }
        return text
    }
}

extension Template.Operand {
    func evaluate(_ root: TemplateValue, _ dot: TemplateValue) -> TemplateValue {
        switch self {
        case .literal(let value): value
        case .path(let isFromRoot, let names): names.reduce(isFromRoot ? root : dot) { $0.member($1) }
        case .call(let function, let arguments): function.apply(arguments.map { $0.evaluate(root, dot) })
        }
    }
}
