import Bytes
import FilterKit
import Records
import System

/// All files of a run: which there are, which of them have something to give, and the turns they take at giving it. It waits for
/// nothing, and knows nothing of signals or of how changes are noticed: it is told, and looks.
final class TailFiles: Checkpointed {
    let plan: TailPlan
    let context: TailContext
    var index = LogIndex()
    let finder: FileFinder
    var files = OpenFiles()
    /// Logs with something to look at or to give, in the order of their turns.
    private(set) var queue: [Log] = []
    private var queueStart = 0
    /// What was restored of logs that have not come up yet.
    var saved: [String: SavedLog] = [:]
    /// Who watches files and folders for us; nil where everything is looked at again and again.
    weak var watcher: (any FileWatching)?
    private var skipped: Set<String> = []
    /// When patterns and folders were looked through last, in nanoseconds since 1970; nil where they have not been.
    var expanded: Int64?
    /// It goes on where an earlier run was, which looked through them.
    var isContinued = false
    /// There are names that belong to no log yet. Folders are read once for all of them.
    private var mustExpand = false
    /// Names in folders as they were when something was last told of them.
    var listings = Listings()
    /// What gave something without being looked at.
    private var readAhead: [(log: Log, generation: Generation)] = []
    private(set) var notices: [LogNotice] = []
    /// Bytes of content read so far.
    private(set) var bytesRead: Int64 = 0
    /// Bytes that a second one log may give; nil for all.
    let rate: Int?

    /// How often a file may have another name each time it is to be opened, before it is left for later.
    private static let mostMoves = 16
    /// Bytes that a log gives in one turn while others wait.
    static let turn = 1 << 20
    private static let partialPatience: Int64 = 5_000_000_000
    private static let patience: Int64 = 60_000_000_000

    init(_ plan: TailPlan, _ context: TailContext, finder: FileFinder, named: [String], rate: Int? = nil) {
        self.plan = plan
        self.context = context
        self.finder = finder
        self.rate = rate
        for log in index.gather(named, named: true) { enqueue(log) }
    }

    var logs: [Log] { index.logs }

    func takeNotices() -> [LogNotice] {
        defer { notices.removeAll() }
        return notices
    }

    func complain(_ notice: LogNotice) { notices.append(notice) }

    // MARK: What has changed

    /// Looks for files that patterns and folders have now.
    func expand() {
        guard !finder.isEmpty else { return }
        let now = context.clock.now
        let found = finder.find()
        for log in index.gather(found.files, named: false) {
            if !log.hasLooked {
                log.isLate = expanded != nil || isContinued
                log.lateSince = expanded
            }
            enqueue(log)
        }
        expanded = now
        for other in found.others where skipped.insert(other.path).inserted {
            complain(.skipped(other.path, other.kind))
        }
        for folder in found.folders { watcher?.watch(folder: folder) }
    }

    /// Anything may have changed.
    /// - Parameter isFinal: nothing will be looked at again, so that each file has its turn whether it has changed or not.
    func lookEverywhere(isFinal: Bool = false) {
        listings.forget()
        expand()
        for log in logs {
            log.isNameDirty = true
            // Where names are looked at, that tells of growth too.
            if isFinal || !plan.tracksGenerations { for generation in log.generations { generation.isDirty = true } }
            enqueue(log)
        }
    }

    /// Names may have changed; that files have grown is told otherwise.
    func lookAtNames() {
        listings.forget()
        expand()
        for log in logs {
            log.isNameDirty = true
            enqueue(log)
        }
    }

    func noteChange(_ log: Log, _ generation: Generation) {
        generation.isDirty = true
        enqueue(log)
    }

    /// A name came or went; to be followed by `endChanges`.
    func noteName(_ name: String, in folder: String) {
        listings.forget()
        if let log = index.log(of: name, in: folder) {
            log.isNameDirty = true
            enqueue(log)
        } else {
            mustExpand = true
        }
    }

    /// All that came at once has been told.
    func endChanges() {
        if mustExpand { expand() }
        mustExpand = false
    }

    func add(_ log: Log) {
        index.add(log)
        enqueue(log)
    }

    private func enqueue(_ log: Log) {
        guard !log.isQueued else { return }
        log.isQueued = true
        queue.append(log)
    }

    /// Finds what there is, and where reading begins in it, before the first line is given out, so that it can be saved.
    func begin() {
        for log in logs {
            if log.isNameDirty { look(log) }
            for generation in log.generations where generation.isToBegin && generation.codec == nil {
                // What cannot be opened or read now is begun, and complained of, when it has its turn.
                guard case .open = files.open(generation), let descriptor = generation.descriptor,
                    let status = try? FileStatus(of: descriptor)
                else { continue }
                try? generation.begin(descriptor, size: status.size)
            }
        }
    }

