/// One reading of a log: all of it, to count, or the sample, to look closely.
final class LogPass {
    let parser: ChunkParser
    /// Chunks, and those of them that are no text.
    private(set) var chunks = 0
    private(set) var binary = 0

    init(_ parser: ChunkParser) { self.parser = parser }

    /// Another chunk has come.
    /// - Returns: that it is text; what is none is passed over.
    func takes(_ chunk: SampledChunk) -> Bool {
        chunks += 1
        guard BinaryCheck.isBinary(chunk.bytes) else { return true }
        binary += 1
        parser.skip(chunk)
        return false
    }

    var isBinary: Bool { binary * 2 > chunks }
}
