import Bytes
import FilterKit
import Metrics
import Records
import System
import TestSupport

@testable import Aggregation

/// An aggregation as on the command line, in this process.
struct Aggregation {
    let plan: AggregatePlan
    var labels: [String] = []
    var options = WindowOptions(lateness: 60_000_000_000, idleAfter: 30_000_000_000)
    var shape = OutputShape()
    var weight: String?

    init(_ words: [String], by labels: [String] = [], every: Int64? = nil) throws {
        plan = try AggregatePlan(words)
        self.labels = labels
        options.grid = every.flatMap { WindowGrid(width: $0) }
    }

    /// Parsed once: it takes longer than most aggregations of these tests.
    private static let options = Result { try SharedOptions.parse([]) }
    private static let nowhere = Result { try Descriptor.open(appending: "/dev/null") }

    static func run(clock: ManualClock = ManualClock(now: 0)) throws -> FilterRun {
        FilterRun(stage: "weir-aggregate", options: try options.get(), clock: clock, messages: try nowhere.get())
    }

    func filter(_ run: FilterRun, _ record: inout Record) throws -> AggregateFilter {
        try AggregateFilter(
            plan, options, by: labels, weight: weight, late: nil, shape, isForEyes: false, in: run,
            &record)
    }

    /// The output for these lines.
    func callAsFunction(_ lines: [String]) throws -> [String] {
        let run = try Self.run()
        var record = Record()
        var filter = try filter(run, &record)
        var sink = Lines()
        for line in lines {
            try record.scan(record.store.load(line.utf8))
            filter.process(&record, in: run, into: &sink)
        }
        filter.finish(in: run, into: &sink)
        return sink.lines
    }

    /// The output when the filter is saved and taken up by a new one before each of these lines.
    func callAsFunction(_ lines: [String], interruptedAt places: Set<Int>) throws -> [String] {
        var output: [String] = []
        var snapshot: [UInt8]?
        var start = 0
        for end in places.sorted() + [lines.count] {
            let run = try Self.run()
            var record = Record()
            var filter = try filter(run, &record)
            if let snapshot {
                var reader = SnapshotReader(snapshot)
                try filter.restore(from: &reader, in: run)
                guard reader.isAtEnd else { throw SnapshotError.foreign }
            }
            var sink = Lines()
            for line in lines[start..<end] {
                try record.scan(record.store.load(line.utf8))
                filter.process(&record, in: run, into: &sink)
            }
            if end == lines.count { filter.finish(in: run, into: &sink) }
            output += sink.lines
            var writer = SnapshotWriter()
            filter.save(to: &writer)
            snapshot = writer.contents
            start = end
        }
        return output
    }

    /// What the parts become when they are merged.
    func merge(_ partials: [String]) throws -> [String] {
        let run = try Self.run()
        var record = Record()
        var options = options
        options.grid = nil
        var filter = MergeFilter(plan, options, by: nil, shape, &record)
        var sink = Lines()
        for line in partials {
            try record.scan(record.store.load(line.utf8))
            filter.process(&record, in: run, into: &sink)
        }
        filter.finish(in: run, into: &sink)
        return sink.lines
    }

    /// The same aggregation, giving partial records.
    var partial: Aggregation {
        var copy = self
        copy.shape.isPartial = true
        copy.options.keepsLate = true
        return copy
    }
}

extension Aggregation {
    /// Saves this aggregation after some lines, and lets another take it up.
    func resume(_ other: Aggregation, _ lines: [String], _ run: FilterRun) throws {
        var record = Record()
        var filter = try filter(run, &record)
        var sink = Lines()
        for line in lines {
            try record.scan(record.store.load(line.utf8))
            filter.process(&record, in: run, into: &sink)
        }
        var writer = SnapshotWriter()
        filter.save(to: &writer)
        var reader = SnapshotReader(writer.contents)
        var next = Record()
        var successor = try other.filter(run, &next)
        try successor.restore(from: &reader, in: run)
    }
}
