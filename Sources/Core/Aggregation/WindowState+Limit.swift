import Metrics

extension WindowState {
    /// The series with this key when there are as many as there may be: those with the smallest hashes stay. A series
    /// that was put out never comes back, since what stays only becomes smaller; so it is all in the overflow series.
    func limited(_ key: RawSpan, _ hash: UInt64) -> Int {
        if let index = table.existingIndex(ofKey: key, hash: hash) { return index + 1 }
        hasOverflow = true
        guard let index = largest.index(in: table), table.isAhead(key, hash, of: index) else { return Self.overflow }
        merge(self, index + 1, into: Self.overflow)
        reset(index + 1)
        _ = table.replace(at: index, withKey: key)
        largest.hashChanged(in: table)
        return index + 1
    }
}

extension SeriesTable {
    /// Whether a key comes before that of a series in the order of hashes.
    func isAhead(_ key: RawSpan, _ hash: UInt64, of index: Int) -> Bool {
        let other = self.hash(at: index)
        if hash != other { return hash < other }
        return Array(key).lexicographicallyPrecedes(self.key(at: index))
    }

    fileprivate func isAhead(_ index: Int, of other: Int) -> Bool {
        withKey(at: index) { isAhead($0, hash(at: index), of: other) }
    }
}

/// A heap of the series of a full table, the one with the largest hash on top.
struct LargestHash {
    private var heap: [Int32] = []

    /// The series with the largest hash; nil in an empty table.
    mutating func index(in table: borrowing SeriesTable) -> Int? {
        if heap.count != table.count {
            heap = (0..<Int32(table.count)).map { $0 }
            for place in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(place, table) }
        }
        return heap.first.map { Int($0) }
    }

    /// The series on top has another key now.
    mutating func hashChanged(in table: borrowing SeriesTable) { sink(0, table) }

    private mutating func sink(_ start: Int, _ table: borrowing SeriesTable) {
        var place = start
        while true {
            var child = 2 * place + 1
            guard child < heap.count else { return }
            if child + 1 < heap.count, table.isAhead(Int(heap[child]), of: Int(heap[child + 1])) { child += 1 }
            guard table.isAhead(Int(heap[place]), of: Int(heap[child])) else { return }
            heap.swapAt(place, child)
            place = child
        }
    }
}
