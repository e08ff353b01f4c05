/// The fields that a grok pattern fills, gathered while it is compiled.
struct GrokFields {
    private struct Entry {
        let path: String
        var type: LogFormat.FieldType?
        var typeWord: String
    }

    /// Logstash's words for types, Elasticsearch's and weir's own.
    static let types: [String: LogFormat.FieldType] = [
        "string": .string,
        "int": .integer, "long": .integer, "integer": .integer,
        "float": .number, "double": .number, "number": .number,
        "bool": .boolean, "boolean": .boolean,
    ]

    private var entries: [String: Entry] = [:]
    private var order: [String] = []
    /// A field is named more than once: in alternatives, mostly.
    private(set) var hasDuplicates = false

    var isEmpty: Bool { order.isEmpty }

    /// What the records need to know: the fields whose types were said.
    var descriptions: [LogFormat.FieldDescription] {
        order.compactMap { name in entries[name]?.type.map { LogFormat.FieldDescription(name: name, type: $0) } }
    }

    /// Takes `name` or `name:type` and gives the name of the group.
    mutating func add(_ text: String, at offset: Int) throws(GrokFault) -> String {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let name = try GrokFieldNames.name(parts[0], at: offset)
        let typeOffset = offset + parts[0].utf8.count + 1
        var type: LogFormat.FieldType?
        if parts.count > 1 {
            type = Self.types[parts[1]]
            if type == nil {
                let unknown = GrokError.UnknownWord(word: parts[1], known: Self.types.keys.sorted())
                let message = "'\(parts[1])' is none of int, float, string, bool"
                throw GrokFault(message: message, offset: typeOffset, unknown: unknown)
            }
        }
        let group = try choose(name, at: offset)
        guard var entry = entries[group] else {
            entries[group] = Entry(path: name.path, type: type, typeWord: parts.count > 1 ? parts[1] : "")
            order.append(group)
            return group
        }
        hasDuplicates = true
        if let type {
            if let known = entry.type, known != type {
                let message = "'\(parts[0])' is \(parts[1]) here and \(entry.typeWord) before"
                throw GrokFault(message: message, offset: typeOffset)
            }
            entry.type = type
            entry.typeWord = parts[1]
            entries[group] = entry
        }
        return group
    }

    /// The standard name, unless another field has it already; no two fields become one unseen.
    private func choose(_ name: GrokFieldNames.Name, at offset: Int) throws(GrokFault) -> String {
        if let standard = name.standard, entries[standard].map({ $0.path == name.path }) ?? true { return standard }
        if let other = entries[name.flat]?.path, other != name.path {
            let message = "'\(other)' and '\(name.path)' would both be the field '\(name.flat)'; rename one"
            throw GrokFault(message: message, offset: offset)
        }
        return name.flat
    }
}
