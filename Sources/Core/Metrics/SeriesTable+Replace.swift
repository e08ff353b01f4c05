extension SeriesTable {
    /// Puts a series with another key in the place of the one at `index`: the old key is forgotten, the index goes on
    /// to the new one. If the new key is in the table already, nothing changes and false is returned.
    package mutating func replace(at index: Int, withKey key: RawSpan) -> Bool {
        let hash = SeriesHash.hash(key)
        guard find(key, hash) == nil else { return false }
        vacate(index)
        garbage += keyRange(at: index).count
        if garbage > 4096, garbage > store.count / 2 { compact(without: index) }
        entries[index] = appendToStore(key, hash)
        occupy(index, hash)
        return true
    }

    /// Empties the slot of an index, and moves those behind it up, so that every key stays reachable from its own slot
    /// (Knuth, TAOCP 3, 6.4, algorithm R).
    private mutating func vacate(_ index: Int) {
        let mask = slots.count - 1
        var hole = Int(truncatingIfNeeded: entries[index].hash) & mask
        while slots[hole] & 0xFFFF_FFFF != UInt64(index + 1) { hole = (hole + 1) & mask }
        var next = (hole + 1) & mask
        while slots[next] != 0 {
            let home = Int(truncatingIfNeeded: entries[Int(slots[next] & 0xFFFF_FFFF) - 1].hash) & mask
            if (next - home) & mask >= (next - hole) & mask {
                slots[hole] = slots[next]
                hole = next
            }
            next = (next + 1) & mask
        }
        slots[hole] = 0
    }

    private mutating func compact(without index: Int) {
        var kept: [UInt8] = []
        kept.reserveCapacity(store.count)
        for other in entries.indices where other != index {
            let start = kept.count
            kept.append(contentsOf: store[keyRange(at: other)])
            entries[other].start = start
            entries[other].end = kept.count
        }
        store = kept
        garbage = 0
    }
}
