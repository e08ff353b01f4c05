import Bytes
import Records

/// A histogram over bounds that somebody chose, as OpenTelemetry and Prometheus have it: bucket i counts the values above
/// bound i − 1 up to and including bound i, the last one those above all bounds. Values are compared exactly.
package struct BoundedHistogram: MergeableState {
    /// Ascending, each once.
    package let bounds: [Decimal]
    package private(set) var counts: [UInt64]
    package private(set) var total = SumState()

    package init(bounds: [Decimal]) {
        self.bounds = bounds
        counts = Array(repeating: 0, count: bounds.count + 1)
    }

    package mutating func add(_ number: Decimal, times: UInt64) {
        var low = 0
        var high = bounds.count
        while low < high {
            let middle = (low + high) / 2
            if bounds[middle] < number { low = middle + 1 } else { high = middle }
        }
        counts[low] = counts[low].saturatingSum(times)
        total.add(number, times: times)
    }

    package mutating func merge(_ other: BoundedHistogram) {
        for (index, count) in other.counts.enumerated() where index < counts.count {
            counts[index] = counts[index].saturatingSum(count)
        }
        total.merge(other.total)
    }

    package func write(to snapshot: inout SnapshotWriter) {
        for count in counts { snapshot.append(count) }
        total.write(to: &snapshot)
    }

    package mutating func merge(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        for index in counts.indices { counts[index] = counts[index].saturatingSum(try snapshot.unsigned()) }
        try total.merge(from: &snapshot)
    }
}

/// How content people are who wait: up to the target they are satisfied, up to four times as long they put up with it
/// (Apdex Alliance, "Application Performance Index Technical Specification", 2007).
package struct ApdexState: MergeableState {
    package let target: Decimal
    private let bearable: Decimal
    private var satisfied: UInt64 = 0
    private var tolerating: UInt64 = 0
    private var count: UInt64 = 0

    package init(target: Decimal) {
        self.target = target
        bearable = target.multiplied(by: Decimal(4)) ?? target
    }

    package mutating func add(_ number: Decimal, times: UInt64) {
        count = count.saturatingSum(times)
        if !(target < number) {
            satisfied = satisfied.saturatingSum(times)
        } else if !(bearable < number) {
            tolerating = tolerating.saturatingSum(times)
        }
    }

    /// From 0 to 1; nil of nothing.
    package var score: Double? {
        count > 0 ? (Double(satisfied) + Double(tolerating) / 2) / Double(count) : nil
    }

    package mutating func merge(_ other: ApdexState) {
        satisfied = satisfied.saturatingSum(other.satisfied)
        tolerating = tolerating.saturatingSum(other.tolerating)
        count = count.saturatingSum(other.count)
    }

    package func write(to snapshot: inout SnapshotWriter) {
        snapshot.append(satisfied)
        snapshot.append(tolerating)
        snapshot.append(count)
    }

    package mutating func merge(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        satisfied = satisfied.saturatingSum(try snapshot.unsigned())
        tolerating = tolerating.saturatingSum(try snapshot.unsigned())
        count = count.saturatingSum(try snapshot.unsigned())
    }
}
