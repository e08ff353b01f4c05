import Bytes
import Formats
import Records
import System
import TestSupport
import Testing

@testable import FilterKit
@testable import Parse

@Suite("A line that is written without a record in between")
struct TranscriptionTests {
    @Test("is the line that its record would be: of every format, whole and damaged, with all fields and with some")
    func same() throws {
        let library = FormatLibrary.builtIn()
        var random = SeededGenerator(seed: 11)
        var transcribed = 0
        let kinds: [LogFormat.Kind] = [.pattern, .json, .logfmt]
        for format in library.formats where kinds.contains(format.kind) && !format.samples.isEmpty {
            let lines = Self.lines(of: format, &random)
            let emitted = Array(Set(format.emittedFields)).sorted()
            let names = emitted.isEmpty ? ["time", "message"] : emitted
            let some = names.filter { _ in Bool.random(using: &random) }
            for only in [nil, some.isEmpty ? names : some] {
                var fast = try Transcription(format.name, only: only, library, transcribes: true)
                var plain = try Transcription(format.name, only: only, library, transcribes: false)
                for line in lines {
                    fast.take(line)
                    plain.take(line)
                    #expect(fast.last == plain.last, "\(format.name): \(String(decoding: line, as: UTF8.self))")
                }
                fast.finish()
                plain.finish()
                #expect(fast.books == plain.books, "\(format.name)")
                #expect(plain.transcribed == 0)
                transcribed += fast.transcribed
            }
        }
        // Most lines of most formats are written that way, or nothing has been shown.
        #expect(transcribed > 1000)
    }

    @Test(
        "is the same of members that come and go, in any notation",
        arguments: ["json", "logfmt"], [nil, ["time", "level", "status", "a"]])
    func members(_ format: String, _ only: [String]?) throws {
        let library = FormatLibrary.builtIn()
        var random = SeededGenerator(seed: 20_261_124)
        var fast = try Transcription(format, only: only, library, transcribes: true)
        var plain = try Transcription(format, only: only, library, transcribes: false)
        for _ in 0..<6000 {
            let line = Array((format == "json" ? RandomMembers.json : RandomMembers.logfmt)(&random).utf8)
            fast.take(line)
            plain.take(line)
            #expect(fast.last == plain.last, "\(String(decoding: line, as: UTF8.self))")
        }
        fast.finish()
        plain.finish()
        #expect(fast.books == plain.books)
        #expect(fast.transcribed > 500 && fast.transcribed < 6000)
    }

