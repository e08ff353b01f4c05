import Bytes
import Decompression
import Records
import System

/// What all readers of a run share.
struct TailContext {
    /// Longest line that is taken, in bytes.
    let limit: Int
    let clock: any Clock
}

/// How a turn at a generation ended.
enum TurnOutcome: Equatable {
    /// All that is there was given out.
    case quiet
    /// There is more; others come first.
    case more
    /// The file does not have the content any more that was read from it: it was truncated, or overwritten.
    case rewritten
    case failed(String)
}

extension Generation {
    /// Gives out lines that have come since, up to about `budget` bytes of them.
    /// - Parameter takesPartial: a last line without newline is given out too.
    func read<S: TailSink & ~Copyable>(
        of name: SourceName, budget: Int, takesPartial: Bool, _ context: TailContext, _ record: inout Record,
        into sink: inout S
    ) -> TurnOutcome {
        guard let descriptor else { return .quiet }
        guard let status = noteStatus(of: descriptor, context) else { return .failed("cannot be looked at") }
        if codec != nil {
            return readPacked(
                descriptor, of: name, budget: budget, takesPartial: takesPartial, context, &record, into: &sink)
        }
        // What is read is looked at behind the read. Here only what is not: the file is shorter, or was written over in place.
        if status.size < readTo { return .rewritten }
        if status.size == readTo || start != nil || takesPartial {
            guard hasSameContent(descriptor, upTo: readTo) else { return .rewritten }
        }
        do throws(SystemError) { try begin(descriptor, size: size) } catch { return .failed(error.reason) }
        if readTo == 0 { skipHole(descriptor) }
        guard readTo < size || (takesPartial && hasUnfinishedLine) else { return .quiet }
        // Far from the end, where lines are whole, they go by blocks.
        let isFar = size - readTo > Int64(Self.reserve)
        let outcome: TurnOutcome
        if isFar, sink.takesBlocks, consumed == readTo, context.limit >= record.store.inputCapacity {
            outcome = readBlocks(
                descriptor, budget: Int(min(Int64(budget), size - readTo - Int64(Self.reserve))), &record, into: &sink)
        } else {
            let end = min(size, readTo + Int64(budget))
            outcome = readLines(
                FilePosition(descriptor, at: consumed, end: end), to: end, of: name, takesPartial: takesPartial,
                context,
                &record, into: &sink)
        }
        if outcome != .rewritten, Int64(fingerprint.length) < min(readTo, Int64(Fingerprint.most)) {
            fingerprint.extend(to: descriptor.bytes(at: 0, count: Int(min(Int64(Fingerprint.most), readTo))))
        }
        return outcome
    }

    /// Looks how long the file is, and whether it has grown.
    func noteStatus(of descriptor: Descriptor, _ context: TailContext) -> FileStatus? {
        guard let status = try? FileStatus(of: descriptor) else { return nil }
        if status.size != size || status.modified != modified { lastGrowth = context.clock.monotonic }
        size = status.size
        modified = status.modified
        return status
    }

    /// Finds where reading begins, if that has not been found yet.
    func begin(_ descriptor: Descriptor, size: Int64) throws(SystemError) {
        guard let start else { return }
        consumed = try StartSearch.offset(of: start, in: descriptor, size: size)
        readTo = consumed
        self.start = nil
        guard consumed > 0 else { return }
        lineNumber = nil
        trail.addBeginning(LinePrint(before: consumed, in: descriptor), end: consumed)
    }

    /// A writer that does not append goes on at its place when the file is truncated under it (`app >app.log`, and copytruncate),
    /// and what it has not written any more reads as NULs: they belong to no line.
    private func skipHole(_ descriptor: Descriptor) {
        guard size > 0, descriptor.bytes(at: 0, count: 1) == [0] else { return }
        var offset = descriptor.data(from: 0) ?? 0
        while offset < size {
            let bytes = descriptor.bytes(at: offset, count: 1 << 16)
            if let first = bytes.firstIndex(where: { $0 != 0 }) {
                hole = offset + Int64(first)
                consumed = hole
                readTo = hole
                return
            }
            if bytes.isEmpty { return }
            offset += Int64(bytes.count)
        }
    }

    /// Bytes at the end of a file that are looked at line by line.
    static let reserve = 1 << 17

    /// Whether the file still has what was read of it: it is long enough, and begins as it did. Of how it begins more is known
    /// after this, if more was read.
    private func hasSameContent(_ descriptor: Descriptor, upTo offset: Int64) -> Bool {
        guard fingerprint.length > 0 else {
            return (try? FileStatus(of: descriptor)).map { $0.size >= offset } ?? false
        }
        let count = max(fingerprint.length, Int(min(offset, Int64(Fingerprint.most))))
        let head = descriptor.bytes(at: 0, count: count)
        guard fingerprint.matches(head), lastLine?.isIn(descriptor) ?? true else { return false }
        fingerprint.extend(to: head)
        return true
    }

