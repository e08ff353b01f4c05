import Bytes
import FilterKit
import Records
import System

/// All files of a run: reads what is there, and then, if told to follow, what comes.
struct TailFiles {
    var files: [FollowedFile]
    /// Generations that lost their name: a writer may keep one open for a while (nginx does until it is told).
    var retired: [RetiredFile] = []
    /// Where an earlier run ended, for files that have not been opened yet.
    var saved: [SavedPosition] = []
    /// Puts marks into the stream; nil without `--state`.
    private let marks: MarkedSource?
    /// The last line of a file is given out though it has no newline.
    private let takesUnfinished: Bool
    /// How long a stop may take to give out what was written before it; nanoseconds.
    private static let drainTime: Int64 = 1_000_000_000

    private let start: LineCount
    private let byName: Bool

    init(paths: [String], start: LineCount, byName: Bool, marks: MarkedSource?, takesUnfinished: Bool) {
        files = paths.map(FollowedFile.init)
        self.marks = marks
        self.takesUnfinished = takesUnfinished
        self.start = start
        self.byName = byName
    }

    mutating func read(
        follows: Bool, _ emitter: borrowing TailEmitter, _ record: inout Record, in run: FilterRun,
        into output: inout RecordOutput
    ) throws(Failure) -> ExitStatus {
        // Watched before read, so that nothing written in between goes unnoticed.
        let paths = files.map(\.path).filter { $0 != "-" }
        let follower = follows && !paths.isEmpty ? Follower(paths: paths, byName: byName, run.diagnostics) : nil
        var status = ExitStatus.done
        try resume(emitter, &record, in: run, into: &output)
        for index in files.indices where !Signals.stopRequested && output.failure == nil {
            do throws(Failure) {
                try readFirst(index, isFinal: !follows, emitter, &record, in: run, into: &output)
            } catch {
                run.diagnostics.error(error.message + (byName ? "; waiting for it to appear" : ""))
                if !byName { status = error.status }
            }
        }
        guard let follower else { return status }
        while !Signals.stopRequested, output.failure == nil {
            output.flush()
            guard follower.wait(output: output.writer.descriptor, atMost: marks?.millisecondsUntilDue) else {
                output.readerHasLeft()
                break
            }
            if look(emitter, &record, in: run, into: &output, status: &status) { follower.watchAll() }
            if let marks, marks.isDue { try marks.mark(self, into: &output) }
            // A file that is followed itself ends with nobody left to write to it; names may always come back.
            if !byName, files.allSatisfy({ $0.descriptor == nil }) { return status }
        }
        let deadline = run.clock.monotonic &+ Self.drainTime
        for index in retired.indices {
            try retired[index].finish(until: deadline, emitter, &record, in: run, into: &output)
        }
        for index in files.indices {
            try drain(index, isFinal: true, until: deadline, emitter, &record, in: run, into: &output)
        }
        return status
    }

    private mutating func readFirst(
        _ index: Int, isFinal: Bool, _ emitter: borrowing TailEmitter, _ record: inout Record, in run: FilterRun,
        into output: inout RecordOutput
    ) throws(Failure) {
        let path = files[index].path
        if path == "-" { return try readStream(run.open("-"), of: path, emitter, &record, in: run, into: &output) }
        if files[index].descriptor == nil {
            try files[index].open()
            try files[index].skip(to: start)
        }
        run.origin = Origin(source: path)
        if files[index].isRegular {
            try drain(index, isFinal: isFinal, emitter, &record, in: run, into: &output)
        } else if let descriptor = files[index].descriptor {
            try readStream(descriptor, of: path, emitter, &record, in: run, into: &output)
            files[index].close()
        }
    }

    /// Gives out what has come to a file, with the marks that become due meanwhile.
    private mutating func drain(
        _ index: Int, isFinal: Bool, until deadline: Int64? = nil, _ emitter: borrowing TailEmitter,
        _ record: inout Record, in run: FilterRun, into output: inout RecordOutput
    ) throws(Failure) {
        while try files[index].drain(
            isFinal: isFinal && takesUnfinished, until: deadline, marks: marks, emitter, &record, in: run, into: &output
        )
            == .markDue
        { try marks?.mark(self, into: &output) }
    }

    /// The same of a generation that has lost its name; false when it was given up.
    private mutating func drainRetired(
        _ index: Int, _ emitter: borrowing TailEmitter, _ record: inout Record, in run: FilterRun,
        into output: inout RecordOutput
    ) throws(Failure) -> Bool {
        while true {
            switch try retired[index].drain(marks: marks, emitter, &record, in: run, into: &output) {
            case .whole: return true
            case .givenUp: return false
            case .markDue: try marks?.mark(self, into: &output)
            }
        }
    }

