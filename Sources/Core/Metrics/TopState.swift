import Bytes
import Records

/// The most frequent values. Up to 10,000 different values of a series all are counted, exactly. Beyond that, counts come
/// from a count-min sketch. Which values are asked for is told in two ways:
///
/// - A value that has a share of 1/250 is never missing. Whatever has 1/1000 of what was counted so far is kept whenever it comes;
///   one that has 1/250 of all in the end has that when it comes last, in any order and in one part at least of any split. What
///   has less in the end is kept in some orders only, and so is not counted among these.
/// - Of those with less, the ones in a sample of the records: the 1,000 with the smallest hash of their line. Lines that are the
///   same count once in it.
///
/// Sketch and sample are functions of the set of records, so merging is free of order; space-saving counters are not. (A value that
/// has less than 1/1000 and 1/250 by the sketch would not be: eight rows make that less likely than once in a million states.)
package struct TopState: MergeableState {
    package static let exactLimit = 10_000
    /// Shares of all, as their inverse: what is kept, and what is sure to be kept.
    private static let kept: UInt64 = 1000
    private static let sure: UInt64 = 250

    private var table = SeriesTable()
    private var counts: [UInt64] = []
    /// Nil while all values are counted.
    private var sketch: CountMinSketch?
    private var sample = RecordSample()
    /// In the sketch's time, so many values are kept before those are looked for that need not be.
    private var room = 4 * RecordSample.size

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
            let count = sketch?.add(SeriesHash.hash(bytes), times) ?? 0
            if isLarge(count, Self.kept) { keep(bytes) }
            return
        }
        let index = keep(bytes)
        counts[index] = counts[index].saturatingSum(times)
        if table.count > Self.exactLimit { approximate() }
    }

    private mutating func remember(_ bytes: RawSpan, _ record: UInt64) {
        sample.insert(record, keep(bytes))
        if sketch != nil, table.count > room { forget() }
    }

    @discardableResult
    private mutating func keep(_ bytes: RawSpan) -> Int {
        let (index, isNew) = table.index(ofKey: bytes)
        if isNew { counts.append(0) }
        return index
    }

    private func isLarge(_ count: UInt64, _ part: UInt64) -> Bool {
        guard let sketch else { return false }
        let (product, overflow) = count.multipliedReportingOverflow(by: part)
        return overflow || product >= sketch.total
    }

    /// Whether the value has, in the sketch, such a part of all.
    private func isLarge(at index: Int, _ part: UInt64) -> Bool {
        isLarge(sketch?.estimate(table.hash(at: index)) ?? 0, part)
    }

    private mutating func approximate() {
        var sketch = CountMinSketch()
        for index in 0..<table.count { sketch.add(table.hash(at: index), counts[index]) }
        self.sketch = sketch
        forget()
    }

    /// Keeps what is in the sample, and what is large.
    private mutating func forget() {
        var kept = SeriesTable()
        let known = table
        sample.renumber { index in known.withKey(at: index) { kept.index(ofKey: $0).index } }
        for index in 0..<known.count where isLarge(at: index, Self.kept) {
            _ = known.withKey(at: index) { kept.index(ofKey: $0) }
        }
        table = kept
        counts = Array(repeating: 0, count: kept.count)
        room = max(4 * RecordSample.size, 2 * kept.count)
    }

    /// The values with the largest counts, largest first; equal ones in the order of their bytes.
    package func top(_ limit: Int) -> [Entry] {
        var candidates: [Int] = Array(0..<table.count)
        if sketch != nil {
            let sampled = Set(sample.entries.map { Int($0.index) })
            candidates.removeAll { !sampled.contains($0) && !isLarge(at: $0, Self.sure) }
        }
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
            for index in 0..<other.table.count where other.isLarge(at: index, Self.kept) {
                _ = other.table.withKey(at: index) { keep($0) }
            }
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
            let large = table.indicesSortedByKey().filter { isLarge(at: $0, Self.sure) }
            snapshot.append(UInt64(large.count))
            for index in large { snapshot.append(table.key(at: index)) }
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
            for _ in 0..<(try snapshot.count()) {
                let key = try snapshot.run()
                guard !key.isEmpty else { throw .foreign }
                keep(RawSpan(_elements: key.span))
            }
        }
        for _ in 0..<(try snapshot.count()) {
            let record = try snapshot.unsigned()
            let key = try snapshot.run()
            guard !key.isEmpty else { throw .foreign }
            if sample.wants(record) { remember(RawSpan(_elements: key.span), record) }
        }
    }
}
