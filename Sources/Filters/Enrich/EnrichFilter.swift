import Bytes
import Expressions
import FilterKit
import Records

/// Does the steps to each record and passes it on.
struct EnrichFilter: Filter, ~Copyable {
    private let steps: [Step]
    private let parts: [any Enricher]
    /// Holds records to put them in order, when all steps are done.
    private let sorter: Sorter?
    /// The parts that look at files.
    private let lookers: [any Enricher]
    /// The steps, where each of them is a `--set`: those are done without counting references.
    private let assignments: [FieldAssignment]
    /// Records until the clock is asked whether it is time to look at the files.
    private var untilClock = 0
    private var lastLook: Int64 = 0

    /// Invariant: `steps` has the expression.
    struct FieldAssignment {
        let name: FieldName
        let expression: Uncounted<BoundExpression>
    }

    private static let lookInterval: Int64 = 1_000_000_000

    init(_ steps: [Step], _ sorter: Sorter? = nil) {
        self.sorter = sorter
        self.steps = steps
        parts = steps.compactMap { if case .part(let part) = $0 { part } else { nil } }
        lookers = parts.filter(\.looksAtFiles)
        let assignments = steps.compactMap { step -> FieldAssignment? in
            guard case .change(.set(let name, let expression)) = step else { return nil }
            return FieldAssignment(name: name, expression: Uncounted(heldElsewhere: expression))
        }
        self.assignments = assignments.count == steps.count ? assignments : []
    }

    mutating func process<S: RecordSink & ~Copyable>(_ record: inout Record, in run: FilterRun, into sink: inout S) {
        if assignments.count > 0 {
            for assignment in assignments {
                let value = assignment.expression.look { $0.evaluate(&record) }
                record.set(assignment.name, to: value)
            }
            if let sorter { return sorter.take(&record, in: run, into: &sink) }
            return run.pass(&record, into: &sink)
        }
        if !lookers.isEmpty { lookNowAndThen(run) }
        for step in steps {
            switch step {
            case .change(let change): change.apply(to: &record)
            case .part(let part): guard part.enrich(&record, in: run) else { return }
            }
        }
        if let sorter { return sorter.take(&record, in: run, into: &sink) }
        run.pass(&record, into: &sink)
    }

    private mutating func lookNowAndThen(_ run: FilterRun) {
        guard untilClock == 0 else { return untilClock &-= 1 }
        untilClock = 63
        let now = run.clock.monotonic
        guard now &- lastLook >= Self.lookInterval else { return }
        lastLook = now
        for part in lookers { part.look(in: run) }
    }

    /// The next record may come after hours: the files are looked at while nothing does.
    var wantsTick: TickWish? { lookers.isEmpty && sorter == nil ? nil : .every(1000) }

    mutating func tick<S: RecordSink & ~Copyable>(now: Int64, in run: FilterRun, into sink: inout S) {
        for part in lookers { part.look(in: run) }
        sorter?.tick(in: run, into: &sink)
    }

    mutating func finish<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        sorter?.finish(in: run, into: &sink)
        for part in parts { part.finish(in: run) }
    }

    mutating func pause(in run: FilterRun) {
        for part in parts { part.finish(in: run) }
    }

    // MARK: Marks

    var remembersRecords: Bool { sorter != nil || parts.contains { $0.remembers } }

    func save(to snapshot: inout SnapshotWriter) {
        for part in parts where part.remembers { part.save(to: &snapshot) }
        sorter?.save(to: &snapshot)
    }

    mutating func restore(from snapshot: inout SnapshotReader, in run: FilterRun) throws(SnapshotError) {
        for part in parts where part.remembers { try part.restore(from: &snapshot) }
        try sorter?.restore(from: &snapshot)
    }
}
