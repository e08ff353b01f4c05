import Bytes
import Records

/// The smallest and the largest number, exact.
package struct RangeState: MergeableState {
    package private(set) var range: (least: Decimal, greatest: Decimal)?

    package init() {}

    @inline(__always) package mutating func add(_ number: Decimal) {
        guard let range else { return self.range = (number, number) }
        if number < range.least { self.range?.least = number }
        if range.greatest < number { self.range?.greatest = number }
    }

    /// How far apart they are: exact, or as a double where that takes more digits than a decimal has.
    package var width: (exact: Decimal?, near: Double)? {
        range.map { ($0.greatest.subtracting($0.least), $0.greatest.doubleValue - $0.least.doubleValue) }
    }

    package mutating func merge(_ other: RangeState) {
        guard let range = other.range else { return }
        add(range.least)
        add(range.greatest)
    }

    package func write(to snapshot: inout SnapshotWriter) {
        snapshot.append(range != nil)
        guard let range else { return }
        snapshot.append(range.least)
        snapshot.append(range.greatest)
    }

    package mutating func merge(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        guard try snapshot.flag() else { return }
        add(try snapshot.decimal())
        add(try snapshot.decimal())
    }
}
