import Bytes
import Records

extension FunctionTable {
    static let text: [Function] = [
        Function(
            "lower", [.init("text", .text)], .text, "The text in lower case.",
            examples: [.init(#"lower("GET")"#, #""get""#), .init(#"lower("ÄÖ")"#, #""äö""#)],
            otherNames: ["tolower", "lowercase", "downcase", "ascii_downcase", "to_lower"],
            .one { text, record, _ in record.mapScalars(text) { $0.lowercaseMapping } }),
        Function(
            "upper", [.init("text", .text)], .text, "The text in upper case.",
            examples: [.init(#"upper("get")"#, #""GET""#), .init(#"upper("straße")"#, #""STRASSE""#)],
            otherNames: ["toupper", "uppercase", "upcase", "ascii_upcase", "to_upper"],
            .one { text, record, _ in record.mapScalars(text) { $0.uppercaseMapping } }),
        Function(
            "length", [.init("value", .textOrJSON)], .number,
            "How many characters (Unicode code points) a text has, elements an array, members an object.",
            examples: [
                .init(#"length("größe")"#, "5"), .init("length(status)", "3", record: #"{"status":404}"#),
                .init("length(tags)", "2", record: #"{"tags":["a","b"]}"#),
            ],
            otherNames: ["len", "strlen", "size", "count_chars", "char_length"],
            .one { value, record, _ in
                switch value {
                case .text(let slice): .integer(Int64(record.store.buffer.scalarCount(slice)))
                case .json(let slice): .integer(Int64(record.elementCount(slice)))
                default: .null
                }
            }),
        Function(
            "contains", [.init("text", .text), .init("part", .text)], .bool, "Whether the part stands in the text.",
            examples: [.init(#"contains("/api/users", "/users")"#, "true"), .init(#"contains(path, "x")"#, "null")],
            otherNames: ["includes", "index", "instr", "strpos", "has_substring"],
            .two { text, part, record, _ in
                guard case .text(let text) = text, case .text(let part) = part else { return .null }
                return .bool(record.store.buffer.contains(text, part))
            }),
        Function(
            "starts_with", [.init("text", .text), .init("part", .text)], .bool,
            "Whether the text begins with the part.",
            examples: [.init(#"starts_with("/api/users", "/api/")"#, "true")],
            otherNames: ["startswith", "hasprefix", "has_prefix", "begins_with"],
            .two { text, part, record, _ in
                guard case .text(let text) = text, case .text(let part) = part else { return .null }
                return .bool(text.count >= part.count && record.store.buffer.equal(text.prefix(part.count), part))
            }),
        Function(
            "ends_with", [.init("text", .text), .init("part", .text)], .bool, "Whether the text ends with the part.",
            examples: [.init(#"ends_with("logo.png", ".png")"#, "true")],
            otherNames: ["endswith", "hassuffix", "has_suffix"],
            .two { text, part, record, _ in
                guard case .text(let text) = text, case .text(let part) = part else { return .null }
                guard text.count >= part.count else { return .bool(false) }
                return .bool(record.store.buffer.equal(text.dropFirst(text.count - part.count), part))
            }),
        Function(
            "trim", [.init("text", .text)], .text, "The text without white space (ASCII) at both ends.",
            examples: [.init(#"trim("  a b\n")"#, #""a b""#)],
            otherNames: ["strip", "chomp"],
            .one { text, record, _ in
                guard case .text(let slice) = text else { return .null }
                return .text(record.store.buffer.trimmed(slice))
            }),
        Function(
            "concat", [.init("text", .text), .init("text", .text, isRepeated: true)], .text,
            "The texts joined; numbers as they are written.",
            examples: [
                .init(#"concat("a", "-", 1)"#, #""a-1""#),
                .init(#"concat(host, ":", port)"#, #""db1:5432""#, record: #"{"host":"db1","port":5432}"#),
            ],
            otherNames: ["cat", "append"],
            .repeated { left, right, record, _ in
                guard case .text(let left) = left, case .text(let right) = right else { return .null }
                return .text(record.joined(left, right))
            }),
        Function(
            "substr",
            [.init("text", .text), .init("from", .number), .init("count", .number, preset: .integer(.max))], .text,
            "Up to count characters of the text, the first one being number 1, as in awk.",
            examples: [
                .init(#"substr("2026-07-01", 1, 4)"#, #""2026""#), .init(#"substr("abc", 2)"#, #""bc""#),
                .init(#"substr("abc", 9)"#, #""""#),
            ],
            otherNames: ["substring", "slice", "mid"],
            .three { text, from, count, record, _ in
                guard case .text(let slice) = text, let from = from.wholeNumber, let count = count.wholeNumber else {
                    return .null
                }
                return .text(record.store.buffer.scalars(slice, from: from, count: count))
            }),
        Function(
            "string", [.init("value", .text)], .text, "The value as text; a number in the record as it stands there.",
            examples: [
                .init("string(404)", #""404""#), .init("string(price)", #""1.10""#, record: #"{"price":1.10}"#),
            ],
            otherNames: ["str", "text", "tostring", "to_string", "to_text"],
            .one { text, _, _ in text }),
    ]
}
