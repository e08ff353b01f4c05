import Bytes
import Records
import System

/// One thread's share of a file: takes chunks as long as there are any, and makes records of their lines.
///
/// Its run is speculative: a line that is rejected is not counted and not said, but handed back with the chunk.
struct ChunkWorker<F: LineFilter & ~Copyable>: Sendable {
    let queue: ChunkQueue
    let make: SiblingMaker<F>
    let stage: String
    let options: SharedOptions
    let path: String
    let modified: Int64?
    /// The file is opened anew by the number it is open under: a position of its own, and no other file by the same name.
    let descriptor: Descriptor

    func work() {
        let run = FilterRun(stage: stage, options: options, isSpeculating: true)
        var record = Record(store: ByteStore(input: 1 << 16))
        do throws(Failure) {
            let descriptor = try reopened()
            defer { descriptor.close() }
            try run.prepare(&record)
            run.begin(path, isStandardInput: false, modified: modified)
            var filter = try make(run, &record)
            var sink = ChunkSink()
            while let (index, chunk) = queue.take() {
                swap(&sink.text, &chunk.text)
                do throws(Failure) {
                    try read(queue.range(of: index), of: descriptor, chunk, &filter, &record, in: run, into: &sink)
                } catch {
                    chunk.failure = error
                }
                swap(&sink.text, &chunk.text)
                chunk.remarks = run.takeRemarks()
                if filter.folds {
                    let partial = filter.takePartial()
                    chunk.partial = chunk.odd.isEmpty ? partial : nil
                }
                queue.give(chunk, at: index)
            }
        } catch {
            // Each chunk that is waited for says so.
            while let (index, chunk) = queue.take() {
                chunk.failure = error
                queue.give(chunk, at: index)
            }
        }
    }

    private func reopened() throws(Failure) -> Descriptor {
        do throws(SystemError) { return try .open(reading: "/proc/self/fd/\(descriptor.number)") } catch {
            throw Failure(.noInput, "\(path): \(error.reason)")
        }
    }

    /// Makes records of the lines that begin in the range; the last one may end behind it.
    private func read(
        _ range: Range<Int64>, of descriptor: Descriptor, _ chunk: Chunk, _ filter: inout F, _ record: inout Record,
        in run: FilterRun, into sink: inout ChunkSink
    ) throws(Failure) {
        // From the byte before it on: up to the first newline it is the end of a line that begins before.
        let isFirst = range.lowerBound == queue.start
        let start = isFirst ? range.lowerBound : range.lowerBound - 1
        descriptor.seek(to: start)
        var reader = LineReader(descriptor, in: record.store, limit: options.maxLine.bytes, offset: start)
        var isInside = isFirst
        run.ledger = Ledger()
        defer {
            chunk.ledger = run.ledger
            chunk.end = reader.consumed
        }
        while isInside ? reader.consumed < range.upperBound : true {
            let taken = run.ledger.taken
            let event =
                isInside
                ? filter.takeLines(from: &reader, upTo: range.upperBound, &record, in: run, into: &sink)
                : reader.next(in: record.store.buffer)
            chunk.lines &+= Int(run.ledger.taken &- taken)
            switch event {
            case nil: return
            case .line(let line):
                if isInside { take(line, isLast: false, reader, chunk, &filter, &record, in: run, into: &sink) }
            case .lastLine(let line):
                if isInside { take(line, isLast: true, reader, chunk, &filter, &record, in: run, into: &sink) }
            case .tooLong(let kept, let length):
                if isInside {
                    chunk.lines += 1
                    chunk.odd.append(
                        Chunk.OddLine(
                            position: sink.text.count, number: chunk.lines, offset: reader.offset,
                            bytes: record.store.buffer.copy(kept), length: length, isLast: false, ledger: run.ledger))
                }
            case .end: return
            case .needsInput:
                if case .failed(let error) = reader.fill(&record.store) {
                    throw Failure(.inputOutput, "\(path): \(error.reason)")
                }
                continue
            }
            isInside = true
            // A chunk that cannot be added as a whole is read again: there is no more to be done for it here.
            if filter.folds, !chunk.odd.isEmpty { return }
        }
    }

    @inline(__always) private func take(
        _ line: Slice, isLast: Bool, _ reader: borrowing LineReader, _ chunk: Chunk, _ filter: inout F,
        _ record: inout Record, in run: FilterRun, into sink: inout ChunkSink
    ) {
        chunk.lines &+= 1
        // Not the file's line number, which is not known here; but not 1 either, which only the first line has.
        run.origin.line = 2
        run.origin.offset = reader.offset
        run.isLinePlain = reader.isPlain
        record.store.clearScratch()
        let before = sink.text.count
        if run.gate.judge(line, &record) == .record {
            run.ledger.taken &+= 1
            filter.process(line, isLast: isLast, &record, in: run, into: &sink)
            guard run.takeRejection() else { return }
            run.ledger.taken &-= 1
        }
        chunk.odd.append(
            Chunk.OddLine(
                position: before, number: chunk.lines, offset: reader.offset, bytes: record.store.buffer.copy(line),
                length: line.count, isLast: isLast, ledger: run.ledger))
    }
}
