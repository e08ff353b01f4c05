import Bytes
import FilterKit
import Records
import System

/// Runs the sources to their end, or for as long as somebody wants to hear of them: waits, lets each have its turn, and answers
/// signals.
struct TailLoop: ~Copyable {
    let run: FilterRun
    let tail: TailFiles
    var streams: [StreamSource]
    let addresses: [ListenAddress]
    var emitter: TailEmitter
    /// Puts marks into the stream; nil without `--state`.
    let marks: MarkedSource?
    let polls: Bool
    /// Ends when this process is gone.
    let process: Int32?
    let report: TailReport
    private var status = ExitStatus.done
    private var lastTick: Int64 = 0
    private var lastScan: Int64 = 0
    /// The streams, the watcher and the reader of the output; nil where streams have come or gone.
    private var waiting: PollSet?
    private var fastPath = FastPath()
    /// `WEIR_FAST_PATH=off` leaves the plain way alone, for those who look for which of the two a mistake is in.
    private let takesFastPath = Environment["WEIR_FAST_PATH"] != "off"

    /// How long a stop may take to give out what was written before it; nanoseconds.
    private static let drainTime: Int64 = 4_000_000_000
    private static let second: Int64 = 1_000_000_000
    /// Milliseconds between two looks where nothing tells of changes.
    private static let pollInterval: Int64 = 250
    /// Everything is looked at even if nothing tells of changes; nanoseconds.
    private static let scanInterval: Int64 = 10_000_000_000

    init(
        _ run: FilterRun, _ tail: TailFiles, streams: [StreamSource], addresses: [ListenAddress],
        _ emitter: consuming TailEmitter, _ marks: MarkedSource?, polls: Bool, process: Int32?, _ report: TailReport
    ) {
        self.run = run
        self.tail = tail
        self.streams = streams
        self.addresses = addresses
        self.emitter = emitter
        self.marks = marks
        self.polls = polls
        self.process = process
        self.report = report
    }

    private var isStopping: Bool { Signals.stopRequested || emitter.isClosed }

    /// Waits for more until it is told to stop, or there is nothing left to wait for.
    mutating func follow(_ record: inout Record) throws(Failure) {
        Signals.answerQuestions()
        Signals.answerHangUps()
        Scheduling.requestShortSlices()
        // Watched before read, so that nothing written in between goes unnoticed.
        let watcher = FileWatcher(polls: polls, run.diagnostics)
        tail.watcher = watcher
        tail.expand()
        try begin()
        lastTick = run.clock.monotonic
        lastScan = lastTick
        var turns = 0
        while !isStopping {
            if tail.hasWork, tail.pause == 0 {
                tail.turn(&record, into: &emitter)
                say(isFollowing: true)
                turns += 1
                // Who has much to say does not keep the others waiting, nor the events.
                if turns % 16 == 0 { attend(watcher, milliseconds: 0, &record) }
            } else {
                emitter.flush()
                attend(watcher, milliseconds: patience(watcher), &record)
            }
            try mark()
            passTime(watcher, &record)
            if let process, !Signals.isRunning(process) { break }
            if !tail.plan.byName, hasNothingLeft { break }
        }
        tail.lookEverywhere(isFinal: true)
        let deadline = run.clock.monotonic &+ Self.drainTime
        while tail.hasWork, !emitter.isClosed, run.clock.monotonic < deadline {
            // Without marks: to save one can take long on a busy disk, and the end is one.
            tail.turn(isFinal: true, &record, into: &emitter)
        }
        for stream in streams { stream.finish(&record, into: &emitter) }
        for address in addresses { address.remove() }
        say(isFollowing: true)
    }

    private func begin() throws(Failure) {
        guard let marks, marks.isFirst else { return }
        tail.begin()
        try marks.saveStart(of: tail)
    }

    private mutating func mark() throws(Failure) {
        if let marks, marks.isDue { try marks.mark(tail, into: &emitter.output) }
    }

    /// Nobody can write to what is followed by its file any more.
    private var hasNothingLeft: Bool {
        streams.isEmpty && tail.finder.isEmpty && !tail.hasWork
            && tail.logs.allSatisfy { $0.hasLooked && $0.generations.isEmpty }
    }

    /// How long nothing needs to be done; milliseconds.
    private func patience(_ watcher: FileWatcher) -> Int32 {
        let now = run.clock.monotonic
        var left = Self.second &- (now &- lastTick)
        if watcher.isPolling { left = min(left, nextScan(watcher) &- now) }
        if tail.hasWork { left = min(left, tail.pause) }
        if let marks { left = min(left, Int64(marks.millisecondsUntilDue) &* 1_000_000) }
        // A signal may come between the look at its flag and the wait: no wait is for ever.
        return Int32(clamping: min(1000, max(0, left / 1_000_000 + 1)))
    }

    private func nextScan(_ watcher: FileWatcher) -> Int64 {
        // A look at many files takes its time: about 10 µs for each. That is to be a hundredth of a core at most.
        let cost = Int64(tail.logs.count) &* 10_000
        let interval =
            watcher.isPolling ? max(Self.pollInterval &* 1_000_000, cost &* 100) : max(Self.scanInterval, cost &* 1000)
        return lastScan &+ interval
    }

