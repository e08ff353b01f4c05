import Bytes
import FilterKit
import Records

/// A part of weir-enrich that adds to a record what it looks up, learns or hides. Each has a folder of its own, with its
/// flags in a group of their own.
///
/// A part changes the record in place and allocates nothing for it in steady state; text that it computes goes to the
/// record's scratch.
protocol Enricher: AnyObject {
    /// Works on one record.
    /// - Returns: whether the record goes on; if not, the part has counted it as dropped.
    func enrich(_ record: inout Record, in run: FilterRun) -> Bool

    /// It reads files that may change while it runs, or writes one: `look` is wanted about once a second.
    var looksAtFiles: Bool { get }
    func look(in run: FilterRun)

    /// What it does to a record depends on those before it: that is saved at each mark.
    var remembers: Bool { get }
    func save(to snapshot: inout SnapshotWriter)
    func restore(from snapshot: inout SnapshotReader) throws(SnapshotError)

    /// No more records come: what is to be said or written at the end.
    func finish(in run: FilterRun)
}

extension Enricher {
    var looksAtFiles: Bool { false }
    func look(in run: FilterRun) {}
    var remembers: Bool { false }
    func save(to snapshot: inout SnapshotWriter) {}
    func restore(from snapshot: inout SnapshotReader) throws(SnapshotError) {}
    func finish(in run: FilterRun) {}
}

/// What is done to each record, in the order of the command line.
enum Step {
    case change(Change)
    case part(any Enricher)

    var isRedaction: Bool {
        guard case .part(let part) = self else { return false }
        return part is RedactEnricher
    }
}

/// A step as the command line says it.
protocol StepOption: Sendable {
    func bind(to record: inout Record, in run: FilterRun) throws(Failure) -> Step
}
