import Testing

@testable import Formats

@Suite("Reading a format file")
struct LogFormatTests {
    /// Reads the text as `x.json`, and gives the message, the line and the caret.
    private func complaint(_ json: String) -> String {
        do throws(FormatError) {
            _ = try FormatFile(json: Array(json.utf8), path: "x.json")
            return ""
        } catch {
            return ([error.description] + error.excerpt()).joined(separator: "\n")
        }
    }

    @Test("The line, the column and what stands there are shown, and what may have been meant")
    func place() {
        let json = """
            {
              "name": "app",
              "patern": []
            }
            """
        #expect(
            complaint(json) == """
                x.json:3:3: error: "patern" is not a member of a format; did you mean "patterns"?
                  "patern": []
                  ^
                """)
    }

    @Test(
        "What is wrong is said, with its place",
        arguments: [
            ("{}", "1:1", "\"name\" is missing"),
            ("[]", "1:1", "a format must be an object, not an array"),
            (#"{"name":7}"#, "1:9", "\"name\" must be a text, not a number"),
            (#"{"name":"a b"}"#, "1:9", "\"name\" is of letters, digits, '-', '_' and '.', and not empty"),
            (#"{"name":"auto"}"#, "1:9", "\"auto\" stands for all formats; take another name"),
            (#"{"name":"a","name":"b"}"#, "1:13", "\"name\" is there twice"),
            (
                #"{"name":"a","kind":"jsno"}"#, "1:20",
                "\"kind\" \"jsno\" is none of pattern, json, logfmt, csv, tsv, w3c, pairs, cef, leef, journal-export; did you mean \"json\"?"
            ),
            (#"{"name":"a"}"#, "1:1", "\"patterns\" has no {\"name\":…,\"regex\":…} in it"),
            (
                #"{"name":"a","patterns":[{"rgex":""}]}"#, "1:26",
                "\"rgex\" is not a member of a pattern; did you mean \"regex\"?"
            ),
            (
                #"{"name":"a","kind":"json","fields":{"n":{"type":"int"}}}"#, "1:49",
                "\"type\" \"int\" is none of string, integer, number, boolean"
            ),
            (
                #"{"name":"a","kind":"json","fields":{"n":{"type":"integr"}}}"#, "1:49",
                "\"type\" \"integr\" is none of string, integer, number, boolean; did you mean \"integer\"?"
            ),
            (#"{"name":"a","kind":"json","time":{"field":"t"}}"#, "1:34", "\"time\" needs \"layouts\""),
            (
                #"{"name":"a","kind":"json","level":{"map":{"W":"warning"}}}"#, "1:47",
                "level \"warning\" is none of trace, debug, info, warn, error, fatal"
            ),
            (
                #"{"name":"a","kind":"json","level":{"map":{"W":"wran"}}}"#, "1:47",
                "level \"wran\" is none of trace, debug, info, warn, error, fatal; did you mean \"warn\"?"
            ),
            (#"{"name":"a","kind":"json","quiet":1}"#, "1:35", "\"quiet\" must be true or false, not a number"),
            (#"{"name":"a","kind":"json","samples":[{"line":""}]}"#, "1:38", "this sample has no \"record\""),
            (
                #"{"name":"a","kind":"json","rename":{"x":"_raw"}}"#, "1:41",
                "'_raw' is a key that weir keeps for itself (weir-record(5)); take another name"
            ),
        ])
    func faults(_ json: String, _ place: String, _ message: String) {
        #expect(complaint(json).split(separator: "\n").first.map(String.init) == "x.json:\(place): error: \(message)")
    }

    @Test(
        "The slips of those who write JSON by hand have words of their own",
        arguments: [
            ("{", "1:2", "the file ends in the middle"),
            ("{\"name\":\"a\",\n}", "2:1", "JSON has no comma before a closing bracket"),
            ("{\"name\":\"a\"\n \"title\":\"b\"}", "2:2", "a comma or colon is missing before this"),
            ("{'name':'a'}", "1:2", "JSON's quotes are double ones"),
            ("\u{FEFF}{}", "1:1", "the file begins with a byte order mark, which JSON has not"),
            ("// mine\n{}", "1:1", "JSON has no comments"),
            ("{\"name\":\"a\n\"}", "1:11", "a text ends on the line it began on; its quote is missing"),
            ("{} {}", "1:4", "something stands behind the format's last brace"),
            (
                #"{"regex":"\d"}"#, "1:11",
                #"not an escape JSON knows; an expression's own backslash is written twice, \\d for \d"#
            ),
            ("{\"name\":nil}", "1:10", "unexpected character"),
        ])
    func json(_ json: String, _ place: String, _ message: String) {
        #expect(complaint(json).split(separator: "\n").first.map(String.init) == "x.json:\(place): error: \(message)")
    }

    @Test("An expression's error is shown where it is in the file, whatever escapes stand before it")
    func regex() {
        let json = #"{"name":"a","patterns":[{"regex":"\u00e4\\d\"(?<n>[a-z)"}]}"#
        let place = #"                                                       ^"#
        let lines = complaint(json).split(separator: "\n").map(String.init)
        #expect(lines == ["x.json:1:56: error: missing terminating ] for character class", json, place])
    }

    @Test("So is a time layout's")
    func layout() {
        let json = #"{"name":"a","kind":"json","time":{"field":"time","layouts":["\u0025Y %q"]}}"#
        #expect(complaint(json).hasPrefix("x.json:1:70: error: %q is not known"))
        let named = #"{"name":"a","kind":"json","time":{"field":"time","layouts":["rfc3399"]}}"#
        #expect(complaint(named).hasPrefix("x.json:1:61: error: 'rfc3399' is no time layout: did you mean rfc3339?"))
    }

    @Test("A field, or a time, that no pattern captures is a slip")
    func captures() {
        let beginning = #"{"name":"a","patterns":[{"regex":"(?<host>\\S+) (?<at>.*)"}],"#
        #expect(
            complaint(beginning + #""fields":{"hots":{}}}"#).hasPrefix(
                #"x.json:1:72: error: no pattern captures "hots"; did you mean "host"?"#))
        #expect(
            complaint(beginning + #""time":{"field":"stamp","layouts":["clf"]}}"#).hasPrefix(
                #"x.json:1:78: error: no pattern captures "stamp"; they capture host, at"#))
    }

    @Test("A reserved name is shown where the group is")
    func reserved() {
        let json = #"{"name":"a","patterns":[{"regex":"\"(?<_raw>.*)"}]}"#
        #expect(complaint(json).hasPrefix("x.json:1:40: error: '_raw' is a key that weir keeps for itself"))
    }

    @Test("Of a long line the part around the place is shown")
    func longLine() throws {
        let json = #"{"name":"a","patterns":[{"regex":""# + String(repeating: "x", count: 500) + #"(""# + "}]}"
        let lines = complaint(json).split(separator: "\n").map(String.init)
        let caret = try #require(Array(lines[2]).firstIndex(of: "^"))
        #expect(lines[1].count < 80 && lines[1].hasPrefix("…x"))
        #expect(Array(lines[1])[caret] == "\"")
    }

    @Test("Built-in formats are read without compiling their expressions: a test has done it")
    func unchecked() throws {
        let json = Array(#"{"name":"a","patterns":[{"regex":"("}],"fields":{"b":{}}}"#.utf8)
        #expect(throws: Never.self) { try LogFormat(json: json, file: "x", checksPatterns: false) }
        #expect(throws: FormatError.self) { try LogFormat(json: json, file: "x") }
    }

    @Test("A format answers to its name and its aliases")
    func aliases() throws {
        let file = try FormatFile(json: Array(#"{"name":"a","kind":"json","aliases":["b"]}"#.utf8), path: "x")
        let library = FormatLibrary(entries: [FormatLibrary.Entry(file)])
        #expect(library.format(named: "a") != nil && library.format(named: "b") != nil)
        #expect(library.format(named: "c") == nil)
    }
}
