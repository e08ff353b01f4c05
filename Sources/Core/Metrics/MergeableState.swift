import Bytes

/// What is kept of one series for one question: it can be merged with the state of another part of the input, and
/// written down.
///
/// The law that makes metrics trustworthy: a state is a function of the *set* of observations, never of their order or
/// of how they were divided. So `merge` is commutative and associative, and equal observations give equal bytes.
package protocol MergeableState: Sendable {
    /// Adds what the other has seen.
    mutating func merge(_ other: Self)

    /// Writes all that is kept; equal states write equal bytes.
    func write(to snapshot: inout SnapshotWriter)

    /// Adds what was written by another state of the same question.
    mutating func merge(from snapshot: inout SnapshotReader) throws(SnapshotError)
}

/// How many records there were of a kind.
package struct CountState: MergeableState, Equatable {
    package private(set) var count: UInt64 = 0

    package init() {}

    @inline(__always) package mutating func add(_ times: UInt64) { count = count.saturatingSum(times) }

    package mutating func merge(_ other: CountState) { add(other.count) }
    package func write(to snapshot: inout SnapshotWriter) { snapshot.append(count) }
    package mutating func merge(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        add(try snapshot.unsigned())
    }
}
