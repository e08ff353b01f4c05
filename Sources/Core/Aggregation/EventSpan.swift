import Bytes

/// From the first to the last event seen: what a rate without windows divides by.
struct EventSpan: Equatable {
    private var first = Int64.max
    private var last = Int64.min

    mutating func add(_ time: Int64) {
        first = min(first, time)
        last = max(last, time)
    }

    mutating func add(_ other: EventSpan) {
        first = min(first, other.first)
        last = max(last, other.last)
    }

    /// Nil where there was no time or only one.
    var seconds: Double? { last > first ? (Double(last) - Double(first)) / 1e9 : nil }

    func write(to snapshot: inout SnapshotWriter) {
        snapshot.append(last >= first)
        guard last >= first else { return }
        snapshot.append(first)
        snapshot.append(last)
    }

    init() {}

    init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        guard try snapshot.flag() else { return }
        first = try snapshot.signed()
        last = try snapshot.signed()
    }
}
