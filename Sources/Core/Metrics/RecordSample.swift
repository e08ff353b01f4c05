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
