import Bytes
import Expressions
import FilterKit
import Metrics
import Records

/// Several metrics from one pass over the records, each of its own records and by its own labels.
package struct DeriveFilter: Filter, ~Copyable {
    /// An aggregation, in an array.
    private final class Rule {
        var filter: AggregateFilter
        let condition: BoundExpression?

        init(_ filter: consuming AggregateFilter, _ condition: BoundExpression?) {
            self.filter = filter
            self.condition = condition
        }
    }

    private let rules: [Rule]
    private let late: LateRecords
    private let makeSibling: FilterMaker<DeriveFilter>?

    package init(
        _ metrics: [DerivedMetric], _ options: WindowOptions, weight: String?, late: String?, _ shape: OutputShape,
        isForEyes: Bool, isSibling: Bool = false, makeSibling: FilterMaker<DeriveFilter>? = nil, in run: FilterRun,
        _ record: inout Record
    ) throws(Failure) {
        self.makeSibling = makeSibling
        let lateRecords = try LateRecords(path: late)
        var rules: [Rule] = []
        for metric in metrics {
            let filter = try AggregateFilter(
                metric.plan, options, by: metric.labels, weight: weight, late: nil, shape, isForEyes: isForEyes,
                isSibling: isSibling, in: run, &record)
            let condition = metric.condition.map { Self.bind($0, run, &record) }
            rules.append(Rule(filter, condition))
        }
        self.rules = rules
        self.late = lateRecords
    }

    private static func bind(_ condition: Expression, _ run: FilterRun, _ record: inout Record) -> BoundExpression {
        run.bind(condition, &record)
    }

    package mutating func process<S: RecordSink & ~Copyable>(
        _ record: inout Record, in run: FilterRun, into sink: inout S
    ) {
        // Event time goes on for all of them alike, and windows leave together, so that they come in the order of time.
        var hasMoved = false
        for rule in rules {
            guard let moved = rule.filter.observeTime(&record, in: run) else { return }
            hasMoved = hasMoved || moved
        }
        if hasMoved { close(in: run, into: &sink) }
        var isTaken = false
        var isLate = false
        for rule in rules {
            if let condition = rule.condition, !condition.isTrue(&record) { continue }
            switch rule.filter.take(&record, in: run) {
            case .absorbed: isTaken = true
            case .late: isLate = true
            case .rejected: return
            }
        }
        if isTaken {
            run.ledger.absorbed &+= 1
        } else if isLate {
            late.add(record, run)
        } else {
            run.ledger.drop(.filtered)
        }
    }

    /// Lets go of what the watermark has passed, window by window.
    private func close<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        close(in: run, into: &sink) { rules in
            rules.compactMap { $0.filter.nextEnd(before: $0.filter.watermark.time) }.min()
        }
    }

    private func close<S: RecordSink & ~Copyable>(
        in run: FilterRun, into sink: inout S, next: ([Rule]) -> Int64?
    ) {
        while let end = next(rules) {
            for rule in rules { rule.filter.close(before: end, in: run, into: &sink) }
        }
    }

    package mutating func tick<S: RecordSink & ~Copyable>(now: Int64, in run: FilterRun, into sink: inout S) {
        late.flush()
        for rule in rules { _ = rule.filter.watermark.tick(now: run.clock.monotonic) }
        close(in: run, into: &sink)
    }

    package mutating func finish<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        close(in: run, into: &sink) { rules in
            rules.compactMap { $0.filter.hasOpenWindows ? $0.filter.nextEnd(before: .max) : nil }.min()
        }
        for rule in rules { rule.filter.finish(in: run, into: &sink) }
        late.close(run)
    }

    package var wantsTick: TickWish? { rules.first?.filter.wantsTick }
    package var remembersRecords: Bool { true }

    package func save(to snapshot: inout SnapshotWriter) {
        late.flush()
        snapshot.append(UInt64(rules.count))
        for rule in rules { rule.filter.save(to: &snapshot) }
    }

    package mutating func restore(from snapshot: inout SnapshotReader, in run: FilterRun) throws(SnapshotError) {
        guard try snapshot.count() == rules.count else { throw .foreign }
        for rule in rules { try rule.filter.restore(from: &snapshot, in: run) }
    }

    // MARK: Siblings

    private final class PartialMetrics: PartialResult {
        let parts: [PartialAggregate]
        init(_ parts: [PartialAggregate]) { self.parts = parts }
    }

    /// Event time goes on for all alike, so what holds for one holds for each.
    package var sibling: FilterMaker<DeriveFilter>? {
        rules.first?.filter.canHaveSiblings == true ? makeSibling : nil
    }
    package var folds: Bool { true }

    package mutating func takePartial() -> (any PartialResult)? {
        let parts = rules.map { $0.filter.takePartialAggregate() }
        let good = parts.compactMap(\.self)
        return good.count == parts.count ? PartialMetrics(good) : nil
    }

    package mutating func add<S: RecordSink & ~Copyable>(
        _ partial: any PartialResult, in run: FilterRun, into sink: inout S
    ) -> Bool {
        guard let partial = partial as? PartialMetrics,
            zip(rules, partial.parts).allSatisfy({ $0.filter.follows($1) })
        else { return false }
        var hasMoved = false
        for (rule, part) in zip(rules, partial.parts) where rule.filter.add(part) { hasMoved = true }
        if hasMoved { close(in: run, into: &sink) }
        return true
    }
}
