/// The names of a CSV or TSV header, which may be quoted like any cell.
enum HeaderCells {
    /// Nil where a quote does not end, or something stands behind it.
    static func split(_ text: [UInt8], delimiter: UInt8, quotes: Bool) -> [String]? {
        var names: [String] = []
        var position = 0
        while true {
            var name: [UInt8] = []
            if quotes, position < text.count, text[position] == 0x22 {
                position += 1
                while true {
                    guard position < text.count else { return nil }
                    let byte = text[position]
                    position += 1
                    if byte == 0x22 {
                        guard position < text.count, text[position] == 0x22 else { break }
                        position += 1
                    }
                    name.append(byte)
                }
                guard position == text.count || text[position] == delimiter else { return nil }
            } else {
                let end = text[position...].firstIndex(of: delimiter) ?? text.count
                name = Array(text[position..<end])
                position = end
            }
            names.append(trimmed(String(decoding: name, as: UTF8.self)))
            guard position < text.count else { return names }
            position += 1
        }
    }

    /// People put spaces behind the commas of a header.
    private static func trimmed(_ name: String) -> String {
        var name = Substring(name)
        while name.first == " " { name.removeFirst() }
        while name.last == " " { name.removeLast() }
        return String(name)
    }
}
