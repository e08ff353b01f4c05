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
    }

    /// Reads one JSON value; the error's position is in bytes from the start.
    package init(parsing bytes: [UInt8]) throws(JSONError) {
        var buffer = ByteBuffer(capacity: bytes.count)
        buffer.append(bytes)
        let whole = Slice(start: 0, count: bytes.count)
        try JSONText.check(buffer, whole)
        var builder = Builder(bytes: bytes)
        self = builder.value()
    }

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

    /// Builds the tree of a text that has been checked, so nothing can be wrong with it any more. The checker's 128
    /// levels bound the recursion.
    private struct Builder {
        let bytes: [UInt8]
        var position = 0

        private var peek: UInt8 { position < bytes.count ? bytes[position] : 0 }

        private mutating func skipSpace() {
            while [0x20, 0x09, 0x0A, 0x0D].contains(peek) { position += 1 }
        }

        mutating func value() -> JSONTree {
            skipSpace()
            defer { skipSpace() }
            switch peek {
            case 0x7B:
                return .object(
                    list(closing: 0x7D) { builder in
                        builder.skipSpace()
                        let name = builder.string()
                        builder.skipSpace()
                        builder.position += 1
                        return Member(name: name, value: builder.value())
                    })
            case 0x5B: return .array(list(closing: 0x5D) { $0.value() })
            case 0x22: return .text(string())
            case 0x74: return word(4, .bool(true))
            case 0x66: return word(5, .bool(false))
            case 0x6E: return word(4, .null)
            default:
                let start = position
                while position < bytes.count, ![0x2C, 0x5D, 0x7D, 0x20, 0x09, 0x0A, 0x0D].contains(peek) {
                    position += 1
                }
                return .number(String(decoding: bytes[start..<position], as: UTF8.self))
            }
        }

        private mutating func list<Item>(closing: UInt8, _ item: (inout Builder) -> Item) -> [Item] {
            var items: [Item] = []
            position += 1
            skipSpace()
            while peek != closing, position < bytes.count {
                items.append(item(&self))
                if peek == 0x2C { position += 1 }
            }
            position += 1
            return items
        }

        private mutating func word(_ length: Int, _ value: JSONTree) -> JSONTree {
            position += length
            return value
        }

        private mutating func string() -> String {
            let start = position + 1
            position = start
            while position < bytes.count, peek != 0x22 { position += peek == 0x5C ? 2 : 1 }
            var inside = ByteBuffer(capacity: position - start)
            inside.append(Array(bytes[start..<min(position, bytes.count)]))
            var text = ByteBuffer(capacity: position - start)
            text.append(unescaping: inside, Slice(start: 0, count: inside.count))
            position += 1
            return text.text(Slice(start: 0, count: text.count))
        }
    }
}
