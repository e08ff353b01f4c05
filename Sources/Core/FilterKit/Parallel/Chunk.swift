import Bytes
import Records

/// What a thread made of a part of a file: records as text, and between them the lines that it could not take.
final class Chunk: @unchecked Sendable {
    // Unchecked: a chunk belongs to one thread at a time. It is handed on through a monitor, and not touched afterwards.

    /// A line that was not understood, or is longer than allowed; what becomes of it is decided in order.
    struct OddLine {
        /// Bytes of `text` that stand before it.
        let position: Int
        /// Counted from 1 within the chunk.
        let number: Int
        let offset: Int64
        /// Of a line that is too long, its beginning.
        let bytes: [UInt8]
        let length: Int
        let isLast: Bool
        /// Of the lines before it in the chunk.
        let ledger: Ledger
    }

    var text = ByteBuffer(capacity: 1 << 16)
    var odd: [OddLine] = []
    /// Lines that begin in it.
    var lines = 0
    /// Behind the last of them, in the file.
    var end: Int64 = 0
    var ledger = Ledger()
    var remarks: FilterRun.Remarks?
    /// What a filter that folds has learnt from its lines; nil where they must be read again.
    var partial: (any PartialResult)?
    var failure: Failure?

    func clear() {
        text.removeAll()
        odd.removeAll(keepingCapacity: true)
        lines = 0
        ledger = Ledger()
        remarks = nil
        partial = nil
    }
}

/// A sink that keeps records as lines in memory.
struct ChunkSink: RecordSink, ~Copyable {
    var text = ByteBuffer(capacity: 1 << 16)

    @inline(__always) mutating func receive(_ record: inout Record) {
        record.write(to: &text)
        text.append(0x0A)
    }

    @inline(__always) mutating func receive(writing write: (inout ByteBuffer) -> Bool) -> Bool {
        guard write(&text) else { return false }
        text.append(0x0A)
        return true
    }

    mutating func receive(lines write: (inout ByteBuffer) -> Bool) -> Bool {
        while write(&text) {}
        return true
    }
}
