import Records
import Testing

@testable import Expressions

private func complaint(assigning text: String) -> String? {
    do throws(ExpressionError) {
        _ = try Assignment.parse(text)
        return nil
    } catch { return error.rendered }
}

@Suite("An assignment")
struct AssignmentTests {
    @Test(
        "is a name, = and an expression",
        arguments: [
            ("slow = duration > 1", "slow", "duration > 1"), ("ms=duration*1000", "ms", "duration*1000"),
            ("`weird name` = -1", "weird name", "-1"), ("http.status = status ?? 0", "http.status", "status ?? 0"),
            ("x=!y", "x", "!y"),
        ])
    func parses(text: String, name: String, expression: String) throws {
        let assignment = try Assignment.parse(text)
        #expect(assignment.name == name)
        #expect(assignment.expression.text == expression)
    }

    @Test(
        "is refused with a sentence that helps",
        arguments: [
            "slow == 1\n     ^^\n== compares; write = to set a field",
            "_raw = 1\n^^^^\n'_raw' is a key that weir keeps for itself; see weir-record(5) for the list",
            "`_file` = 1\n^^^^^^^\n'_file' is a key that weir keeps for itself; see weir-record(5) for the list",
            "\"a\" = 1\n^^^\na field name stands without quotes; write a, or `a`",
            "null = 1\n^^^^\n'null' is a word of the language; write `null` for a field",
            "slow\n    ^\n= is missing; write name = expression",
            "= 1\n^\na field name is missing before '='; write name = expression",
            "a = b = c\n      ^\n= does not compare; write ==",
        ])
    func refuses(expected: String) throws {
        let source = try #require(expected.split(separator: "\n").first)
        #expect(complaint(assigning: String(source)) == expected)
    }

    @Test("keeps all reserved keys from being set")
    func reserved() {
        for key in ReservedKey.all { #expect(complaint(assigning: "\(key) = 1")?.contains("keeps for itself") == true) }
        #expect(complaint(assigning: "_SYSTEMD_UNIT = 1") == nil)
    }
}
