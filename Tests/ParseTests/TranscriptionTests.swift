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
        let library = try FormatLibrary.builtIn()
        var random = SeededGenerator(seed: 11)
        var transcribed = 0
        for format in library.formats where format.kind == .pattern && !format.samples.isEmpty {
            let lines = Self.lines(of: format, &random)
            let names = Array(Set(format.emittedFields)).sorted()
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

    @Test("keeps what its envelope says of its origin")
    func envelopes() throws {
        let library = try FormatLibrary.builtIn()
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
        let library = try FormatLibrary.builtIn()
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
