import Bytes

/// A JSON text as a tree in which every value knows where it stands, so that what is wrong with a configuration can be
/// shown at its place. `JSONTree` is the same without the places.
package struct PlacedJSON: Sendable {
    package enum Value: Sendable {
        case null
        case bool(Bool)
        /// As it was written.
        case number(String)
        case text(String)
        case array([PlacedJSON])
        /// In the order of the file.
        case object([Member])
    }

    package struct Member: Sendable {
        package let name: String
        /// Where the name stands, with its quotes.
        package let nameRange: Range<Int>
        package let value: PlacedJSON
    }

    package let value: Value
    /// The bytes that it takes up in the text; those of a string are with its quotes.
    package let range: Range<Int>

    /// Reads one JSON value; the error's position is in bytes from the start.
    package init(parsing bytes: [UInt8]) throws(JSONError) {
        var buffer = ByteBuffer(capacity: bytes.count)
        buffer.append(bytes)
        try JSONText.check(buffer, Slice(start: 0, count: bytes.count))
        var builder = Builder(bytes: bytes)
        self = builder.value()
    }

    private init(_ value: Value, _ range: Range<Int>) {
        self.value = value
        self.range = range
    }

    /// The same without the places.
    package var tree: JSONTree {
        switch value {
        case .null: .null
        case .bool(let flag): .bool(flag)
        case .number(let text): .number(text)
        case .text(let text): .text(text)
        case .array(let items): .array(items.map(\.tree))
        case .object(let members): .object(members.map { JSONTree.Member(name: $0.name, value: $0.value.tree) })
        }
    }

    /// Builds the tree of a text that has been checked, so nothing can be wrong with it any more. The checker's 128
    /// levels bound the recursion.
    private struct Builder {
        let bytes: [UInt8]
        var position = 0

        private var peek: UInt8 { position < bytes.count ? bytes[position] : 0 }

        private static func isSpace(_ byte: UInt8) -> Bool {
            byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
        }

        private mutating func skipSpace() {
            while Self.isSpace(peek) { position += 1 }
        }

        mutating func value() -> PlacedJSON {
            skipSpace()
            defer { skipSpace() }
            let start = position
            let value = bare()
            return PlacedJSON(value, start..<position)
        }

        private mutating func bare() -> Value {
            switch peek {
            case 0x7B: return .object(list(closing: 0x7D) { $0.member() })
            case 0x5B: return .array(list(closing: 0x5D) { $0.value() })
            case 0x22: return .text(string())
            case 0x74: return word(4, .bool(true))
            case 0x66: return word(5, .bool(false))
            case 0x6E: return word(4, .null)
            default:
                let start = position
                while position < bytes.count, peek != 0x2C, peek != 0x5D, peek != 0x7D, !Self.isSpace(peek) {
                    position += 1
                }
                return .number(String(decoding: bytes[start..<position], as: UTF8.self))
            }
        }

        private mutating func member() -> Member {
            skipSpace()
            let start = position
            let name = string()
            let range = start..<position
            skipSpace()
            position += 1
            return Member(name: name, nameRange: range, value: value())
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

        private mutating func word(_ length: Int, _ value: Value) -> Value {
            position += length
            return value
        }

        private mutating func string() -> String {
            let start = position + 1
            var hasEscapes = false
            position = start
            while position < bytes.count, peek != 0x22 {
                if peek == 0x5C { hasEscapes = true }
                position += peek == 0x5C ? 2 : 1
            }
            let end = min(position, bytes.count)
            position += 1
            guard hasEscapes else { return String(decoding: bytes[start..<end], as: UTF8.self) }
            var inside = ByteBuffer(capacity: end - start)
            inside.append(Array(bytes[start..<end]))
            var text = ByteBuffer(capacity: end - start)
            text.append(unescaping: inside, Slice(start: 0, count: inside.count))
            return text.text(Slice(start: 0, count: text.count))
        }
    }
}
