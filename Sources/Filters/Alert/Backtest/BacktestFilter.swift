import FilterKit
import Records

/// What rules would have done to these metrics: a record for each firing, and one for each rule that sums it up. With those that
/// they would replace, what the change would do (`BacktestFilter+Comparison`).
struct BacktestFilter: Filter, ~Copyable {
    var replay: Replay
    /// The rules that there are, where others are held against them.
    var old: Replay?
    var report = ReportRecord()
    var span = TimeSpan()

    init(_ rules: [AlertRule], insteadOf old: [AlertRule]? = nil, in run: FilterRun, _ record: inout Record) {
        var other: Replay?
        if let old { other = Replay(AlertEngine(old, in: run, &record)) }
        self.old = other
        replay = Replay(AlertEngine(rules, in: run, &record))
    }

    mutating func process<S: RecordSink & ~Copyable>(_ record: inout Record, in run: FilterRun, into sink: inout S) {
        guard let time = replay.time(of: record, or: span.totals(run.clock)) else {
            return run.reject(.badTime, record.line, record, "'time' is not an RFC 3339 time")
        }
        if time < replay.engine.now { return run.ledger.drop(.late) }
        run.ledger.absorbed &+= 1
        old?.take(&record, at: time)
        replay.take(&record, at: time)
        span.extend(to: time, width: replay.engine.width)
    }

    mutating func finish<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        old?.finish()
        replay.finish()
        let all = replay.named
        if let before = old?.named { return compare(before, all, in: run, into: &sink) }
        run.alertsFired += all.count
        for (name, firing) in all {
            report.build(name, firing, until: span.end)
            run.create(&report.record, into: &sink)
        }
        for index in replay.engine.rules.indices {
            let own = all.map(\.firing).filter { $0.rule == index }
            report.build(summary: replay.engine.rules[index].rule.name, own, replay.engine.counts[index], span)
            run.create(&report.record, into: &sink)
        }
    }
}

extension Replay {
    typealias Named = (name: String, firing: Firing)

    /// The firings in the order of time, rules and labels, with the names of their alerts.
    var named: [Named] {
        var found: [Named] = []
        for firing in firings.sorted { found.append((engine.rules[firing.rule].rule.name, firing)) }
        return found
    }
}
