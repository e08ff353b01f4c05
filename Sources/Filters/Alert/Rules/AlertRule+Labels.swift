import Records
import TextTemplates

extension AlertRule {
    /// The labels of an alert as a JSON object: those of the series, and over them those of the rule.
    func labels(of series: [UInt8], value: [UInt8]) -> [UInt8] {
        guard !labels.isEmpty, let tree = try? JSONTree(parsing: series) else { return series }
        let context = Self.context(tree, value: value)
        let own = labels.map { JSONTree.Member(name: $0.name, value: .text($0.template.expand(context))) }
        let kept = tree.members.filter { member in !own.contains { $0.name == member.name } }
        // The last of two labels of one name counts, and a label without a text is none.
        var members = kept
        for member in own {
            members.removeAll { $0.name == member.name }
            if member.value != .text("") { members.append(member) }
        }
        return Array(JSONTree.object(members).json.utf8)
    }

    /// The annotations of an alert as a JSON object.
    func annotations(of labels: [UInt8], value: [UInt8]) -> String {
        let tree = (try? JSONTree(parsing: labels)) ?? .object([])
        let context = Self.context(tree, value: value)
        return JSONTree.object(
            annotations.map { JSONTree.Member(name: $0.name, value: .text($0.template.expand(context))) }
        ).json
    }
}

extension AlertRule {
    /// What the templates of a rule are about.
    private static func context(_ labels: JSONTree, value: [UInt8]) -> TemplateValue {
        func text(_ tree: JSONTree) -> String { tree.string ?? tree.json }
        let value = (try? JSONTree(parsing: value)) ?? .null
        let number: TemplateValue =
            switch value {
            case .number(let text): Double(text).map { .number($0, text) } ?? .text(text)
            case .bool(let flag): .bool(flag)
            default: .text(text(value))
            }
        return TemplateVocabulary.rule(labels: labels.members.map { ($0.name, text($0.value)) }, value: number)
    }
}
