import Bytes
import Expressions
import Records
import State
import System

/// What a filter is run with: its options, its ledger, its clock, and where complaints and rejects go. One for each
/// filter and process; the filter itself stays a value that knows none of this from elsewhere.
package final class FilterRun {
    /// `weir-parse`: how the filter is called in messages, ledgers and rejects.
    package let stage: String
    package let options: SharedOptions
    package let clock: any Clock
    package let diagnostics: Diagnostics
    package var ledger = Ledger()
    /// Where the line being worked on came from.
    package var origin = Origin(source: "stdin")
    /// The line being worked on is known to be ASCII without controls and backslashes.
    package var isLinePlain = false
    /// Counts the inputs as they are opened: a change says that another one has begun.
    package private(set) var inputNumber = 0
    /// `--strict` met a line that it could not take.
    package private(set) var isStopped = false
    /// The stream wants of this filter what it cannot give.
    var refusal: Failure?

    /// Bytes of a file that a thread takes at once.
    package var chunkSize = ChunkQueue.usualSize

    /// Alerts that fired, for `--exit-code`.
    package var alertsFired = 0
    /// Something that was to be done for a record could not be: the status says so at the end.
    package var hasFailedActions = false

    /// When the filter was told of the time last.
    var lastTick: Int64 = 0
    /// When the run loop first saw that it is to stop.
    var stopSeen: Int64?
    /// An input that announced marks ended without its end mark, and another one has begun since.
    private(set) var hasLostEnd = false
    var gate = ControlGate()
    /// Where the stage keeps its state; nil without `--state`, and before the stream's begin.
    var state: StageState?
    /// The stages from the source to this one, as the stream's begin told.
    var stages: [String] = []
    /// `--state` was given, and the stream has not begun with a `begin` yet.
    var lacksBegin = false
    /// A record that came now would not count exactly once: before the begin, or behind the end.
    var refusesRecords = false
    /// How often what is remembered is saved; from the begin of a stream with marks on.
    var pace: SavePace?
    /// The last mark could not be saved.
    var isInTrouble = false
    private(set) var stagesName: FieldName?
    private var predicates: [BoundExpression] = []
    private var rejects: RejectFile?
    private var complaints: Complaints
    private var watch = FieldWatch()
    private var bounds: [(text: String, expression: BoundExpression)] = []
    /// What other threads have counted for the same expressions; of a thread's own run, what it has told of.
    private var tallies: [(overflows: Int, failedMatches: Int)] = []
    /// A thread's run: what it rejects is only noted, for the one in whose order it belongs.
    private let isSpeculating: Bool
    private var hasRejected = false

    /// - Parameters:
    ///   - messages: where people are told what is wrong.
    ///   - isSpeculating: the run is a thread's.
    package init(
        stage: String, options: SharedOptions, clock: any Clock = SystemClock(), messages: Descriptor = .errors,
        isSpeculating: Bool = false
    ) {
        self.isSpeculating = isSpeculating
        self.stage = stage
        self.options = options
        self.clock = clock
        diagnostics = Diagnostics(program: stage, descriptor: messages)
        complaints = Complaints(diagnostics: diagnostics)
    }

    /// Prepares what the options name; called once, before the first line.
    package func prepare(_ record: inout Record) throws(Failure) {
        for text in options.predicates {
            let expression = try Self.compile(condition: text, flag: "--where")
            watch.add(expression, &record)
            predicates.append(bind(expression, &record))
        }
        stagesName = record.name("stages")
        if let path = options.rejects, !isSpeculating { rejects = try RejectFile(path: path, stage: stage) }
    }

    /// Binds an expression, and has it said at the end if some of its results were too large, or matches given up.
    package func bind(_ expression: Expression, _ record: inout Record) -> BoundExpression {
        let bound = expression.bind(to: &record)
        bound.clock = clock
        bounds.append((expression.text, bound))
        return bound
    }

    /// Has it said at the end if no record had these fields.
    package func expect(_ fields: [String], _ record: inout Record) {
        for field in fields { watch.add(field, &record) }
    }

    package func expect(fieldsOf expression: Expression, _ record: inout Record) { watch.add(expression, &record) }

    package func expect(levelsOf expression: Expression, _ record: inout Record) {
        watch.add(levelsOf: expression, &record)
    }

    private func sayNews() {
        guard !isSpeculating else { return }
        for complaint in watch.takeNews() { diagnostics.warning(complaint) }
    }

    package func expect(_ premise: Premise, _ record: inout Record) { watch.add(premise, &record) }

    /// Has it said now which answers had nothing to go by so far: a stream may have no end at which to say it.
    package func warnOfUnmetPremises() {
        guard !isSpeculating, !watch.isDone else { return }
        for complaint in watch.takeUnmetPremises() { diagnostics.warning(complaint) }
    }

    /// Compiles a condition from the command line; an error shows the place with a caret.
    package static func compile(condition text: String, flag: String) throws(Failure) -> Expression {
        do throws(ExpressionError) { return try Expression.compile(text, for: .condition) } catch {
            throw Failure(error, in: flag)
        }
    }

    /// What is read now is standard input: the only place where envelopes and control records come from.
    package private(set) var isStandardInput = true

    /// The state directory that was asked for.
    package var statePath: String? {
        options.state ?? Environment["WEIR_STATE"].flatMap { $0.isEmpty ? nil : $0 }
    }

    func begin(_ source: String, isStandardInput: Bool, modified: Int64?) {
        inputNumber += 1
        lacksBegin = isStandardInput && statePath != nil
        refusesRecords = lacksBegin
        self.isStandardInput = isStandardInput
        if gate.isOpen { hasLostEnd = true }
        gate = ControlGate(isObeying: isStandardInput)
        origin = Origin(source: source)
        origin.modified = modified
    }

    /// The time that yearless stamps are taken to lie before: when the file was last written, else now.
    package var yearReference: Int64 { min(origin.modified ?? .max, clock.now) }

    /// Bytes of the longest line that the next filter takes: what it takes unless told otherwise, or as much as this one does.
    package var longestRecord: Int { max(options.maxLine.bytes, 1 << 20) }

    /// That time goes on while the input is read.
    package var isYearReferenceLive: Bool { origin.modified == nil && clock is SystemClock }

    /// Ends the run before the next line: the filter cannot go on.
    package func refuse(_ failure: Failure) { if refusal == nil { refusal = failure } }
    /// The stream began with a `begin`: it is marked, and goes on in a later run.
    package var hasMarks: Bool { gate.stream != nil }

    // MARK: The ledger's four ways

    /// True when `--where` lets the record through.
    @inline(__always) package func admits(_ record: inout Record) -> Bool {
        if !watch.isDone {
            watch.look(at: record)
            if watch.hasNews { sayNews() }
        }
        if predicates.isEmpty { return true }
        for predicate in predicates where !predicate.isTrue(&record) {
            ledger.drop(.filtered)
            return false
        }
        return true
    }

    /// `admits` has nothing to look at: every record is let through.
    @inline(__always) package var admitsAll: Bool { predicates.isEmpty && watch.isDone }

    /// Lines may be taken without being judged one by one, but for those that may be the stream's own.
    package var takesUnjudged: Bool { gate.sawFirstLine && !refusesRecords }

    /// There is something to admit by.
    package var hasConditions: Bool { !predicates.isEmpty }

    /// Reads a line as a record; false where it is none, which is counted then.
    @inline(__always) package func scan(_ line: Slice, isLast: Bool, _ record: inout Record) -> Bool {
        do throws(JSONError) { try record.scan(line, isPlain: isLinePlain) } catch {
            if line.isEmpty || line.count == 1 && record.store[line.start] == 0x0D {
                ledger.drop(.blank)
            } else {
                rejectNonRecord(line, error, isCutShort: isLast, &record)
            }
            return false
        }
        return true
    }

    /// The record goes on, changed or not.
    @inline(__always) package func pass<S: RecordSink & ~Copyable>(_ record: inout Record, into sink: inout S) {
        ledger.passed &+= 1
        sink.receive(&record)
    }

    /// Passes on what is written without a record; false where the sink takes only records, or `write` could not.
    @inline(__always) package func pass<S: RecordSink & ~Copyable>(
        into sink: inout S, writing write: (inout ByteBuffer) -> Bool
    ) -> Bool {
        guard sink.receive(writing: write) else { return false }
        ledger.passed &+= 1
        return true
    }

    /// Lines were taken, and written without records.
    @inline(__always) package func countTranscribed(_ lines: Int) {
        ledger.taken &+= lines
        ledger.passed &+= lines
    }

    /// A record that no input record became.
    package func create<S: RecordSink & ~Copyable>(_ record: inout Record, into sink: inout S) {
        ledger.created &+= 1
        sink.receive(&record)
    }

    /// What could not be understood: counted, kept if `--rejects` was given, and said, within reason.
    /// - Parameters:
    ///   - detail: where in the line, or in which field.
    ///   - place: lines to be shown under the message.
    package func reject(
        _ reason: DropReason, _ line: Slice, _ record: borrowing Record, _ message: String, pattern: String? = nil,
        detail: RejectDetail? = nil, place: [String] = []
    ) {
        if isSpeculating { return hasRejected = true }
        ledger.drop(reason, detail)
        complaints.add(origin, message, place: place, now: clock.monotonic)
        if options.strict { isStopped = true }
        rejects?.write(Reject(line: line, origin: origin, reason: reason, pattern: pattern, detail: detail), record)
    }

    /// A line that is rejected now will be said: worth the work of explaining it.
    package var willSayReject: Bool { !isSpeculating && complaints.isDue(now: clock.monotonic) }

    /// Whether the last line was rejected, of a speculative run.
    func takeRejection() -> Bool {
        defer { hasRejected = false }
        return hasRejected
    }

    /// What was found out since this was asked last.
    func takeRemarks() -> Remarks {
        let counted = bounds.map { (overflows: $0.expression.overflows, failedMatches: $0.expression.failedMatches) }
        defer { tallies = counted }
        return Remarks(
            fields: watch.takeSight(),
            tallies: counted.indices.map { index in
                let before = index < tallies.count ? tallies[index] : (overflows: 0, failedMatches: 0)
                return (
                    counted[index].overflows - before.overflows, counted[index].failedMatches - before.failedMatches
                )
            })
    }

    func take(_ remarks: Remarks) {
        watch.add(remarks.fields)
        if tallies.isEmpty { tallies = bounds.map { _ in (0, 0) } }
        for (index, tally) in remarks.tallies.enumerated() where index < tallies.count {
            tallies[index].overflows += tally.overflows
            tallies[index].failedMatches += tally.failedMatches
        }
    }

    /// A line beyond `--max-line`: `kept` is its beginning.
    package func rejectTooLong(_ kept: Slice, _ length: Int, at offset: Int64, line: Int, _ record: borrowing Record) {
        ledger.taken &+= 1
        origin.line = line
        origin.offset = offset
        let message = "line of \(length) bytes; the limit is \(options.maxLine.bytes) (--max-line)"
        reject(.tooLong, kept, record, message, detail: .length(length))
    }

    func rejectNonRecord(_ line: Slice, _ error: JSONError, isCutShort: Bool, _ record: inout Record) {
        if isCutShort {
            return reject(.cutShort, line, record, "the input ended in the middle of a record")
        }
        let hint = error.reason == .notAnObject ? " (is there a weir-parse before this filter?)" : ""
        reject(.badJSON, line, record, "not a record: \(error)\(hint)", detail: .position(error.position))
    }

    func flushRejects() { rejects?.flush() }

    // MARK: The end

    /// Closes the books: the summary of rejects on stderr, and the ledger's line.
    package func close(status: ExitStatus) -> ExitStatus {
        var status = status
        for complaint in watch.complaints { diagnostics.warning(complaint) }
        for (index, (text, bound)) in bounds.enumerated() {
            let others = index < tallies.count ? tallies[index] : (overflows: 0, failedMatches: 0)
            let overflows = bound.overflows + others.overflows
            let failedMatches = bound.failedMatches + others.failedMatches
            if overflows > 0 {
                diagnostics.warning("\(text): null \(overflows) times, where a number was too large or divided by zero")
            }
            if failedMatches > 0 {
                diagnostics.warning("\(text): \(failedMatches) matches took too many steps and count as none")
            }
        }
        rejects?.flush()
        if let failure = rejects?.failure {
            diagnostics.error("--rejects \(failure)")
            status = .inputOutput
        }
        if hasFailedActions, status == .done { status = .inputOutput }
        if ledger.rejected > 0 {
            let reasons = DropReason.allCases.filter(\.isReject).compactMap { reason in
                ledger.dropped[reason].map { "\(reason.rawValue) \($0)\(ledger.fields(of: reason))" }
            }
            let keep = options.rejects == nil ? "; --rejects FILE keeps them" : ""
            diagnostics.warning(
                "\(ledger.rejected) of \(ledger.taken) lines not understood (\(reasons.joined(separator: ", ")))\(keep)"
            )
        }
        do throws(Failure) { try writeLedger(status) } catch {
            diagnostics.error(error)
            status = .inputOutput
        }
        return status
    }

    private func writeLedger(_ status: ExitStatus) throws(Failure) {
        guard let path = options.ledger ?? Environment["WEIR_LEDGER"], !path.isEmpty else { return }
        let line = ledger.line(
            stage: stage, status: status.rawValue, input: Descriptor.input.pipeName, output: Descriptor.output.pipeName)
        do throws(SystemError) {
            // One write of one line: several filters append to the same file.
            let file = try Descriptor.open(appending: path)
            defer { file.close() }
            try file.writeAll(String(decoding: line, as: UTF8.self))
        } catch {
            throw Failure(.inputOutput, "--ledger \(error)")
        }
    }
}
