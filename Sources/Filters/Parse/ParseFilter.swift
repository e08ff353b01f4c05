import Bytes
import FilterKit
import Formats
import Records

/// Lines in, records out. Lines come bare or in weir-tail's envelopes; each file keeps a stream of its own, with its
/// own format and its own idea of the year.
struct ParseFilter: LineFilter, ~Copyable {
    let choice: FormatChoice
    let names: EnvelopeNames
    private var streams: [LogStream] = []
    /// The stream of the line before; the next line's, most of the time.
    private(set) var current = -1
    private(set) var uncounted: Uncounted<LogStream>?
    private(set) var inputNumber = 0
    /// How long an event waits for its next line.
    private var patience = EventPatience.pipe

    /// The fields to emit where more may have been parsed; nil for all.
    private let only: [FieldName]?
    /// More are parsed than are emitted, for `--where`.
    private let hasExtra: Bool

    /// Lines may be written without a record being made of each, where nobody looks at it.
    var transcribes: Bool
    /// The number of the line that was taken off the reader and could not be written so: it is not tried again.
    var declined = 0

    private let written = WrittenLength()

    /// Makes a filter of the formats named, for another thread.
    private let makeSibling: (@Sendable ([String]) -> SiblingMaker<ParseFilter>)?

    init(
        _ choice: FormatChoice, only wanted: WantedFields,
        makeSibling: (@Sendable ([String]) -> SiblingMaker<ParseFilter>)? = nil, _ record: inout Record
    ) {
        self.choice = choice
        self.makeSibling = makeSibling
        var only: [FieldName] = []
        for name in wanted.names ?? [] { only.append(record.name(name)) }
        self.only = only.isEmpty ? nil : only
        hasExtra = wanted.hasExtra
        transcribes = choice.nested.isEmpty && !wanted.hasExtra && !choice.readsRejects
        names = EnvelopeNames(&record)
    }

    mutating func process<S: RecordSink & ~Copyable>(
        _ line: Slice, isLast: Bool, _ record: inout Record, in run: FilterRun, into sink: inout S
    ) {
        if run.inputNumber != inputNumber { beginInput(&record, in: run, into: &sink) }
        if choice.readsRejects { return takeReject(line, &record, in: run, into: &sink) }
        // What a file contains is never an envelope: only standard input is.
        if run.isStandardInput, Envelope.isLikely(line, record), let envelope = Envelope.open(line, names, &record) {
            select(envelope, record, in: run)
            uncounted?.look { take(envelope.raw, envelope, $0, &record, in: run, into: &sink) }
        } else {
            if current != 0, !(run.isStandardInput && Envelope.isLikely(line, record)) { choose(0) }
            if transcribes, run.admitsAll, run.origin.line != declined, let uncounted,
                uncounted.look({ transcribe(bare: line, $0, &record, in: run, into: &sink) })
            {
                return
            }
            uncounted?.look { take(line, nil, $0, &record, in: run, into: &sink) }
        }
    }

    /// Takes a line out of the reject that it became (`--again`), whose origin is its own.
    private mutating func takeReject<S: RecordSink & ~Copyable>(
        _ line: Slice, _ record: inout Record, in run: FilterRun, into sink: inout S
    ) {
        guard !line.isEmpty else { return run.ledger.drop(.blank) }
        guard let envelope = Envelope.open(reject: line, names, &record) else {
            return run.reject(.noMatch, line, record, "no record that --rejects kept, which --again takes")
        }
        select(envelope, record, in: run)
        uncounted?.look { take(envelope.raw, envelope, $0, &record, in: run, into: &sink) }
    }

    /// Takes a line, out of its envelope, of the stream.
    @inline(__always) private func take<S: RecordSink & ~Copyable>(
        _ line: Slice, _ envelope: Envelope?, _ stream: LogStream, _ record: inout Record, in run: FilterRun,
        into sink: inout S
    ) {
        stream.isUntouched = false
        let whole = line
        var line = line
        if stream.joiner?.isInsideBinary != true {
            let isFirst = envelope?.offset.map { record.store.buffer.integer($0.value) == 0 } ?? (run.origin.line == 1)
            line = Self.withoutEnds(line, isFirst: isFirst, record)
        }
        if line.isEmpty, stream.isDecided || !stream.isSampling {
            return takeBlank(stream, &record, in: run, into: &sink)
        }
        if stream.isDecided {
            if let envelope, transcribes, stream.canTranscribe, run.admitsAll,
                transcribe(line, stream, envelope, &record, in: run, into: &sink)
            {
                return
            }
            accept(line, stream, envelope, &record, in: run, into: &sink)
        } else {
            // With its ends: whether they belong to it depends on the format.
            stream.hold(whole, envelope, run.origin, record)
            if stream.isSampleComplete { settle(stream, &record, in: run, into: &sink) }
        }
    }

