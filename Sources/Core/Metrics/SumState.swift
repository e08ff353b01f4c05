import Bytes
import Records

/// The exact sum of some numbers, and how many they are: for sums and means.
package struct SumState: MergeableState {
    package private(set) var sum = ExactSum()
    package private(set) var count: UInt64 = 0

    package init() {}

    /// Adds a number as often as `times` says. One that is out of any sum's reach is only counted, in `sum.refused`.
    @inline(__always) package mutating func add(_ number: Decimal, times: UInt64) {
        if sum.add(number, times: times) { count = count.saturatingSum(times) }
    }

    @inline(__always) package mutating func add(_ number: Int64) {
        sum.add(number)
        count = count.saturatingSum(1)
    }

    package mutating func merge(_ other: SumState) {
        sum.merge(other.sum)
        count = count.saturatingSum(other.count)
    }

    package func write(to snapshot: inout SnapshotWriter) {
        sum.write(to: &snapshot)
        snapshot.append(count)
    }

    package mutating func merge(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        try sum.merge(from: &snapshot)
        count = count.saturatingSum(try snapshot.unsigned())
    }
}

/// The exact sums of some numbers and of their squares: for variances, which are rounded once, at the end.
package struct MomentsState: MergeableState {
    package private(set) var sum = SumState()
    package private(set) var squares = ExactSum()

    package init() {}

    package mutating func add(_ number: Decimal, times: UInt64) {
        guard squares.addSquare(of: number, times: times) else { return }
        sum.add(number, times: times)
    }

    /// Numbers out of reach.
    package var refused: UInt64 { squares.refused }

    /// The variance of the numbers as a sample of more; nil of less than two.
    package var variance: Double? {
        Rounding.variance(of: sum.sum, squares: squares, count: sum.count, isSample: true)
    }

    package mutating func merge(_ other: MomentsState) {
        sum.merge(other.sum)
        squares.merge(other.squares)
    }

    package func write(to snapshot: inout SnapshotWriter) {
        sum.write(to: &snapshot)
        squares.write(to: &snapshot)
    }

    package mutating func merge(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        try sum.merge(from: &snapshot)
        try squares.merge(from: &snapshot)
    }
}
