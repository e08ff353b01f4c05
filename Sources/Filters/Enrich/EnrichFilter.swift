import FilterKit
import Records

/// Changes each record and passes it on.
struct EnrichFilter: Filter, ~Copyable {
    private let changes: [Change]

    init(_ changes: [Change]) { self.changes = changes }

    func process<S: RecordSink & ~Copyable>(_ record: inout Record, in run: FilterRun, into sink: inout S) {
        for change in changes { change.apply(to: &record) }
        run.pass(&record, into: &sink)
    }
}
