import Bytes

/// The first or the last value by the time of its event; of several at the same time, the first or last in the order of
/// their bytes as JSON. So which one it is does not depend on the order in which they came.
package struct EdgeState: MergeableState {
    package let isLast: Bool
    private var time: Int64?
    /// JSON text; empty before the first value.
    package private(set) var value: [UInt8] = []

    package init(isLast: Bool) { self.isLast = isLast }

    /// The time of the value there is.
    package var eventTime: Int64? { time }

    package mutating func add(_ bytes: RawSpan, at time: Int64) {
        if let known = self.time {
            if known == time {
                let isBefore = RawSpan(_elements: value.span).precedes(bytes)
                guard isBefore == isLast, !bytes.isEqual(to: RawSpan(_elements: value.span)) else { return }
            } else if (known < time) != isLast {
                return
            }
        }
        self.time = time
        value.removeAll(keepingCapacity: true)
        let source = Span<UInt8>(_bytes: bytes)
        for position in source.indices { value.append(source[position]) }
    }

    package mutating func merge(_ other: EdgeState) {
        if let time = other.time { add(RawSpan(_elements: other.value.span), at: time) }
    }

    package func write(to snapshot: inout SnapshotWriter) {
        snapshot.append(time != nil)
        guard let time else { return }
        snapshot.append(time)
        snapshot.append(value)
    }

    package mutating func merge(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        guard try snapshot.flag() else { return }
        let time = try snapshot.signed()
        let bytes = try snapshot.run()
        guard !bytes.isEmpty else { throw .foreign }
        add(RawSpan(_elements: bytes.span), at: time)
    }
}
