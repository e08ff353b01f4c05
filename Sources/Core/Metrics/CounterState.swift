import Bytes
import Records

/// The readings of a counter that a log tells from time to time: by how much it rose, when it also starts again from 0
/// now and then.
///
/// A fall of the counter is a restart, so what counts then is the new reading (as in Prometheus' `increase`, without its
/// extrapolation). Between two readings of one part of a log there may lie one of another part, so all of them are kept,
/// up to a limit; beyond it a sample, chosen by a fixed hash, so that the result still does not depend on any order.
package struct CounterState: MergeableState {
    package struct Reading: Equatable, Sendable {
        let time: Int64
        let value: Decimal
    }

    /// More readings of one series in one window than this, and a sample of them answers.
    package static let limit = 100_000

    private var readings: [Reading] = []
    /// No reading with a hash above this is kept any more.
    private var threshold = UInt64.max
    private let limit: Int

    package init(limit: Int = CounterState.limit) { self.limit = limit }

    package mutating func add(_ value: Decimal, at time: Int64) {
        let reading = Reading(time: time, value: value.normalized)
        guard threshold == .max || Self.hash(reading) <= threshold else { return }
        readings.append(reading)
        // Twice as many, since some may be the same.
        if readings.count > 2 * limit { thin() }
    }

    /// In the order of time, each once, no more than the limit.
    private var sorted: [Reading] {
        var copy = self
        copy.thin()
        return copy.readings
    }

    private mutating func thin() {
        readings.sort { ($0.time, $0.value) < ($1.time, $1.value) }
        var kept: [Reading] = []
        for reading in readings where kept.last != reading { kept.append(reading) }
        if kept.count > limit {
            threshold = kept.map(Self.hash).sorted()[limit - 1]
            kept = kept.filter { Self.hash($0) <= threshold }
        }
        readings = kept
    }

    private static func hash(_ reading: Reading) -> UInt64 {
        let words = [
            UInt64(bitPattern: reading.time), UInt64(truncatingIfNeeded: reading.value.significand),
            UInt64(bitPattern: Int64(reading.value.exponent)),
        ]
        return SeriesHash.hash(RawSpan(_elements: words.span))
    }

    /// By how much the counter rose; nil of less than two readings.
    package var increase: ExactSum? {
        let readings = sorted
        guard readings.count > 1 else { return nil }
        var sum = ExactSum()
        for (before, after) in zip(readings, readings.dropFirst()) {
            sum.add(after.value)
            if !(after.value < before.value), let negated = before.value.negated { sum.add(negated) }
        }
        return sum
    }

    package mutating func merge(_ other: CounterState) {
        threshold = min(threshold, other.threshold)
        for reading in other.readings { add(reading.value, at: reading.time) }
        if threshold != .max { readings.removeAll { Self.hash($0) > threshold } }
    }

    package func write(to snapshot: inout SnapshotWriter) {
        var copy = self
        copy.thin()
        snapshot.append(copy.threshold)
        snapshot.append(UInt64(copy.readings.count))
        var previous: Int64 = 0
        for reading in copy.readings {
            snapshot.append(reading.time &- previous)
            snapshot.append(reading.value)
            previous = reading.time
        }
    }

    package mutating func merge(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        var other = CounterState(limit: limit)
        other.threshold = try snapshot.unsigned()
        var time: Int64 = 0
        for _ in 0..<(try snapshot.count()) {
            time = time &+ (try snapshot.signed())
            other.readings.append(Reading(time: time, value: try snapshot.decimal().normalized))
        }
        merge(other)
    }
}
