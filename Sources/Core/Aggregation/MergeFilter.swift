import Bytes
import FilterKit
import Metrics
import Records

/// Partial records in, and one record for each window and series out: the same bytes as if all of it had been computed at
/// once, whatever the parts and their order.
package struct MergeFilter: Filter, ~Copyable {
    private let options: WindowOptions
    private let shape: OutputShape
    private let state: FieldName
    /// Which labels are kept; nil for all that the parts have.
    private let labels: [String]?
    /// The question: from the command line, or that of the first part.
    private var plan: AggregatePlan?
    private var merged: MergedWindows?

    /// - Parameters:
    ///   - plan: nil to merge what the parts are of.
    ///   - labels: nil to keep those of the parts.
    package init(
        _ plan: AggregatePlan?, _ options: WindowOptions, by labels: [String]?, _ shape: OutputShape,
        _ record: inout Record
    ) {
        self.plan = plan
        self.options = options
        self.labels = labels
        self.shape = shape
        state = record.name("_state")
    }

    package mutating func process<S: RecordSink & ~Copyable>(
        _ record: inout Record, in run: FilterRun, into sink: inout S
    ) {
        guard let position = record.position(of: state), record[position].kind == .string else {
            return run.reject(
                .badType, record.line, record, "no '_state' to merge (weir-aggregate --partial writes it)")
        }
        do throws(SnapshotError) {
            guard let bytes = record.decode(base64: record[position].value) else { throw .foreign }
            if let complaint = try merge(PartialState(reading: bytes)) {
                return run.reject(.badType, record.line, record, complaint)
            }
            run.ledger.absorbed &+= 1
        } catch {
            run.reject(.badType, record.line, record, "the '_state' is damaged, or of another version of weir")
        }
    }

    /// Returns why it cannot be merged.
    private mutating func merge(_ part: PartialState) throws(SnapshotError) -> String? {
        if merged == nil {
            guard let plan = plan ?? (try? AggregatePlan(part.words)) else { throw .foreign }
            let labels = labels ?? part.labels
            if (try? plan.checkNames(labels: labels, hasWindows: true)) == nil { throw .foreign }
            self.plan = plan
            merged = MergedWindows(plan, labels, options, shape)
        }
        return try merged?.add(part)
    }

    package mutating func finish<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        merged?.emit(in: run, into: &sink)
    }

    package var remembersRecords: Bool { true }

    package func save(to snapshot: inout SnapshotWriter) {
        snapshot.append(merged != nil)
        guard let merged, let plan else { return }
        snapshot.append(UInt64(plan.words.count))
        for word in plan.words { snapshot.append(word) }
        merged.write(to: &snapshot)
    }

    package mutating func restore(from snapshot: inout SnapshotReader, in run: FilterRun) throws(SnapshotError) {
        guard try snapshot.flag() else { return }
        var words: [String] = []
        for _ in 0..<(try snapshot.count()) { words.append(try snapshot.text()) }
        guard let plan = plan ?? (try? AggregatePlan(words)), plan.words == words else { throw .foreign }
        self.plan = plan
        merged = try MergedWindows(from: &snapshot, plan, options, shape)
    }
}

extension Record {
    /// The bytes that the base64 of a slice stands for.
    fileprivate mutating func decode(base64 slice: Slice) -> [UInt8]? {
        let start = store.buffer.count
        guard store.buffer.appendDecoding(base64: slice) else { return nil }
        return store.buffer.copy(Slice(from: start, to: store.buffer.count))
    }
}
