import Testing

@testable import Expressions

@Suite("What lies within a value")
struct NestedTests {
    static let record =
        #"{"http":{"request":{"id":"r1","n":1.10},"a\"b":2,"x":1,"x":3},"tags":["web","d\u0062",7,null,{"k":[1]}],"a.b":1,"a":{"b":2,"c":{"d":4}},"empty":[],"text":"t","key":"x","i":1}"#

    @Test(
        "is reached by keys and indices",
        arguments: [
            (#"http["request"]["id"]"#, #""r1""#), (#"http["request"].id"#, #""r1""#), ("http.request.id", #""r1""#),
            (#"http.request["id"]"#, #""r1""#), ("`http`.request.id", #""r1""#), (#"http["a\"b"]"#, "2"),
            // Of duplicates the last counts.
            (#"http["x"]"#, "3"), ("http[key]", "3"), ("tags[0]", #""web""#), ("tags[1]", #""db""#), ("tags[2]", "7"),
            ("tags[3]", "null"), ("tags[4].k[0]", "1"), ("tags[-1].k", "[1]"), ("tags[5]", "null"),
            ("tags[-6]", "null"), ("tags[i]", #""db""#), ("tags[i + 1] * 2", "14"), ("empty[0]", "null"),
            ("empty[-1]", "null"), ("text[0]", "null"), ("missing[0].x", "null"), (#"tags["k"]"#, "null"),
            ("http[0]", "null"),
            // A field of that very name comes first.
            ("a.b", "1"), (#"a["b"]"#, "2"), ("a.c.d", "4"), ("a.c.e", "null"), ("a.c.d + 1", "5"),
            ("exists(a.c.d)", "true"), ("exists(a.c.x)", "false"), ("http.request.n", "1.1"),
            (#"concat(http.request.n, "")"#, #""1.10""#), (#"concat(http["request"].n, tags[1])"#, #""1.10db""#),
            ("http.request", #"{"id":"r1","n":1.10}"#), ("length(tags)", "5"), ("length(http.request)", "2"),
            (#"length(http.request.id)"#, "2"), (#"http.request.id == "r1""#, "true"), ("a.c.d == 4", "true"),
            (#"http.request.id =~ "^r(.)" ? $1 : null"#, #""1""#),
        ])
    func reached(expression: String, expected: String) throws {
        #expect(try value(expression, Self.record) == expected)
    }

    @Test(
        "may be asked for with in",
        arguments: [
            (#""web" in tags"#, true), (#""db" in tags"#, true), ("7 in tags", true), (#""7" in tags"#, true),
            (#""x" in tags"#, false), ("null in tags", false), (#""a" in empty"#, false), (#""t" in text"#, false),
            ("1 in tags[4].k", true), (#"!("db" in tags) || i == 2"#, false), ("missing in tags", false),
        ].filter { !$0.0.hasPrefix("null") } as [(String, Bool)])
    func membership(expression: String, expected: Bool) throws {
        #expect(try isTrue(expression, Self.record) == expected)
    }

    @Test(
        "is refused where nothing can lie",
        arguments: [
            "\"a\"[0]\n^^^\nthis is a text, and has no members; write parse_json(…) for JSON in a text",
            "length(x)[0]\n^^^^^^^^^\nthis is a number, and has no members",
            "tags[1.5]\n     ^^^\nan index is a whole number",
            "tags[a == b]\n     ^^^^^^\na key is a text or a number, this is true or false; "
                + "write http[\"id\"] or tags[0]",
            "tags[0\n    ^\nthis '[' is never closed", "tags[]\n    ^^\na key or an index is missing",
            "tags 0]\n     ^\nan operator is missing before '0'", "tags]\n    ^\nthere is no '[' for this ']'",
            "split(a, b) == 1\n               ^\nthis is a number, and what it is compared with is an object or array",
            "join(\"a\", b)\n     ^^^\njoin takes an array here, this is a text; it is join(array, separator)",
        ])
    func refused(expected: String) throws {
        let source = try #require(expected.split(separator: "\n").first)
        #expect(complaint(String(source)) == expected)
    }
}
