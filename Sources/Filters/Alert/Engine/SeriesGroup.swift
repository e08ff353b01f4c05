import Bytes
import Expressions
import FilterKit
import Metrics
import Records

/// Rules whose series are made by the same labels, and those series.
final class SeriesGroup {
    /// How a rule is evaluated.
    enum Kind: UInt8, BitwiseCopyable {
        /// By comparisons of numbers alone.
        case thresholds
        case expression
        /// It waits for records.
        case absence
    }

    struct Entry: BitwiseCopyable {
        let rule: Int32
        let kind: Kind
        /// Its tests in `tests`.
        let firstTest: Int32
        let testCount: Int32
        /// Of these fields one must be there, or the record is not the rule's business; 0 where all are.
        let fields: UInt64
        /// The column of `recent`; -1 for none.
        let column: Int32
    }

    let by: [String]?
    var labels: LabelReader
    var table = SeriesTable()
    var entries = Slab<Entry>(capacity: 16)
    var tests = Slab<ThresholdTest>(capacity: 16)
    /// For each series and entry: 0, or 1 + the place of what is active.
    var marks = Slab<Int32>(capacity: 256)
    var lookBacks: [BoundLookBack] = []
    var recent = RecentValues()

    init(by: [String]?, _ record: inout Record) {
        self.by = by
        labels = LabelReader(by: by, &record)
    }

    /// The series of a record.
    func series(of record: borrowing Record) -> Int {
        labels.read(record)
        let (index, isNew) = labels.withKey { table.index(ofKey: $0) }
        if isNew { addSeries() }
        return index
    }

    /// The series with these labels.
    func series(_ key: [UInt8]) -> Int {
        let (index, isNew) = table.index(ofKey: RawSpan(_elements: key.span))
        if isNew { addSeries() }
        return index
    }

    private func addSeries() {
        for _ in 0..<entries.count { marks.append(0) }
        recent.addSeries()
        for lookBack in lookBacks { lookBack.memories.append(SeriesMemory()) }
    }
}
