import Bytes
import Expressions
import FilterKit
import Records
import System

/// Metric records in, alerts out: a record for each series that begins to fire, and one when that is over.
struct AlertFilter: Filter, ~Copyable {
    /// What is done about alerts besides writing them.
    struct Outlets {
        var action: ActionPool?
        var history: AlertHistory?
        var evidence: EvidenceFile?
        /// Nanoseconds between two signs of life.
        var heartbeat: Int64?
    }

    private var engine: AlertEngine
    private let outlets: Outlets
    private var alert = AlertRecord()
    private let heart = AlertRule(name: "heartbeat")
    /// Totals have no time: all of a run are of the moment when the first came.
    private var timeOfTotals: Int64?
    /// Some record of this run had a time.
    private var hasTimes = false
    private var hasWarnedOfTotals = false
    /// When the last record came, by the clock that never goes back, as far as has been looked.
    private var lastArrival: Int64
    private var hasArrived = false
    private var lastBeat: Int64?
    private var recordsSinceBeat = 0

    init(_ rules: [AlertRule], _ outlets: Outlets, in run: FilterRun, _ record: inout Record) {
        engine = AlertEngine(rules, in: run, &record)
        self.outlets = outlets
        lastArrival = run.clock.monotonic
    }

    mutating func process<S: RecordSink & ~Copyable>(_ record: inout Record, in run: FilterRun, into sink: inout S) {
        hasArrived = true
        if outlets.heartbeat != nil { beatWhileBusy(in: run, into: &sink) }
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
        if let made { timeOfTotals = made } else { hasTimes = true }
        return time
    }

    // MARK: Alerts

    private mutating func tell<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        let events = engine.events
        engine.events.removeAll(keepingCapacity: true)
        for event in events {
            if event.isFiring { run.alertsFired += 1 }
            tell(event, engine.rules[event.rule].rule, in: run, into: &sink)
        }
    }

    private mutating func tell<S: RecordSink & ~Copyable>(
        _ event: AlertEvent, _ rule: AlertRule, in run: FilterRun, into sink: inout S
    ) {
        let records = event.isFiring ? outlets.evidence?.records(of: event) : nil
        alert.build(rule, event, records: records)
        if outlets.history != nil || outlets.action != nil {
            let json = alert.json()
            outlets.history?.add(json)
            let fingerprint = AlertFingerprint.text(rule: rule.name, labels: event.labels)
            outlets.action?.run(rule, event, fingerprint: fingerprint, json: json)
        }
        run.create(&alert.record, into: &sink)
    }

    /// Between totals no time passes, so that nothing can have held for long enough.
    private mutating func warnOfTotals(_ run: FilterRun) {
        guard timeOfTotals != nil, !hasTimes, !hasWarnedOfTotals, run.ledger.absorbed > 0,
            let rule = engine.rules.lazy.map(\.rule).first(where: { $0.timing.holdFor > 0 })
        else { return }
        hasWarnedOfTotals = true
        run.diagnostics.warning(
            "'\(rule.name)' is to hold for \(DurationText.format(rule.timing.holdFor)) and cannot: no record had a 'time', "
                + "so all are of one moment; weir-aggregate makes windows with --every 1m")
    }

    // MARK: Time without records

    var wantsTick: TickWish? { .every(250) }

    /// While nothing comes, event time goes on from the last record by the clock: silence is noticed, and what is firing is
    /// resolved when its windows do not come any more. These may be late by a minute, or by their width.
    mutating func tick<S: RecordSink & ~Copyable>(now: Int64, in run: FilterRun, into sink: inout S) {
        let monotonic = run.clock.monotonic
        if hasArrived || lastArrival > monotonic { lastArrival = monotonic }
        hasArrived = false
        warnOfTotals(run)
        beat(monotonic, now, in: run, into: &sink)
        let silence = monotonic &- lastArrival
        if engine.now == .min { engine.beginToWait(at: now &- silence) }
        let start = engine.now == .min ? now &- silence : engine.now
        let (time, overflow) = start.addingReportingOverflow(silence)
        guard !overflow, silence > 0 else { return }
        engine.advance(to: time, slack: max(60_000_000_000, engine.width ?? 0))
        if !engine.events.isEmpty { tell(in: run, into: &sink) }
    }

    mutating func finish<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        engine.finish()
        tell(in: run, into: &sink)
        warnOfTotals(run)
        settle(run)
    }

    /// Waits for what was begun, and says what failed.
    private func settle(_ run: FilterRun) {
        if outlets.action?.settle() == true { run.hasFailedActions = true }
        if let failure = outlets.history?.failure {
            run.diagnostics.error("--history: \(failure.reason)")
            run.hasFailedActions = true
        }
    }

    // MARK: Heartbeat

    private mutating func beatWhileBusy<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        recordsSinceBeat += 1
        guard lastBeat == nil || recordsSinceBeat >= 1024 else { return }
        recordsSinceBeat = 0
        beat(run.clock.monotonic, run.clock.now, in: run, into: &sink)
    }

    /// A sign of life: whoever waits for it learns by its absence that the pipeline has died. By the clock, not by event time.
    private mutating func beat<S: RecordSink & ~Copyable>(
        _ monotonic: Int64, _ now: Int64, in run: FilterRun, into sink: inout S
    ) {
        guard let period = outlets.heartbeat else { return }
        if let lastBeat, monotonic &- lastBeat < period { return }
        lastBeat = monotonic
        let null = Array("null".utf8)
        tell(
            AlertEvent(
                rule: 0, isFiring: true, time: now, startsAt: now, labels: Array("{}".utf8), value: null,
                heldValue: null,
                width: nil), heart, in: run, into: &sink)
    }

    // MARK: Over a restart

    var remembersRecords: Bool { true }

    func save(to snapshot: inout SnapshotWriter) {
        // What was begun for the records before a mark is done when it is passed on.
        outlets.action?.finishBeforeMark()
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
