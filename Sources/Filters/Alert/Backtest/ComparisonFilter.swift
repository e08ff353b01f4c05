import Bytes
import FilterKit
import Records

/// What a change of rules would have done to these metrics: a record for each firing that is new, gone or at another time, and
/// one for each alert that sums it up.
struct ComparisonFilter: Filter, ~Copyable {
    private var old: AlertEngine
    private var new: AlertEngine
    private var oldFirings = Firings()
    private var newFirings = Firings()
    private var report = ReportRecord()
    private var span = TimeSpan()

    init(_ old: [AlertRule], _ new: [AlertRule], in run: FilterRun, _ record: inout Record) {
        self.old = AlertEngine(old, in: run, &record)
        self.new = AlertEngine(new, in: run, &record)
    }

    mutating func process<S: RecordSink & ~Copyable>(_ record: inout Record, in run: FilterRun, into sink: inout S) {
        let total = span.totals(run.clock)
        guard let time = old.time(of: record, or: { total }) else {
            return run.reject(.badTime, record.line, record, "'time' is not an RFC 3339 time")
        }
        if time < old.now { return run.ledger.drop(.late) }
        run.ledger.absorbed &+= 1
        old.take(&record, at: time)
        new.take(&record, at: time)
        span.extend(to: time, width: old.width)
        collect()
    }

    private mutating func collect() {
        oldFirings.take(old.events)
        newFirings.take(new.events)
        old.events.removeAll(keepingCapacity: true)
        new.events.removeAll(keepingCapacity: true)
    }

    mutating func finish<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        old.finish()
        new.finish()
        collect()
        let before = oldFirings.sorted.map { (name: old.rules[$0.rule].rule.name, firing: $0) }
        var after = newFirings.sorted.map { (name: new.rules[$0.rule].rule.name, firing: $0) }
        let all = after
        var changes: [(time: Int64, change: String, name: String, old: Firing?, new: Firing?)] = []
        for (name, firing) in before {
            let match = after.firstIndex {
                $0.name == name && $0.firing.labels == firing.labels && $0.firing.overlaps(firing)
            }
            guard let match else {
                changes.append((firing.firedAt, "gone", name, firing, nil))
                continue
            }
            let other = after.remove(at: match).firing
            if other.firedAt != firing.firedAt || other.endsAt != firing.endsAt {
                changes.append((min(firing.firedAt, other.firedAt), "moved", name, firing, other))
            }
        }
        for (name, firing) in after { changes.append((firing.firedAt, "new", name, nil, firing)) }
        for change in changes.enumerated().sorted(by: { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }) {
            run.alertsFired += 1
            report.build(change: change.element.change, change.element.name, change.element.old, change.element.new)
            run.create(&report.record, into: &sink)
        }
        var names: [String] = []
        for bound in old.rules { if !names.contains(bound.rule.name) { names.append(bound.rule.name) } }
        for bound in new.rules { if !names.contains(bound.rule.name) { names.append(bound.rule.name) } }
        for name in names {
            report.build(
                comparison: name, before.filter { $0.name == name }.map(\.firing),
                all.filter { $0.name == name }.map(\.firing), span)
            run.create(&report.record, into: &sink)
        }
    }
}
