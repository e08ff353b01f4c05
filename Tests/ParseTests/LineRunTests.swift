import Bytes
import FilterKit
import Formats
import Records
import System
import TestSupport
import Testing

@testable import Parse

@Suite("Lines that are taken off a reader in a run")
struct LineRunTests {
    private static let access = #"192.0.2.7 - - [24/Nov/2026:10:00:00 +0000] "GET /a HTTP/1.1" 200 17 "-" "curl""#
    private static let odd = [
        "", " ", "no log line", #"{"_weir":"begin","v":1,"nonce":"0"}"#, #"{"_weir":"mark","n":1}"#, "\u{FEFF}",
        #"{"_raw":"x","_file":"a"}"#, #"{"_other":1}"#, "größe", access + "\r", "\u{1}", access + " \\ ",
        #"{"time":"never","level":3}"#, "{}", "a=", String(repeating: "long ", count: 300),
    ]

    @Test(
        "come out as they do one by one, with what lies between them, in the same books and rejects",
        arguments: ["access", "json", "logfmt", "syslog-rfc3164"], [["--jobs", "1"], ["--jobs", "3"]])
    func same(_ format: String, jobs: [String]) throws {
        var random = SeededGenerator(seed: 43)
        for only in [[], ["--only", "time"]] {
            let lines = (0..<1500).map { _ in Self.line(of: format, &random) }
            // The last line may have no end.
            let text = lines.joined(separator: "\n") + (Bool.random(using: &random) ? "\n" : "")
            let arguments = ["--format", format, "--max-line", "1024"] + only + jobs
            let run = try Files(text, arguments, transcribes: true)
            let single = try Files(text, arguments, transcribes: false)
            #expect(run.output == single.output)
            #expect(run.rejects == single.rejects)
            #expect(run.books == single.books)
            #expect(run.output.utf8.count > 20_000)
        }
    }

    private static func line(of format: String, _ random: inout SeededGenerator) -> String {
        if Int.random(in: 0..<12, using: &random) == 0 { return odd.randomElement(using: &random) ?? "" }
        switch format {
        case "json": return RandomMembers.json(&random)
        case "logfmt": return RandomMembers.logfmt(&random)
        case "access": return access.replacing("17", with: String(Int.random(in: 0...99_999, using: &random)))
        default: return "Nov 24 10:00:0\(Int.random(in: 0...9, using: &random)) host sshd[1]: Connection closed"
        }
    }
}

/// What weir-parse makes of a file.
private struct Files {
    let output: String
    let rejects: String
    let books: String

    init(_ text: String, _ arguments: [String], transcribes: Bool) throws {
        (output, rejects, books) = try withScratchDirectory { directory in
            let (input, output, rejects) = (directory + "/in", directory + "/out", directory + "/rejects")
            try Descriptor.open(appending: input).writeAll(text)
            let command = try ParseCommand.parse(arguments + ["--rejects", rejects])
            let run = FilterRun(
                stage: "weir-parse", options: command.shared, clock: ManualClock(now: 1_795_000_000_000_000_000),
                messages: try .open(appending: "/dev/null"))
            run.chunkSize = 8192
            var record = Record(store: ByteStore(input: 4096))
            try run.prepare(&record)
            var filter = try command.filter(FormatLibrary.builtIn(), run, &record)
            filter.transcribes = filter.transcribes && transcribes
            var sink = RecordOutput(
                run.options, onTerminal: .readable, descriptor: try .open(appending: output), name: "out")
            let jobs = arguments.last == "3" ? 3 : 1
            _ = try run.run(&filter, paths: [input], jobs: jobs, &record, into: &sink)
            let books = run.ledger.line(stage: "weir-parse", status: 0, input: nil, output: nil)
            func read(_ path: String) throws -> String {
                String(decoding: try FileContents.read(path), as: UTF8.self).replacing(directory, with: "")
            }
            return (try read(output), try read(rejects), String(decoding: books, as: UTF8.self))
        }
    }
}
