import TestSupport
import Testing

@testable import Expressions

@Suite("Any text at all")
struct HostileTextTests {
    @Test("is compiled or refused, with carets that fit", arguments: 0..<8)
    func randomText(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed) &+ 99)
        let pieces = [
            "status", "`a b`", "\"a\\u00e9", "'x'", "(", ")", ",", "&&", "||", "!", "-", "1", "0.5", "1e9", "=~",
            "\"(a\"",
            "in", "?", ":", "??", "==", "<", "lower(", "null", " ", "%", "/", "0", "é", "\n", "\\", "\u{0}", "🙂",
            "min(", "[", "]", "$1", ".id", "split(", "format(\"%d\",", "now()",
        ]
        for round in 0..<2500 {
            var text = ""
            for _ in 0..<Int.random(in: 0..<24, using: &random) {
                if round % 2 == 0 {
                    text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
                } else {
                    text += String(decoding: [UInt8.random(in: 0...255, using: &random)], as: UTF8.self)
                }
            }
            check { () throws(ExpressionError) in _ = try Expression.compile(text) }
            check { () throws(ExpressionError) in _ = try Assignment.parse("x = " + text) }
            check { () throws(ExpressionError) in _ = try FunctionCall.parseList("f(" + text) }
        }
    }

    private func check(_ compile: () throws(ExpressionError) -> Void) {
        do throws(ExpressionError) { try compile() } catch {
            #expect(error.position >= 0 && error.length >= 0)
            #expect(error.position + error.length <= error.source.utf8.count)
            #expect(error.rendered.split(separator: "\n", omittingEmptySubsequences: false).count == 3)
        }
    }

    @Test(
        "may nest 200 levels deep and no deeper",
        arguments: [
            ("(", "1", ")"), ("!", "x", ""), ("-", "x", ""), ("x ? ", "1", " : 2"), ("lower(", "x", ")"),
            ("x ?? ", "1", ""),
        ])
    func depth(open: String, inner: String, close: String) throws {
        func nested(_ levels: Int) -> String {
            String(repeating: open, count: levels) + inner + String(repeating: close, count: levels)
        }
        _ = try value(nested(150))
        #expect(complaint(nested(300))?.contains("nested more than 200 levels deep") == true)
        #expect(complaint(nested(100_000))?.contains("nested more than 200 levels deep") == true)
    }

    @Test("may be a long chain of && or ||, and a sum of up to 200 terms")
    func chains() throws {
        let words = (0..<5000).map { "x == \($0)" }
        #expect(try isTrue(words.joined(separator: " || "), #"{"x":4999}"#))
        #expect(try !isTrue(words.joined(separator: " && "), #"{"x":4999}"#))
        #expect(try value(Array(repeating: "x", count: 199).joined(separator: " + "), #"{"x":1}"#) == "199")
        #expect(complaint(Array(repeating: "x", count: 100_000).joined(separator: " + ")) != nil)
    }
}
