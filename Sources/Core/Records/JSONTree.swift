import Bytes

/// A JSON text as a tree, for the cold paths: format files, rules, tests. Records are never read this way.
package indirect enum JSONTree: Equatable, Sendable {
    case null
    case bool(Bool)
    /// As it was written.
    case number(String)
    case text(String)
    case array([JSONTree])
    /// In the order of the file.
    case object([Member])

    package struct Member: Equatable, Sendable {
        package let name: String
        package let value: JSONTree

        package init(name: String, value: JSONTree) {
            self.name = name
            self.value = value
        }
    }

    /// Reads one JSON value; the error's position is in bytes from the start.
    package init(parsing bytes: [UInt8]) throws(JSONError) { self = try PlacedJSON(parsing: bytes).tree }

    package subscript(_ name: String) -> JSONTree? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.name == name }?.value
    }

    package var string: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    package var members: [Member] {
        guard case .object(let members) = self else { return [] }
        return members
    }

    package var elements: [JSONTree] {
        guard case .array(let elements) = self else { return [] }
        return elements
    }

    /// As JSON on one line, without spaces: the shape in which weir writes records.
    package var json: String {
        switch self {
        case .null: "null"
        case .bool(let flag): flag ? "true" : "false"
        case .number(let text): text
        case .text(let text): Self.quoted(text)
        case .array(let items): "[" + items.map(\.json).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { Self.quoted($0.name) + ":" + $0.value.json }.joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var buffer = ByteBuffer(capacity: text.utf8.count + 2)
        buffer.append(escaping: text)
        return "\"" + buffer.text(Slice(start: 0, count: buffer.count)) + "\""
    }
}
