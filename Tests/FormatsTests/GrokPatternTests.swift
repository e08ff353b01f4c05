import Bytes
import Records
import Regex
import Testing

@testable import Formats

@Suite("Grok patterns")
struct GrokPatternTests {
    @Test(
        "References with a name become fields, with the type that is said; others only match",
        arguments: [
            (
                "%{IPORHOST:client} %{NUMBER:duration:float}", "192.0.2.1 0.250",
                #"{"client":"192.0.2.1","duration":0.250}"#
            ),
            ("%{WORD} %{INT:n:int}", "GET +007", #"{"n":7}"#),
            ("%{WORD:ok:bool} %{INT:n}", "yes 7", #"{"ok":true,"n":"7"}"#),
            ("%{WORD:a:string}=%{WORD:b:long}", "x=1", #"{"a":"x","b":1}"#),
            ("at %{HTTPDATE:time}", "at 24/Nov/2026:10:00:00 +0100", #"{"time":"2026-11-24T09:00:00Z"}"#),
            ("%{TIMESTAMP_ISO8601:timestamp}", "2026-11-24 10:00:00,5", #"{"time":"2026-11-24T10:00:00.5Z"}"#),
            ("%{LOGLEVEL:level}", "WARNING", #"{"level":"warn"}"#),
        ])
    func fields(_ pattern: String, _ line: String, _ record: String) throws {
        #expect(try parse(line, pattern) == record)
    }

    @Test(
        "Names in ECS's manner become weir's, or flat ones",
        arguments: [
            ("[source][ip]", "client"), ("client.ip", "client"), ("[source][address]", "source_address"),
            ("[http][response][status_code]", "status"), ("http.request.method", "method"),
            ("[user_agent][original]", "agent"), ("[log][level]", "level"), ("[process][pid]", "pid"),
            ("[host][hostname]", "host"), ("@timestamp", "time"), ("[trace][id]", "trace_id"),
            ("http-verb", "http_verb"), ("1st", "_1st"), ("clientip", "clientip"),
        ])
    func names(_ written: String, _ name: String) throws {
        #expect(try GrokPattern("%{WORD:\(written)}").regex == "(?<\(name)>\\b\\w++)")
    }

    @Test("A standard name that another field has already stays with that one")
    func takenNames() throws {
        let line = try parse("192.0.2.1 192.0.2.2", "%{IP:[source][ip]} %{IP:[client][ip]}")
        #expect(line == #"{"client":"192.0.2.1","client_ip":"192.0.2.2"}"#)
    }

    @Test(
        "A field that is named twice has the value of the first group that took part",
        arguments: [
            ("(?:%{IP:client}|%{WORD:client})$", "web", #"{"client":"web"}"#),
            ("%{WORD:a} %{WORD:a}", "x y", #"{"a":"x"}"#),
            ("(?:-|%{INT:n:int}) %{WORD:n}", "- 7", #"{"n":7}"#),
        ])
    func duplicates(_ pattern: String, _ line: String, _ record: String) throws {
        #expect(try parse(line, pattern) == record)
    }

    @Test("Named groups of the regular expression are fields too")
    func groups() throws {
        #expect(try parse("a=1 b=2", "a=(?<[x][y]>\\d) b=(?P<z:int>\\d)") == #"{"x_y":"1","z":2}"#)
    }

    @Test(
        "What is quoted, escaped or in a class is no reference, nor is a number of percent signs",
        arguments: [
            (#"\%\{WORD} %{WORD:a}"#, "%{WORD} x"), (#"\Q%{WORD}\E %{WORD:a}"#, "%{WORD} x"),
            (#"[%{}]+ %{WORD:a}"#, "%{} x"), (#"[]%{[:digit:]]+ %{WORD:a}"#, "]%{7 x"), (#"%{3} %{WORD:a}"#, "%%% x"),
            (#"(?#%{)y %{WORD:a}"#, "y x"), (#"(?<=y) %{WORD:a}"#, "y x"),
        ])
    func literals(_ pattern: String, _ line: String) throws {
        #expect(try parse(line, pattern) == #"{"a":"x"}"#)
    }

    @Test("A reference keeps its alternatives and flags to itself, and takes a quantifier")
    func grouping() throws {
        #expect(try GrokPattern("%{MONTHNUM}?%{WORD:a}").regex == #"(?:1[0-2]|0?[1-9])?(?<a>\b\w++)"#)
    }

    @Test(
        "What is wrong is shown",
        arguments: [
            ("%{NUMBR:x}", "there is no pattern 'NUMBR'", "  ^"),
            ("a %{WORD:x", "'%{' without its '}'", "  ^"),
            ("%{WORD:x %{WORD:y}", "'%{' without its '}'", "^"),
            ("%{WORD:x:flot}", "'flot' is none of int, float, string, bool", "         ^"),
            ("%{INT:x:int}%{INT:x:float}", "'x' is float here and int before", "                    ^"),
            (
                "%{INT:a_b} %{INT:[a][b]}", "'a_b' and 'a.b' would both be the field 'a_b'; rename one",
                "                 ^"
            ),
            ("%{WORD:}", "'' is no name for a field: write name or [outer][inner]", "       ^"),
            ("%{WORD:[a}", "'[a' is no name for a field: write name or [outer][inner]", "       ^"),
            (
                "%{WORD:_raw}", "'_raw' is a key that weir keeps for itself (weir-record(5)); take another name",
                "       ^"
            ),
            ("%{}", "'%{' must be followed by a pattern's name", "  ^"),
            ("%{WORD}", "no field in it; name one, as in %{WORD:name}", "       ^"),
            ("ü(%{WORD:x}", "missing closing parenthesis", "           ^"),
            ("%{WORD:x}**", "quantifier does not follow a repeatable item", "          ^"),
            (
                "%{WORD:a_name_that_is_longer_than_thirty_two}",
                "'a_name_that_is_longer_than_thirty_two' is too long for the name of a field: 32 characters are the most",
                "       ^"
            ),
        ])
    func errors(_ pattern: String, _ message: String, _ caret: String) {
        #expect { try GrokPattern(pattern) } throws: { error in
            guard let error = error as? GrokError else { return false }
            return error.message == message && error.place == [pattern, caret]
        }
    }

    @Test("An unknown name comes with those that there are")
    func unknown() {
        #expect { try GrokPattern("%{NUMBR:x}") } throws: {
            ($0 as? GrokError)?.unknown?.known.contains("NUMBER") == true
        }
    }

    @Test(
        "COMBINEDAPACHELOG gives the records of weir's own format",
        arguments: CatalogueTests.library.format(named: "access")?.samples ?? [])
    func combined(_ sample: LogFormat.Sample) throws {
        guard let format = CatalogueTests.library.format(named: "access") else { return }
        let own = try parse(sample.line, as: format, options: [.bytes, .whole])
        // The grok name reads neither a virtual host in front nor anything behind the agent.
        guard !own.contains("\"vhost\""), !own.contains("\"extra\""), !own.contains("\"duration\""),
            !own.contains("\"forwarded_for\"")
        else { return }
        #expect(try parse(sample.line, "^(?:%{COMBINEDAPACHELOG}|%{COMMONAPACHELOG})$") == own)
    }

    /// Whatever is thrown at it, the compiler ends, with a pattern or an error.
    @Test("No text breaks the compiler")
    func randomTexts() throws {
        let pieces = [
            "%{", "}", "WORD", "IP", ":", "x", "[", "]", "(", ")", "(?<", ">", "\\", "\\Q", "[:", "|", "*", "ü", "\n",
            "%", "{3}",
        ]
        var state: UInt64 = 7
        for _ in 0..<3000 {
            var text = ""
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            do { _ = try GrokPattern(text) } catch { #expect(error.place.count == 2, "\(text)") }
        }
    }

    private func parse(_ line: String, _ pattern: String) throws -> String {
        try parse(line, as: try GrokPattern(pattern).format(), options: [])
    }

    private func parse(_ line: String, as format: LogFormat, options: PatternOptions) throws -> String {
        var record = Record()
        let parser = try FormatParser(format, options: options, &record)
        var context = ParseContext(reference: 1_735_689_599_000_000_000)
        let outcome = parser.parse(record.store.load(line.utf8), &record, &context)
        guard outcome == .parsed else { return "\(outcome)" }
        var output = ByteBuffer(capacity: 256)
        record.write(to: &output)
        return output.text(Slice(start: 0, count: output.count))
    }
}
