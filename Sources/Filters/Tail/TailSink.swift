import Bytes
import Records

/// A line with where it came from.
struct TailLine {
    let bytes: Slice
    /// Position of its first byte in the content of its file.
    let offset: Int64
    /// From 1, where lines were counted from the file's first; 0 where not.
    let number: Int
    /// Nobody will finish it: its file was put aside without a last newline.
    var isPartial = false
}

/// Who takes the lines.
protocol TailSink: ~Copyable {
    mutating func take(_ line: TailLine, of source: SourceName, _ record: inout Record)

    /// A line beyond the limit: its beginning, and how long it was.
    mutating func takeTooLong(_ line: TailLine, length: Int, of source: SourceName, _ record: inout Record)

    /// Lines are wanted as they are, none of them looked at: whole blocks of them may be handed over.
    var takesBlocks: Bool { get }

    /// A run of whole lines, of which none is beyond the limit.
    mutating func takeBlock(_ block: Slice, lines: Int, _ record: inout Record)

    /// Nothing is taken any more: the reader has gone, or a write failed.
    var isClosed: Bool { get }
}
