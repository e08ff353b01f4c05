import Bytes

/// A few of the values there were, chosen by their fixed hash: the same ones in any order and on any machine, and in no
/// relation to what they say.
package struct ExemplarState: MergeableState {
    package let limit: Int
    private var entries: [(hash: UInt64, value: [UInt8])] = []

    /// - Parameter limit: how many are kept, at least 1.
    package init(limit: Int) { self.limit = max(limit, 1) }

    /// JSON texts, in the order of their bytes.
    package var values: [[UInt8]] { entries.map(\.value).sorted { $0.lexicographicallyPrecedes($1) } }

    /// - Parameter bytes: the value as JSON.
    package mutating func add(_ bytes: RawSpan) {
        let hash = SeriesHash.hash(bytes)
        if entries.count == limit, let last = entries.last, last.hash < hash { return }
        var place = entries.count
        while place > 0 {
            let entry = entries[place - 1]
            if entry.hash < hash { break }
            if entry.hash == hash {
                let known = RawSpan(_elements: entry.value.span)
                if known.isEqual(to: bytes) { return }
                if known.precedes(bytes) { break }
            }
            place -= 1
        }
        guard place < limit else { return }
        entries.insert((hash, Array(bytes)), at: place)
        if entries.count > limit { entries.removeLast() }
    }

    package mutating func merge(_ other: ExemplarState) {
        for entry in other.entries { add(RawSpan(_elements: entry.value.span)) }
    }

    package func write(to snapshot: inout SnapshotWriter) {
        snapshot.append(UInt64(entries.count))
        for entry in entries { snapshot.append(entry.value) }
    }

    package mutating func merge(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        for _ in 0..<(try snapshot.count()) {
            let bytes = try snapshot.run()
            guard !bytes.isEmpty else { throw .foreign }
            add(RawSpan(_elements: bytes.span))
        }
    }
}

extension Array where Element == UInt8 {
    package init(_ bytes: RawSpan) {
        self.init()
        reserveCapacity(bytes.byteCount)
        let source = Span<UInt8>(_bytes: bytes)
        for position in source.indices { append(source[position]) }
    }
}
