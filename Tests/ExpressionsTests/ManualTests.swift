import Testing

@testable import Expressions

#if canImport(Glibc)
    import Glibc
#endif

/// The examples of weir-expr(7), as its page has them: `.Dl lower("GET") is "get"`, `… of {"user":null}`.
private struct ManualExample: CustomTestStringConvertible, Sendable {
    let expression: String
    let result: String
    let record: String

    var testDescription: String { "\(expression) is \(result)" }
}

private enum Manual {
    static let lines: [Substring] = {
        let path = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        guard let file = unsafe fopen("/\(path)/man/weir-expr.7", "r") else { return [] }
        defer { unsafe fclose(file) }
        var bytes: [UInt8] = []
        while true {
            let byte = unsafe getc(file)
            if byte < 0 { break }
            bytes.append(UInt8(byte))
        }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    }()

    static let functions = Set(
        lines.filter { $0.hasPrefix(".It Fn ") }.map { String($0.dropFirst(7).prefix { $0 != " " }) })

    static let examples: [ManualExample] = lines.compactMap { line in
        guard line.hasPrefix(".Dl "),
            let match = plain(line.dropFirst(4)).wholeMatch(of: /(.*) is (.*?)(?: of (\{.*\}))?/)
        else { return nil }
        return ManualExample(
            expression: String(match.1), result: String(match.2), record: match.3.map(String.init) ?? "{}")
    }

    /// Without roff's escapes.
    private static func plain(_ text: Substring) -> String {
        var text = String(text)
        for (escape, meaning) in [
            ("\\(dq", "\""), ("\\(:o", "ö"), ("\\(ss", "ß"), ("\\('e", "é"), ("\\(aq", "'"), ("\\&", ""), ("\\e", "\\"),
        ] {
            text = text.replacing(escape, with: meaning)
        }
        return text
    }
}

@Suite("The manual of the expressions")
struct ManualTests {
    @Test("has examples that are true", arguments: Manual.examples)
    private func examples(example: ManualExample) throws {
        #expect(try value(example.expression, example.record) == example.result)
    }

    @Test("has an entry, with an example, for each function, and for no other")
    func functions() {
        #expect(Manual.functions == Set(FunctionTable.all.map(\.name)))
        for name in Manual.functions {
            #expect(Manual.examples.contains { $0.expression.contains("\(name)(") }, "\(name)")
        }
    }
}
