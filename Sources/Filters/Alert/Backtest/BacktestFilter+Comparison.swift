import FilterKit
import Records

/// What a change of rules would have done to these metrics: a record for each firing that is new, gone or at another time, and
/// one for each alert that sums it up.
extension BacktestFilter {
    private struct Change {
        let time: Int64
        let kind: String
        let name: String
        let old: Firing?
        let new: Firing?
    }

    mutating func compare<S: RecordSink & ~Copyable>(
        _ before: [Replay.Named], _ after: [Replay.Named], in run: FilterRun, into sink: inout S
    ) {
        // The sort is not stable; those of one time stay in their order.
        let changes = Self.changes(before, after).enumerated().sorted {
            ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
        }
        for (_, change) in changes {
            run.alertsFired += 1
            report.build(change: change.kind, change.name, change.old, change.new)
            run.create(&report.record, into: &sink)
        }
        var names: [String] = []
        if let count = old?.engine.rules.count {
            for index in 0..<count { if let name = old?.engine.rules[index].rule.name { names.append(name) } }
        }
        for index in replay.engine.rules.indices { names.append(replay.engine.rules[index].rule.name) }
        var told: Set<String> = []
        for name in names where told.insert(name).inserted {
            report.build(
                comparison: name, before.filter { $0.name == name }.map(\.firing),
                after.filter { $0.name == name }.map(\.firing), span)
            run.create(&report.record, into: &sink)
        }
    }

    private static func changes(_ before: [Replay.Named], _ after: [Replay.Named]) -> [Change] {
        var after = after
        var changes: [Change] = []
        for (name, firing) in before {
            let match = after.firstIndex {
                $0.name == name && $0.firing.labels == firing.labels && $0.firing.overlaps(firing)
            }
            guard let match else {
                changes.append(Change(time: firing.firedAt, kind: "gone", name: name, old: firing, new: nil))
                continue
            }
            let other = after.remove(at: match).firing
            if other.firedAt != firing.firedAt || other.endsAt != firing.endsAt {
                let time = min(firing.firedAt, other.firedAt)
                changes.append(Change(time: time, kind: "moved", name: name, old: firing, new: other))
            }
        }
        for (name, firing) in after {
            changes.append(Change(time: firing.firedAt, kind: "new", name: name, old: nil, new: firing))
        }
        return changes
    }
}