    // MARK: Turns

    /// Something may be given out at once.
    var hasWork: Bool { queueStart < queue.count }

    /// Nanoseconds till the first of the logs in the queue may go on (`--rate`); 0 where one may at once.
    var pause: Int64 {
        if rate == nil { return 0 }
        let now = context.clock.monotonic
        return queue[queueStart...].map { max(0, $0.notBefore &- now) }.min() ?? 0
    }

    /// One log has its turn.
    func turn<S: TailSink & ~Copyable>(isFinal: Bool = false, _ record: inout Record, into sink: inout S) {
        guard hasWork else { return }
        let log = queue[queueStart]
        queueStart += 1
        if queueStart > 4096, queueStart * 2 > queue.count {
            queue.removeFirst(queueStart)
            queueStart = 0
        }
        log.isQueued = false
        let now = context.clock.monotonic
        if log.notBefore > now, !isFinal { return enqueue(log) }
        if log.isNameDirty, plan.tracksGenerations || !log.hasLooked { look(log) }
        if give(log, isFinal: isFinal, &record, into: &sink) == .more { enqueue(log) }
        if queueStart == queue.count {
            queue.removeAll(keepingCapacity: true)
            queueStart = 0
        }
    }

    /// A file has changed: gives out at once what has come in it, before anything is looked at, if nothing else is to be done first.
    /// Whether it is still what it was in all respects is looked at with the next tick.
    /// - Returns: false where a turn is needed.
    func readAhead<S: TailSink & ~Copyable>(
        _ log: Log, _ generation: Generation, _ record: inout Record, into sink: inout S
    ) -> Bool {
        guard mayReadAhead(log, generation) else { return false }
        let before = generation.readTo
        let outcome = generation.readAhead(of: log.name, context, &record, into: &sink)
        bytesRead += generation.readTo - before
        switch outcome {
        case .unknown, .more: return false
        // It gave all there was a moment ago.
        case .nothing: return generation.isReadAhead
        case .all:
            noteReadAhead(log, generation)
            return true
        }
    }

    /// Nothing else is to be done first: what comes in the file is next in its log, whatever its name is by now.
    func mayReadAhead(_ log: Log, _ generation: Generation) -> Bool {
        !log.isQueued && !log.isNameDirty && rate == nil && log.generations.count == 1
            && log.generations[0] === generation
    }

    private func noteReadAhead(_ log: Log, _ generation: Generation) {
        guard !generation.isReadAhead else { return }
        generation.isReadAhead = true
        readAhead.append((log, generation))
    }

    /// Accounts for what the fast path took of a file.
    func settle(_ path: inout FastPath, _ log: Log, _ generation: Generation, _ emitter: inout TailEmitter) {
        let taken = generation.settle(&path, &emitter)
        bytesRead += Int64(taken.bytes)
        // The end of a line that has only begun is waited for in a turn.
        if taken.hasBeginning { noteChange(log, generation) } else { noteReadAhead(log, generation) }
    }

    /// Everything that waits, till nothing does.
    func drain<S: TailSink & ~Copyable>(
        isFinal: Bool = false, _ record: inout Record, into sink: inout S, while goesOn: () -> Bool = { true }
    ) {
        while hasWork, !sink.isClosed, goesOn() { turn(isFinal: isFinal, &record, into: &sink) }
    }

    /// A log to its end, without regard to the others; one turn of it. False when it has nothing more.
    func finish<S: TailSink & ~Copyable>(_ log: Log, _ record: inout Record, into sink: inout S) -> Bool {
        if log.isNameDirty, plan.tracksGenerations || !log.hasLooked { look(log) }
        return give(log, isFinal: true, &record, into: &sink) == .more
    }

    /// The log that an argument is of.
    func log(of path: String) -> Log? {
        let parts = PathParts(path)
        return index[path] ?? index.log(of: parts.name, in: parts.folder)
    }