    @Test("keeps what its envelope says of its origin")
    func envelopes() throws {
        let library = FormatLibrary.builtIn()
        let line = #"192.0.2.1 - - [24/Nov/2026:10:00:00 +0000] \"GET / HTTP/1.1\" 200 1 \"-\" \"curl\""#
        let envelope = Array(#"{"_raw":"\#(line)","_file":"a\"b","_offset":12}"#.utf8)
        for only in [nil, ["status"], ["user"]] {
            var fast = try Transcription("access", only: only, library, transcribes: true)
            var plain = try Transcription("access", only: only, library, transcribes: false)
            fast.take(envelope)
            plain.take(envelope)
            #expect(fast.last == plain.last)
            #expect(fast.last?.hasSuffix(#""_file":"a\"b","_offset":12}"#) == true)
            #expect(fast.transcribed == 1)
        }
    }

    @Test("is an empty object where nothing of what is wanted is in it")
    func empty() throws {
        let library = FormatLibrary.builtIn()
        var fast = try Transcription("access", only: ["user"], library, transcribes: true)
        fast.take(Array(#"192.0.2.1 - - [24/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 1"#.utf8))
        #expect(fast.last == "{}")
        #expect(fast.transcribed == 1)
    }

    /// Samples, and what has become of them.
    private static func lines(of format: LogFormat, _ random: inout SeededGenerator) -> [[UInt8]] {
        format.samples.flatMap { sample -> [[UInt8]] in
            (0..<12).map { round in
                var line = Array(sample.line.utf8)
                if round % 3 > 0 { Damage.changeDigits(of: &line, &random) }
                if round > 7 { Damage.do(to: &line, &random) }
                return line
            }
        }
    }
}

/// A weir-parse of one format, which writes lines.
private struct Transcription: ~Copyable {
    private var record: Record
    private let run: FilterRun
    private var filter: ParseFilter
    private var sink = Written()

    init(_ format: String, only: [String]?, _ library: FormatLibrary, transcribes: Bool) throws {
        var arguments = ["--format", format]
        if let only { arguments += ["--only", only.joined(separator: ",")] }
        let command = try ParseCommand.parse(arguments)
        let clock = ManualClock(now: 1_768_003_200_000_000_000)
        let messages = try Descriptor.open(appending: "/dev/null")
        let run = FilterRun(stage: "weir-parse", options: command.shared, clock: clock, messages: messages)
        var record = Record()
        try run.prepare(&record)
        var filter = try command.filter(library, run, &record)
        filter.transcribes = filter.transcribes && transcribes
        self.run = run
        self.record = record
        self.filter = filter
        run.begin("stdin", isStandardInput: true, modified: nil)
    }

    mutating func take(_ line: [UInt8]) {
        sink.last = nil
        let slice = record.store.load(line)
        run.origin.line += 1
        run.ledger.taken += 1
        filter.process(slice, isLast: false, &record, in: run, into: &sink)
    }

    mutating func finish() { filter.finish(&record, in: run, into: &sink) }

    var last: String? { sink.last }
    var transcribed: Int { sink.transcribed }
    var books: [UInt8] { run.ledger.line(stage: "weir-parse", status: 0, input: nil, output: nil) }
}

private struct Written: RecordSink {
    var last: String?
    var transcribed = 0

    mutating func receive(_ record: inout Record) {
        var line = ByteBuffer(capacity: 256)
        record.write(to: &line)
        last = line.text(Slice(start: 0, count: line.count))
    }

    mutating func receive(writing write: (inout ByteBuffer) -> Bool) -> Bool {
        var line = ByteBuffer(capacity: 256)
        guard write(&line) else { return false }
        last = line.text(Slice(start: 0, count: line.count))
        transcribed += 1
        return true
    }
}

/// Lines of a few shapes, whose members come in every notation that there is.
enum RandomMembers {
    private static let shapes = [
        ["time", "level", "msg", "a"], ["ts", "lvl", "message", "status"], ["a", "b", "a"], ["time", "level"],
        ["severity", "timestamp", "_raw", "a", "status", "a_name_that_is_longer_than_a_head_can_be"],
    ]

    static func json(_ random: inout SeededGenerator) -> String {
        let space = [":", ":", ":", ": ", " :"].randomElement(using: &random) ?? ":"
        let members = names(&random).map { name in
            "\"\(name)\"\(space)\(jsonValue(&random))"
        }
        let end = ["}", "}", "}", "}", " }", "} ", "", "}x"].randomElement(using: &random) ?? "}"
        return "{" + members.joined(separator: [",", ",", ",", ", "].randomElement(using: &random) ?? ",") + end
    }

    static func logfmt(_ random: inout SeededGenerator) -> String {
        let members = names(&random).map { name in "\(name)=\(logfmtValue(&random))" }
        let end = ["", "", "", " ", " bare", "\""].randomElement(using: &random) ?? ""
        return members.joined(separator: [" ", " ", " ", "  "].randomElement(using: &random) ?? " ") + end
    }

    private static func names(_ random: inout SeededGenerator) -> [String] {
        let shape = shapes.randomElement(using: &random) ?? []
        return Int.random(in: 0..<8, using: &random) == 0 ? Array(shape.dropLast()) : shape
    }

    private static func jsonValue(_ random: inout SeededGenerator) -> String {
        let usual = [
            "\"2026-11-20T10:00:00Z\"", "\"2026-11-20T10:00:00.125+01:00\"", "\"info\"", "\"WARN\"", "\"\"", "1", "0.5",
            "\"a text, with: some {things} in it\"", "1768003200", "-7", "true", "false", "null", "1768003200.25",
        ]
        let odd = [
            "\"say \\\"so\\\"\"", "\"é\"", "{\"b\":1}", "[1,2]", "1e3", "01", "tru", "\"open", "9007199254740993", "-",
            "\"\u{1}\"",
        ]
        return (Int.random(in: 0..<20, using: &random) == 0 ? odd : usual).randomElement(using: &random) ?? "1"
    }

    private static func logfmtValue(_ random: inout SeededGenerator) -> String {
        let usual = [
            "2026-11-20T10:00:00Z", "\"2026-11-20 10:00:00\"", "info", "\"error\"", "", "1", "0.5", "12ms", "true",
            "false", "t",
            "\"a text, with: some = in it\"", "1768003200", "-7", "007", "-", "1e5", "123456789012",
        ]
        let odd = ["\"say \\\"so\\\"\"", "é", "a\"b", "\"open", "a=b", "\t", "\"a\"b"]
        return (Int.random(in: 0..<20, using: &random) == 0 ? odd : usual).randomElement(using: &random) ?? "1"
    }
}
