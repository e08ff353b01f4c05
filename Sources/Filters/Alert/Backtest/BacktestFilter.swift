import Bytes
import FilterKit
import Records
import System

/// What rules would have done to these metrics: a record for each firing, and one for each rule that sums it up.
struct BacktestFilter: Filter, ~Copyable {
    private var engine: AlertEngine
    private var firings = Firings()
    private var report = ReportRecord()
    private var span = TimeSpan()

    init(_ rules: [AlertRule], in run: FilterRun, _ record: inout Record) {
        engine = AlertEngine(rules, in: run, &record)
    }

    mutating func process<S: RecordSink & ~Copyable>(_ record: inout Record, in run: FilterRun, into sink: inout S) {
        let total = span.totals(run.clock)
        guard let time = engine.time(of: record, or: { total }) else {
            return run.reject(.badTime, record.line, record, "'time' is not an RFC 3339 time")
        }
        if time < engine.now { return run.ledger.drop(.late) }
        run.ledger.absorbed &+= 1
        engine.take(&record, at: time)
        span.extend(to: time, width: engine.width)
        if !engine.events.isEmpty { collect() }
    }

    private mutating func collect() {
        firings.take(engine.events)
        engine.events.removeAll(keepingCapacity: true)
    }

    mutating func finish<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        engine.finish()
        collect()
        let all = firings.sorted
        run.alertsFired += all.count
        for firing in all {
            report.build(engine.rules[firing.rule].rule.name, firing, until: span.end)
            run.create(&report.record, into: &sink)
        }
        for (index, bound) in engine.rules.enumerated() {
            let own = all.filter { $0.rule == index }
            report.build(summary: bound.rule.name, own, engine.counts[index], span)
            run.create(&report.record, into: &sink)
        }
    }
}

/// The time that the records cover.
struct TimeSpan {
    private(set) var start: Int64 = .max
    private(set) var end: Int64 = .min
    private var ofTotals: Int64?

    mutating func extend(to time: Int64, width: Int64?) {
        start = min(start, time)
        let (last, overflow) = time.addingReportingOverflow(width ?? 0)
        end = max(end, overflow ? .max : last)
    }

    /// The one moment of records without a time.
    mutating func totals(_ clock: any Clock) -> Int64 {
        let time = ofTotals ?? clock.now
        ofTotals = time
        return time
    }

    /// Nanoseconds.
    var length: Int64 { start < end ? SeriesState.distance(start, end) : 0 }
}
