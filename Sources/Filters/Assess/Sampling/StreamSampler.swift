import Bytes
import System

/// Chunks of a stream that can be read but once: standard input, a FIFO, what is unpacked from a file. As many as are wanted
/// are kept, evenly spread over what has come: when they are too many, every other one goes, and from then on fewer are taken.
struct StreamSampler {
    private let budget: SampleBudget
    private let longestLine: Int
    private var kept: [(number: Int, chunk: SampledChunk)] = []
    /// Every so many chunks one is kept.
    private var stride = 1
    private var number = 0
    private var pending: [UInt8] = []
    /// The chunk that came last, where it is not kept: the end of the log is of interest.
    private var last: SampledChunk?
    private(set) var size: Int64 = 0

    init(_ budget: SampleBudget, longestLine: Int) {
        self.budget = budget
        self.longestLine = longestLine
    }

    /// Reads to the end of the source.
    /// - Parameter each: is given every chunk as it comes, kept or not.
    mutating func read<Source: ByteSource & ~Copyable>(
        from source: inout Source, each: (SampledChunk) -> Void
    ) throws(SystemError) {
        var store = ByteStore(input: budget.chunkSize)
        while true {
            let block: Slice
            switch store.readBlock(from: &source) {
            case .success(let slice): block = slice
            case .failure(let error): throw error
            }
            if block.isEmpty { break }
            size += Int64(block.count)
            pending += store.buffer.copy(block)
            if pending.count >= budget.chunkSize { cut(atEnd: false, each) }
            if Signals.stopRequested { break }
        }
        cut(atEnd: true, each)
        if let last, kept.last?.chunk.offset != last.offset { kept.append((number, last)) }
    }

    /// All of the stream is in the chunks.
    var isWhole: Bool { stride == 1 }

    var chunks: [SampledChunk] { kept.map(\.chunk) }

    private mutating func cut(atEnd: Bool, _ each: (SampledChunk) -> Void) {
        let end = atEnd ? pending.count : pending.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        guard end > 0 || pending.count > longestLine else { return }
        let taken = end > 0 ? end : pending.count
        guard taken > 0 else { return }
        let isKept = number % stride == 0
        let chunk = SampledChunk(
            bytes: Array(pending[..<taken]), offset: size - Int64(pending.count), isContiguous: stride == 1)
        pending.removeFirst(taken)
        each(SampledChunk(bytes: chunk.bytes, offset: chunk.offset, isContiguous: true))
        if isKept { kept.append((number, chunk)) }
        last = chunk
        number += 1
        // A chunk more than the budget, for the end.
        if kept.count > budget.chunks { thin() }
    }

    private mutating func thin() {
        stride *= 2
        kept = kept.filter { $0.number % stride == 0 }.map {
            ($0.number, SampledChunk(bytes: $0.chunk.bytes, offset: $0.chunk.offset, isContiguous: false))
        }
    }
}
