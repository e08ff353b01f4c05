import Records

/// A format file that cannot be used, and which part of it.
package struct FormatError: Error, Equatable, CustomStringConvertible {
    package let format: String
    package let message: String

    package var description: String { "format \(format): \(message)" }
}

extension LogFormat {
    private static let members: Set<String> = [
        "name", "aliases", "title", "description", "url", "kind", "patterns", "fields", "absent", "rename", "time",
        "level", "multiline", "detect", "samples",
    ]

    /// Reads a format file.
    /// - Parameter file: the name under which errors speak of it.
    package init(json: [UInt8], file: String) throws(FormatError) {
        let tree: JSONTree
        do throws(JSONError) { tree = try JSONTree(parsing: json) } catch {
            throw FormatError(format: file, message: error.description)
        }
        func refuse(_ message: String) -> FormatError { FormatError(format: file, message: message) }
        guard let name = tree["name"]?.string, !name.isEmpty else { throw refuse("\"name\" is missing") }
        if let odd = tree.members.first(where: { !Self.members.contains($0.name) }) {
            throw refuse("\"\(odd.name)\" is not a member of a format")
        }
        self.name = name
        aliases = tree["aliases"].strings
        title = tree["title"]?.string ?? name
        description = tree["description"]?.string ?? ""
        url = tree["url"]?.string
        guard let kind = Kind(rawValue: tree["kind"]?.string ?? "pattern") else {
            throw refuse("\"kind\" must be pattern, json or logfmt")
        }
        self.kind = kind
        patterns = (tree["patterns"]?.elements ?? []).compactMap { pattern in
            guard let regex = pattern["regex"]?.string else { return nil }
            return NamedPattern(name: pattern["name"]?.string ?? name, regex: regex)
        }
        if kind == .pattern, patterns.isEmpty { throw refuse("\"patterns\" has no {\"name\":…,\"regex\":…} in it") }
        fields = try Self.fields(of: tree, refuse)
        absent = tree["absent"].strings
        rename = (tree["rename"]?.members ?? []).compactMap { member in
            member.value.string.map { (from: member.name, to: $0) }
        }
        timeField = tree["time"]?["field"]?.string
        timeLayouts = (tree["time"]?["layouts"]).strings
        if timeField != nil, timeLayouts.isEmpty { throw refuse("\"time\" needs \"layouts\"") }
        levels = (tree["level"]?["map"]?.members ?? []).compactMap { member in
            member.value.string.map { (word: member.name, level: $0) }
        }
        multilineStart = tree["multiline"]?["start"]?.string
        weight = tree["detect"]?["weight"]?.integer ?? 0
        requiredKeys = (tree["detect"]?["keys"]).strings
        samples = (tree["samples"]?.elements ?? []).compactMap { sample in
            guard let line = sample["line"]?.string, let record = sample["record"] else { return nil }
            return Sample(line: line, record: record, source: sample["source"]?.string ?? "")
        }
    }

    private static func fields(
        of tree: JSONTree, _ refuse: (String) -> FormatError
    ) throws(FormatError) -> [FieldDescription] {
        var fields: [FieldDescription] = []
        for member in tree["fields"]?.members ?? [] {
            let type = member.value["type"]?.string ?? "string"
            guard let type = FieldType(rawValue: type) else {
                let known = FieldType.allCases.map(\.rawValue).joined(separator: ", ")
                throw refuse("field \"\(member.name)\": type \"\(type)\" is none of \(known)")
            }
            fields.append(
                FieldDescription(
                    name: member.name, type: type, unit: member.value["unit"]?.string,
                    scale: member.value["scale"]?.scalarText, description: member.value["description"]?.string ?? ""))
        }
        return fields
    }
}

extension JSONTree {
    fileprivate var integer: Int? {
        guard case .number(let text) = self else { return nil }
        return Int(text)
    }

    fileprivate var scalarText: String? {
        switch self {
        case .number(let text), .text(let text): text
        default: nil
        }
    }
}

extension JSONTree? {
    fileprivate var strings: [String] { self?.elements.compactMap(\.string) ?? [] }
}
