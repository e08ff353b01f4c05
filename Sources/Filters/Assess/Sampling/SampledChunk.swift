/// A run of whole lines of a log, and where in it they stood.
struct SampledChunk {
    let bytes: [UInt8]
    /// Position of the first byte in the log; of what was unpacked, in that.
    let offset: Int64
    /// It follows the chunk before it without a hole.
    let isContiguous: Bool
}

/// How much of a log is read: all of a small one, else chunks that are spread evenly over it.
struct SampleBudget {
    /// Bytes of a chunk. Larger ones show more of what stands together in a log, more of them what changes over it.
    let chunkSize: Int
    let chunks: Int

    init(bytes: Int) {
        chunkSize = min(max(bytes / 128, 4 << 10), 256 << 10)
        chunks = max(4, bytes / chunkSize)
    }

    var bytes: Int64 { Int64(chunks) * Int64(chunkSize) }

    /// What is counted, for what is looked at closely: that costs a tenth of it. 1 GiB by default.
    var counted: SampleBudget {
        SampleBudget(bytes: Int(clamping: bytes.multipliedReportingOverflow(by: 32).partialValue))
    }

    /// The part of it that is for one of several logs, by size.
    func share(of size: Int64, in total: Int64) -> SampleBudget {
        guard total > bytes else { return self }
        let part = Double(size) / Double(max(total, 1))
        return SampleBudget(bytes: max(Int(min(bytes, 1 << 20)), Int(Double(bytes) * part)))
    }
}
