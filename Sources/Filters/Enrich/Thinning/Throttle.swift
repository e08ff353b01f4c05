import Bytes
import FilterKit
import Records

/// `--throttle 100/s`, perhaps with `--by FIELDS`
struct ThrottleOption: StepOption {
    private let most: Int64
    private let span: Int64
    private let fields: [String]

    init(_ text: String, by fields: [String]) throws(Failure) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let unit = parts.count == 2 ? String(parts[1]) : ""
        let duration = try? DurationText.parse(unit.first?.isNumber == true ? unit : "1" + unit)
        guard parts.count == 2, let most = Int64(parts[0]), most > 0, let span = duration, span > 0 else {
            throw Failure(.usage, "--throttle: '\(text)' is no rate; write 100/s, 5/m or 1/10s")
        }
        self.most = most
        self.span = span
        self.fields = fields
    }

    func bind(to record: inout Record, in run: FilterRun) throws(Failure) -> Step {
        run.expect(fields, &record)
        return .part(Throttle(most, in: span, by: fields, &record))
    }
}

/// Lets so many records of each kind through in each second, or other span, of event time; the spans are those of the epoch.
final class Throttle: Enricher {
    private let most: Int64
    private let span: Int64
    private let names: [FieldName]
    private var time: EventTime
    private var keys: RecentKeys

    init(_ most: Int64, in span: Int64, by fields: [String], _ record: inout Record) {
        self.most = most
        self.span = span
        var names: [FieldName] = []
        for field in fields { names.append(record.name(field)) }
        self.names = names
        time = EventTime(&record)
        keys = RecentKeys(span: span)
    }

    func enrich(_ record: inout Record, in run: FilterRun) -> Bool {
        let now = time.time(of: record)
        let number = now / span - (now % span < 0 ? 1 : 0)
        let key = RecordKey(names, &record)
        var entry = keys[key] ?? .init(time: number, count: 0)
        // A record that comes late counts in the span that its kind has come to.
        if entry.time < number { entry = .init(time: number, count: 0) }
        guard entry.count < most else {
            run.ledger.drop(.throttled)
            return false
        }
        entry.count += 1
        keys.keep(entry, for: key, now: time.latest ?? now)
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
