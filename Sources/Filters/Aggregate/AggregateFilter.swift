import Bytes
import Expressions
import FilterKit
import Metrics
import Records

/// Records in, one record for each window and series out.
struct AggregateFilter: Filter, ~Copyable {
    let plan: AggregatePlan
    let options: WindowOptions
    var watermark: Watermark
    private var key: SeriesKey
    private let time: FieldName
    private let weight: Weight?
    private let expressions: [BoundExpression]
    var output: WindowOutput

    /// The one total, where there are no windows.
    var total: WindowState?
    var windows: OpenWindows?
    var sessions: OpenSessions?
    let late: LateRecords
    var sources: SourceIds
    private let isForEyes: Bool
    private let needsTime: Bool
    private let drawsSample: Bool

    init(
        _ plan: AggregatePlan, _ options: WindowOptions, by labels: [String], weight: String?, late: String?,
        _ shape: OutputShape, isForEyes: Bool, in run: FilterRun, _ record: inout Record
    ) throws(Failure) {
        self.plan = plan
        self.options = options
        watermark = Watermark(lateness: options.lateness, idleAfter: options.idleAfter)
        var names: [FieldName] = []
        for label in labels { names.append(record.name(label)) }
        key = SeriesKey(names)
        time = record.name("time")
        self.weight = weight.map { Self.weight($0, &record) }
        sources = SourceIds(&record)
        self.late = try LateRecords(path: late)
        var expressions: [BoundExpression] = []
        for measure in plan.measures { expressions.append(run.bind(measure.expression, &record)) }
        self.expressions = expressions
        output = WindowOutput(
            plan, labels: labels, shape, maxSeries: options.maxSeries, fills: options.fills)
        self.isForEyes = isForEyes
        windows = OpenWindows(options, plan)
        sessions = OpenSessions(options, plan)
        if !options.hasWindows {
            total = WindowState(Window(start: .min, end: .max), width: nil, plan, limit: options.maxSeries)
        }
        needsTime = plan.hasRate || plan.needsTime
        drawsSample = plan.drawsSample
    }

    private static func weight(_ field: String, _ record: inout Record) -> Weight { Weight(field, &record) }

    mutating func process<S: RecordSink & ~Copyable>(_ record: inout Record, in run: FilterRun, into sink: inout S) {
        var observation = Observation()
        if let weight {
            guard let times = weight.of(&record) else {
                return run.reject(.badType, record.line, record, "the weight is no whole number from 1 on")
            }
            observation.times = times
        }
        guard let (state, series) = place(&record, &observation, in: run, into: &sink) else { return }
        if drawsSample { observation.record = record.store.buffer.withSpan(record.line, SeriesHash.hash) }
        state.count(series, observation.times)
        for (index, measure) in state.measures.enumerated() {
            measure.observe(expressions[index].evaluate(&record), series, observation, &record)
        }
        run.ledger.absorbed &+= 1
    }

    // MARK: Which window, and which series of it

    /// The window and the series that the record belongs to; nil if it belongs to none, which has been said.
    @inline(__always) private mutating func place<S: RecordSink & ~Copyable>(
        _ record: inout Record, _ observation: inout Observation, in run: FilterRun, into sink: inout S
    ) -> (WindowState, Int)? {
        if let total {
            if needsTime, let time = eventTime(record) {
                observation.time = time
                total.span.add(time)
            }
            return (total, series(&record, in: total))
        }
        guard let time = eventTime(record) else {
            run.reject(.badTime, record.line, record, "no 'time' that could tell the window")
            return nil
        }
        observation.time = time
        if watermark.observe(time, source: sources.id(of: record)) { close(in: run, into: &sink) }
        if let state = windows?.state(at: time, watermark: watermark.time) {
            return (state, series(&record, in: state))
        }
        if sessions != nil {
            let slice = key.build(&record)
            // What is going to be merged waits for nobody.
            let passed = options.keepsLate ? Int64.min : watermark.time
            let number = key.withSpan(slice) { sessions?.session(of: $0, at: time, watermark: passed) }
            if let number, let pool = sessions?.pool { return (pool, number) }
        }
        late.add(record, run)
        return nil
    }

    @inline(__always) private mutating func series(_ record: inout Record, in state: WindowState) -> Int {
        let slice = key.build(&record)
        return key.withSpan(slice) { state.series($0) }
    }

    private func eventTime(_ record: borrowing Record) -> Int64? {
        guard let position = record.position(of: time), record[position].kind == .string else { return nil }
        return Timestamp(rfc3339: record.store.buffer, record[position].value)?.nanoseconds
    }

    // MARK: Closing

    /// Lets go of the windows that the watermark has passed.
    private mutating func close<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        while let state = windows?.next(before: watermark.time) { output.emit(state, in: run, into: &sink) }
        for state in sessions?.close(before: watermark.time) ?? [] { output.emit(state, in: run, into: &sink) }
    }

    /// Time passes and nothing comes: quiet logs close their windows by the clock, and a terminal sees how far the open
    /// ones have come.
    mutating func tick<S: RecordSink & ~Copyable>(now: Int64, in run: FilterRun, into sink: inout S) {
        late.flush()
        if options.hasWindows {
            if watermark.tick(now: run.clock.monotonic) { close(in: run, into: &sink) }
            if !isForEyes, let first = windows?.first { output.announce(first, lateness: watermark.lateness, run) }
        }
        guard sink.takesDrafts else { return }
        output.draft(windows?.drafts ?? sessions?.drafts ?? total.map { [$0] } ?? [], into: &sink)
    }

    mutating func finish<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        if let total {
            // The count of nothing is 0, and that is an answer.
            if key.isSingle, run.inputNumber > 0, total.table.count == 0 { total.addSeries() }
            output.emit(total, in: run, into: &sink)
        }
        total = nil
        while let state = windows?.nextAtEnd() { output.emit(state, in: run, into: &sink) }
        for state in sessions?.close(before: .max) ?? [] { output.emit(state, in: run, into: &sink) }
        late.close(run)
        output.close(unfilled: windows?.unfilled ?? 0, run)
    }

    /// Often enough for eyes, and for a watermark that goes on by the clock.
    var wantsTick: TickWish? { options.hasWindows || isForEyes ? .every(250) : nil }

    var remembersRecords: Bool { true }
}
