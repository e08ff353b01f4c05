import Bytes
import FilterKit
import Records
import System

/// A file being read: what is open under its name, and how far it has been read.
struct FollowedFile {
    let path: String
    private(set) var descriptor: Descriptor?
    private var identity: FileStatus?
    /// Behind the last line that was given out.
    private(set) var consumed: Int64 = 0

    init(path: String) { self.path = path }

    /// Opens the file that has the name now.
    mutating func open() throws(Failure) { try open(at: path) }

    /// Opens the file where it is now, which may be elsewhere than where it was first.
    mutating func open(at place: String) throws(Failure) {
        let (descriptor, status) = try FilterRun.open(place)
        self.descriptor = descriptor
        identity = status
        consumed = 0
    }

    /// How far this has been read, for a later run; nil for what cannot be gone back to.
    var position: SavedPosition? {
        guard let descriptor, let identity, identity.kind == .regular,
            let beginning = Fingerprint(of: descriptor, atMost: Int(clamping: consumed))
        else { return nil }
        return SavedPosition(
            path: path, device: identity.device, inode: identity.inode, beginning: beginning, offset: consumed)
    }

    /// Goes on where an earlier run ended; false where this is another file.
    mutating func resume(at position: SavedPosition) -> Bool {
        guard let descriptor, let identity, position.isOf(descriptor, identity) else { return false }
        consumed = position.offset
        return true
    }

    var isRegular: Bool { identity?.kind == .regular }

    mutating func skip(to count: LineCount) throws(Failure) {
        guard let descriptor, let identity, identity.kind == .regular else { return }
        do throws(SystemError) {
            consumed = try TailStart.offset(of: count, in: descriptor, size: identity.size)
        } catch {
            throw Failure(.inputOutput, "\(path): \(error.reason)")
        }
    }

    enum Change: Equatable { case none, truncated, replaced, missing }

    /// Looks what has become of the file and its name since the last look.
    /// - Parameter byName: the name counts (`-F`), not the file that was opened (`-f`).
    func change(byName: Bool) -> Change {
        guard let descriptor, let identity else { return FileStatus.isRegular(path) ? .replaced : .missing }
        if byName {
            guard let named = try? FileStatus(of: path) else { return .missing }
            if !named.isSameFile(as: identity) { return .replaced }
        }
        guard isRegular, let now = try? FileStatus(of: descriptor) else { return .none }
        return now.size < consumed ? .truncated : .none
    }

    mutating func rewind() { consumed = 0 }

    mutating func close() {
        descriptor?.close()
        descriptor = nil
        identity = nil
    }

    /// Gives out the lines that have come since. An unfinished last line waits for its newline unless `isFinal`.
    /// Pauses where a mark is due.
    /// - Parameter deadline: till when to go on though told to stop; nil for not at all.
    mutating func drain(
        isFinal: Bool, until deadline: Int64? = nil, marks: MarkedSource? = nil, _ emitter: borrowing TailEmitter,
        _ record: inout Record, in run: FilterRun, into output: inout RecordOutput
    ) throws(Failure) -> Drained {
        guard let descriptor else { return .whole }
        if isRegular { descriptor.seek(to: consumed) }
        let name = emitter.nameSlice(of: path)
        run.origin.source = path
        var reader = LineReader(descriptor, in: record.store, limit: run.options.maxLine.bytes, offset: consumed)
        defer { consumed = reader.consumed }
        var hasRead = false
        while output.failure == nil {
            switch reader.next(in: record.store) {
            case .line(let line), .lastLine(let line):
                emitter.emit(line, at: reader.offset, of: name, &record, in: run, into: &output)
            case .tooLong(let kept, let length):
                run.rejectTooLong(kept, length, at: reader.offset, line: reader.lineNumber, record)
            case .end: return .whole
            case .needsInput:
                if hasRead, let marks, marks.isDue { return .markDue }
                hasRead = true
                // Who is told to stop gives out what it has read, and no more than the time left for it allows.
                if Signals.stopRequested, run.clock.monotonic >= deadline ?? .min { return .whole }
                if !isRegular, descriptor.wait(for: .reading, milliseconds: 0) == .notYet { output.flush() }
                switch reader.fill(&record.store) {
                case .failed(let error): throw Failure(.inputOutput, "\(path): \(error.reason)")
                case .end where !isFinal: return .whole
                default: continue
                }
            }
        }
        return .whole
    }

    enum Drained { case whole, markDue }
}

extension FileStatus {
    fileprivate static func isRegular(_ path: String) -> Bool { (try? FileStatus(of: path))?.kind == .regular }
}
