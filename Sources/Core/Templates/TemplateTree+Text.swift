import Bytes

extension TemplateTree {
    /// Writes a template's text and what is known by it.
    func write(_ number: Int) {
        let template = templates[number]
        var plain = ByteBuffer(capacity: 256)
        for index in 0..<template.count {
            let word = words[template.first + index]
            if index > 0, word.followsSpace { plain.append(0x20) }
            if word.hash == MessageToken.wildcard {
                plain.append("<*>" as StaticString)
            } else {
                plain.append(texts, word.text)
            }
        }
        let whole = Slice(start: 0, count: plain.count)
        var start = texts.count
        texts.append(escaping: plain, whole)
        templates[number].text = Slice(from: start, to: texts.count)
        templates[number].hasEscapes = texts.find(0x5C, from: start, to: texts.count) != nil
        start = texts.count
        let hash = Self.hash(plain.contents)
        for digit in stride(from: UInt64(60), through: 0, by: -4) {
            let value = UInt8(truncatingIfNeeded: hash >> digit) & 0xF
            texts.append(value < 10 ? 0x30 + value : 0x57 + value)
        }
        templates[number].id = Slice(from: start, to: texts.count)
    }

    /// FNV-1a in 64 bits (RFC 9923): the same for a text on every machine.
    private static func hash(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// A template's text, as the inside of a JSON string; it ends with the tree's next change.
    @inline(__always) package func text(
        of template: Int, _ body: (borrowing ByteBuffer, Slice, _ hasEscapes: Bool) -> Void
    ) {
        body(texts, templates[template].text, templates[template].hasEscapes)
    }

    /// A template's identity: 16 hexadecimal digits, a hash of its text.
    @inline(__always) package func id(of template: Int, _ body: (borrowing ByteBuffer, Slice) -> Void) {
        body(texts, templates[template].id)
    }

    /// A template as the catalogue has it.
    package struct Entry: Equatable, Sendable {
        package let id: String
        /// The inside of a JSON string.
        package let text: String
        package let count: Int
    }

    /// All templates, the most frequent first. Those that have become the same are one.
    package var catalogue: [Entry] {
        var counts: [String: Int] = [:]
        var text: [String: String] = [:]
        for number in 0..<count {
            let id = texts.text(templates[number].id)
            counts[id, default: 0] += templates[number].seen
            text[id] = texts.text(templates[number].text)
        }
        return counts.map { Entry(id: $0.key, text: text[$0.key] ?? "", count: $0.value) }
            .sorted { ($1.count, $0.text) < ($0.count, $1.text) }
    }
}
