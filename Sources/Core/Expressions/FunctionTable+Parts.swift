import Bytes
import Records

extension FunctionTable {
    /// Texts taken apart and put together.
    static let parts: [Function] = [
        Function(
            "replace", [.init("text", .text), .init("part", .text), .init("by", .text)], .text,
            "The text with another in the place of each part of it.",
            examples: [
                .init(#"replace("a-b-c", "-", "/")"#, #""a/b/c""#), .init(#"replace("aaa", "aa", "")"#, #""a""#),
            ],
            otherNames: ["gsub", "sub", "replace_all", "str_replace", "translate"],
            .three { text, part, replacement, record, tally in
                guard case .text(let text) = text, case .text(let part) = part, case .text(let new) = replacement else {
                    return .null
                }
                return record.replacing(part, in: text, by: new, &tally)
            }),
        Function(
            "split", [.init("text", .text), .init("separator", .text)], .json,
            "The parts of the text between separators, as an array; of an empty separator, its characters.",
            examples: [
                .init(#"split("a,b", ",")"#, #"["a","b"]"#), .init(#"split("/api/v1", "/")[1]"#, #""api""#),
                .init(#"split("a b", " ")[-1]"#, #""b""#),
            ],
            otherNames: ["explode", "tokenize"],
            .two { text, separator, record, _ in
                guard case .text(let text) = text, case .text(let separator) = separator else { return .null }
                return record.split(text, by: separator)
            }),
        Function(
            "join", [.init("array", .json), .init("separator", .text)], .text,
            "The elements of an array with the separator between them; nulls are left out.",
            examples: [
                .init(#"join(split("a,b", ","), "; ")"#, #""a; b""#),
                .init(#"join(tags, " ")"#, #""web 7""#, record: #"{"tags":["web",null,7]}"#),
            ],
            otherNames: ["implode"],
            .two { array, separator, record, _ in
                guard case .json(let array) = array, case .text(let separator) = separator else { return .null }
                return record.joined(array, by: separator)
            }),
        Function(
            "format", [.init("template", .text), .init("value", .any, preset: .null, isRepeated: true)], .text,
            "The template with a value in the place of each directive of printf(3): %s, %d, %f, %x, %o.",
            examples: [
                .init(#"format("%s: %5.1f%%", "cpu", 12.345)"#, #""cpu:  12.3%""#),
                .init(#"format("%04d-%x", 7, 255)"#, #""0007-ff""#),
            ],
            otherNames: ["printf", "sprintf", "fmt", "strformat"], .ofSyntax),
    ]

    /// Bytes that a function may make of a record: a text may say how much larger it is to become.
    static let mostBytes = 16 << 20
}

extension Record {
    fileprivate mutating func replacing(_ part: Slice, in text: Slice, by new: Slice, _ tally: inout Tally) -> Value {
        guard !part.isEmpty, var found = store.buffer.place(of: part, in: text, from: text.start) else {
            return .text(text)
        }
        let start = store.buffer.count
        var position = text.start
        while true {
            store.buffer.appendCopy(of: Slice(from: position, to: found))
            store.buffer.appendCopy(of: new)
            position = found + part.count
            if store.buffer.count - start > FunctionTable.mostBytes {
                store.buffer.truncate(to: start)
                return ArithmeticOperator.counted(nil, &tally)
            }
            guard let next = store.buffer.place(of: part, in: text, from: position) else { break }
            found = next
        }
        store.buffer.appendCopy(of: Slice(from: position, to: text.end))
        return .text(Slice(from: start, to: store.buffer.count))
    }

    fileprivate mutating func split(_ text: Slice, by separator: Slice) -> Value {
        let start = store.buffer.count
        store.buffer.append(0x5B)
        var position = text.start
        while true {
            var end = text.end
            if separator.isEmpty {
                if position == text.end { break }
                end = position + max(1, store.buffer.utf8Length(at: position, end: text.end))
            } else if let found = store.buffer.place(of: separator, in: text, from: position) {
                end = found
            }
            if store.buffer.count > start + 1 { store.buffer.append(0x2C) }
            appendString(Slice(from: position, to: end))
            if end == text.end { break }
            position = end + separator.count
        }
        store.buffer.append(0x5D)
        return .json(Slice(from: start, to: store.buffer.count))
    }

    fileprivate mutating func joined(_ array: Slice, by separator: Slice) -> Value {
        guard store[array.start] == 0x5B else { return .null }
        // Texts with escapes are written out on the way, so the result is made in one go behind them.
        var parts: [Slice] = []
        var place = nextElement(of: array, from: nil)
        while let (element, next) = place {
            if let text = text(of: element) { parts.append(text) }
            place = next.flatMap { nextElement(of: array, from: $0) }
        }
        return made { buffer in
            for (index, part) in parts.enumerated() {
                if index > 0 { buffer.appendCopy(of: separator) }
                buffer.appendCopy(of: part)
            }
        }
    }

    /// Appends a text as a JSON string, with its quotes.
    mutating func appendString(_ text: Slice) {
        store.buffer.append(0x22)
        store.buffer.appendEscaping(text)
        store.buffer.append(0x22)
    }
}
