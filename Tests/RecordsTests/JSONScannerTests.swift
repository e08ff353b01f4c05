import Bytes
import TestSupport
import Testing

@testable import Records

@Suite("Scanning JSON")
struct JSONScannerTests {
    @Test(
        "What is wrong is said with its place",
        arguments: [
            ("", .cutShort, 0), ("[1]", .notAnObject, 0), ("{\"a\":1} x", .trailing, 8), ("{\"a\":01}", .unexpected, 6),
            ("{\"a\":+1}", .unexpected, 5), ("{\"a\":1.}", .badNumber, 7), ("{\"a\":.5}", .unexpected, 5),
            ("{\"a\":\"\\x\"}", .badEscape, 7), ("{\"a\":\"\\u12g4\"}", .badEscape, 10),
            ("{\"a\":\"\u{1}\"}", .control, 6),
            ("{\"a\":\"b", .cutShort, 7), ("{\"a\"", .cutShort, 4), ("{\"a\":tru}", .unexpected, 8),
            ("{a:1}", .unexpected, 1),
            ("{\"a\":1,}", .unexpected, 7), ("{\"a\":[1,]}", .unexpected, 8), ("{\"a\":[1}", .unexpected, 7),
            ("{\"a\":{\"b\" 1}}", .unexpected, 10), ("\u{FEFF}{}", .notAnObject, 0),
        ] as [(String, JSONError.Reason, Int)])
    func errors(_ line: String, _ reason: JSONError.Reason, _ position: Int) {
        var record = Record()
        #expect(throws: JSONError(reason: reason, position: position)) {
            try record.scan(record.store.load(line.utf8))
        }
        // Nor does it help to be plain, and to come behind a record.
        let known = record.store.load("{\"a\":1}".utf8)
        for isPlain in [false, true] where (try? record.scan(known, isPlain: isPlain)) != nil {
            let slice = record.store.load(line.utf8)
            #expect(throws: JSONError(reason: reason, position: position)) {
                try record.scan(slice, isPlain: isPlain && record.store.buffer.isPlain(slice))
            }
        }
    }

    @Test("Bytes that are no UTF-8 are an error at their place")
    func invalidUTF8() {
        var record = Record()
        #expect(throws: JSONError(reason: .badUTF8, position: 9)) {
            try record.scan(record.store.load(Array(#"{"a":"bcd"#.utf8) + [0xFF] + Array(#""}"#.utf8)))
        }
    }

    /// A record as its scanner tabled it, or why it did not.
    private static func outcome(_ bytes: [UInt8], _ record: inout Record, isPlain: Bool = false) -> String {
        let line = record.store.load(bytes)
        do throws(JSONError) { try record.scan(line, isPlain: isPlain && record.store.buffer.isPlain(line)) } catch {
            return "\(error)"
        }
        let fields = (0..<record.count).map { position in
            let field = record[position]
            let name = "\(record.store.text(field.name)) \(field.tag)"
            return "\(name) \(field.kind) \(record.store.text(field.value)) \(field.value.start - line.start)"
        }
        return fields.joined(separator: "\n") + (record.hasEscapedNames ? " with escapes" : "")
    }

    @Test("What is remembered of the records before changes nothing", arguments: 0..<20)
    func memory(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var remembering = Record()
        var ofPlainLines = Record()
        var forgetful = Record()
        forgetful.remembersKeys = false
        let names = ["a", "time", "a_rather_long_name_of_a_field", "trace_id", "\\u0061", "é", "x"]
        var shape = names.shuffled(using: &random)
        var space = ""
        for _ in 0..<500 {
            if Int.random(in: 0..<10, using: &random) == 0 { shape = names.shuffled(using: &random) }
            if Int.random(in: 0..<10, using: &random) == 0 {
                space = ["", " ", "\t  "].randomElement(using: &random) ?? ""
            }
            let count = Int.random(in: 0..<12, using: &random) == 0 ? Int.random(in: 0...7, using: &random) : 6
            var chosen = Array(shape.prefix(count))
            // Some records have fewer members, some turn them round, some have one that no other has.
            if Int.random(in: 0..<4, using: &random) == 0, !chosen.isEmpty {
                chosen.remove(at: Int.random(in: 0..<chosen.count, using: &random))
            }
            if Int.random(in: 0..<10, using: &random) == 0 { chosen.shuffle(using: &random) }
            if Int.random(in: 0..<5, using: &random) == 0 {
                let place = Int.random(in: 0...chosen.count, using: &random)
                chosen.insert("k\(Int.random(in: 0..<99, using: &random))", at: place)
            }
            let members = chosen.map { name in
                "\"\(name)\":\(space)\(RandomJSON.likelyValue(&random))"
            }
            var bytes = Array("{\(members.joined(separator: ",\(space)"))}".utf8)
            switch Int.random(in: 0..<6, using: &random) {
            case 0:
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0x20...0x7E, using: &random)
            case 1: bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
            // A brace in the place of a comma, where a first member looks as if it came again.
            case 3: if let comma = bytes.lastIndex(of: 0x2C) { bytes[comma] = 0x7B }
            case 2: bytes.insert(contentsOf: Array(" ".utf8), at: Int.random(in: 0...bytes.count, using: &random))
            default: break
            }
            let text = String(decoding: bytes, as: UTF8.self)
            let expected = Self.outcome(bytes, &forgetful)
            #expect(Self.outcome(bytes, &remembering) == expected, "\(text)")
            #expect(Self.outcome(bytes, &ofPlainLines, isPlain: true) == expected, "\(text)")
            #expect(remembering.isUnchanged == PlainJSON.accepts(bytes), "\(text)")
        }
    }

    @Test("Any valid record goes through unchanged, and any single changed byte never crashes", arguments: 0..<50)
    func property(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<100 {
            let text = RandomJSON.object(depth: 4, &random)
            var record = Record()
            #expect((try? record.scan(record.store.load(text.utf8))) != nil, "\(text)")
            #expect(written(record) == text)

            var damaged = Array(text.utf8)
            damaged[Int.random(in: 0..<damaged.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            let accepts = (try? record.scan(record.store.load(damaged))) != nil
            #expect(accepts == PlainJSON.accepts(damaged), "\(String(decoding: damaged, as: UTF8.self)) \(damaged)")
        }
    }
}

/// Makes valid JSON with odd spacing, escapes, numbers and nesting.
enum RandomJSON {
    static func object(depth: Int, _ random: inout SeededGenerator) -> String {
        let members = (0..<Int.random(in: 0...5, using: &random)).map { _ in
            space(&random) + string(&random) + space(&random) + ":" + space(&random) + value(depth: depth - 1, &random)
                + space(&random)
        }
        return "{" + (members.isEmpty ? space(&random) : members.joined(separator: ",")) + "}"
    }

    static func value(depth: Int, _ random: inout SeededGenerator) -> String {
        switch Int.random(in: 0...(depth > 0 ? 7 : 5), using: &random) {
        case 0: return string(&random)
        case 1: return "\(Int64.random(in: .min ... .max, using: &random))"
        case 2:
            return ["0", "-0", "1.10", "1e400", "-1.5E-7", "123456789012345678901234567890"].randomElement(
                using: &random) ?? "0"
        case 3: return ["true", "false", "null"].randomElement(using: &random) ?? "null"
        case 4, 5: return string(&random)
        case 6: return object(depth: depth, &random)
        default:
            let items = (0..<Int.random(in: 0...4, using: &random)).map { _ in value(depth: depth - 1, &random) }
            return "[" + items.joined(separator: space(&random) + ",") + "]"
        }
    }

    /// What stands in logs, and what only looks like it.
    static func likelyValue(_ random: inout SeededGenerator) -> String {
        switch Int.random(in: 0..<10, using: &random) {
        case 0, 1: "\"\(String(repeating: "/path", count: Int.random(in: 0...9, using: &random)))\""
        case 2: "\(Int.random(in: -9...Int.max >> Int.random(in: 0...60, using: &random), using: &random))"
        case 3: "\(Int.random(in: 0...99, using: &random)).\(Int.random(in: 0...999_999_999_999, using: &random))"
        case 4:
            ["0", "-0", "01", "-", "1.", ".5", "1e5", "-1.5E-7", "1-2", "1.2.3", "12345678901234567890123"]
                .randomElement(using: &random) ?? "0"
        default: value(depth: 2, &random)
        }
    }

    private static func string(_ random: inout SeededGenerator) -> String {
        let parts = [
            "a", "path", "Grüße", "世界", "🌍", "\\n", "\\u00e4", "\\\"", "\\\\", "\\ud800", " ", "0123456789abcdef",
            "\u{7F}",
        ]
        let text = (0..<Int.random(in: 0...4, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }
        return "\"" + text.joined() + "\""
    }

    private static func space(_ random: inout SeededGenerator) -> String {
        ["", "", "", " ", "\t", "  "].randomElement(using: &random) ?? ""
    }
}
