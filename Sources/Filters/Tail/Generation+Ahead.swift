import Bytes
import Records
import System

/// The line given out last, with its newline, where it is short enough to be kept: bytes are held against a file faster than a hash.
struct RecentLine: ~Copyable {
    private(set) var bytes = ByteBuffer(capacity: 0)
    private(set) var offset: Int64 = 0

    /// - Returns: whether it is short enough.
    mutating func keep(_ line: Slice, at offset: Int64, in store: borrowing ByteStore) -> Bool {
        bytes.removeAll()
        guard line.count < Fingerprint.most else { return false }
        bytes.append(store.buffer, Slice(from: line.start, to: line.end + 1))
        self.offset = offset
        return true
    }

    /// Takes over the last line of the fast path.
    mutating func settle(_ path: inout FastPath, _ writer: inout LineWriter) -> FastPath.Taken {
        let (taken, offset) = path.settle(&writer, last: &bytes)
        self.offset = offset
        return taken
    }

    mutating func forget() { bytes.removeAll() }

    var slice: Slice { Slice(start: 0, count: bytes.count) }
    var print: LinePrint { LinePrint(offset: offset, start: Fingerprint(of: slice, in: bytes)) }
}

/// What came of reading without a look before.
enum AheadOutcome {
    /// It has to be looked at: whether it is still the same file, or the end of a line is missing.
    case unknown
    /// It is the same, and has nothing more.
    case nothing
    case all
    case more
}

extension Generation {
    /// What comes in the file stands behind the line given out last, which is kept, and nothing else is to be seen to first.
    var isAtKnownLine: Bool {
        let known = recent.bytes.count
        return known > 0 && descriptor != nil && codec == nil && identity != nil && isVerified && !isDirty
            && start == nil
            && readTo == consumed && recent.offset + Int64(known) == consumed
    }

    /// Makes the fast path ready for what comes in the file.
    func arm(
        _ path: inout FastPath, _ events: Inotify, of name: SourceName, to emitter: borrowing TailEmitter
    ) -> Bool {
        guard isAtKnownLine, trail.isRooted, let descriptor, let watch, emitter.prepare(&path, for: name) else {
            return false
        }
        return path.arm(
            events: events, watch: watch, file: descriptor, at: recent.offset, line: recent.bytes,
            output: emitter.descriptor)
    }

    /// Accounts for what the fast path took.
    func settle(_ path: inout FastPath, _ emitter: inout TailEmitter) -> FastPath.Taken {
        let taken = emitter.settle(&path, last: &recent)
        isPrintDue = true
        consumed += Int64(taken.bytes)
        readTo = consumed
        size = max(size, consumed)
        lineNumber = lineNumber.map { $0 + taken.lines }
        noteTurn()
        return taken
    }

    /// Gives out what has come in a file that has grown, without a look before: one system call reads the line given out last
    /// again, by which the file is known, and what has come behind it. What else may have happened is for the look that follows
    /// within a second. It is short, and touches little, since with each line it finds the caches full of others' work.
    func readAhead<S: TailSink & ~Copyable>(
        of name: SourceName, _ context: borrowing TailContext, _ record: inout Record, into sink: inout S
    ) -> AheadOutcome {
        guard isAtKnownLine, let descriptor else { return .unknown }
        let known = recent.bytes.count
        let most = known + Self.reserve
        let block = record.store.readBlock(descriptor, at: recent.offset, most: most)
        guard block.count >= known,
            record.store.buffer.equal(Slice(start: block.start, count: known), recent.bytes, recent.slice)
        else { return .unknown }
        if block.count == known { return .nothing }
        var begin = block.start + known
        var last: Slice?
        var due = trail.due
        while let newline = record.store.buffer.find(0x0A, from: begin, to: block.end) {
            let line = Slice(from: begin, to: newline)
            guard line.count <= context.limit else { break }
            lineNumber = lineNumber.map { $0 + 1 }
            if consumed >= due { due = noteBeginning(line, at: consumed, record.store) }
            sink.take(TailLine(bytes: line, offset: consumed, number: lineNumber ?? 0), of: name, &record)
            consumed += Int64(line.count + 1)
            begin = newline + 1
            last = line
        }
        guard let last else { return .unknown }
        readTo = consumed
        size = max(size, consumed)
        remember(last, at: consumed - Int64(last.count + 1), in: record.store)
        if begin < block.end { return .unknown }
        return block.count < most ? .all : .more
    }

    /// Remembers the line given out last.
    func remember(_ line: Slice, at offset: Int64, in store: borrowing ByteStore) {
        if recent.keep(line, at: offset, in: store) {
            isPrintDue = true
        } else {
            lastLine = LinePrint(line, at: offset, in: store)
        }
    }
}
