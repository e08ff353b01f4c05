import Bytes
import FilterKit
import Records
import System

@testable import Tail

/// A sink that remembers the lines.
struct LineLog: TailSink, ~Copyable {
    struct Line: Equatable {
        var text: String
        var offset: Int64
        var file: String
        var isPartial = false
    }

    var lines: [Line] = []
    var tooLong: [Int] = []
    var takesBlocks = false
    var isClosed = false

    mutating func take(_ line: TailLine, of source: SourceName, _ record: inout Record) {
        lines.append(
            Line(
                text: record.store.text(line.bytes), offset: line.offset, file: source.path, isPartial: line.isPartial))
    }

    mutating func takeTooLong(_ line: TailLine, length: Int, of source: SourceName, _ record: inout Record) {
        tooLong.append(length)
    }

    mutating func takeBlock(_ block: Slice, lines: Int, _ record: inout Record) {
        for line in record.store.text(block).split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            self.lines.append(Line(text: String(line), offset: -1, file: ""))
        }
    }

    var texts: [String] { lines.map(\.text) }
}

/// A tail over files in a folder of its own, that looks when it is told and whose clock is turned by hand.
struct ManualTail: ~Copyable {
    let clock: ManualClock
    private(set) var files: TailFiles
    var record = Record()
    var log = LineLog()
    private let plan: TailPlan
    private let named: [String]
    private let patterns: [String]
    /// What was saved at the mark that was committed last, and how many lines had been given out before it.
    private(set) var committed: (state: [UInt8], lines: Int) = ([], 0)

    init(
        named: [String] = [], patterns: [String] = [], start: TailStart = .whole, hasState: Bool = true,
        follows: Bool = true,
        limit: Int = 1 << 20, now: Int64 = 1_800_000_000_000_000_000
    ) {
        clock = ManualClock(now: now)
        self.named = named
        self.patterns = patterns
        plan = TailPlan(start: start, follows: follows, byName: follows, hasState: hasState, keepsUnfinished: hasState)
        files = TailFiles(
            plan, TailContext(limit: limit, clock: clock),
            finder: FileFinder(patterns: patterns, folders: [], includes: []), named: named)
        files.expand()
        files.begin()
        commit()
        look()
    }

    /// Looks at everything and gives out what there is.
    mutating func look() {
        files.lookEverywhere()
        files.drain(&record, into: &log)
    }

    /// As if an event had come for each file.
    mutating func hear() {
        for log in files.logs {
            for generation in log.generations where !files.readAhead(log, generation, &record, into: &self.log) {
                files.noteChange(log, generation)
            }
        }
        files.drain(&record, into: &log)
    }

    /// Looks, lets time pass, and looks again, until nothing can be waiting any more.
    mutating func settle() {
        for _ in 0..<4 {
            look()
            clock.now += 61_000_000_000
            files.tick(&record, into: &log)
            look()
        }
    }

    /// A mark at which what has been given out so far counts as done.
    mutating func commit() {
        var snapshot = SnapshotWriter()
        files.save(to: &snapshot)
        committed = (snapshot.contents, log.lines.count)
    }

    /// Ends the run and begins another with what was saved.
    mutating func restart(while down: () -> Void = {}) {
        commit()
        crash(while: down)
    }

    /// The run is killed, and another begins at the last mark: what had been given out behind that has come to nothing.
    mutating func crash(while down: () -> Void = {}) {
        log.lines.removeSubrange(committed.lines...)
        for log in files.logs { for generation in log.generations { generation.close() } }
        down()
        files = TailFiles(
            plan, TailContext(limit: files.context.limit, clock: clock),
            finder: FileFinder(patterns: patterns, folders: [], includes: []), named: named)
        var reader = SnapshotReader(committed.state)
        do { try files.restore(from: &reader) } catch { fatalError("the snapshot is not read back: \(error)") }
        files.expand()
        look()
    }

    func close() { for log in files.logs { for generation in log.generations { generation.close() } } }
}