    /// The input is silent: what was read is enough to decide on.
    mutating func tick<S: RecordSink & ~Copyable>(
        now: Int64, _ record: inout Record, in run: FilterRun, into sink: inout S
    ) {
        for stream in streams {
            if stream.isSampling { settle(stream, &record, in: run, into: &sink) }
            if stream.hasWaited(patience, now: run.clock.monotonic) { release(stream, &record, in: run, into: &sink) }
        }
    }

    mutating func finish<S: RecordSink & ~Copyable>(
        _ record: inout Record, in run: FilterRun, into sink: inout S
    ) {
        settleAll(&record, in: run, into: &sink)
        complain(run)
        if choice.isDetecting, choice.explainer == nil, !choice.readsRejects { complainOfNothing(run) }
    }

    /// A pause of 25 ms decides on the format, so that the first line of a quiet log is not kept waiting for 63 others.
    var wantsTick: TickWish? {
        if streams.contains(where: \.isSampling) { return .silence(25) }
        return streams.contains(where: \.isHoldingEvents) ? .every(patience.interval) : nil
    }

    // MARK: Marks

    var remembersRecords: Bool { true }

    /// Formats are decided on with the lines there are. An event may go on in the next run, unless it has waited for that
    /// all through this one.
    mutating func pause<S: RecordSink & ~Copyable>(
        _ record: inout Record, in run: FilterRun, into sink: inout S
    ) {
        for stream in streams {
            if !stream.isDecided { settle(stream, &record, in: run, into: &sink) }
            if stream.isUntouched { release(stream, &record, in: run, into: &sink) }
            // As if they had not been read yet: the run that they leave in counts them.
            run.ledger.taken -= stream.waiting
        }
        complain(run)
    }

    func save(to snapshot: inout SnapshotWriter) {
        snapshot.append(UInt64(streams.count))
        for stream in streams { stream.save(to: &snapshot) }
    }

    mutating func restore(from snapshot: inout SnapshotReader, in run: FilterRun) throws(SnapshotError) {
        streams = []
        uncounted = nil
        for _ in 0..<(try snapshot.count()) {
            streams.append(try LogStream(from: &snapshot, choice, in: run))
        }
        // Before the first line there is no stream; the first one is that of bare lines.
        guard !streams.isEmpty else { return }
        inputNumber = run.inputNumber
        choose(0)
        patience = .marks
        run.ledger.taken += streams.reduce(0) { $0 + $1.waiting }
    }

    // MARK: Siblings

    /// Of a file whose format is known and whose lines are events by themselves.
    var sibling: SiblingMaker<ParseFilter>? {
        guard streams.count == 1, current == 0, !choice.readsRejects, let names = streams[0].orderFreeFormats else {
            return nil
        }
        return makeSibling?(names)
    }

    mutating func passOver() { streams[0].passOver() }

    // MARK: Streams

    private mutating func beginInput<S: RecordSink & ~Copyable>(
        _ record: inout Record, in run: FilterRun, into sink: inout S
    ) {
        // The origin is the new input's already; lines held back carry their own.
        settleAll(&record, in: run, into: &sink)
        inputNumber = run.inputNumber
        patience = run.hasMarks ? .marks : .pipe
        streams = [LogStream(name: [], choice, in: run)]
        choose(0)
    }

    private mutating func select(_ envelope: Envelope, _ record: borrowing Record, in run: FilterRun) {
        guard let file = envelope.file else { return choose(0) }
        if current >= 0, record.store.buffer.equal(file.value, streams[current].name) { return }
        let name = record.store.buffer.copy(file.value)
        if let known = streams.firstIndex(where: { $0.name == name }) { return choose(known) }
        streams.append(LogStream(name: name, choice, in: run))
        choose(streams.count - 1)
    }

