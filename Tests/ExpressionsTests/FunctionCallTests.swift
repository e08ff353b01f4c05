import Testing

@testable import Expressions

@Suite("A function call of a filter's own")
struct FunctionCallTests {
    @Test(
        "has a name, arguments and perhaps a column's name",
        arguments: [
            ("count", "count", [], nil), ("count()", "count", [], nil), ("sum(bytes)", "sum", ["bytes"], nil),
            ("sum(bytes) as total", "sum", ["bytes"], "total"), ("count as `n of`", "count", [], "n of"),
            ("ratio(status >= 500) as errors", "ratio", ["status >= 500"], "errors"),
            ("quantile( duration , 0.99 )", "quantile", ["duration", "0.99"], nil),
            ("sum(max(bytes ?? 0, 1) * 8)", "sum", ["max(bytes ?? 0, 1) * 8"], nil),
        ] as [(String, String, [String], String?)])
    func parses(text: String, name: String, arguments: [String], alias: String?) throws {
        let call = try FunctionCall.parse(text)
        #expect(call.name == name)
        #expect(call.arguments.map(\.text) == arguments)
        #expect(call.alias == alias)
    }

    @Test("stands in a list, and knows its place there")
    func list() throws {
        let calls = try FunctionCall.parseList("count, sum(bytes) as total, p99(duration)")
        #expect(calls.map(\.name) == ["count", "sum", "p99"])
        #expect(calls[1].text == "sum(bytes)")
        #expect(calls[1].range == 7..<26)
        #expect(calls[2].arguments[0].expression.fieldName == "duration")
        #expect(
            calls[2].error(at: calls[2].arguments[0].range, "not that one").rendered
                == "count, sum(bytes) as total, p99(duration)\n                                ^^^^^^^^\nnot that one")
    }

    @Test("tells fields, constants and other expressions apart")
    func arguments() throws {
        let call = try FunctionCall.parse("quantile(duration, 1 - 0.01, a + b)")
        #expect(call.arguments.map(\.expression.fieldName) == ["duration", nil, nil])
        #expect(call.arguments[1].expression.constant == Literal(number: "0.99"))
        #expect(call.arguments[2].expression.constant == nil)
        #expect(call.arguments[2].expression.fieldNames == ["a", "b"])
    }

    @Test(
        "is refused with a sentence that helps",
        arguments: [
            "sum(bytes) total\n           ^^^^^\nan operator is missing before 'total'",
            "sum(bytes) as _state\n              ^^^^^^\n'_state' is a key that weir keeps for itself; "
                + "see weir-record(5) for the list",
            "total = sum(bytes)\n      ^\na function's column is named behind it; write sum(bytes) as total",
            "sum(byte s)\n         ^\nan operator is missing before 's'",
            "sum(lowr(x))\n    ^^^^\nunknown function 'lowr'; did you mean 'lower'?",
            "sum(bytes\n   ^\nthis '(' is never closed",
        ])
    func refuses(expected: String) throws {
        let source = try #require(expected.split(separator: "\n").first)
        #expect { try FunctionCall.parse(String(source)) } throws: { ($0 as? ExpressionError)?.rendered == expected }
    }

    @Test("of an unknown name gets the nearest one")
    func unknown() throws {
        let call = try FunctionCall.parse("cuont")
        #expect(
            call.unknownName(among: ["count", "sum"]).description == "unknown function 'cuont'; did you mean 'count'?")
    }
}
