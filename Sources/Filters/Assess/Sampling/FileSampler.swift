import System

/// Chunks of a file: one behind the other if it is small, else spread evenly from its first byte to its last, each cut at
/// line ends.
struct FileSampler {
    let size: Int64
    private let descriptor: Descriptor
    private let chunkSize: Int
    private let longestLine: Int
    /// Where chunks begin, roughly: a line that began before is left out. Empty where all is read.
    private let starts: [Int64]
    private var next = 0
    private var position: Int64 = 0

    init(_ descriptor: Descriptor, size: Int64, _ budget: SampleBudget, longestLine: Int) {
        self.descriptor = descriptor
        self.size = size
        self.longestLine = longestLine
        chunkSize = budget.chunkSize
        let last = size - Int64(chunkSize)
        starts =
            size <= budget.bytes
            ? [] : (0..<budget.chunks).map { last / Int64(budget.chunks - 1) * Int64($0) } + [last]
    }

    var isWhole: Bool { starts.isEmpty }

    mutating func nextChunk() -> SampledChunk? {
        if isWhole {
            let start = position
            return lines(from: start, cutHead: false).map { SampledChunk(bytes: $0, offset: start, isContiguous: true) }
        }
        while next < starts.count {
            let start = max(starts[next], position)
            next += 1
            guard start < size, let bytes = lines(from: start, cutHead: start != position) else { continue }
            if !bytes.isEmpty { return SampledChunk(bytes: bytes, offset: start, isContiguous: false) }
        }
        return nil
    }

    /// Whole lines from a place on, and moves behind them. A line beyond the limit comes as far as the limit goes.
    private mutating func lines(from start: Int64, cutHead: Bool) -> [UInt8]? {
        var room = chunkSize
        while start < size {
            var bytes = descriptor.bytes(at: start, count: Int(min(Int64(room), size - start)))
            guard !bytes.isEmpty else { return nil }
            let reachesEnd = start + Int64(bytes.count) >= size
            let first = cutHead ? (bytes.firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count) : 0
            let end = reachesEnd ? bytes.count : (bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
            if first < end || reachesEnd || room > longestLine {
                position = start + Int64(max(end, reachesEnd || room > longestLine ? bytes.count : 0))
                guard first < end else { return cutHead ? [] : bytes }
                bytes.removeLast(bytes.count - end)
                if first > 0 { bytes.removeFirst(first) }
                return bytes
            }
            room *= 2
        }
        return nil
    }
}
