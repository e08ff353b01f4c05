/// What stands between the braces.
package indirect enum TemplateValue: Equatable, Sendable {
    /// A number, and how it is written where nothing is done to it.
    case number(Double, String)
    case text(String)
    case bool(Bool)
    case list([TemplateValue])
    case object([Member])

    package struct Member: Equatable, Sendable {
        package let name: String
        package let value: TemplateValue

        package init(_ name: String, _ value: TemplateValue) {
            self.name = name
            self.value = value
        }
    }

    package static func number(_ value: Double) -> TemplateValue { .number(value, NumberFormat.shortest(value)) }

    /// Names with texts, such as labels.
    package static func texts(_ pairs: [(name: String, value: String)]) -> TemplateValue {
        .object(pairs.map { Member($0.name, .text($0.value)) })
    }

    var text: String {
        switch self {
        case .number(_, let text), .text(let text): text
        case .bool(let flag): flag ? "true" : "false"
        case .list(let elements): "[" + elements.map(\.text).joined(separator: " ") + "]"
        case .object(let members): "map[" + members.map { "\($0.name):\($0.value.text)" }.joined(separator: " ") + "]"
        }
    }

    /// The number, or the number that a text is.
    var number: Double? {
        switch self {
        case .number(let value, _): value
        case .text(let text): Double(text)
        default: nil
        }
    }

    /// As Go sees it: not false, not zero, not empty.
    var isTrue: Bool {
        switch self {
        case .number(let value, _): value != 0
        case .text(let text): !text.isEmpty
        case .bool(let flag): flag
        case .list(let elements): !elements.isEmpty
        case .object(let members): !members.isEmpty
        }
    }

    var elements: [TemplateValue] {
        if case .list(let elements) = self { return elements }
        return []
    }

    /// What stands behind a dot. Of names with texts, what is not there is the empty text; a view of a list or of them is a list.
    func member(_ name: String) -> TemplateValue {
        switch self {
        case .object(let members):
            if let member = members.last(where: { $0.name == name }) { return member.value }
            let sorted = members.sorted { $0.name < $1.name }
            switch name {
            case "SortedPairs":
                return .list(sorted.map { .object([Member("Name", .text($0.name)), Member("Value", $0.value)]) })
            case "Names": return .list(sorted.map { .text($0.name) })
            case "Values": return .list(sorted.map(\.value))
            default: return .text("")
            }
        case .list(let elements):
            return .list(elements.filter { $0.member("Status") == .text(name.lowercased()) })
        default: return .text("")
        }
    }
}