    /// Makes a stream the current one. It is held by `streams`, which lets none go without another being chosen.
    private mutating func choose(_ index: Int) {
        current = index
        uncounted = Uncounted(heldElsewhere: streams[index])
    }

    private mutating func settleAll<S: RecordSink & ~Copyable>(
        _ record: inout Record, in run: FilterRun, into sink: inout S
    ) {
        for stream in streams {
            if !stream.isDecided { settle(stream, &record, in: run, into: &sink) }
            release(stream, &record, in: run, into: &sink)
        }
    }

    /// Lets go what waits for lines that may still come.
    private func release<S: RecordSink & ~Copyable>(
        _ stream: LogStream, _ record: inout Record, in run: FilterRun, into sink: inout S
    ) {
        emit(stream.joiner?.take(), stream, &record, in: run, into: &sink)
        for line in stream.parts?.takeAll() ?? [] {
            emit(line, isJoined: true, stream, &record, in: run, into: &sink)
        }
    }

    /// Decides on the stream's format and lets the lines that were held back go.
    private func settle<S: RecordSink & ~Copyable>(
        _ stream: LogStream, _ record: inout Record, in run: FilterRun, into sink: inout S
    ) {
        // What the format chosen before has not finished yet ends here: the new one would know nothing of it.
        release(stream, &record, in: run, into: &sink)
        let held = stream.decide(&record)
        let origin = run.origin
        if let verdict = stream.verdict, let first = held.first {
            run.origin = first.origin
            RejectReport.locate(first.restore(&record).envelope, record, in: run)
            run.diagnostics.note("\(run.origin.place): \(verdict.sentence)", place: verdict.rows)
        }
        for (index, line) in held.enumerated() {
            if run.isStopped {
                // Behind the line that --strict stopped at, as if they had not been read yet.
                run.ledger.taken -= held.count - index
                break
            }
            run.origin = line.origin
            let (whole, envelope) = line.restore(&record)
            let isBinary = stream.joiner?.isInsideBinary == true
            let slice = isBinary ? whole : Self.withoutEnds(whole, isFirst: line.isFirst, record)
            if slice.isEmpty {
                takeBlank(stream, &record, in: run, into: &sink)
            } else {
                accept(slice, stream, envelope, &record, in: run, into: &sink)
            }
        }
        run.origin = origin
    }

    // MARK: Events

    /// Emits a line that is an event by itself; where events have several, keeps it until its event is whole.
    @inline(__always) private func accept<S: RecordSink & ~Copyable>(
        _ line: Slice, _ stream: LogStream, _ envelope: Envelope?, _ record: inout Record, in run: FilterRun,
        into sink: inout S
    ) {
        guard let joiner = stream.joiner else {
            return emit(line, stream, envelope, &record, in: run, into: &sink)
        }
        join(line, joiner, stream, envelope, &record, in: run, into: &sink)
    }

    /// An empty line within an event belongs to it, or ends it; elsewhere it is nothing.
    private func takeBlank<S: RecordSink & ~Copyable>(
        _ stream: LogStream, _ record: inout Record, in run: FilterRun, into sink: inout S
    ) {
        guard let joiner = stream.joiner else { return run.ledger.drop(.blank) }
        if joiner.addBlank(record) {
            run.ledger.absorbed &+= 1
        } else {
            run.ledger.drop(.blank)
            emit(joiner.take(), stream, &record, in: run, into: &sink)
        }
    }

    private func join<S: RecordSink & ~Copyable>(
        _ line: Slice, _ joiner: EventJoiner, _ stream: LogStream, _ envelope: Envelope?, _ record: inout Record,
        in run: FilterRun, into sink: inout S
    ) {
        let place = joiner.place(of: line, stream, &record)
        if place == .continues {
            if joiner.add(line, record) {
                stream.quietSince = nil
                run.ledger.absorbed &+= 1
                if joiner.isComplete { emit(joiner.take(), stream, &record, in: run, into: &sink) }
                return
            }
            guard joiner.endsByItself else {
                return run.reject(.tooLong, line, record, "the event has become longer than --max-line allows")
            }
        }
        // Kept before the one before it leaves, since that one takes its place in scratch.
        stream.quietSince = nil
        guard let before = joiner.take() else {
            if place == .alone { return emit(line, stream, envelope, &record, in: run, into: &sink) }
            return joiner.begin(line, envelope, run.origin, record)
        }
        let held = HeldLine(line, envelope, run.origin, record)
        emit(before, stream, &record, in: run, into: &sink)
        let (line, envelope) = held.restore(&record)
        // What had become too long ends here, and the line is looked at by itself.
        if place == .continues { return join(line, joiner, stream, envelope, &record, in: run, into: &sink) }
        if place == .alone { return emit(line, stream, envelope, &record, in: run, into: &sink) }
        joiner.begin(line, envelope, run.origin, record)
    }

