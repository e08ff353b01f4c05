import Bytes
import Expressions
import FilterKit
import Metrics
import Records

/// Records in, one record for each window and series out.
struct AggregateFilter: Filter, ~Copyable {
    private let plan: AggregatePlan
    private let clock: WindowClock?
    private var watermark: Watermark
    private var key: SeriesKey
    private let time: FieldName
    private let expressions: [BoundExpression]
    private var output: WindowRecord

    /// The open windows, oldest first; without `--every` the one total.
    private var windows: [WindowState] = []
    /// The window of the record before: the next one's, most of the time.
    private var current: WindowState?
    private var span = EventSpan()
    private var late = LateCount()
    private let isForEyes: Bool
    /// It has been said when the first window closes, or one has.
    private var isAnnounced = false
    private var refused = 0
    private var sources: SourceIds

    init(
        _ plan: AggregatePlan, _ options: WindowOptions, by labels: [String], isForEyes: Bool, in run: FilterRun,
        _ record: inout Record
    ) {
        self.plan = plan
        clock = options.width.flatMap(WindowClock.init)
        watermark = Watermark(lateness: options.lateness, idleAfter: options.idleAfter)
        var names: [FieldName] = []
        for label in labels { names.append(record.name(label)) }
        key = SeriesKey(names)
        time = record.name("time")
        sources = SourceIds(&record)
        var expressions: [BoundExpression] = []
        for measure in plan.measures { expressions.append(run.bind(measure.expression, &record)) }
        self.expressions = expressions
        output = WindowRecord(plan, labels: labels, width: options.width)
        self.isForEyes = isForEyes
        if clock == nil { windows = [WindowState(Window(start: .min, end: .max), plan)] }
    }

    mutating func process<S: RecordSink & ~Copyable>(_ record: inout Record, in run: FilterRun, into sink: inout S) {
        guard let state = clock == nil ? total(&record) : window(&record, in: run, into: &sink) else { return }
        let slice = key.build(&record)
        let series = key.withSpan(slice) { state.count($0) }
        for (index, measure) in state.measures.enumerated() {
            let value = expressions[index].evaluate(&record)
            measure.observe(value, series, record)
        }
        run.ledger.absorbed &+= 1
    }

    // MARK: Which window

    private mutating func total(_ record: inout Record) -> WindowState? {
        if plan.needsTime, let time = eventTime(record) { span.add(time) }
        return windows[0]
    }

    private mutating func window<S: RecordSink & ~Copyable>(
        _ record: inout Record, in run: FilterRun, into sink: inout S
    ) -> WindowState? {
        guard let clock else { return nil }
        guard let time = eventTime(record) else {
            run.reject(.badTime, record.line, record, "no 'time' that could tell the window")
            return nil
        }
        if watermark.observe(time, source: sources.id(of: record)) { close(in: run, into: &sink) }
        if let current, current.window.contains(time) { return current }
        let window = clock.window(containing: time)
        if window.end <= watermark.time {
            run.ledger.drop(.late)
            late.add(run)
            return nil
        }
        let state = open(window)
        current = state
        return state
    }

    private func eventTime(_ record: borrowing Record) -> Int64? {
        guard let position = record.position(of: time), record[position].kind == .string else { return nil }
        return Timestamp(rfc3339: record.store.buffer, record[position].value)?.nanoseconds
    }

    private mutating func open(_ window: Window) -> WindowState {
        var index = 0
        var end = windows.count
        while index < end {
            let middle = (index + end) / 2
            if windows[middle].window.start < window.start { index = middle + 1 } else { end = middle }
        }
        if index < windows.count, windows[index].window == window { return windows[index] }
        let state = WindowState(window, plan)
        windows.insert(state, at: index)
        return state
    }

    // MARK: Closing

    /// Lets go of the windows that the watermark has passed.
    private mutating func close<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        while let first = windows.first, first.window.end <= watermark.time {
            emit(first, in: run, into: &sink)
            windows.removeFirst()
            isAnnounced = true
        }
        if let current, current.window.end <= watermark.time { self.current = nil }
    }

    private mutating func emit<S: RecordSink & ~Copyable>(
        _ state: WindowState, in run: FilterRun, into sink: inout S
    ) {
        refused += state.measures.reduce(0) { $0 + (($1 as? NumberSum)?.refused ?? 0) }
        let seconds = clock.map { Double($0.width) / 1e9 } ?? span.seconds
        output.emit(state, isWindow: clock != nil, seconds: seconds, into: &sink) { record, sink in
            run.create(&record, into: &sink)
        }
    }

    /// Time passes and nothing comes: quiet logs close their windows by the clock, and a terminal sees how far the open
    /// ones have come.
    mutating func tick<S: RecordSink & ~Copyable>(now: Int64, in run: FilterRun, into sink: inout S) {
        if clock != nil {
            if watermark.tick(now: run.clock.monotonic) { close(in: run, into: &sink) }
            if !isForEyes { announce(run) }
        }
        guard sink.takesDrafts else { return }
        sink.beginDraft()
        let seconds = clock.map { Double($0.width) / 1e9 } ?? span.seconds
        for state in windows {
            output.emit(state, isWindow: clock != nil, seconds: seconds, into: &sink) { record, sink in
                sink.receive(&record)
            }
        }
        sink.endDraft()
    }

    /// In a pipe nothing comes for as long as the first window is open; one line says that this is as it should be.
    private mutating func announce(_ run: FilterRun) {
        guard !isAnnounced, let first = windows.first else { return }
        isAnnounced = true
        let due = first.window.end &+ watermark.lateness
        run.diagnostics.note(
            "the window of \(Timestamp(nanoseconds: first.window.start).text) is filling; it leaves when an event of "
                + "\(Timestamp(nanoseconds: due).text) or later comes, or the input ends")
    }

    mutating func finish<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        // The count of nothing is 0, and that is an answer.
        if clock == nil, key.isSingle, run.inputNumber > 0, windows.first?.table.count == 0 { windows[0].addSeries() }
        for state in windows { emit(state, in: run, into: &sink) }
        windows = []
        late.close(run)
        if refused > 0 {
            run.diagnostics.warning("\(refused) numbers are beyond what a sum can hold, and left out of it")
        }
    }

    /// Often enough for eyes, and for a watermark that goes on by the clock.
    var wantsTick: TickWish? { clock != nil || isForEyes ? .every(250) : nil }

    var remembersRecords: Bool { true }
}