    /// Waits for events, input and the end of the reader, and takes what there is.
    private mutating func attend(_ watcher: FileWatcher, milliseconds: Int32, _ record: inout Record) {
        if takesFastPath, streams.isEmpty, watcher.arm(&fastPath, tail, emitter) {
            let outcome = fastPath.follow(
                milliseconds: milliseconds, afterLine: marks?.millisecondsUntilDueAfterLine ?? .max)
            watcher.settle(&fastPath, tail, &emitter)
            switch outcome {
            case .timedOut, .interrupted: return
            case .hungUp: return emitter.readerHasLeft()
            case .ready: return takeEvents(watcher, &record)
            }
        }
        var waiting =
            waiting
            ?? PollSet(
                streams.map(\.descriptor) + (watcher.descriptor.map { [$0] } ?? []), hangUp: emitter.descriptor)
        self.waiting = nil
        switch waiting.wait(milliseconds: milliseconds) {
        case .timedOut, .interrupted: break
        case .hungUp: emitter.readerHasLeft()
        case .ready:
            if watcher.descriptor != nil, waiting.isReady(streams.count) { takeEvents(watcher, &record) }
            if streams.indices.contains(where: { waiting.isReady($0) }) {
                return readStreams(waiting, &record)
            }
        }
        self.waiting = waiting
    }

    private mutating func takeEvents(_ watcher: FileWatcher, _ record: inout Record) {
        watcher.readAhead(tail, &record, into: &emitter)
        emitter.flush()
        watcher.tell(tail, &record, into: &emitter)
        // Before anything else is done: what waits for a turn is others'.
        emitter.flush()
    }

    private mutating func readStreams(_ waiting: PollSet, _ record: inout Record) {
        var new: [StreamSource] = []
        for index in streams.indices where waiting.isReady(index) {
            new += streams[index].read(tail.context, &record, into: &emitter)
        }
        for stream in streams where stream.isAtEnd && stream.descriptor != .input { stream.descriptor.close() }
        streams.removeAll { $0.isAtEnd }
        streams += new
    }

    /// Does what is to be done from time to time.
    private mutating func passTime(_ watcher: FileWatcher, _ record: inout Record) {
        let now = run.clock.monotonic
        if Signals.takeHangUp() { tail.lookAtNames() }
        if Signals.takeQuestion() { report.answer(tail, streams, now: now, wall: run.clock.now) }
        if now >= nextScan(watcher) {
            if watcher.isPolling { tail.lookEverywhere() } else { tail.lookAtNames() }
            lastScan = now
        }
        if now &- lastTick >= Self.second {
            lastTick = now
            tail.tick(&record, into: &emitter)
            say(isFollowing: true)
        }
    }

    // MARK: To the end, once

    /// Reads everything that is there, in the order in which it was named.
    mutating func readOnce(_ arguments: [TailArgument], _ record: inout Record) throws(Failure) {
        Signals.answerQuestions()
        tail.expand()
        try begin()
        var progress = TailProgress(tail, report, now: run.clock.monotonic)
        var isDone: Set<ObjectIdentifier> = []
        for argument in arguments where !isStopping {
            switch argument {
            case .standardInput: try readStream(.input, SourceName("-"), &record)
            case .stream(let path):
                guard let descriptor = open(path) else { continue }
                defer { descriptor.close() }
                try readStream(descriptor, SourceName(path), &record)
            case .file(let path):
                guard let log = tail.log(of: path), isDone.insert(ObjectIdentifier(log)).inserted else { continue }
                try readWhole(log, &progress, &record)
            case .pattern, .folder:
                for log in tail.logs where log.members != nil && isDone.insert(ObjectIdentifier(log)).inserted {
                    try readWhole(log, &progress, &record)
                }
            case .listener, .refused: break
            }
        }
        progress.finish(tail)
        say(isFollowing: false)
    }

    mutating func refuse(folder path: String) {
        run.diagnostics.error(
            "\(path): is a directory; name files in it, such as \(path)/*, or say which with --include")
        status = .noInput
    }

    private mutating func open(_ path: String) -> Descriptor? {
        do throws(SystemError) { return try Descriptor.open(reading: path) } catch {
            run.diagnostics.error(error.description)
            status = .noInput
            return nil
        }
    }

    private mutating func readWhole(
        _ log: Log, _ progress: inout TailProgress, _ record: inout Record
    ) throws(Failure) {
        while !isStopping, tail.finish(log, &record, into: &emitter) {
            say(isFollowing: false)
            try mark()
            progress.show(tail, now: run.clock.monotonic)
            if Signals.takeQuestion() { report.answer(tail, streams, now: run.clock.monotonic, wall: run.clock.now) }
        }
        say(isFollowing: false)
    }

    /// Reads a pipe or a terminal to its end; what has come is shown before a wait.
    private mutating func readStream(_ descriptor: Descriptor, _ name: SourceName, _ record: inout Record)
        throws(Failure)
    {
        var source = descriptor
        run.origin.source = name.isNamed ? name.path : "stdin"
        var pass = StreamPass(tail.plan.start, limit: tail.context.limit, now: run.clock.now)
        let failure = pass.run(from: &source, descriptor, of: name, &record, into: &emitter) { emitter in
            if Signals.stopRequested { return false }
            if descriptor.wait(for: .reading, milliseconds: 0) == .notYet { emitter.flush() }
            return true
        }
        if let failure { throw Failure(.inputOutput, "\(run.origin.source): \(failure.reason)") }
    }

    // MARK: Messages

    private mutating func say(isFollowing: Bool) {
        for notice in tail.takeNotices() {
            if let worse = report.say(notice, isWaiting: isFollowing && tail.plan.byName) { status = worse }
        }
    }

    consuming func finish() -> ExitStatus {
        let status = status
        return emitter.finish(status)
    }
}
