import Bytes
import Decompression
import Records
import System

extension FilterRun {
    /// Runs a filter of records over its inputs to the end.
    package func run<F: Filter & ~Copyable>(
        _ filter: consuming F, inputs: RecordInput, jobs: Int = 1, _ record: inout Record,
        into output: inout RecordOutput
    ) throws(Failure) -> ExitStatus {
        var lines = RecordLines(filter)
        return try run(&lines, paths: inputs.files, jobs: jobs, &record, into: &output)
    }

    /// Runs a filter of lines over its inputs, none meaning standard input, and finishes it.
    /// - Parameter jobs: threads that files may be read on, if the filter can have siblings.
    package func run<F: LineFilter & ~Copyable>(
        _ filter: inout F, paths: [String], jobs: Int = 1, _ record: inout Record, into output: inout RecordOutput
    ) throws(Failure) -> ExitStatus {
        if options.state != nil, let file = paths.first(where: { $0 != "-" }) {
            throw Failure(
                .usage, "--state is for a pipeline that begins with weir-tail; the file \(file) has no marks in it")
        }
        var status = ExitStatus.done
        for path in paths.isEmpty ? ["-"] : paths {
            do throws(Failure) {
                let descriptor = try open(path)
                defer { if descriptor != .input { descriptor.close() } }
                try read(descriptor, jobs: jobs, &filter, &record, into: &output)
            } catch {
                // One input that cannot be read does not cost the others.
                diagnostics.error(error)
                status = error.status
            }
            if isStopped || refusal != nil || output.failure != nil || Signals.stopRequested { break }
        }
        if let refusal {
            diagnostics.error(refusal)
            return finish(refusal.status, &output)
        }
        if isStopped, gate.stream != nil { return finish(.badData, &output) }
        if gate.isOpen || hasLostEnd {
            let cause = Signals.stopRequested ? "told to stop before its end mark came" : "a filter upstream died"
            diagnostics.error("the stream ended without its end mark: \(cause); nothing is closed")
            return finish(.inputOutput, &output)
        }
        if lacksBegin {
            diagnostics.error(
                "nothing came, not even the begin of a stream with marks: weir-tail or a filter upstream has failed")
            return finish(.inputOutput, &output)
        }
        // A stream with marks was finished at its end mark, as far as it is to be.
        if gate.stream == nil { filter.finish(&record, in: self, into: &output) }
        return finish(isStopped ? .badData : status, &output)
    }

    /// Flushes, closes the books, and settles the status. Ends the process quietly when the reader has gone.
    package func finish(_ status: ExitStatus, _ output: inout RecordOutput) -> ExitStatus {
        output.finish()
        guard let failure = output.failure else { return close(status: status) }
        if failure.isClosedPipe {
            ledger.closedEarly = true
            _ = close(status: status)
            Signals.dieOfClosedPipe()
        }
        diagnostics.error("\(output.name): \(failure.reason)")
        return close(status: .inputOutput)
    }

    /// Opens an input and makes it the origin of what follows.
    package func open(_ path: String) throws(Failure) -> Descriptor {
        if path == "-" {
            begin("stdin", isStandardInput: true, modified: nil)
            Descriptor.input.raisePipe()
            return .input
        }
        let (descriptor, status) = try Self.open(path)
        begin(path, isStandardInput: false, modified: status.kind == .regular ? status.modified : nil)
        return descriptor
    }

    /// Opens a file that lines can be read from: no directory.
    package static func open(_ path: String) throws(Failure) -> (Descriptor, FileStatus) {
        let descriptor: Descriptor
        let status: FileStatus
        do throws(SystemError) {
            descriptor = try Descriptor.open(reading: path)
            status = try FileStatus(of: descriptor)
        } catch {
            throw Failure(.noInput, error.description)
        }
        if status.kind == .directory {
            descriptor.close()
            throw Failure.directory(path)
        }
        return (descriptor, status)
    }

    private func read<F: LineFilter & ~Copyable>(
        _ descriptor: Descriptor, jobs: Int, _ filter: inout F, _ record: inout Record,
        into output: inout RecordOutput
    ) throws(Failure) {
        var place = Place()
        if jobs > 1, output.isJSON || filter.folds, let status = try? FileStatus(of: descriptor),
            status.kind == .regular,
            Codec.of(descriptor) == nil
        {
            place = try read(descriptor, from: place, untilSiblings: true, &filter, &record, into: &output)
            if let make = filter.sibling, status.size - place.offset >= 2 * chunkSize {
                place = try readInParallel(
                    descriptor, from: place, to: status.size, jobs: jobs, make, &filter, &record, into: &output)
            }
            descriptor.seek(to: place.offset)
        }
        _ = try read(descriptor, from: place, untilSiblings: false, &filter, &record, into: &output)
    }

