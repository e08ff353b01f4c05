import Bytes
import Expressions
import FilterKit
import Records

/// Metric records in, alerts out: a record for each series that begins to fire, and one when that is over.
struct AlertFilter: Filter, ~Copyable {
    private var engine: AlertEngine
    private let action: AlertAction?
    private var alert = AlertRecord()
    /// Totals have no time: all of a run are of the moment when the first came.
    private var timeOfTotals: Int64?
    /// When the last record came, by the clock that never goes back.
    private var lastArrival: Int64

    init(_ rules: [AlertRule], action: AlertAction?, in run: FilterRun, _ record: inout Record) {
        engine = AlertEngine(rules, in: run, &record)
        self.action = action
        lastArrival = run.clock.monotonic
    }

    mutating func process<S: RecordSink & ~Copyable>(_ record: inout Record, in run: FilterRun, into sink: inout S) {
        guard let time = time(of: record, run) else {
            return run.reject(.badTime, record.line, record, "'time' is not an RFC 3339 time")
        }
        // The windows of a series come in their order; what comes behind them has been decided on already.
        if time < engine.now { return run.ledger.drop(.late) }
        run.ledger.absorbed &+= 1
        engine.take(&record, at: time)
        if !engine.events.isEmpty { tell(in: run, into: &sink) }
    }

    private mutating func time(of record: borrowing Record, _ run: FilterRun) -> Int64? {
        let total = timeOfTotals
        var made: Int64?
        let time = engine.time(of: record) {
            let now = total ?? run.clock.now
            made = now
            return now
        }
        if let made { timeOfTotals = made }
        return time
    }

    private mutating func tell<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        let events = engine.events
        engine.events.removeAll(keepingCapacity: true)
        for event in events {
            let rule = engine.rules[event.rule].rule
            if event.isFiring { run.alertsFired += 1 }
            alert.build(rule, event)
            if let action {
                let fingerprint = AlertFingerprint.text(rule: rule.name, labels: event.labels)
                let isDone = action.run(
                    rule, isFiring: event.isFiring, fingerprint: fingerprint, json: alert.json(), run.diagnostics)
                if !isDone { run.hasFailedActions = true }
            }
            run.create(&alert.record, into: &sink)
        }
    }

    mutating func finish<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        engine.finish()
        tell(in: run, into: &sink)
    }

    // MARK: Over a restart

    var remembersRecords: Bool { true }

    func save(to snapshot: inout SnapshotWriter) {
        snapshot.append(timeOfTotals != nil)
        snapshot.append(timeOfTotals ?? 0)
        engine.save(to: &snapshot)
    }

    mutating func restore(from snapshot: inout SnapshotReader, in run: FilterRun) throws(SnapshotError) {
        let hasTotals = try snapshot.flag()
        let time = try snapshot.signed()
        timeOfTotals = hasTotals ? time : nil
        for (name, count) in try engine.restore(from: &snapshot) {
            run.diagnostics.warning("'\(name)' was firing for \(count) series, and there is no such rule any more")
        }
    }
}
