import Bytes
import Formats
import Records
import System

@testable import FilterKit
@testable import Parse

/// A weir-parse inside the test: lines in, records out, no process and no clock.
struct ParseRun: ~Copyable {
    /// A few formats: to read and compile all of them anew for each run would take most of a test's time.
    private static let library = Result {
        let names = ["access", "log4j", "syslog-rfc3164", "json", "logfmt", "csv", "cri", "journal-export"]
        return FormatLibrary(entries: FormatLibrary.builtIn().entries.filter { names.contains($0.name) })
    }

    private var record: Record
    private let clock: ManualClock
    let run: FilterRun
    private var filter: ParseFilter
    private var sink = Collected()

    /// - Parameter arguments: as on the command line.
    init(_ arguments: [String]) throws {
        let command = try ParseCommand.parse(arguments)
        // 2026-01-10T00:00:00Z
        let clock = ManualClock(now: 1_768_003_200_000_000_000)
        let run = FilterRun(stage: "weir-parse", options: command.shared, clock: clock)
        var record = Record()
        try run.prepare(&record)
        let filter = try command.filter(Self.library.get(), run, &record)
        self.run = run
        self.record = record
        self.clock = clock
        self.filter = filter
        run.begin("stdin", isStandardInput: true, modified: nil)
    }

    mutating func take(_ line: [UInt8]) {
        let slice = record.store.load(line)
        run.origin.line += 1
        run.ledger.taken += 1
        filter.process(slice, isLast: false, &record, in: run, into: &sink)
    }

    mutating func take(_ line: String) { take(Array(line.utf8)) }

    func saved() -> [UInt8] {
        var snapshot = SnapshotWriter()
        filter.save(to: &snapshot)
        return snapshot.contents
    }

    mutating func restore(_ bytes: [UInt8]) throws(SnapshotError) {
        var snapshot = SnapshotReader(bytes)
        try filter.restore(from: &snapshot, in: run)
        guard snapshot.isAtEnd else { throw .foreign }
    }

    /// So many seconds in which nothing comes, with a tick as often as one is wished for.
    mutating func pass(seconds: Double) {
        let end = clock.now + Int64(seconds * 1_000_000_000)
        while clock.now < end, let wish = filter.wantsTick {
            let interval: Int32 =
                switch wish {
                case .silence(let time), .every(let time): time
                }
            clock.now += Int64(interval) * 1_000_000
            filter.tick(now: clock.now, &record, in: run, into: &sink)
        }
        clock.now = max(clock.now, end)
    }

    /// It waits for nothing.
    var wantsNoTick: Bool { filter.wantsTick == nil }

    mutating func finish() { filter.finish(&record, in: run, into: &sink) }

    /// The records so far, as they would be written.
    var records: [String] { sink.records }
}

/// A sink that keeps what it gets.
struct Collected: RecordSink {
    private(set) var records: [String] = []

    mutating func receive(_ record: inout Record) {
        var output = ByteBuffer(capacity: 256)
        record.write(to: &output)
        records.append(output.text(Slice(start: 0, count: output.count)))
    }
}
