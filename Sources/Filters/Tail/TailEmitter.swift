import Bytes
import FilterKit
import Records
import System

/// Turns lines into envelopes, or leaves them as they are.
struct TailEmitter: TailSink, ~Copyable {
    private let isRaw: Bool
    /// A line beyond the limit is cut to it, not rejected.
    private let truncates: Bool
    /// Nobody looks into the records, and they leave as JSON: they need not be made.
    private let isStraight: Bool
    private let raw, raw64, file, offset, peer, partial: FieldName
    private let run: FilterRun
    var output: RecordOutput

    init(isRaw: Bool, truncates: Bool, _ output: consuming RecordOutput, _ record: inout Record, in run: FilterRun) {
        self.isRaw = isRaw
        self.truncates = truncates
        self.run = run
        isStraight = run.options.predicates.isEmpty && output.isJSON
        self.output = output
        raw = record.name("_raw")
        raw64 = record.name("_raw64")
        file = record.name("_file")
        offset = record.name("_offset")
        peer = record.name("_peer")
        partial = record.name("_partial")
    }

    var isClosed: Bool { output.failure != nil || run.isStopped }
    var takesBlocks: Bool { isRaw && isStraight }

    var descriptor: Descriptor { output.writer.descriptor }
    mutating func flush() { output.flush() }
    mutating func readerHasLeft() { output.readerHasLeft() }
    mutating func takeBlock(_ block: Slice, lines: Int, _ record: inout Record) {
        run.ledger.taken &+= lines
        run.ledger.passed &+= lines
        output.forwardLines(block, of: record)
    }

    mutating func take(_ line: TailLine, of source: SourceName, _ record: inout Record) {
        take(line, of: source, length: line.isPartial ? line.bytes.count : nil, &record)
    }

    mutating func takeTooLong(_ line: TailLine, length: Int, of source: SourceName, _ record: inout Record) {
        run.origin.source = source.isNamed ? source.path : "stdin"
        if truncates {
            take(line, of: source, length: length, &record)
        } else {
            run.rejectTooLong(line.bytes, length, at: line.offset, line: line.number, record)
        }
    }

    /// Whether lines may leave past everything: nobody looks into them, and nothing stands before them.
    var leavesDirectly: Bool { isStraight && !isClosed && output.writer.buffer.count == 0 }

    /// Has the fast path write what this would write.
    func prepare(_ path: inout FastPath, for source: SourceName) -> Bool {
        if !isRaw { return source.peer == nil && path.wrap(tail: source.head) }
        path.leaveRaw()
        return true
    }

    /// Accounts for what the fast path took.
    mutating func settle(_ path: inout FastPath, last line: inout RecentLine) -> FastPath.Taken {
        let taken = line.settle(&path, &output.writer)
        run.ledger.taken &+= taken.lines
        run.ledger.passed &+= taken.lines
        return taken
    }

    /// - Parameter length: what the line has, or had, where it is not whole.
    private mutating func take(_ line: TailLine, of source: SourceName, length: Int?, _ record: inout Record) {
        run.ledger.taken &+= 1
        guard isStraight else { return takeAsRecord(line, of: source, length: length, &record) }
        run.ledger.passed &+= 1
        if isRaw { return output.forward(line.bytes, of: record) }
        write(line, of: source, length: length, record)
        output.writer.endLine()
    }

    /// The envelope, straight into the output.
    private mutating func write(_ line: TailLine, of source: SourceName, length: Int?, _ record: borrowing Record) {
        output.writer.buffer.append("{\"_raw\":\"")
        if !output.writer.buffer.append(escaping: record.store.buffer, line.bytes) {
            output.writer.buffer.append("\",\"_raw64\":\"")
            output.writer.buffer.append(base64: record.store.buffer, line.bytes)
        }
        source.appendHead(to: &output.writer.buffer)
        output.writer.buffer.append(integer: line.offset)
        if source.peer != nil { source.appendTail(to: &output.writer.buffer) }
        if let length {
            output.writer.buffer.append(",\"_partial\":")
            output.writer.buffer.append(integer: Int64(length))
        }
        output.writer.buffer.append(0x7D)
    }

    private mutating func takeAsRecord(_ line: TailLine, of source: SourceName, length: Int?, _ record: inout Record) {
        record.store.clearScratch()
        record.begin(line: line.bytes)
        record.append(raw, line.bytes, .text)
        if !record.store.buffer.isUTF8(line.bytes) {
            let start = record.store.buffer.count
            record.store.buffer.appendBase64(of: line.bytes)
            record.append(raw64, Slice(from: start, to: record.store.buffer.count), .string)
        }
        if source.isNamed { record.append(file, record.scratch(source.bytes), .text) }
        append(offset, Int64(line.offset), &record)
        if let peer = source.peer { record.append(self.peer, record.scratch(peer), .text) }
        if let length { append(partial, Int64(length), &record) }
        guard run.admits(&record) else { return }
        if isRaw {
            run.ledger.passed &+= 1
            output.forward(line.bytes, of: record)
        } else {
            run.pass(&record, into: &output)
        }
    }

    private func append(_ name: FieldName, _ number: Int64, _ record: inout Record) {
        let start = record.store.buffer.count
        record.store.buffer.append(integer: number)
        record.append(name, Slice(from: start, to: record.store.buffer.count), .integer)
    }

    /// Closes the books.
    consuming func finish(_ status: ExitStatus) -> ExitStatus {
        run.finish(status, &output)
    }
}

extension Record {
    /// Bytes of ours, kept till the next line.
    fileprivate mutating func scratch(_ bytes: [UInt8]) -> Slice {
        let start = store.buffer.count
        store.buffer.append(bytes)
        return Slice(from: start, to: store.buffer.count)
    }
}