    /// - Parameter end: up to where `source` reads.
    private func readLines<S: TailSink & ~Copyable>(
        _ source: FilePosition, to end: Int64, of name: SourceName, takesPartial: Bool, _ context: TailContext,
        _ record: inout Record, into sink: inout S
    ) -> TurnOutcome {
        let limit = Int64(context.limit)
        let descriptor = source.descriptor
        var source = source
        var reader = LineReader(descriptor, in: record.store, limit: context.limit, offset: consumed)
        if readTo - consumed > limit {
            // Of a line beyond the limit, what was passed over is not read again.
            var front = FilePosition(descriptor, at: consumed, end: consumed + limit)
            while reader.pending < limit, case .filled = reader.fill(&record.store, from: &front) {}
            reader.skipAhead(Int(readTo - consumed - limit))
            source.skip(to: readTo)
        }
        var last = PlacedLine()
        defer { note(&last, record.store) }
        var due = trail.due
        while true {
            switch reader.next(in: record.store.buffer) {
            case .line(let line):
                last = PlacedLine(line, reader.offset)
                if reader.offset >= due { due = noteBeginning(line, at: reader.offset, record.store) }
                sink.take(place(line, reader), of: name, &record)
            case .lastLine(let line):
                var line = place(line, reader)
                line.isPartial = !isCurrent
                sink.take(line, of: name, &record)
            case .tooLong(let kept, let length):
                sink.takeTooLong(place(kept, reader), length: length, of: name, &record)
            case .end: return settle(reader, .quiet)
            case .needsInput:
                if sink.isClosed { return settle(reader, .quiet) }
                note(&last, record.store)
                switch reader.fill(&record.store, from: &source) {
                case .filled:
                    // Looked at behind the read, so that nothing is given out that another content has taken the place of.
                    guard hasSameContent(descriptor, upTo: source.offset) else { return settle(reader, .rewritten) }
                case .end:
                    if source.offset < size { return settle(reader, source.offset < end ? .quiet : .more) }
                    guard takesPartial else { return settle(reader, .quiet) }
                    reader.stop()
                case .interrupted: continue
                case .wouldBlock: return settle(reader, .quiet)
                case .failed(let error): return settle(reader, .failed(error.reason))
                }
            }
        }
    }

    private func place(_ line: Slice, _ reader: borrowing LineReader) -> TailLine {
        TailLine(bytes: line, offset: reader.offset, number: lineNumber.map { $0 + reader.lineNumber } ?? 0)
    }

    /// Remembers the last line before its bytes are overwritten.
    func note(_ last: inout PlacedLine, _ store: borrowing ByteStore) {
        guard let line = last.line else { return }
        remember(line, at: last.offset, in: store)
        last = PlacedLine()
    }

    /// Remembers a line for the trail, which was due.
    /// - Returns: where the next one is.
    func noteBeginning(_ line: Slice, at offset: Int64, _ store: borrowing ByteStore) -> Int64 {
        trail.addBeginning(LinePrint(line, at: offset, in: store), end: offset + Int64(line.count + 1))
        return trail.due
    }

    /// The same of all lines that are due in a block of them.
    private func noteBeginning(of block: Slice, at offset: Int64, _ store: borrowing ByteStore) {
        var start = block.start
        while trail.due < offset + Int64(block.count) {
            let due = block.start + Int(trail.due - offset)
            if due > start {
                guard let newline = store.buffer.find(0x0A, from: due - 1, to: block.end) else { return }
                start = newline + 1
            }
            guard let end = store.buffer.find(0x0A, from: start, to: block.end) else { return }
            let line = Slice(from: start, to: end)
            _ = noteBeginning(line, at: offset + Int64(start - block.start), store)
            start = end + 1
        }
    }

    /// Remembers how far a reader came.
    private func settle(_ reader: borrowing LineReader, _ outcome: TurnOutcome) -> TurnOutcome {
        consumed = reader.consumed
        readTo = consumed + Int64(reader.pending)
        lineNumber = lineNumber.map { $0 + reader.lineNumber }
        return outcome
    }

    /// Hands over whole blocks of lines.
    private func readBlocks<S: TailSink & ~Copyable>(
        _ descriptor: Descriptor, budget: Int, _ record: inout Record, into sink: inout S
    ) -> TurnOutcome {
        let end = min(size, consumed + Int64(budget))
        while consumed < end, !sink.isClosed {
            var source = FilePosition(descriptor, at: consumed, end: end)
            let block: Slice
            switch record.store.readBlock(from: &source) {
            case .success(let slice): block = slice
            case .failure(let error): return .failed(error.reason)
            }
            guard !block.isEmpty else { break }
            guard hasSameContent(descriptor, upTo: source.offset) else { return .rewritten }
            readTo = source.offset
            guard let last = record.store.buffer.findLast(0x0A, from: block.start, to: block.end) else { break }
            let whole = Slice(from: block.start, to: last + 1)
            let lines = record.store.buffer.newlines(in: whole)
            let start = record.store.buffer.findLast(0x0A, from: block.start, to: last).map { $0 + 1 } ?? block.start
            lastLine = LinePrint(
                Slice(from: start, to: last), at: consumed + Int64(start - block.start), in: record.store)
            noteBeginning(of: whole, at: consumed, record.store)
            sink.takeBlock(whole, lines: lines, &record)
            consumed += Int64(whole.count)
            lineNumber = lineNumber.map { $0 + lines }
        }
        // A block without a newline is the beginning of a long line, which is read on in the other way.
        return .more
    }
}
