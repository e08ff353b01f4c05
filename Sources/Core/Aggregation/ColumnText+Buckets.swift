import Bytes
import Metrics

extension ColumnText {
    /// How many buckets are written at most: OpenTelemetry's default is half of it. A wider range is written at a coarser
    /// scale, each step of which joins two buckets.
    private static let mostBuckets = 320

    /// The members are called as in OpenTelemetry's `ExponentialHistogramDataPoint`.
    static func append(_ histogram: ExponentialHistogram, to buffer: inout ByteBuffer) {
        let positive = buckets(of: histogram, .positive)
        let negative = buckets(of: histogram, .negative)
        var shift = 0
        while max(width(positive, shift), width(negative, shift)) > mostBuckets { shift += 1 }
        buffer.append("{\"scale\":\(ExponentialHistogram.scale - shift),\"zero_count\":")
        append(.integer(Int64(clamping: histogram.zeroCount)), to: &buffer)
        append("positive", positive, shift, to: &buffer)
        if !negative.isEmpty { append("negative", negative, shift, to: &buffer) }
        buffer.append("}" as StaticString)
    }

    /// By rising index.
    private static func buckets(
        of histogram: ExponentialHistogram, _ sign: ExponentialHistogram.Bucket.Sign
    ) -> [ExponentialHistogram.Bucket] {
        var buckets: [ExponentialHistogram.Bucket] = []
        histogram.forEachBucket { bucket in
            if bucket.sign == sign { buckets.append(bucket) }
            return true
        }
        return sign == .negative ? buckets.reversed() : buckets
    }

    private static func width(_ buckets: [ExponentialHistogram.Bucket], _ shift: Int) -> Int {
        guard let first = buckets.first, let last = buckets.last else { return 0 }
        return last.index >> shift - first.index >> shift + 1
    }

    private static func append(
        _ name: String, _ buckets: [ExponentialHistogram.Bucket], _ shift: Int, to buffer: inout ByteBuffer
    ) {
        let offset = (buckets.first?.index ?? 0) >> shift
        var counts = [UInt64](repeating: 0, count: width(buckets, shift))
        for bucket in buckets { counts[bucket.index >> shift - offset] &+= bucket.count }
        buffer.append(",\"\(name)\":{\"offset\":\(offset),\"bucket_counts\":")
        list(counts, to: &buffer) { count, buffer in append(.integer(Int64(clamping: count)), to: &buffer) }
        buffer.append("}" as StaticString)
    }
}
