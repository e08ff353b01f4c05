import Records

/// Gives each series' key, a string of bytes, a small dense index: 0, 1, 2 … in the order of first appearance. The
/// state of a series then lies in plain arrays.
///
/// An open-addressing hash table with linear probing, at most three quarters full, over one store of key bytes. Looking
/// up a known key allocates nothing. The hash is fixed (see `SeriesHash`).
@usableFromInline package struct SeriesTable: Sendable {
    @usableFromInline struct Entry: BitwiseCopyable, Sendable {
        @usableFromInline var hash: UInt64
        @usableFromInline var start: Int
        @usableFromInline var end: Int
    }

    /// For each slot: 0, or 32 bits of the hash above 1 + the index. The hash bits tell nearly all other keys apart
    /// without touching them.
    var slots: [UInt64] = []
    @usableFromInline var entries: [Entry] = []
    var store: [UInt8] = []
    /// Bytes of the store that belong to keys which were replaced.
    var garbage = 0

    package init() {}

    /// How many series there are.
    @inlinable package var count: Int { entries.count }

    /// The index of the series with this key; a new key is copied and gets the next index, which is `count` before the
    /// call.
    @inline(__always)
    package mutating func index(ofKey key: RawSpan) -> (index: Int, isNew: Bool) {
        index(ofKey: key, hash: SeriesHash.hash(key))
    }

    /// As above, with the hash of the key (`SeriesHash.hash`) known already.
    package mutating func index(ofKey key: RawSpan, hash: UInt64) -> (index: Int, isNew: Bool) {
        if let index = find(key, hash) { return (index, false) }
        if (entries.count + 1) * 4 > slots.count * 3 { grow() }
        let index = entries.count
        // An index has 32 bits in a slot; four thousand million series do not fit any memory.
        precondition(index < Int(UInt32.max))
        entries.append(appendToStore(key, hash))
        occupy(index, hash)
        return (index, true)
    }

    /// The index of the series with this key; nil if there is none. Nothing is added.
    package func existingIndex(ofKey key: RawSpan) -> Int? {
        find(key, SeriesHash.hash(key))
    }

    /// As above, with the hash of the key known already.
    package func existingIndex(ofKey key: RawSpan, hash: UInt64) -> Int? { find(key, hash) }

    /// The key's place in the store (see `withKey`, `key(at:)`).
    package func keyRange(at index: Int) -> Range<Int> { entries[index].start..<entries[index].end }

    /// The bytes of all keys, one after the other (and some of keys that were replaced).
    package var keyBytes: [UInt8] { store }

    /// A copy of the key's bytes. Allocates; on the way out use `withKey`.
    package func key(at index: Int) -> [UInt8] { Array(store[keyRange(at: index)]) }

    /// Calls `body` with the key's bytes in place.
    package func withKey<Result>(at index: Int, _ body: (RawSpan) -> Result) -> Result {
        body(RawSpan(_elements: store.span).extracting(keyRange(at: index)))
    }

    /// The hash of the series' key.
    package func hash(at index: Int) -> UInt64 { entries[index].hash }

    /// Forgets all series.
    package mutating func removeAll(keepingCapacity: Bool) {
        entries.removeAll(keepingCapacity: keepingCapacity)
        store.removeAll(keepingCapacity: keepingCapacity)
        garbage = 0
        if keepingCapacity {
            for slot in slots.indices { slots[slot] = 0 }
        } else {
            slots = []
        }
    }

    /// The indices by their keys' bytes, in the order of `memcmp`: the order of output.
    package func indicesSortedByKey() -> [Int] {
        entries.indices.sorted { left, right in
            let bytes = RawSpan(_elements: store.span)
            return bytes.extracting(keyRange(at: left)).precedes(bytes.extracting(keyRange(at: right)))
        }
    }

    // MARK: Slots

    @inline(__always)
    func find(_ key: RawSpan, _ hash: UInt64) -> Int? {
        guard !slots.isEmpty else { return nil }
        let bytes = RawSpan(_elements: store.span)
        let mask = slots.count &- 1
        let tag = hash & 0xFFFF_FFFF_0000_0000
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let content = slots[slot]
            if content & 0xFFFF_FFFF_0000_0000 == tag {
                let index = Int(truncatingIfNeeded: content & 0xFFFF_FFFF) &- 1
                let entry = entries[index]
                if bytes.extracting(entry.start..<entry.end).isEqual(to: key) { return index }
            }
            slot = (slot &+ 1) & mask
        }
        return nil
    }

    mutating func occupy(_ index: Int, _ hash: UInt64) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(index + 1)
    }

    /// Room for as many series at once.
    package mutating func reserve(_ count: Int) {
        var size = max(16, slots.count)
        while count * 4 > size * 3 { size *= 2 }
        entries.reserveCapacity(count)
        if size > slots.count { grow(to: size) }
    }

    private mutating func grow() { grow(to: max(16, slots.count * 2)) }

    private mutating func grow(to size: Int) {
        slots = Array(repeating: 0, count: size)
        for index in entries.indices { occupy(index, entries[index].hash) }
    }

    // MARK: Store

    mutating func appendToStore(_ key: RawSpan, _ hash: UInt64) -> Entry {
        let start = store.count
        let bytes = Span<UInt8>(_bytes: key)
        for position in bytes.indices { store.append(bytes[position]) }
        return Entry(hash: hash, start: start, end: store.count)
    }
}
