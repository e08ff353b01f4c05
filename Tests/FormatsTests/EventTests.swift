import Bytes
import Records
import Testing

@testable import Formats

@Suite("Pairs, security events, the journal's export, and what lies within objects")
struct EventTests {
    @Test(
        "Pairs",
        arguments: [
            ("a=1;b=x y;c=", #"{"a":1,"b":"x y","c":""}"#), ("a=1|b=2|", #"{"a":1,"b":2}"#),
            (#"a="x;\"y"; b=2"#, #"{"a":"x;\"y","b":2}"#), ("a=1", "noMatch"), ("", "noMatch"), (";;", "noMatch"),
            (#"a="x;b=1"#, "noMatch"), ("a=1;b=2;a=1", #"{"a":1,"b":2}"#), ("a b=1;c=2", "noMatch"),
            ("a=1;b=c=2", "noMatch"), (#"a=1;b=c\=2"#, #"{"a":1,"b":"c\\=2"}"#),
            ("a=\u{0};b=2", #"{"a":"\u0000","b":2}"#),
        ])
    func pairs(_ line: String, _ expected: String) throws {
        #expect(try parse(line, #"{"name":"p","kind":"pairs","delimiter":"|;"}"#) == expected)
    }

    @Test(
        "CEF",
        arguments: [
            (
                "CEF:0|v|p|1|i|n|5|",
                #"{"vendor":"v","product":"p","product_version":"1","event_id":"i","name":"n","severity":5}"#
            ),
            (
                #"CEF:0|v|a\|b\\|1|i|n|low|k=a b  c=d\=e\nf"#,
                #"{"vendor":"v","product":"a|b\\","product_version":"1","event_id":"i","name":"n","severity":"low","k":"a b","c":"d=e\nf"}"#
            ),
            ("CEF:0|v|p|1|i|n", "noMatch"), ("CEF:0|", "noMatch"), ("CEF:0|v|p|1|i|n|5|junk a=1", "noMatch"),
            (
                "CEF:0|v|p|1|i||5|a=b=c d= e=1",
                #"{"vendor":"v","product":"p","product_version":"1","event_id":"i","severity":5,"a":"b=c","d":"","e":1}"#
            ),
        ])
    func cef(_ line: String, _ expected: String) throws {
        #expect(
            try parse(line, #"{"name":"c","kind":"cef","patterns":[{"regex":"(?<event>CEF:[\\s\\S]*)"}]}"#) == expected)
    }

    @Test(
        "LEEF",
        arguments: [
            (
                "LEEF:1.0|v|p|1|i|a=1\tb=x y",
                #"{"vendor":"v","product":"p","product_version":"1","event_id":"i","a":1,"b":"x y"}"#
            ),
            (
                "LEEF:2.0|v|p|1|i||a=1\tb=2",
                #"{"vendor":"v","product":"p","product_version":"1","event_id":"i","a":1,"b":2}"#
            ),
            (
                "LEEF:2.0|v|p|1|i|0x5E|a=1^b=2",
                #"{"vendor":"v","product":"p","product_version":"1","event_id":"i","a":1,"b":2}"#
            ),
            ("LEEF:2.0|v|p|1|i|zz|a=1", "noMatch"), ("LEEF:1.0|v|p|1|i|junk", "noMatch"), ("LEEF:1.0|v|p", "noMatch"),
        ])
    func leef(_ line: String, _ expected: String) throws {
        #expect(
            try parse(line, #"{"name":"c","kind":"leef","patterns":[{"regex":"(?<event>LEEF:[\\s\\S]*)"}]}"#)
                == expected)
    }

    @Test(
        "The journal's export",
        arguments: [
            ("A=1\nB=x=y", #"{"A":"1","B":"x=y"}"#),
            ("A\n\u{3}\0\0\0\0\0\0\0x\ny\nB=1", #"{"A":"x\ny","B":"1"}"#), ("A\n\u{9}\0\0\0\0\0\0\0xy\nB=1", "noMatch"),
            ("A\n\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}x", "noMatch"), ("A\n\u{3}\0", "noMatch"),
            ("a=1", "noMatch"), ("", "noMatch"), ("A", "noMatch"), ("A\n\0\0\0\0\0\0\0\0\nB=1", #"{"A":"","B":"1"}"#),
        ])
    func export(_ event: String, _ expected: String) throws {
        #expect(try parse(event, #"{"name":"e","kind":"journal-export"}"#) == expected)
    }

    @Test("A line end within a binary field ends no line of it")
    func blocks() {
        var record = Record()
        var blocks = JournalExportBlocks()
        var inside: [Bool] = []
        // A length of ten is a line feed itself.
        for line in [
            "A=1", "B", "", "\0\0\0\0\0\0\0" + "12345", "7890", "C=2", "D",
            "\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}", "E=1",
        ] {
            blocks.take(record.store.load(line.utf8), record)
            inside.append(blocks.isInsideField)
        }
        #expect(inside == [false, true, true, true, false, false, true, false, false])
    }

    @Test(
        "What lies within objects",
        arguments: [
            (#"{"a":{"b":1}}"#, #"{"x":1}"#), (#"{"a":{"b":1,"c":2}}"#, #"{"a":{"b":1,"c":2},"x":1}"#),
            (#"{"a":{"c":{"b":9},"b": "q\"}" }}"#, #"{"a":{"c":{"b":9},"b": "q\"}" },"x":"q\"}"}"#),
            (#"{"a":{"b":[ "f" , 2]}}"#, #"{"x":"f"}"#), (#"{"a":{"b":[]}}"#, #"{"x":[]}"#),
            (#"{"c":{"b":{"d":true,"e":1}}}"#, #"{"c":{"b":{"d":true,"e":1}},"y":true,"z":1}"#),
            (#"{"c":{"b":{"d":true}}}"#, #"{"c":{"b":{"d":true}},"y":true}"#),
            (#"{"a":1}"#, #"{"a":1}"#), (#"{"a":{}}"#, #"{"a":{}}"#), (#"{"a":{"c":1}}"#, #"{"a":{"c":1}}"#),
            (#"{"a":{"b":1},"x":0}"#, #"{"a":{"b":1},"x":0}"#), (#"{"a":{"b":null}}"#, #"{"x":null}"#),
        ])
    func lift(_ line: String, _ expected: String) throws {
        #expect(try parse(line, #"{"name":"l","kind":"json","lift":{"a.b":"x","c.b.d":"y","c.b.e":"z"}}"#) == expected)
    }

    @Test("A query of its own, and numbers in base units")
    func values() throws {
        let format = #"""
            {"name":"v","kind":"json","rename":{"ms":"duration"},"split":{"path":"query"},
             "fields":{"duration":{"type":"number","scale":"0.001"}}}
            """#
        #expect(
            try parse(#"{"ms":1250,"path":"/a?b?c"}"#, format) == #"{"duration":1.25,"path":"/a","query":"b?c"}"#)
        #expect(
            try parse(#"{"ms":"x","path":"/a"}"#, format)
                == #"{"ms":"x","path":"/a"}"#.replacing("ms", with: "duration"))
    }

    private func parse(_ line: String, _ format: String) throws -> String {
        var record = Record()
        let parser = try FormatParser(try LogFormat(json: Array(format.utf8), file: "test"), &record)
        var context = ParseContext(reference: 0)
        switch parser.parse(record.store.load(line.utf8), &record, &context) {
        case .parsed:
            var output = ByteBuffer(capacity: 256)
            record.write(to: &output)
            return output.text(Slice(start: 0, count: output.count))
        case .noMatch: return "noMatch"
        case let outcome: return "\(outcome)"
        }
    }
}
