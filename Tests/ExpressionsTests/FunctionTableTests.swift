import Testing

@testable import Expressions

@Suite("The function table")
struct FunctionTableTests {
    @Test("has examples that are true", arguments: FunctionTable.all.map(\.name))
    func examples(name: String) throws {
        let function = try #require(FunctionTable.byName[name])
        #expect(!function.examples.isEmpty)
        for example in function.examples {
            #expect(try value(example.expression, example.record) == example.result, "\(example.expression)")
            #expect(example.expression.contains("\(name)("))
        }
    }

    @Test("names each function once, with a sentence about it")
    func rows() {
        #expect(FunctionTable.byName.count == FunctionTable.all.count)
        for function in FunctionTable.all {
            #expect(function.summary.hasSuffix("."))
            #expect(function.summary.first?.isUppercase == true)
        }
    }

    @Test("writes signatures for the manual")
    func signatures() {
        #expect(FunctionTable.byName["substr"]?.signature == "substr(text, from, count?)")
        #expect(FunctionTable.byName["min"]?.signature == "min(number, number, …)")
        #expect(FunctionTable.byName["exists"]?.signature == "exists(field)")
    }

    @Test(
        "gives the same for a field as for a literal",
        arguments: [
            (#"lower("GÄT")"#, "lower(x)", #""GÄT""#), ("length(x)", "length(x)", #""a\u00e9😀""#),
            ("substr(x, 0, 2)", #"substr("abc", 0, 2)"#, #""abc""#),
            ("substr(x, -1)", #"substr("abc", -1)"#, #""abc""#),
            ("substr(x, 2, -1)", #"substr("abc", 2, -1)"#, #""abc""#),
            ("substr(x, 2, 1)", #"substr("äöü", 2, 1)"#, #""äöü""#),
            ("substr(x, 9223372036854775807)", #"substr("abc", 9)"#, #""abc""#),
            ("round(x, -2)", "round(1250, -2)", "1250"), ("round(x)", "round(-2.5)", "-2.5"),
            ("round(x, 3)", "1e-0", "1"),
            ("ceil(x)", "1", "1e-300"), ("floor(x)", "-1", "-1e-300"), ("int(x)", "0", "-0.9"),
            ("max(x, 1)", "2", #""2""#), ("trim(x)", #""""#, #"" \t ""#), (#"contains(x, "")"#, "true", #""""#),
            (#"contains(x, "aab")"#, "true", #""aaab""#), (#"ends_with(x, "long")"#, "false", #""g""#),
            (#"concat("a", x, lower(x), x)"#, #""aBbB""#, #""B""#), (#"concat(x, x)"#, #""1.101.10""#, "1.10"),
            ("upper(x)", #""TRUE""#, "true"), ("round(x / 3, 4)", "0.3333", "1"),
        ])
    func sameness(left: String, right: String, x: String) throws {
        let record = #"{"x":\#(x)}"#
        #expect(try value(left, record) == value(right, record))
    }

    @Test(
        "gives null for null, and for what a function cannot use",
        arguments: [
            "lower(y)", "length(y)", "contains(x, y)", "contains(y, x)", "concat(x, y)", "substr(x, y)", "round(x)",
            "abs(x)", "min(1, x)", "max(y, 1)", "int(x)", "float(x)", "int(true)", "substr(x, 1.5)",
        ])
    func nulls(expression: String) throws { #expect(try value(expression, #"{"x":"text"}"#) == "null") }
}
