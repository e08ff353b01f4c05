import Bytes
import FilterKit
import Glibc
import Records
import System

@testable import Tail

/// A tail over one file, with the events of the kernel and an output as `weir-tail -F` has them, that waits for nothing.
struct LiveTail: ~Copyable {
    let run: FilterRun
    let files: TailFiles
    var record = Record()
    var emitter: TailEmitter
    private let watcher: FileWatcher
    private let clock = ManualClock(now: 1_800_000_000_000_000_000)
    private var fastPath = FastPath()
    private let reader: Descriptor
    private let output: Descriptor

    init(_ path: String, limit: Int = 1 << 20) throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw SystemError(call: "pipe", code: errno) }
        self.init(path, limit: limit, try SharedOptions.parse([]), ends)
    }

    private init(_ path: String, limit: Int, _ options: SharedOptions, _ ends: [Int32]) {
        run = FilterRun(stage: "weir-tail", options: options, clock: clock)
        for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        reader = Descriptor(number: ends[0])
        output = Descriptor(number: ends[1])
        emitter = TailEmitter(
            isRaw: false, truncates: false, RecordOutput(run.options, onTerminal: .readable, descriptor: output),
            &record, in: run)
        files = TailFiles(
            TailPlan(start: .whole, follows: true, byName: true), TailContext(limit: limit, clock: run.clock),
            finder: FileFinder(patterns: [], folders: [], includes: []), named: [path])
        watcher = FileWatcher(polls: false, run.diagnostics)
        files.watcher = watcher
        files.expand()
        drain()
    }

    deinit {
        for log in files.logs { for generation in log.generations { generation.close() } }
        reader.close()
        output.close()
    }

    mutating func drain() {
        files.drain(&record, into: &emitter)
        emitter.flush()
    }

    enum Way { case direct, ordinary }

    /// The way that what comes next in the file that grew last would take; makes it ready.
    mutating func way() -> Way { watcher.arm(&fastPath, files, emitter) ? .direct : .ordinary }

    /// Takes what may leave directly; returns how many lines that was.
    mutating func follow() -> Int {
        _ = fastPath.follow(milliseconds: 0)
        let before = run.ledger.taken
        watcher.settle(&fastPath, files, &emitter)
        return run.ledger.taken - before
    }

    /// Takes what else there is.
    mutating func attend() {
        watcher.readAhead(files, &record, into: &emitter)
        watcher.tell(files, &record, into: &emitter)
        emitter.flush()
    }

    /// As it is done every ten seconds.
    mutating func lookEverywhere() {
        files.lookEverywhere()
        drain()
    }

    mutating func passTime(seconds: Int64) {
        clock.now += seconds * 1_000_000_000
        files.tick(&record, into: &emitter)
        drain()
    }

    /// The lines that have come out since.
    var printed: [String] {
        var all: [UInt8] = []
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = read(reader.number, &bytes, bytes.count), count > 0 { all += bytes.prefix(count) }
        return String(decoding: all, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
