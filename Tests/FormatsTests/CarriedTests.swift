import Bytes
import Records
import Testing

@testable import Formats

@Suite("Messages that a transport carries")
struct CarriedTests {
    private static let carried = CatalogueTests.library.formats.filter { $0.over != nil }

    @Test(
        "In a mixed log, each line gets the fields of the program that wrote it",
        arguments: CatalogueTests.samples.filter { $0.format.isCarried })
    func mixed(_ item: CatalogueTests.Case) throws {
        var record = Record()
        let payloads = try Payloads(Self.carried, &record)
        let parsers = try CatalogueTests.library.formats.filter { $0.transport != nil }.map { format in
            try FormatParser(format, payloads: payloads, &record)
        }
        let outcomes = parsers.map { $0.check(item.sample, &record) }
        #expect(outcomes.contains(.right), "\(outcomes)")
    }

    static let format = #"""
        {"name":"door","over":{"process":["doord","gate*"],"patterns":[
           {"regex":"(?<message>(?<user>[a-z]+) (?<action>in|out) after (?<took>[^ ]+) s(?: at (?<time>[0-9]+))?+)"},
           {"regex":"door (?<door>[0-9]+) (?<level>[a-z]+)"}]},
         "fields":{"took":{"type":"number"},"door":{"type":"integer"}},"time":{"field":"time","layouts":["epoch"]}}
        """#

    @Test(
        "Fields come behind the transport's; what the transport gave already gets the program's value",
        arguments: [
            (
                "Nov 24 02:31:02 vm doord[7]: joe in after 1.50 s",
                #""process":"doord","pid":7,"message":"joe in after 1.50 s","user":"joe","action":"in","took":1.50}"#
            ),
            (
                "Nov 24 02:31:02 vm gate-2: joe in after 1 s at 60",
                #"{"time":"1970-01-01T00:01:00Z","host":"vm","process":"gate-2","#
            ),
            ("Nov 24 02:31:02 vm doord: door 7 warning", #""process":"doord","door":7,"level":"warn"}"#),
            ("<9>Nov 24 02:31:02 vm doord: door 7 debug", #"{"facility":"user","level":"debug","#),
            ("Nov 24 02:31:02 vm doord: something else", #""message":"something else"}"#),
            // What is not of its type is left out: the message has it.
            ("Nov 24 02:31:02 vm doord: joe in after ages s", #""user":"joe","action":"in"}"#),
            ("Nov 24 02:31:02 vm other: door 7 warning", #""message":"door 7 warning"}"#),
            (#"<9>1 2026-11-24T02:31:02Z vm doord 7 - - door 7 warning"#, #""process":"doord","pid":7,"door":7}"#),
        ])
    func fields(_ line: String, _ part: String) throws {
        var record = Record()
        let format = try LogFormat(json: Array(Self.format.utf8), file: "test")
        let payloads = try Payloads([format], &record)
        let parsers = try LogFormat.builtInTransports.map { try FormatParser($0, payloads: payloads, &record) }
        var context = ParseContext(reference: FormatParser.sampleReference)
        let parser = parsers.first {
            $0.parse(record.store.load(line.utf8), &record, &context) == .parsed
        }
        #expect(parser != nil)
        let text = Self.text(of: record)
        #expect(text.contains(part), "\(text)")
    }

    @Test("Named, a carried format takes the lines of its programs, and no others")
    func named() throws {
        var record = Record()
        let parser = try FormatParser(LogFormat(json: Array(Self.format.utf8), file: "test"), only: ["door"], &record)
        var context = ParseContext(reference: 0)
        #expect(
            parser.parse(record.store.load("Nov 24 02:31:02 vm doord: door 7 warning".utf8), &record, &context)
                == .parsed)
        #expect(Self.text(of: record) == #"{"door":7}"#)
        #expect(
            parser.parse(record.store.load("Nov 24 02:31:02 vm other: door 7 x".utf8), &record, &context) == .noMatch)
    }

    private static func text(of record: borrowing Record) -> String {
        var output = ByteBuffer(capacity: 256)
        record.write(to: &output)
        return output.text(Slice(start: 0, count: output.count))
    }
}
