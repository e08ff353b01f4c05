import Bytes
import Records
import System

extension FilterRun {
    /// Where reading has come to in a file.
    struct Place {
        var offset: Int64 = 0
        var line = 0
    }

    /// Reads a file on several threads, from a place on that lies between two lines, to what was its end when it was opened.
    /// The output is the same as one thread's: chunks are written in their order, and lines that are not understood are taken
    /// again by the filter itself, in their place, with all that follows from that.
    /// - Returns: where to go on reading; before the end where the filter is no longer in a state to have siblings.
    func readInParallel<F: LineFilter & ~Copyable>(
        _ descriptor: Descriptor, from start: Place, to end: Int64, jobs: Int, _ make: @escaping SiblingMaker<F>,
        _ filter: inout F, _ record: inout Record, into output: inout RecordOutput
    ) throws(Failure) -> Place {
        let queue = ChunkQueue(from: start.offset, to: end, size: chunkSize, room: jobs + 2)
        var threads: [Thread] = []
        defer {
            queue.finish()
            for thread in threads { thread.join() }
        }
        let worker = ChunkWorker<F>(
            queue: queue, make: make, stage: stage, options: options, path: origin.source, modified: origin.modified,
            descriptor: descriptor)
        do throws(SystemError) {
            for _ in 0..<jobs { threads.append(try Thread.start { worker.work() }) }
        } catch {
            // As many as there are will do.
            if threads.isEmpty { return start }
        }
        var place = start
        for index in 0..<queue.count where !isStopped && !Signals.stopRequested && output.failure == nil {
            let chunk = queue.await(index)
            if let failure = chunk.failure { throw failure }
            if filter.folds {
                let reach = queue.range(of: index).upperBound
                place = try fold(chunk, of: descriptor, from: place, to: reach, &filter, &record, into: &output)
                queue.recycle(chunk)
                continue
            }
            guard take(chunk, from: &place, &filter, &record, into: &output) else { return place }
            queue.recycle(chunk)
        }
        return place
    }

    /// Adds what was learnt from a chunk, or reads it again where that cannot be.
    private func fold<F: LineFilter & ~Copyable>(
        _ chunk: Chunk, of descriptor: Descriptor, from place: Place, to end: Int64, _ filter: inout F,
        _ record: inout Record, into output: inout RecordOutput
    ) throws(Failure) -> Place {
        guard let partial = chunk.partial, filter.add(partial, in: self, into: &output) else {
            // A line that began in the chunk before may end behind this one.
            guard place.offset < end else { return place }
            descriptor.seek(to: place.offset)
            return try read(
                descriptor, from: place, to: end, untilSiblings: false, &filter, &record, into: &output)
        }
        ledger.add(chunk.ledger, since: Ledger())
        if let remarks = chunk.remarks { take(remarks) }
        return Place(offset: chunk.end, line: place.line + chunk.lines)
    }

    /// Writes a chunk, and takes its odd lines in their places; false where the filter must go on alone from `place` on.
    private func take<F: LineFilter & ~Copyable>(
        _ chunk: Chunk, from place: inout Place, _ filter: inout F, _ record: inout Record,
        into output: inout RecordOutput
    ) -> Bool {
        let base = place.line
        var written = 0
        var counted = Ledger()
        for line in chunk.odd {
            output.forward(chunk.text, Slice(from: written, to: line.position))
            written = line.position
            if line.ledger.understood > counted.understood { filter.passOver() }
            ledger.add(line.ledger, since: counted)
            counted = line.ledger
            take(line, number: base + line.number, &filter, &record, into: &output)
            place = Place(
                offset: line.offset + Int64(line.length) + (line.isLast ? 0 : 1), line: base + line.number)
            // What comes behind it in the chunk is taken again.
            if isStopped || filter.sibling == nil { return false }
        }
        ledger.add(chunk.ledger, since: counted)
        if let remarks = chunk.remarks { take(remarks) }
        output.forward(chunk.text, Slice(from: written, to: chunk.text.count))
        if chunk.ledger.understood > counted.understood { filter.passOver() }
        place = Place(offset: chunk.end, line: base + chunk.lines)
        return true
    }

    private func take<F: LineFilter & ~Copyable>(
        _ line: Chunk.OddLine, number: Int, _ filter: inout F, _ record: inout Record, into output: inout RecordOutput
    ) {
        let slice = record.store.load(line.bytes)
        if line.length > line.bytes.count {
            return rejectTooLong(slice, line.length, at: line.offset, line: number, record)
        }
        origin.line = number
        origin.offset = line.offset
        isLinePlain = false
        take(slice, isLast: line.isLast, &filter, &record, into: &output)
    }
}

// MARK: What threads have to say

extension FilterRun {
    /// What a speculative run has found out besides records, for the one that speaks.
    struct Remarks: Sendable {
        let fields: FieldWatch.Sight
        /// Of each bound expression: results too large, and matches given up.
        let tallies: [(overflows: Int, failedMatches: Int)]
    }
}