    /// Reads to the end, or until the filter can have siblings.
    /// - Parameter end: lines that begin behind it are left.
    /// - Returns: where reading has come to.
    func read<F: LineFilter & ~Copyable>(
        _ descriptor: Descriptor, from place: Place, to end: Int64 = .max, untilSiblings: Bool, _ filter: inout F,
        _ record: inout Record, into output: inout RecordOutput
    ) throws(Failure) -> Place {
        var reader = LineReader(
            descriptor, in: record.store, limit: options.maxLine.bytes, offset: place.offset, line: place.line)
        func reached(_ reader: borrowing LineReader) -> Place {
            Place(offset: reader.consumed, line: reader.lineNumber)
        }
        // What is read from somewhere within is not packed: offsets are the file's own.
        let isWhole = !isStandardInput && place.offset == 0
        var unpacker = !isWhole ? nil : Codec.of(descriptor).flatMap { Decompressor($0, descriptor) }
        while !isStopped, refusal == nil, reader.consumed < end {
            switch filter.takeLines(from: &reader, upTo: end, &record, in: self, into: &output) {
            case nil: break
            case .line(let line): take(line, isLast: false, reader, &filter, &record, into: &output)
            case .lastLine(let line): take(line, isLast: true, reader, &filter, &record, into: &output)
            case .tooLong(let kept, let length):
                rejectTooLong(kept, length, at: reader.offset, line: reader.lineNumber, record)
            case .end: return reached(reader)
            case .needsInput:
                if output.failure != nil || untilSiblings && filter.sibling != nil { return reached(reader) }
                if Signals.stopRequested, isDrained(descriptor) {
                    if reader.pending > 0 {
                        diagnostics.note("stopped in the middle of a line; its \(reader.pending) bytes are left out")
                    }
                    return reached(reader)
                }
                guard waitForInput(descriptor, &filter, &record, into: &output) else { continue }
                if case .failed(let error) = fill(&reader, from: &unpacker, &record) {
                    let reason = unpacker.map { "\($0.codec.name): \($0.fault ?? error.reason)" } ?? error.reason
                    throw Failure(.inputOutput, "\(origin.source): \(reason)")
                }
            }
        }
        return reached(reader)
    }

    private func fill(
        _ reader: inout LineReader, from unpacker: inout Decompressor?, _ record: inout Record
    ) -> LineReader.Fill {
        guard var source = unpacker else { return reader.fill(&record.store) }
        return reader.fill(&record.store, from: &source)
    }

    /// Whether a filter that was told to stop may. What reads the source stops at once; what stands behind another filter
    /// first takes what that one has written, until the pipe is quiet, for 5 seconds at most.
    private func isDrained(_ descriptor: Descriptor) -> Bool {
        if Signals.readsSource { return true }
        let now = clock.monotonic
        let since = stopSeen ?? now
        stopSeen = since
        // A stream with marks says itself when it is over.
        return now &- since > 5_000_000_000
            || !gate.isOpen && descriptor.wait(for: .reading, milliseconds: 200) != .ready
    }

    @inline(__always) private func take<F: LineFilter & ~Copyable>(
        _ line: Slice, isLast: Bool, _ reader: borrowing LineReader, _ filter: inout F, _ record: inout Record,
        into output: inout RecordOutput
    ) {
        locate(reader)
        take(line, isLast: isLast, &filter, &record, into: &output)
    }

    /// Takes a line whose origin has been said.
    @inline(__always) func take<F: LineFilter & ~Copyable>(
        _ line: Slice, isLast: Bool, _ filter: inout F, _ record: inout Record, into output: inout RecordOutput
    ) {
        record.store.clearScratch()
        if isLast, gate.isOpen { return rejectFragment(line, record) }
        switch gate.judge(line, &record) {
        case .record:
            if refusesRecords { return refuseRecord() }
            ledger.taken &+= 1
            filter.process(line, isLast: isLast, &record, in: self, into: &output)
        case .control(let kind): take(kind, line, &filter, &record, into: &output)
        case .forged:
            ledger.taken &+= 1
            reject(.forgedControl, line, record, "looks like a control record, but does not show this stream's nonce")
        }
    }

    /// Who wrote the stream died in the middle of a line: it is not the line that it would have been.
    private func rejectFragment(_ line: Slice, _ record: borrowing Record) {
        ledger.taken &+= 1
        reject(.cutShort, line, record, "the stream broke off in the middle of a line")
    }

    @inline(__always) private func locate(_ reader: borrowing LineReader) {
        origin.line = reader.lineNumber
        origin.offset = reader.offset
        isLinePlain = reader.isPlain
    }

    /// Shows what there is before a read that would block, lets the filter feel the time pass while it does, and finds
    /// out when nobody reads the output any more: on a quiet stream no write would tell.
    /// - Returns: whether there is something to read; if not, a signal came or the reader has left.
    private func waitForInput<F: LineFilter & ~Copyable>(
        _ descriptor: Descriptor, _ filter: inout F, _ record: inout Record, into output: inout RecordOutput
    ) -> Bool {
        if descriptor.wait(for: .reading, milliseconds: 0) == .ready { return true }
        output.flush()
        flushRejects()
        while !Signals.stopRequested, output.failure == nil {
            let wish = filter.wantsTick
            // A signal may come between the look at its flag and the wait: no wait is for ever.
            let interval = wish.map(pause) ?? 1000
            switch Descriptor.wait(forAny: [descriptor], hangUp: output.writer.descriptor, milliseconds: interval) {
            case .ready: return true
            case .interrupted: break
            case .hungUp: output.readerHasLeft()
            case .timedOut:
                guard wish != nil else { continue }
                lastTick = clock.monotonic
                filter.tick(now: clock.now, &record, in: self, into: &output)
                output.flush()
            }
        }
        return false
    }

    private func pause(for wish: TickWish) -> Int32 {
        switch wish {
        case .silence(let interval): return interval
        case .every(let interval):
            let passed = (clock.monotonic &- lastTick) / 1_000_000
            return max(0, interval - Int32(clamping: passed))
        }
    }
}
