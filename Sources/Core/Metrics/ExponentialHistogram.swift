/// A quantile sketch: integer counts in OpenTelemetry's exponential buckets, at scale 6 and never rescaled (see
/// `BucketScale`).
///
/// Since each value alone decides its bucket, any split of the input, merged in any order, gives the same state to the
/// byte. Every quantile is within 0.55 % of the exact one. Smallest and largest value are kept exactly, so a constant
/// series is answered exactly, and so are the quantiles 0 and 1.
package struct ExponentialHistogram: Sendable {
    /// OpenTelemetry's name for the resolution: the base is 2^(2^-6).
    package static let scale = 6

    var positiveCounts = BucketCounts()
    /// None, or one: most series have no negative values, and memory for them should cost nothing.
    var negativeCounts: [BucketCounts] = []
    /// How many values were zero (either zero).
    package internal(set) var zeroCount: UInt64 = 0
    /// How many values there are.
    package internal(set) var count: UInt64 = 0
    var least = Double.infinity
    var greatest = -Double.infinity

    package init() {}

    /// The smallest value; nil if there is none.
    package var minimum: Double? { least <= greatest ? least : nil }

    /// The largest value; nil if there is none.
    package var maximum: Double? { least <= greatest ? greatest : nil }

    /// Counts a value, as often as `times` says. Infinities and NaN have no bucket: they are refused, which returns false. Allocates only when
    /// the value opens a new page of 16 buckets.
    @discardableResult
    package mutating func observe(_ value: Double, times: UInt64 = 1) -> Bool {
        guard value.isFinite else { return false }
        guard times > 0 else { return true }
        count = count.saturatingSum(times)
        if value > 0 {
            positiveCounts.add(times, to: BucketScale.index(of: value))
        } else if value < 0 {
            addNegative(times, to: BucketScale.index(of: -value))
        } else {
            zeroCount = zeroCount.saturatingSum(times)
        }
        // Adding zero makes -0 into 0: two spellings of one minimum would make the order of the input visible.
        if value < least { least = value + 0 }
        if value > greatest { greatest = value + 0 }
        return true
    }

    mutating func addNegative(_ times: UInt64, to index: Int) {
        if negativeCounts.isEmpty { negativeCounts.append(BucketCounts()) }
        negativeCounts[0].add(times, to: index)
    }

    /// Adds the other's counts: exact, commutative and associative.
    package mutating func merge(_ other: ExponentialHistogram) {
        positiveCounts.merge(other.positiveCounts)
        other.negativeCounts.first?.forEach { index, count in
            addNegative(count, to: index)
            return true
        }
        zeroCount = zeroCount.saturatingSum(other.zeroCount)
        count = count.saturatingSum(other.count)
        least = min(least, other.least)
        greatest = max(greatest, other.greatest)
    }

    /// Empties the histogram for the next window, and keeps its memory.
    package mutating func removeAll() {
        positiveCounts.removeAll()
        negativeCounts = []
        zeroCount = 0
        count = 0
        least = .infinity
        greatest = -.infinity
    }
}