    private func give<S: TailSink & ~Copyable>(
        _ log: Log, isFinal: Bool, _ record: inout Record, into sink: inout S
    ) -> TurnOutcome {
        let budget = rate.map { min(Self.turn, max(4096, $0 / 8)) } ?? Self.turn
        var left = budget
        defer {
            if let rate, left < budget {
                let spent = Int64(budget - left) &* 1_000_000_000 / Int64(rate)
                log.notBefore = max(log.notBefore, context.clock.monotonic) &+ spent
            }
        }
        if isUnsettled(log) { return .more }
        var position = 0
        while position < log.generations.count {
            let generation = log.generations[position]
            position += 1
            guard generation.isDirty, generation.identity != nil, generation.isVerified else { continue }
            switch files.open(generation) {
            case .open:
                generation.isTroubled = false
                log.moves = 0
            case .moved:
                log.isNameDirty = true
                log.needsLook = true
                listings.forget()
                log.moves += 1
                // Not what came behind it before itself: it is looked for at once, and again with the next tick.
                if log.moves < Self.mostMoves { return .more }
                log.moves = 0
                generation.isDirty = false
                continue
            case .refused(let reason):
                generation.isDirty = false
                log.needsLook = true
                if !generation.isTroubled { complain(.unreadable("\(generation.path): \(reason)")) }
                generation.isTroubled = true
                continue
            }
            switch place(generation, in: log) {
            case .known: break
            case .empty:
                generation.isDirty = false
                continue
            case .unknown: return .more
            }
            let before = generation.readTo
            defer { bytesRead += max(0, generation.readTo - before) }
            let outcome = generation.read(
                of: log.name, budget: max(left, 1), takesPartial: takesPartial(generation, in: log, isFinal), context,
                &record,
                into: &sink)
            if before == 0, generation.hole > 0 { complain(.hole(generation.path, bytes: generation.hole)) }
            left -= Int(clamping: max(0, generation.readTo - before))
            if generation.readTo > before { generation.noteTurn() }
            switch outcome {
            case .quiet:
                generation.isDirty = false
                if generation.isExhausted { finish(generation, of: log); position -= 1 }
            case .more: return .more
            case .rewritten:
                rewrite(generation, of: log)
                return .more
            case .failed(let reason):
                generation.isDirty = false
                complain(.broken("\(generation.path): \(reason)"))
                if generation.isExhausted { finish(generation, of: log); position -= 1 }
            }
            if left <= 0, position < log.generations.count { return .more }
        }
        return .quiet
    }

    /// Whether a last line without newline is given out: at the end of a run that keeps no position, and of files that were put
    /// aside long enough ago.
    private func takesPartial(_ generation: Generation, in log: Log, _ isFinal: Bool) -> Bool {
        guard isFinal else { return false }
        if !plan.keepsUnfinished { return true }
        return !generation.isCurrent && log.current != nil
            && context.clock.now &- generation.modified > Self.partialPatience
    }

    // MARK: Time

    /// To be called about once a second: gives up what was put aside and has been silent, and looks where something could not be
    /// told before.
    func tick<S: TailSink & ~Copyable>(_ record: inout Record, into sink: inout S) {
        let now = context.clock.monotonic
        listings.forget()
        for (log, generation) in readAhead {
            generation.isReadAhead = false
            generation.noteTurn()
            generation.lastGrowth = now
            noteChange(log, generation)
        }
        readAhead.removeAll(keepingCapacity: true)
        for log in logs {
            if log.needsLook {
                log.isNameDirty = true
                for generation in log.generations where generation.isTroubled { generation.isDirty = true }
                log.needsLook = false
                enqueue(log)
            }
            if log.generations.count > 1 || log.current == nil { retire(log, now: now, &record, into: &sink) }
        }
    }

    private func retire<S: TailSink & ~Copyable>(
        _ log: Log, now: Int64, _ record: inout Record, into sink: inout S
    ) {
        for generation in log.generations
        where !generation.isCurrent && !generation.isDirty && generation.identity != nil {
            let silence = now &- generation.lastGrowth
            guard silence > Self.partialPatience, log.current != nil || !generation.hasName else { continue }
            if generation.hasUnfinishedLine, generation.codec == nil, case .open = files.open(generation) {
                complain(.partial(generation.path))
                _ = generation.read(
                    of: log.name, budget: .max / 2, takesPartial: true, context, &record, into: &sink)
            }
            if silence > Self.patience { finish(generation, of: log) }
        }
    }

    /// It has given all there is. Its file is remembered, lest it be taken for a new one under its next name.
    private func finish(_ generation: Generation, of log: Log) {
        // What was named alone has no next name.
        if generation.isCurrent, generation.codec == nil { return }
        watcher?.end(generation)
        files.close(generation)
        if let identity = generation.identity { log.known[identity] = generation.asKnown }
        if let copy = generation.copy {
            log.known[copy]?.consumed = generation.consumed
            log.known[copy]?.isCopy = false
        }
        log.generations.removeAll { $0 === generation }
    }
}
