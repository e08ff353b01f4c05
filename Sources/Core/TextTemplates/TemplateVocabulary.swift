import Records

/// What a template can speak of, so that a wrong name is found before anybody has to be woken.
package struct TemplateVocabulary: Sendable {
    package indirect enum Shape: Sendable {
        /// A text or a number.
        case scalar
        /// Names with texts, such as labels: any name may be there.
        case map
        case list(Shape, views: [String])
        case object([(name: String, shape: Shape)])
    }

    let root: Shape
    /// Words that begin with $, and the field that each is.
    let variables: [(name: String, field: String)]
    /// Names that `define` may give a part of the template.
    let definitions: [String]
    let hasLists: Bool

    /// - Parameter definitions: names that `define` may give a part of the template.
    package init(_ root: Shape, definitions: [String]) {
        self.root = root
        self.definitions = definitions
        variables = []
        hasLists = true
    }

    private init(ruleWith root: Shape) {
        self.root = root
        variables = [("$labels", "Labels"), ("$value", "Value")]
        definitions = []
        hasLists = false
    }

    /// A rule's labels and annotations speak of the labels and the value of one alert.
    package static let rule = TemplateVocabulary(ruleWith: .object([("Labels", .map), ("Value", .scalar)]))

    /// What a rule's template is about.
    package static func rule(labels: [(name: String, value: String)], value: TemplateValue) -> TemplateValue {
        .object([.init("Labels", .texts(labels)), .init("Value", value)])
    }

    /// Lists that can be made of names with texts.
    private static let viewsOfMap = ["SortedPairs", "Names", "Values"]

    struct Unknown: Error { let message: String }

    /// The path that a word such as `$labels.path` or `.Alerts.Firing` is, and the shape of what it leads to.
    /// - Parameter dot: the shape of what `range` is at.
    func resolve(
        _ word: String, dot: Shape
    ) throws(Unknown) -> (operand: Template.Operand, shape: Shape) {
        var parts = word.split(separator: ".", omittingEmptySubsequences: true).map(String.init)
        var isFromRoot = false
        var shape = dot
        if word.hasPrefix("$") {
            isFromRoot = true
            shape = root
            let first = parts.removeFirst()
            if first != "$" || !hasLists {
                guard let field = variables.first(where: { $0.name == first })?.field else { throw unknown(word) }
                parts.insert(field, at: 0)
            }
        }
        var path: [String] = []
        while !parts.isEmpty {
            switch shape {
            case .scalar: throw Unknown(message: "\(word): there is nothing within \(path.last ?? ".")")
            case .map:
                // A label's name may have dots.
                path.append(parts.joined(separator: "."))
                let isView = hasLists && parts.count == 1 && Self.viewsOfMap.contains(parts[0])
                parts = []
                let pair = Shape.object([("Name", .scalar), ("Value", .scalar)])
                shape = isView ? .list(path.last == "SortedPairs" ? pair : .scalar, views: []) : .scalar
            case .list(let element, let views):
                let name = parts.removeFirst()
                guard views.contains(name) else { throw unknown(word, name, views) }
                path.append(name)
                shape = .list(element, views: [])
            case .object(let members):
                let name = parts.removeFirst()
                guard let member = members.first(where: { $0.name == name }) else {
                    throw unknown(word, name, members.map(\.name))
                }
                path.append(name)
                shape = member.shape
            }
        }
        if case .map = shape {
            let kind = path.last == "CommonAnnotations" || path.last == "Annotations" ? "annotation" : "label"
            throw Unknown(message: "one \(kind) is meant: \(word).NAME")
        }
        if case .object = shape { throw Unknown(message: "a part of it is meant: \(word == "." ? "" : word).NAME") }
        return (.path(fromRoot: isFromRoot, path), shape)
    }

    private func unknown(_ word: String) -> Unknown {
        guard !hasLists else { return Unknown(message: "there is no \(word) here; what there is begins with a dot") }
        let hint = Suggestion.nearest(to: word, among: ["$value", "$labels"]).map { "; did you mean \($0)?" }
        return Unknown(message: "there is no \(word) here, but $labels.NAME and $value\(hint ?? "")")
    }

    private func unknown(_ word: String, _ name: String, _ names: [String]) -> Unknown {
        guard hasLists else { return unknown(word) }
        let hint = Suggestion.nearest(to: name, among: names).map { "; did you mean \($0)?" }
        let others = names.isEmpty ? "" : ", but " + names.joined(separator: ", ")
        return Unknown(message: "there is no \(name) in \(word)\(hint ?? others)")
    }
}