    /// Takes up where an earlier run ended: generations that were moved away meanwhile come first.
    private mutating func resume(
        _ emitter: borrowing TailEmitter, _ record: inout Record, in run: FilterRun, into output: inout RecordOutput
    ) throws(Failure) {
        guard !saved.isEmpty else { return }
        for index in files.indices where files[index].path != "-" {
            guard (try? FileStatus(of: files[index].path))?.kind == .regular, (try? files[index].open()) != nil else {
                continue
            }
            let isKnown = saved.contains { $0.path == files[index].path && files[index].resume(at: $0) }
            if !isKnown { try files[index].skip(to: start) }
        }
        findMoved(in: run)
        for index in retired.indices { _ = try drainRetired(index, emitter, &record, in: run, into: &output) }
    }

    /// Looks at each file once. True when some name has a new file, which is to be watched. A file that cannot be read
    /// any more is given up; the others go on.
    private mutating func look(
        _ emitter: borrowing TailEmitter, _ record: inout Record, in run: FilterRun, into output: inout RecordOutput,
        status: inout ExitStatus
    ) -> Bool {
        var isNew = false
        for index in files.indices where files[index].path != "-" {
            do throws(Failure) {
                if try look(at: index, emitter, &record, in: run, into: &output) { isNew = true }
            } catch {
                run.diagnostics.error(error)
                files[index].close()
                status = error.status
            }
        }
        for index in retired.indices.reversed() {
            do throws(Failure) {
                if try !drainRetired(index, emitter, &record, in: run, into: &output) { retired.remove(at: index) }
            } catch {
                run.diagnostics.error(error)
                retired.remove(at: index)
                status = error.status
            }
        }
        return isNew
    }

    /// Gives out what has come to one file; true when its name has another file now.
    private mutating func look(
        at index: Int, _ emitter: borrowing TailEmitter, _ record: inout Record, in run: FilterRun,
        into output: inout RecordOutput
    ) throws(Failure) -> Bool {
        switch files[index].change(byName: byName) {
        case .none, .missing: break
        case .truncated:
            run.diagnostics.note("\(files[index].path): truncated; reading from its start")
            files[index].rewind()
        case .replaced:
            try drain(index, isFinal: false, emitter, &record, in: run, into: &output)
            var new = FollowedFile(path: files[index].path)
            guard (try? new.open()) != nil else { return false }
            if files[index].descriptor != nil { retired.append(RetiredFile(files[index], now: run.clock.monotonic)) }
            files[index] = new
            try drain(index, isFinal: false, emitter, &record, in: run, into: &output)
            return true
        }
        try drain(index, isFinal: false, emitter, &record, in: run, into: &output)
        return false
    }

    /// Reads what cannot be read backwards (a pipe, a terminal) to its end; `-n N` keeps the last lines in memory.
    private func readStream(
        _ descriptor: Descriptor, of path: String, _ emitter: borrowing TailEmitter, _ record: inout Record,
        in run: FilterRun, into output: inout RecordOutput
    ) throws(Failure) {
        let name = emitter.nameSlice(of: path)
        var skip = 0
        var kept: LastLines?
        switch start {
        case .from(let first): skip = max(0, first - 1)
        case .last(let count): kept = LastLines(limit: count)
        }
        var reader = LineReader(descriptor, in: record.store, limit: run.options.maxLine.bytes)
        reading: while output.failure == nil {
            switch reader.next(in: record.store) {
            case .line(let line), .lastLine(let line):
                if reader.lineNumber <= skip { continue }
                if kept != nil {
                    kept?.add(record.store.buffer.copy(line), offset: reader.offset)
                } else {
                    emitter.emit(line, at: reader.offset, of: name, &record, in: run, into: &output)
                }
            case .tooLong(let line, let length):
                run.rejectTooLong(line, length, at: reader.offset, line: reader.lineNumber, record)
            case .end: break reading
            case .needsInput:
                if Signals.stopRequested {
                    reader.stop()
                } else {
                    if let marks, marks.isDue { try marks.mark(self, into: &output) }
                    if descriptor.wait(for: .reading, milliseconds: 0) == .notYet { output.flush() }
                    if case .failed(let error) = reader.fill(&record.store) {
                        throw Failure(.inputOutput, "\(run.origin.source): \(error.reason)")
                    }
                }
            }
        }
        for line in kept?.inOrder ?? [] {
            let slice = record.store.load(line.bytes)
            emitter.emit(slice, at: line.offset, of: name, &record, in: run, into: &output)
        }
    }
}
