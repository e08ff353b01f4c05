import Bytes
import Expressions
import FilterKit
import Metrics
import Records

/// Records in, one record for each window and series out.
package struct AggregateFilter: Filter, ~Copyable {
    let plan: AggregatePlan
    let options: WindowOptions
    var watermark: Watermark
    private var key: SeriesKey
    private var time: FieldPlace
    private var minute = MinuteMemory()
    private let weight: Weight?
    /// The different expressions, and which of them each measure is of.
    private let expressions: [BoundExpression]
    private let uncountedExpressions: Slab<Uncounted<BoundExpression>>
    private let positions: [Int]
    /// What most expressions are: nothing but a field, which is read without them.
    private var fields: Slab<ReadField>
    var output: WindowOutput

    /// The one total, where there are no windows.
    var total: Held<WindowState>?
    var windows: OpenWindows?
    var sessions: OpenSessions?
    let late: LateRecords
    var sources: SourceIds
    private let isForEyes: Bool
    private let needsTime: Bool
    private let drawsSample: Bool
    /// It takes part of the input in, for another one to add it up: on a thread.
    private let isSibling: Bool
    let makeSibling: FilterMaker<AggregateFilter>?
    /// Of a sibling.
    var passage: Passage
    /// What the record at hand brings, and the series that it belongs to.
    private var observation = Observation()
    private var series = 0

    package init(
        _ plan: AggregatePlan, _ options: WindowOptions, by labels: [String], weight: String?, late: String?,
        _ shape: OutputShape, isForEyes: Bool, isSibling: Bool = false,
        makeSibling: FilterMaker<AggregateFilter>? = nil, in run: FilterRun, _ record: inout Record
    ) throws(Failure) {
        self.plan = plan
        self.options = options
        self.isSibling = isSibling
        self.makeSibling = makeSibling
        passage = Passage(options)
        watermark = Watermark(lateness: options.lateness, idleAfter: options.idleAfter)
        var names: [FieldName] = []
        for label in labels { names.append(record.name(label)) }
        key = SeriesKey(names)
        time = FieldPlace(record.name("time"))
        self.weight = weight.map { Self.weight($0, &record) }
        sources = SourceIds(&record)
        self.late = try LateRecords(path: late)
        var expressions: [BoundExpression] = []
        var fields: [ReadField] = []
        for measure in plan.measures where measure.position == expressions.count {
            expressions.append(run.bind(measure.expression, &record))
            if let field = measure.expression.plainFieldName {
                fields.append(ReadField(place: FieldPlace(record.name(field)), isAll: true))
            } else {
                fields.append(ReadField(place: .none, isAll: false))
            }
        }
        self.fields = Slab(fields)
        positions = plan.measures.map(\.position)
        self.expressions = expressions
        uncountedExpressions = Slab(expressions.map { Uncounted(heldElsewhere: $0) })
        output = WindowOutput(
            plan, labels: labels, shape, maxSeries: options.maxSeries, fills: options.fills)
        self.isForEyes = isForEyes
        windows = OpenWindows(options, plan)
        sessions = OpenSessions(options, plan)
        if !options.hasWindows { total = Held(Self.makeTotal(plan, options)) }
        needsTime = options.hasWindows || plan.hasRate || plan.needsTime
        drawsSample = plan.drawsSample
    }

    static func makeTotal(_ plan: AggregatePlan, _ options: WindowOptions) -> WindowState {
        WindowState(Window(start: .min, end: .max), width: nil, plan, limit: options.maxSeries)
    }

    private static func weight(_ field: String, _ record: inout Record) -> Weight { Weight(field, &record) }

    package mutating func process<S: RecordSink & ~Copyable>(
        _ record: inout Record, in run: FilterRun, into sink: inout S
    ) {
        guard let hasMoved = observeTime(&record, in: run) else { return }
        if hasMoved { closePassed(in: run, into: &sink) }
        switch take(&record, in: run) {
        case .absorbed: run.ledger.absorbed &+= 1
        case .late: addLate(&record, run)
        case .rejected: break
        }
    }

    // A record that is only lent is copied for it, before it is known whether it is needed.

    @inline(never) private mutating func addLate(_ record: inout Record, _ run: FilterRun) { late.add(record, run) }

    @inline(never)
    private mutating func reject(
        _ record: inout Record, _ reason: DropReason, _ message: String, _ run: FilterRun
    ) {
        run.reject(reason, record.line, record, message)
    }

    /// An expression that may be nothing but a field.
    struct ReadField: BitwiseCopyable {
        var place: FieldPlace
        let isAll: Bool
    }

    enum Outcome { case absorbed, late, rejected }

    /// Lets event time go on with the record's. Returns whether windows may leave for it; nil if it has no time and needs
    /// one, which has been said.
    @inline(__always) mutating func observeTime(_ record: inout Record, in run: FilterRun) -> Bool? {
        guard needsTime else { return false }
        observation.time = eventTime(&record)
        guard options.hasWindows else { return false }
        guard let time = observation.time else {
            reject(&record, .badTime, "no 'time' that could tell the window", run)
            return nil
        }
        if isSibling {
            passage.observe(time, source: sources.id(of: &record), options.grid)
            return false
        }
        return watermark.observe(time, source: sources.id(of: &record))
    }

    /// Takes what is needed of a record whose time was observed.
    @inline(__always) mutating func take(_ record: inout Record, in run: FilterRun) -> Outcome {
        if let weight {
            guard let times = weight.of(&record) else {
                reject(&record, .badType, "the weight is no whole number from 1 on", run)
                return .rejected
            }
            observation.times = times
        }
        let slice = key.build(&record)
        guard let state = state(slice) else { return .late }
        if drawsSample { observation.record = record.store.buffer.withSpan(record.line, SeriesHash.hash) }
        state.look { observe(&record, $0) }
        return .absorbed
    }

    @inline(__always) private mutating func observe(_ record: inout Record, _ state: WindowState) {
        state.count(series, observation.times)
        var evaluated = -1
        var value = Value.null
        var index = 0
        while index < state.uncounted.count {
            if positions[index] != evaluated {
                evaluated = positions[index]
                if fields[evaluated].isAll {
                    let position = fields[evaluated].place.find(in: &record)
                    value = position.map { record.value(at: $0) } ?? .null
                } else {
                    value = uncountedExpressions[evaluated].look { $0.evaluate(&record) }
                }
            }
            state.uncounted[index].look { $0.observe(value, series, observation, &record) }
            index &+= 1
        }
    }

    /// The state that the record belongs to, with `series` in it; nil if it is late.
    @inline(__always) private mutating func state(_ slice: Slice) -> Uncounted<WindowState>? {
        if let total = total?.uncounted {
            series = total.look { total in
                if let time = observation.time { total.span.add(time) }
                return key.withSpan(slice) { total.series($0) }
            }
            return total
        }
        guard let time = observation.time else { return nil }
        if let state = windows?.state(at: time, watermark: watermark.time) {
            series = state.look { state in key.withSpan(slice) { state.series($0) } }
            return state
        }
        // What is going to be merged waits for nobody.
        let passed = options.keepsLate ? Int64.min : watermark.time
        let number = key.withSpan(slice) { sessions?.session(of: $0, at: time, watermark: passed) }
        guard let number else { return nil }
        series = number
        return sessions?.uncountedPool
    }

    @inline(__always) private mutating func eventTime(_ record: inout Record) -> Int64? {
        guard let position = time.find(in: &record), record[position].kind == .string else { return nil }
        return minute.nanoseconds(record.store.buffer, record[position].value)
    }

    // MARK: Closing

    /// Lets go of the windows that the watermark has passed. With the first of them it is said what they had nothing to go by.
    private mutating func closePassed<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        if close(before: watermark.time, in: run, into: &sink) { run.warnOfUnmetPremises() }
    }

    /// Lets go of the windows that end no later than a time.
    /// - Returns: whether there were any.
    @discardableResult
    mutating func close<S: RecordSink & ~Copyable>(before time: Int64, in run: FilterRun, into sink: inout S) -> Bool {
        var hasLeft = false
        while let state = windows?.next(before: time) {
            output.emit(state, in: run, into: &sink)
            windows?.takeBack(state)
            hasLeft = true
        }
        for state in sessions?.close(before: time) ?? [] {
            output.emit(state, in: run, into: &sink)
            hasLeft = true
        }
        return hasLeft
    }

    /// When the window that leaves next ends, if that is not after `time`.
    func nextEnd(before time: Int64) -> Int64? {
        windows?.nextEnd(before: time) ?? sessions?.nextEnd(before: time)
    }

    /// Whether something is open that would have to leave at the end of the input.
    var hasOpenWindows: Bool { windows?.first != nil || sessions?.isEmpty == false }

    /// Time passes and nothing comes: quiet logs close their windows by the clock, and a terminal sees how far the open
    /// ones have come.
    package mutating func tick<S: RecordSink & ~Copyable>(now: Int64, in run: FilterRun, into sink: inout S) {
        late.flush()
        if options.hasWindows {
            if watermark.tick(now: run.clock.monotonic) { closePassed(in: run, into: &sink) }
            if !isForEyes, let first = windows?.first { output.announce(first, lateness: watermark.lateness, run) }
        }
        guard sink.takesDrafts else { return }
        output.draft(windows?.drafts ?? sessions?.drafts ?? total.map { [$0.object] } ?? [], into: &sink)
    }

    package mutating func finish<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        if let total = total?.object {
            // The count of nothing is 0, and that is an answer.
            if key.isSingle, run.inputNumber > 0, total.table.count == 0 { total.addSeries() }
            output.emit(total, in: run, into: &sink)
        }
        total = nil
        while let state = windows?.nextAtEnd() { output.emit(state, in: run, into: &sink) }
        for state in sessions?.close(before: .max) ?? [] { output.emit(state, in: run, into: &sink) }
        output.settle(in: run, into: &sink)
        late.close(run)
        output.close(unfilled: windows?.unfilled ?? 0, run)
    }

    /// Often enough for eyes, and for a watermark that goes on by the clock.
    package var wantsTick: TickWish? { options.hasWindows || isForEyes ? .every(250) : nil }

    package var remembersRecords: Bool { true }
}
