import Bytes
import FilterKit
import Records

/// `--dedupe FIELDS --within DURATION`
struct DedupeOption: StepOption {
    let fields: [String]
    let within: Int64

    func bind(to record: inout Record, in run: FilterRun) throws(Failure) -> Step {
        run.expect(fields, &record)
        return .part(Dedupe(fields, within: within, &record))
    }
}

/// Leaves out what was said already. The first one goes on, and how many came after it is written into the next one that
/// does, as `suppressed`.
final class Dedupe: Enricher {
    private let names: [FieldName]
    private let suppressed: FieldName
    private let within: Int64
    private var time: EventTime
    private var keys: RecentKeys

    init(_ fields: [String], within: Int64, _ record: inout Record) {
        var names: [FieldName] = []
        for field in fields { names.append(record.name(field)) }
        self.names = names
        suppressed = record.name("suppressed")
        self.within = within
        time = EventTime(&record)
        // Twice the time that it looks back, so that what was left out is still known when the next one comes.
        keys = RecentKeys(span: within.multipliedReportingOverflow(by: 2).overflow ? .max : within * 2)
    }

    func enrich(_ record: inout Record, in run: FilterRun) -> Bool {
        let now = time.time(of: record)
        let key = RecordKey(names, &record)
        guard var known = keys[key] else {
            keys.keep(.init(time: now, count: 0), for: key, now: time.latest ?? now)
            return true
        }
        let (distance, overflow) = now.subtractingReportingOverflow(known.time)
        if !overflow, distance.magnitude < UInt64(within) {
            known.count &+= 1
            keys.keep(known, for: key, now: time.latest ?? now)
            run.ledger.drop(.duplicate)
            return false
        }
        keys.keep(.init(time: max(now, known.time), count: 0), for: key, now: time.latest ?? now)
        if known.count > 0 { record.set(suppressed, to: .integer(known.count)) }
        return true
    }

    var remembers: Bool { true }

    func save(to snapshot: inout SnapshotWriter) {
        time.save(to: &snapshot)
        keys.save(to: &snapshot)
    }

    func restore(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        try time.restore(from: &snapshot)
        try keys.restore(from: &snapshot)
    }
}
