import Bytes
import Records
import Testing

@testable import Formats

@Suite("Making records of lines")
struct ParsersTests {
    @Test(
        "logfmt: types, quotes, escapes, bare keys",
        arguments: [
            ("a=1 b=1.50 c=true d=x", #"{"a":1,"b":1.50,"c":true,"d":"x"}"#),
            (#"msg="a \"b\" c" empty= q="""#, #"{"message":"a \"b\" c","empty":"","q":""}"#),
            ("ok level=INFO", #"{"ok":true,"level":"info"}"#),
            ("id=007 n=1e400 m=-5", #"{"id":"007","n":1e400,"m":-5}"#),
            ("schlüssel=wert", #"{"schlüssel":"wert"}"#),
            ("_raw=x", #"{"log._raw":"x"}"#),
        ])
    func logfmt(_ line: String, _ expected: String) throws {
        #expect(try parse(line, #"{"name":"l","kind":"logfmt","rename":{"msg":"message"}}"#) == expected)
    }

    @Test("What is not logfmt does not pass for it", arguments: ["", "plain words", "a=\"open", "a=1 \"x\"", "="])
    func notLogfmt(_ line: String) throws {
        #expect(try parse(line, #"{"name":"l","kind":"logfmt"}"#) == "noMatch")
    }

    @Test(
        "JSON: standard names, time in UTC, level in weir's words, and reserved keys given back as log.…",
        arguments: [
            (#"{"ts":"2024-01-02T03:04:05+01:00","msg":"x"}"#, #"{"time":"2024-01-02T02:04:05Z","message":"x"}"#),
            (
                #"{"time":"2024-01-02T02:04:05.120Z" , "level":"info"}"#,
                #"{"time":"2024-01-02T02:04:05.120Z" , "level":"info"}"#
            ),
            (#"{"level":"WARNING","msg":1,"message":2}"#, #"{"level":"warn","msg":1,"message":2}"#),
            (#"{"time":"12ms","_raw":1,"a":{"b": [ ]}}"#, #"{"time":"12ms","log._raw":1,"a":{"b": [ ]}}"#),
        ])
    func json(_ line: String, _ expected: String) throws {
        let format =
            #"{"name":"j","kind":"json","rename":{"msg":"message","ts":"time"},"time":{"field":"time","layouts":["rfc3339"]}}"#
        #expect(try parse(line, format) == expected)
    }

    @Test(
        "Captures are typed, absent ones left out, scaled ones exact",
        arguments: [
            ("200 1234 us", #"{"status":200,"took":0.001234,"unit":"us"}"#), ("- 7 -", #"{"took":0.000007}"#),
            ("007 0 s", #"{"status":7,"took":0,"unit":"s"}"#), ("abc 1 s", "badType status"),
        ])
    func pattern(_ line: String, _ expected: String) throws {
        let format = #"""
            {"name":"p","patterns":[{"regex":"(?<status>[^ ]+) (?<took>[^ ]+) (?<unit>[^ ]+)"}],"absent":["-"],
             "fields":{"status":{"type":"integer"},"took":{"type":"number","scale":"0.000001"}}}
            """#
        #expect(try parse(line, format) == expected)
    }

    @Test("A syslog priority becomes facility and level")
    func priority() throws {
        let format =
            #"{"name":"p","patterns":[{"regex":"<(?<pri>[0-9]+)>(?<message>.*)"}],"fields":{"pri":{"type":"integer"}}}"#
        #expect(try parse("<34>su failed", format) == #"{"facility":"auth","level":"fatal","message":"su failed"}"#)
    }

    @Test("A line longer than a pattern may see is not tried")
    func tooLong() throws {
        let format = #"{"name":"p","patterns":[{"regex":"(?<a>.*)"}]}"#
        #expect(try parse(String(repeating: "x", count: 8193), format) == "tooLong")
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
        case .absorbed: return "absorbed"
        case .failed(.badType(let field, _)): return "badType \(field)"
        case .failed(.tooLong): return "tooLong"
        case .failed(let failure): return "\(failure)"
        }
    }
}
