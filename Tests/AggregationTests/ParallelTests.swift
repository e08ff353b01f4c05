import Bytes
import FilterKit
import Metrics
import Records
import System
import TestSupport
import Testing

@testable import Aggregation

@Suite("Aggregation on several threads")
struct ParallelTests {
    private static let second: Int64 = 1_000_000_000

    /// Records in small chunks, with all that can come between them: lines that are none, stragglers, late records, a wild one,
    /// a log that goes on days later, and conditions that some do not meet.
    private static func lines(seed: UInt64) -> [String] {
        var random = SeededGenerator(seed: seed)
        var lines = SampleRecords.make(900, seed: seed, disorder: Int.random(in: 0...40, using: &random))
        func insert(_ line: String) { lines.insert(line, at: Int.random(in: 0..<lines.count, using: &random)) }
        for _ in 0..<Int.random(in: 0...3, using: &random) { insert("what is this?") }
        for _ in 0..<Int.random(in: 0...3, using: &random) { insert(#"{"path":"/no/time"}"#) }
        for _ in 0..<Int.random(in: 0...2, using: &random) {
            insert(#"{"time":"2026-11-23T23:00:00Z","path":"/late","bytes":1}"#)
        }
        for _ in 0..<Int.random(in: 0...2, using: &random) {
            insert(#"{"time":"2031-01-01T00:00:00Z","path":"/wild"}"#)
        }
        if Bool.random(using: &random) {
            lines += (0..<200).map {
                #"{"time":"2026-11-2\#(6 + $0 / 100)T0\#($0 % 100 / 20):00:00Z","path":"/\#($0)"}"#
            }
        }
        if Bool.random(using: &random) {
            let file = Int.random(in: 0..<lines.count, using: &random)
            for index in lines.indices where lines[index].hasSuffix("}") {
                lines[index] = lines[index].dropLast() + ",\"_file\":\"\(index < file ? "a.log" : "b.log")\"}"
            }
        }
        return lines
    }

    private static func questions() throws -> [(name: String, question: Aggregation)] {
        var sliding = try Aggregation(["count", "sum(bytes)", "p50(bytes)"], by: ["path"], every: 20 * second)
        sliding.options.panes = 3
        sliding.options.lateness = 10 * second
        var sessions = try Aggregation(["count", "last(status)", "rate"], by: ["client"])
        sessions.options.sessionGap = 20 * second
        sessions.options.lateness = 0
        var limited = try Aggregation(["count", "distinct(client)"], by: ["client", "path"], every: 60 * second)
        limited.options.maxSeries = 7
        var weighted = try Aggregation(["count", "sum(bytes)", "top(2, client)"], every: 10 * second)
        weighted.weight = "copies"
        weighted.options.lateness = second
        var tumbling = try Aggregation(["red", "sum(bytes)", "last(client)"], by: ["path"], every: 10 * second)
        tumbling.options.lateness = 5 * second
        return [
            ("total", try Aggregation(SampleRecords.functions, by: ["path"])),
            ("tumbling", tumbling),
            ("partial", try Aggregation(["red", "sum(bytes)"], by: ["path"], every: 60 * second).partial),
            ("sliding", sliding), ("sessions", sessions), ("limited", limited), ("weighted", weighted),
        ]
    }

    @Test("Output, late records, rejects, messages and ledger are the same as on one thread")
    func same() throws {
        var sum = Counts()
        for seed in UInt64(1)...6 {
            let lines = Self.lines(seed: seed)
            for (name, question) in try Self.questions() {
                let alone = try Run(question, lines, jobs: 1)
                let together = try Run(question, lines, jobs: 3)
                #expect(together.results == alone.results, "\(name) \(seed)")
                #expect(alone.counts == Counts())
                sum.added += together.counts.added
                sum.refused += together.counts.refused
                sum.spoilt += together.counts.spoilt
            }
        }
        // It is no test if parts are never added, or always.
        #expect(sum.added > 500)
        #expect(sum.refused > 10)
        #expect(sum.spoilt > 100)
    }
}

/// What became of the parts that threads had read: added, read again since they did not follow, or since their thread knew
/// already that they could not be added.
private struct Counts: Equatable {
    var added = 0
    var refused = 0
    var spoilt = 0
}

/// One run over a file of lines, with all that it says.
private struct Run {
    /// Output, messages, rejects and ledger.
    let results: [String]
    let counts: Counts

    init(_ question: Aggregation, _ lines: [String], jobs: Int) throws {
        let counter = Monitor(Counts())
        results = try withScratchDirectory { directory in
            let paths = ["out", "err", "rejects", "ledger"].map { "\(directory)/\($0)" }
            let input = "\(directory)/in"
            try Descriptor.open(appending: input).writeAll(lines.map { "\($0)\n" }.joined())
            let options = try SharedOptions.parse([
                "--rejects", paths[2], "--ledger", paths[3], "--where", "status != 404 || bites == 3",
            ])
            let run = FilterRun(
                stage: "weir-aggregate", options: options, clock: ManualClock(now: 0),
                messages: try .open(appending: paths[1]))
            run.chunkSize = 4000
            var record = Record(store: ByteStore(input: 1024))
            try run.prepare(&record)
            let make: FilterMaker<CountingFilter> = { run, record throws(Failure) in
                CountingFilter(
                    try AggregateFilter(
                        question.plan, question.options, by: question.labels, weight: question.weight, late: nil,
                        question.shape, isForEyes: false, isSibling: true, in: run, &record), counter)
            }
            let filter = CountingFilter(
                try AggregateFilter(
                    question.plan, question.options, by: question.labels, weight: question.weight,
                    late: "\(directory)/late", question.shape, isForEyes: false,
                    makeSibling: { _, _ throws(Failure) in throw Failure(.usage, "not asked for") }, in: run, &record),
                counter, make)
            var output = RecordOutput(options, onTerminal: .table, descriptor: try .open(appending: paths[0]))
            var inputs = try RecordInput.parse([])
            inputs.files = [input]
            _ = try run.run(filter, inputs: inputs, jobs: jobs, &record, into: &output)
            return (paths + ["\(directory)/late"]).map { path in
                let text = String(decoding: (try? FileContents.read(path)) ?? [], as: UTF8.self)
                return text.replacing(directory, with: "")
            }
        }
        counts = counter.change { $0 }
    }
}

/// An aggregation that counts which parts it could add.
private struct CountingFilter: Filter, ~Copyable {
    var filter: AggregateFilter
    let counter: Monitor<Counts>
    let make: FilterMaker<CountingFilter>?

    init(
        _ filter: consuming AggregateFilter, _ counter: Monitor<Counts>, _ make: FilterMaker<CountingFilter>? = nil
    ) {
        self.filter = filter
        self.counter = counter
        self.make = make
    }

    mutating func process<S: RecordSink & ~Copyable>(_ record: inout Record, in run: FilterRun, into sink: inout S) {
        filter.process(&record, in: run, into: &sink)
    }

    mutating func finish<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        filter.finish(in: run, into: &sink)
    }

    var sibling: FilterMaker<CountingFilter>? { filter.canHaveSiblings ? make : nil }
    var folds: Bool { filter.folds }
    mutating func takePartial() -> (any PartialResult)? {
        let partial = filter.takePartial()
        if partial == nil { counter.change { $0.spoilt += 1 } }
        return partial
    }

    mutating func add<S: RecordSink & ~Copyable>(
        _ partial: any PartialResult, in run: FilterRun, into sink: inout S
    ) -> Bool {
        let isAdded = filter.add(partial, in: run, into: &sink)
        counter.change { counts in
            if isAdded { counts.added += 1 } else { counts.refused += 1 }
        }
        return isAdded
    }
}
