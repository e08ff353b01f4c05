import Bytes

extension ExponentialHistogram: MergeableState {
    /// The buckets by rising value, each as its sign, how far it is from the one before, and its count; then the range.
    package func write(to snapshot: inout SnapshotWriter) {
        var buckets: UInt64 = 0
        forEachBucket { _ in
            buckets += 1
            return true
        }
        snapshot.append(buckets)
        var previous = 0
        forEachBucket { bucket in
            snapshot.append(Int64(bucket.sign.rawValue))
            snapshot.append(bucket.index - previous)
            snapshot.append(bucket.count)
            previous = bucket.index
            return true
        }
        guard let minimum, let maximum else { return }
        snapshot.append(minimum)
        snapshot.append(maximum)
    }

    package mutating func merge(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        let buckets = try snapshot.count()
        guard buckets > 0 else { return }
        var index = 0
        for _ in 0..<buckets {
            guard let sign = Bucket.Sign(rawValue: try snapshot.integer()) else { throw .foreign }
            index = index &+ (try snapshot.integer())
            guard add(Bucket(sign: sign, index: index, count: try snapshot.unsigned())) else { throw .foreign }
        }
        let (minimum, maximum) = (try snapshot.double(), try snapshot.double())
        guard widen(minimum: minimum, maximum: maximum) else { throw .foreign }
    }
}
