import Bytes
import Expressions
import FilterKit
import Records

/// Metric records in, alerts out: a record for each series that begins to fire, and one when that is over.
struct AlertFilter: Filter, ~Copyable {
    private let rule: AlertRule
    private let condition: BoundExpression
    private let valueName: FieldName?
    private let time: FieldName
    private let reader: LabelReader
    private let action: AlertAction?
    private var alert = AlertRecord()
    /// The series by their labels, and in the order of their appearance, which is the order of resolving.
    private var positions: [[UInt8]: Int] = [:]
    private var series: [AlertSeries] = []
    /// The time of the records that come now: all of one window have the same.
    private var now: Int64 = .min
    /// Series that are pending or firing: the only ones that can resolve.
    private var active: Set<Int> = []
    /// Totals have no time: all of a run are of the moment when the first came.
    private var timeOfTotals: Int64?

    init(_ rule: AlertRule, action: AlertAction?, in run: FilterRun, _ record: inout Record) {
        self.rule = rule
        self.action = action
        condition = run.bind(rule.condition, &record)
        valueName = rule.valueField.map { record.name($0) }
        time = record.name("time")
        reader = LabelReader(&record)
    }

    mutating func process<S: RecordSink & ~Copyable>(_ record: inout Record, in run: FilterRun, into sink: inout S) {
        guard let time = eventTime(record, run) else {
            return run.reject(.badTime, record.line, record, "'time' is not an RFC 3339 time")
        }
        // The windows of a series come in their order; what comes behind them has been decided on already.
        if time < now { return run.ledger.drop(.late) }
        run.ledger.absorbed &+= 1
        if time > now {
            resolveAbsent(in: run, into: &sink)
            now = time
        }
        let index = position(of: record)
        // Between windows that do not touch, the series had no value.
        let seen = series[index].state.lastSeen
        if let width = reader.width(of: record), seen != .min, time &- seen > width {
            if let event = series[index].state.stop() { tell(event, index, at: seen &+ width, in: run, into: &sink) }
        }
        let isTrue = condition.isTrue(&record)
        if let valueName, let position = record.position(of: valueName) {
            var value = ByteBuffer(capacity: 64)
            record.writeValue(at: position, to: &value)
            series[index].value = value.contents
        }
        let event = series[index].state.observe(isTrue, at: time, holdFor: rule.holdFor)
        if series[index].state.phase == .inactive { active.remove(index) } else { active.insert(index) }
        if let event { tell(event, index, at: time, in: run, into: &sink) }
    }

    private mutating func eventTime(_ record: borrowing Record, _ run: FilterRun) -> Int64? {
        guard let position = record.position(of: time) else {
            timeOfTotals = timeOfTotals ?? run.clock.now
            return timeOfTotals
        }
        guard record[position].kind == .string else { return nil }
        return Timestamp(rfc3339: record.store.buffer, record[position].value)?.nanoseconds
    }

    private mutating func position(of record: borrowing Record) -> Int {
        let labels = reader.labels(of: record)
        if let known = positions[labels] { return known }
        series.append(AlertSeries(labels: labels, value: Array("null".utf8)))
        positions[labels] = series.count - 1
        return series.count - 1
    }

    /// A window has closed: a series that was not in it has no value, and its condition does not hold.
    private mutating func resolveAbsent<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        for index in active.sorted() where series[index].state.lastSeen < now {
            active.remove(index)
            if let event = series[index].state.stop() { tell(event, index, at: now, in: run, into: &sink) }
        }
    }

    private mutating func tell<S: RecordSink & ~Copyable>(
        _ event: SeriesState.Event, _ index: Int, at time: Int64, in run: FilterRun, into sink: inout S
    ) {
        let isFiring = event == .fired
        if isFiring { run.alertsFired += 1 }
        alert.build(rule, series[index], isFiring: isFiring, startsAt: series[index].state.activeSince, at: time)
        if let action {
            let fingerprint = AlertSeries.fingerprint(rule: rule.name, labels: series[index].labels)
            let isDone = action.run(
                rule, isFiring: isFiring, fingerprint: fingerprint, json: alert.json(), run.diagnostics)
            if !isDone { run.hasFailedActions = true }
        }
        run.create(&alert.record, into: &sink)
    }

    mutating func finish<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        resolveAbsent(in: run, into: &sink)
    }

    // MARK: Over a restart

    var remembersRecords: Bool { true }

    func save(to snapshot: inout SnapshotWriter) {
        snapshot.append(rule.name)
        snapshot.append(now)
        snapshot.append(timeOfTotals != nil)
        snapshot.append(timeOfTotals ?? 0)
        snapshot.append(UInt64(series.count))
        for series in series { series.save(to: &snapshot) }
    }

    /// An alert is known by its name, as in Prometheus: a condition that was changed goes on with what was pending and firing.
    mutating func restore(from snapshot: inout SnapshotReader, in run: FilterRun) throws(SnapshotError) {
        let name = try snapshot.text()
        now = try snapshot.signed()
        let hasTotals = try snapshot.flag()
        let time = try snapshot.signed()
        timeOfTotals = hasTotals ? time : nil
        for index in 0..<(try snapshot.count()) {
            let series = try AlertSeries(from: &snapshot)
            guard positions.updateValue(index, forKey: series.labels) == nil else { throw .foreign }
            self.series.append(series)
            if series.state.phase != .inactive { active.insert(index) }
        }
        guard name != rule.name else { return }
        let firing = series.count { $0.state.phase == .firing }
        if firing > 0 {
            run.diagnostics.warning(
                "'\(name)' was firing for \(firing) series; that alert is gone, and '\(rule.name)' begins")
        }
        positions = [:]
        series = []
        active = []
    }
}
