extension ExponentialHistogram {
    /// A bucket that is not empty.
    package struct Bucket: Equatable, Sendable {
        package enum Sign: Int, Sendable {
            case negative = -1
            case zero = 0
            case positive = 1
        }

        package var sign: Sign
        /// The bucket of the values' magnitude; 0 for the zero bucket.
        package var index: Int
        package var count: UInt64

        package init(sign: Sign, index: Int, count: UInt64) {
            self.sign = sign
            self.index = index
            self.count = count
        }

        /// The value that stands for those in the bucket.
        package var estimate: Double {
            switch sign {
            case .negative: -BucketScale.estimate(of: index)
            case .zero: 0
            case .positive: BucketScale.estimate(of: index)
            }
        }
    }

    /// Visits the buckets that are not empty by rising value, until `body` returns false. This, `minimum` and `maximum`
    /// are the whole state: two histograms of the same values give the same sequence.
    package func forEachBucket(_ body: (Bucket) -> Bool) {
        let finished = negativeCounts.first?.forEach(reversed: true) {
            body(Bucket(sign: .negative, index: $0, count: $1))
        }
        guard finished ?? true else { return }
        if zeroCount > 0, !body(Bucket(sign: .zero, index: 0, count: zeroCount)) { return }
        positiveCounts.forEach { body(Bucket(sign: .positive, index: $0, count: $1)) }
    }

    /// Adds a bucket of a state that was written down; false, with nothing added, if no `Double` has that index.
    package mutating func add(_ bucket: Bucket) -> Bool {
        switch bucket.sign {
        case .zero:
            guard bucket.index == 0 else { return false }
            zeroCount = zeroCount.saturatingSum(bucket.count)
        case .positive:
            guard BucketScale.indices.contains(bucket.index) else { return false }
            if bucket.count > 0 { positiveCounts.add(bucket.count, to: bucket.index) }
        case .negative:
            guard BucketScale.indices.contains(bucket.index) else { return false }
            if bucket.count > 0 { addNegative(bucket.count, to: bucket.index) }
        }
        count = count.saturatingSum(bucket.count)
        return true
    }

    /// Widens the exact range to that of a state that was written down; false, with nothing changed, if it is none.
    package mutating func widen(minimum: Double, maximum: Double) -> Bool {
        guard minimum.isFinite, maximum.isFinite, minimum <= maximum else { return false }
        least = min(least, minimum + 0)
        greatest = max(greatest, maximum + 0)
        return true
    }
}
