import Bytes
import Records

/// The most frequent values. Up to 10,000 different values of a series all are counted, exactly. Beyond that, counts come
/// from a count-min sketch (Cormode & Muthukrishnan, 2005): never too small, and rarely too large by more than 0.13 % of
/// all. Which values are asked for is told by a sample of the records: the 1,000 with the smallest hash of their line, in
/// which a value that has a share of 1 % is missing once in twenty thousand cases.
///
/// Sketch and sample are functions of the set of records, so merging is free of order; space-saving counters are not.
package struct TopState: MergeableState {
    package static let exactLimit = 10_000

    private var table = SeriesTable()
    private var counts: [UInt64] = []
    /// Nil while all values are counted.
    private var sketch: CountMinSketch?
    private var sample = RecordSample()

    package init() {}

    package var isApproximate: Bool { sketch != nil }

    package struct Entry: Equatable, Sendable {
        /// JSON text.
        package let value: [UInt8]
        package let count: UInt64
    }

    /// Counts a value.
    /// - Parameters:
    ///   - bytes: the value as JSON.
    ///   - record: the hash of the record's line.
    package mutating func add(_ bytes: RawSpan, record: UInt64, times: UInt64) {
        count(bytes, times)
        if sample.wants(record) { remember(bytes, record) }
    }

    private mutating func count(_ bytes: RawSpan, _ times: UInt64) {
        if sketch != nil {
            sketch?.add(SeriesHash.hash(bytes), times)
            return
        }
        let (index, isNew) = table.index(ofKey: bytes)
        if isNew { counts.append(0) }
        counts[index] = counts[index].saturatingSum(times)
        if table.count > Self.exactLimit { approximate() }
    }

    private mutating func remember(_ bytes: RawSpan, _ record: UInt64) {
        let (index, isNew) = table.index(ofKey: bytes)
        if isNew { counts.append(0) }
        sample.insert(record, index)
        // In the sketch's time the table holds what is or was in the sample.
        if sketch != nil, table.count > 4 * RecordSample.size { forgetUnsampled() }
    }

    private mutating func approximate() {
        var sketch = CountMinSketch()
        for index in 0..<table.count { sketch.add(table.hash(at: index), counts[index]) }
        self.sketch = sketch
        forgetUnsampled()
    }

    private mutating func forgetUnsampled() {
        var kept = SeriesTable()
        let known = table
        sample.renumber { index in known.withKey(at: index) { kept.index(ofKey: $0).index } }
        table = kept
        counts = Array(repeating: 0, count: kept.count)
    }

    /// The values with the largest counts, largest first; equal ones in the order of their bytes.
    package func top(_ limit: Int) -> [Entry] {
        var candidates: [Int] = Array(0..<table.count)
        if sketch != nil { candidates = Set(sample.entries.map { Int($0.index) }).sorted() }
        let entries = candidates.map { index in
            Entry(value: table.key(at: index), count: sketch?.estimate(table.hash(at: index)) ?? counts[index])
        }
        let sorted = entries.sorted {
            $0.count != $1.count ? $0.count > $1.count : $0.value.lexicographicallyPrecedes($1.value)
        }
        return Array(sorted.prefix(limit))
    }

    package mutating func merge(_ other: TopState) {
        if let sketch = other.sketch {
            if self.sketch == nil { approximate() }
            self.sketch?.merge(sketch)
        } else {
            for index in 0..<other.table.count where other.counts[index] > 0 {
                other.table.withKey(at: index) { count($0, other.counts[index]) }
            }
        }
        for entry in other.sample.entries where sample.wants(entry.record) {
            other.table.withKey(at: Int(entry.index)) { remember($0, entry.record) }
        }
    }

    package func write(to snapshot: inout SnapshotWriter) {
        snapshot.append(sketch == nil)
        if let sketch {
            sketch.write(to: &snapshot)
        } else {
            snapshot.append(UInt64(table.count))
            for index in table.indicesSortedByKey() {
                snapshot.append(table.key(at: index))
                snapshot.append(counts[index])
            }
        }
        snapshot.append(UInt64(sample.entries.count))
        for entry in sample.entries {
            snapshot.append(entry.record)
            snapshot.append(table.key(at: Int(entry.index)))
        }
    }

    package mutating func merge(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        if try snapshot.flag() {
            for _ in 0..<(try snapshot.count()) {
                let key = try snapshot.run()
                guard !key.isEmpty else { throw .foreign }
                count(RawSpan(_elements: key.span), try snapshot.unsigned())
            }
        } else {
            if sketch == nil { approximate() }
            try sketch?.merge(from: &snapshot)
        }
        for _ in 0..<(try snapshot.count()) {
            let record = try snapshot.unsigned()
            let key = try snapshot.run()
            guard !key.isEmpty else { throw .foreign }
            if sample.wants(record) { remember(RawSpan(_elements: key.span), record) }
        }
    }
}

/// The records with the smallest hashes: a sample that is the same in any order, and the smallest of several samples are
/// the sample of all.
struct RecordSample: Sendable {
    static let size = 1_000

    struct Entry: BitwiseCopyable, Sendable {
        let record: UInt64
        var index: Int32
    }

    /// By rising hash, each once.
    private(set) var entries: [Entry] = []

    @inline(__always) func wants(_ record: UInt64) -> Bool {
        guard entries.count == Self.size, let last = entries.last else { return true }
        return record < last.record
    }

    mutating func insert(_ record: UInt64, _ index: Int) {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].record < record { low = middle + 1 } else { high = middle }
        }
        if low < entries.count, entries[low].record == record { return }
        entries.insert(Entry(record: record, index: Int32(index)), at: low)
        if entries.count > Self.size { entries.removeLast() }
    }

    mutating func renumber(_ number: (Int) -> Int) {
        for place in entries.indices { entries[place].index = Int32(number(Int(entries[place].index))) }
    }
}

/// Counts of any number of keys in a table of fixed size.
struct CountMinSketch: Sendable {
    private static let rows = 4
    private static let width = 2048

    private var cells = [UInt64](repeating: 0, count: rows * width)

    /// The cells of a key: each row has its own 11 bits of the hash.
    private func cell(_ hash: UInt64, row: Int) -> Int {
        row * Self.width + Int(truncatingIfNeeded: hash >> UInt64(row * 11)) & (Self.width - 1)
    }

    mutating func add(_ hash: UInt64, _ times: UInt64) {
        for row in 0..<Self.rows {
            let cell = cell(hash, row: row)
            cells[cell] = cells[cell].saturatingSum(times)
        }
    }

    func estimate(_ hash: UInt64) -> UInt64 {
        (0..<Self.rows).reduce(UInt64.max) { min($0, cells[cell(hash, row: $1)]) }
    }

    mutating func merge(_ other: CountMinSketch) {
        for cell in cells.indices { cells[cell] = cells[cell].saturatingSum(other.cells[cell]) }
    }

    func write(to snapshot: inout SnapshotWriter) {
        for cell in cells { snapshot.append(cell) }
    }

    mutating func merge(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        for cell in cells.indices { cells[cell] = cells[cell].saturatingSum(try snapshot.unsigned()) }
    }
}
