import Bytes
import Records
import Testing

@testable import Formats

/// Logs that no format describes, and the fields that their headers give. What stands in the header of nearly every
/// line is a field; what follows is the message.
@Suite("Inferring the header of a log")
struct InferenceTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let lines: [String]
        let records: [String]

        init(_ name: String, _ lines: [String], _ records: [String]) {
            testDescription = name
            self.lines = lines
            self.records = records
        }
    }

    static let cases = [
        Case(
            "level and component in brackets",
            [
                "2024-03-01 10:00:00.123 [INFO] [db] connected", "2024-03-01 10:00:01.5 [WARN] [http] slow: 3 s",
                "2024-03-01 10:00:02 [ERROR] [db] lost",
            ],
            [
                #"{"time":"2024-03-01T10:00:00.123Z","level":"info","component":"db","message":"connected"}"#,
                #"{"time":"2024-03-01T10:00:01.5Z","level":"warn","component":"http","message":"slow: 3 s"}"#,
                #"{"time":"2024-03-01T10:00:02Z","level":"error","component":"db","message":"lost"}"#,
            ]),
        Case(
            "columns between bars, and the fraction behind a colon",
            [
                "20240301-10:00:00:606|Steps|3000|count 3579", "20240301-10:00:00:615|Steps|3000|extend:1 4",
                "20240301-10:00:00:633|Screen|3000|on",
            ],
            [
                #"{"time":"2024-03-01T10:00:00.606Z","component":"Steps","pid":3000,"message":"count 3579"}"#,
                #"{"time":"2024-03-01T10:00:00.615Z","component":"Steps","pid":3000,"message":"extend:1 4"}"#,
                #"{"time":"2024-03-01T10:00:00.633Z","component":"Screen","pid":3000,"message":"on"}"#,
            ]),
        Case(
            "host and process; the lines show that the day stands before the month",
            [
                "01/02/2015 10:00:00 web1 shop[4711]: one", "03/02/2015 10:00:01 web1 shop[4711]: two",
                "13/02/2015 10:00:01 web1 cron: three", "13/02/2015 10:00:02 web1 shop[4711]: four",
            ],
            [
                #"{"time":"2015-02-01T10:00:00Z","host":"web1","process":"shop","pid":4711,"message":"one"}"#,
                #"{"time":"2015-02-03T10:00:01Z","host":"web1","process":"shop","pid":4711,"message":"two"}"#,
                #"{"time":"2015-02-13T10:00:01Z","host":"web1","process":"cron","message":"three"}"#,
                #"{"time":"2015-02-13T10:00:02Z","host":"web1","process":"shop","pid":4711,"message":"four"}"#,
            ]),
        Case(
            "number, level and logger; thread before the logger",
            [
                "2024-03-01 10:00:00 17 INFO  [main] com.example.shop.Cart placed: 1",
                "2024-03-01 10:00:01 17 DEBUG [pool[1]] com.example.shop.Cart x",
                "2024-03-01 10:00:02 18 ERROR [main] com.example.shop.Cart y",
            ],
            [
                #"{"time":"2024-03-01T10:00:00Z","pid":17,"level":"info","thread":"main","logger":"com.example.shop.Cart","message":"placed: 1"}"#,
                #"{"time":"2024-03-01T10:00:01Z","pid":17,"level":"debug","thread":"pool[1]","logger":"com.example.shop.Cart","message":"x"}"#,
                #"{"time":"2024-03-01T10:00:02Z","pid":18,"level":"error","thread":"main","logger":"com.example.shop.Cart","message":"y"}"#,
            ]),
        Case(
            "the level first",
            [
                "[INFO] [2024-03-01T10:00:00Z] server: up", "[WARN] [2024-03-01T10:00:01Z] server: x",
                "[INFO] [2024-03-01T10:00:02Z] auth: y",
            ],
            [
                #"{"level":"info","time":"2024-03-01T10:00:00Z","component":"server","message":"up"}"#,
                #"{"level":"warn","time":"2024-03-01T10:00:01Z","component":"server","message":"x"}"#,
                #"{"level":"info","time":"2024-03-01T10:00:02Z","component":"auth","message":"y"}"#,
            ]),
        Case(
            "a time and nothing else: words, colons and numbers that not every line has are the message's",
            [
                "2024-03-01 10:00:00 error while reading", "2024-03-01 10:00:01 42 rows: done",
                "2024-03-01 10:00:02 bye",
            ],
            [
                #"{"time":"2024-03-01T10:00:00Z","message":"error while reading"}"#,
                #"{"time":"2024-03-01T10:00:01Z","message":"42 rows: done"}"#,
                #"{"time":"2024-03-01T10:00:02Z","message":"bye"}"#,
            ]),
        Case(
            "epochs, and a time in brackets",
            [
                "[1700000000] proxy[12:3] info: start", "[1700000001.5] proxy[12:3] notice: init",
                "[1700000002] proxy[12:4] error: x",
            ],
            [
                #"{"time":"2023-11-14T22:13:20Z","process":"proxy","pid":12,"tid":3,"level":"info","message":"start"}"#,
                #"{"time":"2023-11-14T22:13:21.5Z","process":"proxy","pid":12,"tid":3,"level":"info","message":"init"}"#,
                #"{"time":"2023-11-14T22:13:22Z","process":"proxy","pid":12,"tid":4,"level":"error","message":"x"}"#,
            ]),
        Case(
            "12 hours and columns between commas",
            [
                "03/01/2024 10:00:00 AM,Information,up", "03/01/2024 1:00:00 PM,Error,x: y",
                "03/02/2024 1:00:00 PM,Error,z",
            ],
            [
                #"{"time":"2024-03-01T10:00:00Z","level":"info","message":"up"}"#,
                #"{"time":"2024-03-01T13:00:00Z","level":"error","message":"x: y"}"#,
                #"{"time":"2024-03-02T13:00:00Z","level":"error","message":"z"}"#,
            ]),
    ]

    @Test("Each log becomes these records", arguments: cases)
    func records(_ item: Case) throws {
        for (line, expected) in zip(item.lines, item.records) {
            let record = try parse(line, learnedFrom: item.lines)
            #expect(record == expected)
        }
    }

    @Test("A line that lacks an element is not lost; one without the time is no match")
    func missing() throws {
        let lines = (0..<8).map { "2024-03-01 10:00:0\($0) INFO [db] row \($0)" }
        #expect(
            try parse("2024-03-01 10:00:09 hello", learnedFrom: lines)
                == #"{"time":"2024-03-01T10:00:09Z","message":"hello"}"#)
        #expect(try parse("\tat com.example.Shop", learnedFrom: lines) == "noMatch")
        #expect(
            try parse("2024-13-41 10:00:09 INFO [db] x", learnedFrom: lines)
                == #"failed(Formats.ParseFailure.badTime(field: "time"))"#)
    }

    @Test(
        "Most lines must have the time in the same place",
        arguments: [["a", "b", "c"], ["2024-03-01 10:00:00 a", "b"], []])
    func refusal(_ lines: [String]) { #expect(HeaderInference.learn(lines.map { Array($0.utf8) }) == nil) }

    @Test("The same lines give the same shape, in whatever order a hash puts things")
    func determinism() throws {
        let lines = [
            "2024-03-01 10:00:00.1 a", "Mar  1 10:00:00 b", "01/Mar/2024:10:00:00 +0100 c", "2024-03-01T10:00:00Z d",
        ]
        let shapes = (0..<20).map { _ in HeaderInference.learn(lines.map { Array($0.utf8) }) }
        #expect(shapes.allSatisfy { $0 == shapes[0] } && shapes[0]?.lines == 4)
    }

    @Test("All layouts of stamps with two readings can be compiled")
    func layouts() { #expect(InferredTime.ambiguous.count == 12) }

    @Test("Hostile lines are learned from without harm")
    func hostile() throws {
        let long = String(repeating: "[", count: 5000)
        for text in [
            "2024-03-01 10:00:00 \(long)", "2024-03-01 10:00:00", "2024-03-01 10:00:00 [a|b:c - ",
            "[2024-03-01 10:00:00", "- ", "[", "\u{0}",
        ] {
            let lines = [text, text, text]
            if HeaderInference.learn(lines.map { Array($0.utf8) }) != nil { _ = try parse(text, learnedFrom: lines) }
        }
    }

    private func parse(_ line: String, learnedFrom lines: [String]) throws -> String {
        var record = Record()
        let general = try FormatParser(.inferred(), &record)
        let shape = try #require(HeaderInference.learn(lines.map { Array($0.utf8) }))
        let parser = try #require(FormatParser(general, learned: LearnedHeader(shape)))
        var context = ParseContext(reference: 1_735_689_599_000_000_000)
        let outcome = parser.parse(record.store.load(line.utf8), &record, &context)
        guard outcome == .parsed else { return "\(outcome)" }
        var output = ByteBuffer(capacity: 256)
        record.write(to: &output)
        return output.text(Slice(start: 0, count: output.count))
    }
}
