import Bytes
import Records

extension FunctionTable {
    static let json: [Function] = [
        Function(
            "parse_json", [.init("text", .text)], .any,
            "The value that the text is as JSON; null where it is none.",
            examples: [
                .init(#"parse_json(message).user.id"#, "7", record: #"{"message":"{\"user\":{\"id\":7}}"}"#),
                .init(#"parse_json("[1, 2")"#, "null"),
            ],
            otherNames: ["from_json", "fromjson", "json_decode", "json_parse", "decode_json"],
            .one { text, record, _ in
                guard case .text(let text) = text, let (kind, value) = record.json(text) else { return .null }
                return record.value(value, kind)
            }),
        Function(
            "json", [.init("value", .any)], .text, "The value as JSON text.",
            examples: [
                .init(#"json("a\"b")"#, #""\"a\\\"b\"""#),
                .init("json(tags)", #""[1,2]""#, record: #"{"tags":[1,2]}"#),
            ],
            otherNames: ["to_json", "tojson", "json_encode", "stringify"],
            .one { value, record, _ in
                guard case .text(let text) = value else { return record.text(of: value).map { .text($0) } ?? .null }
                let start = record.store.buffer.count
                record.appendString(text)
                return .text(Slice(from: start, to: record.store.buffer.count))
            }),
        Function(
            "keys", [.init("object", .json)], .json, "The names of an object's members, as an array.",
            examples: [.init("keys(labels)", #"["a","b"]"#, record: #"{"labels":{"a":1,"b":2}}"#)],
            .one { object, record, _ in
                guard case .json(let object) = object else { return .null }
                return record.memberNames(of: object).map { .json($0) } ?? .null
            }),
    ]
}