    /// Emits an event that was kept.
    private func emit<S: RecordSink & ~Copyable>(
        _ event: HeldLine?, isJoined: Bool = false, _ stream: LogStream, _ record: inout Record, in run: FilterRun,
        into sink: inout S
    ) {
        guard let event else { return }
        let origin = run.origin
        run.origin = event.origin
        let (slice, envelope) = event.restore(&record)
        emit(slice, isJoined: isJoined, stream, envelope, &record, in: run, into: &sink)
        run.origin = origin
    }

    /// Keeps a line that was cut until its other parts have come; true where nothing is left to be done.
    private func keepPart<S: RecordSink & ~Copyable>(
        _ line: Slice, _ parts: PartJoiner, _ stream: LogStream, _ envelope: Envelope?, _ record: inout Record,
        in run: FilterRun, into sink: inout S
    ) -> Bool {
        stream.quietSince = nil
        switch parts.take(line, envelope, run.origin, record) {
        case .whole:
            guard let before = parts.takeTooLong() else { return false }
            let held = HeldLine(line, envelope, run.origin, record)
            emit(before, isJoined: true, stream, &record, in: run, into: &sink)
            emit(held, isJoined: true, stream, &record, in: run, into: &sink)
        case .begun(let before): emit(before, isJoined: true, stream, &record, in: run, into: &sink)
        case .added: run.ledger.absorbed &+= 1
        case .joined(let event):
            run.ledger.absorbed &+= 1
            emit(event, isJoined: true, stream, &record, in: run, into: &sink)
        }
        return true
    }

    // MARK: Lines

    /// - Parameter isJoined: parts that the line was cut into have been put together, or will not be.
    private func emit<S: RecordSink & ~Copyable>(
        _ line: Slice, isJoined: Bool = false, _ stream: LogStream, _ envelope: Envelope?, _ record: inout Record,
        in run: FilterRun, into sink: inout S
    ) {
        // That a line before it, which stood in the same place, was UTF-8 says nothing of this one.
        record.isLineUTF8 = false
        var outcome = stream.parse(line, &record)
        let isUTF8 = record.isLineUTF8 && record.line == line || record.store.buffer.isUTF8(line)
        if !isUTF8, !outcome.isParsed {
            // What cannot be read as it is may be read with U+FFFD for the odd bytes.
            let start = record.store.buffer.count
            record.store.buffer.appendRepairing(line)
            outcome = stream.parse(Slice(from: start, to: record.store.buffer.count), &record)
        }
        if case .absorbed = outcome { return run.ledger.absorbed &+= 1 }
        guard outcome.isParsed else {
            var place: [String] = []
            if let explainer = choice.explainer, run.willSayReject {
                place = explainer.explain(line, outcome, tried: stream.tried, record)
            }
            return RejectReport(outcome, stream.formatName).send(line, envelope, record, place: place, in: run)
        }
        if !isJoined, let parts = stream.parts,
            keepPart(line, parts, stream, envelope, &record, in: run, into: &sink)
        {
            return
        }
        if !choice.nested.isEmpty { stream.unfold(&record) }
        guard run.admits(&record) else { return }
        if let only, hasExtra || stream.parts != nil { record.keep(only: only) }
        if !isUTF8 { appendRawBytes(line, to: &record) }
        envelope?.appendOrigin(names, to: &record)
        if let length = written.excess(record, of: line, in: run) {
            return RejectReport(tooLong: length, limit: run.longestRecord, stream.formatName).send(
                line, envelope, record, place: [], in: run)
        }
        run.pass(&record, into: &sink)
    }

    /// Fields show U+FFFD for what is not UTF-8; the bytes stay with the record.
    private func appendRawBytes(_ line: Slice, to record: inout Record) {
        let start = record.store.buffer.count
        record.store.buffer.appendBase64(of: line)
        record.append(names.raw64, Slice(from: start, to: record.store.buffer.count), .string)
    }
}
