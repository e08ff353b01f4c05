import Testing

@testable import Expressions

@Suite("What a pattern has captured")
struct CaptureTests {
    static let record = #"{"path":"/api/v2/users/7","message":"user=ann","n":42}"#

    @Test(
        "is what $1, $name and $0 say, if the match before them matched",
        arguments: [
            (#"path =~ "^/api/(v\d+)/" ? $1 : "none""#, #""v2""#), (#"path =~ "^/old/(.)" ? $1 : "none""#, #""none""#),
            (#"message =~ "user=(?<who>\w+)" ? $who : null"#, #""ann""#),
            (#"message =~ "=(\w)" ? $0 : null"#, #""=a""#), (#"n =~ "^(.)" ? $1 * 10 : 0"#, "40"),
            (#"(path =~ "(\d+)$" ? $1 : 0) + 1"#, "8"),
            // The last one before it in the text.
            (#"path =~ "v(.)" && message =~ "=(..)" ? $1 : null"#, #""an""#),
            // A group that took no part, and a match that was not tried.
            (#"message =~ "(x)?user" ? $1 : 1"#, "null"), (#"true || path =~ "(a)" ? $1 : 1"#, "null"),
            (#"path !~ "^/api/(v.)" ? 0 : $1"#, #""v2""#), (#""abc" =~ "b(c)" ? $1 : null"#, #""c""#),
            (#"upper(message =~ "=(.*)" ? $1 : "")"#, #""ANN""#), (#"path =~ "(é)?$" ? string($1) : 1"#, "null"),
        ])
    func captured(expression: String, expected: String) throws {
        #expect(try value(expression, Self.record) == expected)
    }

    @Test("is never one of an earlier record")
    func stale() throws {
        var evaluation = try Evaluation(#"(x == 1 && y =~ "(.+)") || true ? $1 : null"#)
        #expect(try evaluation.json(#"{"x":1,"y":"secret"}"#) == #""secret""#)
        #expect(try evaluation.json(#"{"x":2,"y":"other"}"#) == "null")
        #expect(try evaluation.json(#"{"x":1}"#) == "null")
    }

    @Test(
        "is refused where it can be nothing",
        arguments: [
            "concat($1, \"a\")\n       ^^\nno =~ stands before this $1; write path =~ \"^/([^/]+)\" ? $1 : null",
            "a =~ \"(b)\" ? $2 : 1\n             ^^\nthe pattern has one group, there is no $2",
            "a =~ \"b\" ? $1 : 1\n           ^^\nthe pattern has no group, there is no $1; "
                + "write parentheses around what $1 is to be",
            "a =~ \"(?<x>b)\" ? $y : 1\n                 ^^\nthe pattern has no group 'y'; there are $x",
            "$status == 1\n^^^^^^^\na field is written by its name alone; write status for $status",
            "a == $\n     ^\na group of a pattern is $1, or $name",
        ])
    func refused(expected: String) throws {
        let source = try #require(expected.split(separator: "\n").first)
        #expect(complaint(String(source)) == expected)
    }
}
