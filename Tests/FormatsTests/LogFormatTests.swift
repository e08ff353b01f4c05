import Testing

@testable import Formats

@Suite("Reading a format file")
struct LogFormatTests {
    @Test(
        "What is wrong is said",
        arguments: [
            ("{", "format x.json: cut short at byte 1"),
            ("{}", "format x.json: \"name\" is missing"),
            (#"{"name":"a","patern":[]}"#, "format x.json: \"patern\" is not a member of a format"),
            (#"{"name":"a","kind":"xml"}"#, "format x.json: \"kind\" must be pattern, json or logfmt"),
            (#"{"name":"a"}"#, "format x.json: \"patterns\" has no {\"name\":…,\"regex\":…} in it"),
            (
                #"{"name":"a","kind":"json","fields":{"n":{"type":"int"}}}"#,
                "format x.json: field \"n\": type \"int\" is none of string, integer, number, boolean"
            ),
            (#"{"name":"a","kind":"json","time":{"field":"t"}}"#, "format x.json: \"time\" needs \"layouts\""),
        ])
    func errors(_ json: String, _ message: String) {
        #expect { try LogFormat(json: Array(json.utf8), file: "x.json") } throws: { "\($0)" == message }
    }

    @Test("A format answers to its name and its aliases")
    func aliases() throws {
        let format = try LogFormat(json: Array(#"{"name":"a","kind":"json","aliases":["b"]}"#.utf8), file: "x")
        #expect(format.answers(to: "a") && format.answers(to: "b") && !format.answers(to: "c"))
    }
}
