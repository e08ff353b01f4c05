import Bytes
import FilterKit
import Records

/// Lines that are written without a record in between, where nobody looks at it.
extension ParseFilter {
    /// Takes plain lines of one stream for as long as they can be written without records.
    mutating func takeLines<S: RecordSink & ~Copyable>(
        from reader: inout LineReader, upTo end: Int64, _ record: inout Record, in run: FilterRun, into sink: inout S
    ) -> LineReader.Event? {
        guard transcribes, run.admitsAll, run.takesUnjudged, run.inputNumber == inputNumber, current == 0, let uncounted
        else { return reader.next(in: record.store.buffer) }
        return uncounted.look { stream in
            guard stream.isDecided, stream.canTranscribe else { return reader.next(in: record.store.buffer) }
            var count = 0
            var other: LineReader.Event?
            let isTaken = sink.receive(lines: { output in
                let full = max(LineWriter.threshold, output.count &+ 4096)
                while output.count < full {
                    if reader.consumed >= end { return false }
                    guard let line = reader.nextPlainLine(in: record.store.buffer) else {
                        other = reader.next(in: record.store.buffer)
                        return false
                    }
                    if ControlGate.mayBeOurs(line, record.store.buffer) {
                        other = .line(line)
                        return false
                    }
                    record.store.clearScratch()
                    guard Self.writeObject(of: line, isPlain: true, stream, &record, to: &output) else {
                        declined = reader.lineNumber
                        other = .line(line)
                        return false
                    }
                    output.append(0x0A)
                    count &+= 1
                }
                return true
            })
            guard isTaken else { return reader.next(in: record.store.buffer) }
            run.countTranscribed(count)
            if count > 0 { stream.isUntouched = false }
            return other
        }
    }

    /// Writes the record that `emit` would make of a line, without making it; false where that has to be done.
    @inline(__always) func transcribe<S: RecordSink & ~Copyable>(
        bare line: Slice, _ stream: LogStream, _ record: inout Record, in run: FilterRun, into sink: inout S
    ) -> Bool {
        guard stream.isDecided, stream.canTranscribe else { return false }
        let isPlain = run.isLinePlain
        let line = isPlain ? line : Self.withoutEnds(line, isFirst: run.origin.line == 1, record)
        if line.isEmpty { return false }
        let isDone = run.pass(into: &sink) { output in
            Self.writeObject(of: line, isPlain: isPlain, stream, &record, to: &output)
        }
        if isDone { stream.isUntouched = false }
        return isDone
    }

    /// The same of a line in its envelope.
    func transcribe<S: RecordSink & ~Copyable>(
        _ line: Slice, _ stream: LogStream, _ envelope: Envelope, _ record: inout Record, in run: FilterRun,
        into sink: inout S
    ) -> Bool {
        run.pass(into: &sink) { output in
            let start = output.count
            guard line.count <= WrittenLength.harmlessLine else { return false }
            guard stream.transcribe(line, isPlain: false, &record, to: &output) else { return false }
            envelope.writeOrigin(names, of: record, to: &output)
            Self.closeObject(from: start, &output)
            return true
        }
    }

    /// A line's record, without its newline; false, and nothing written, where it has to be made.
    @inline(__always) private static func writeObject(
        of line: Slice, isPlain: Bool, _ stream: LogStream, _ record: inout Record, to output: inout ByteBuffer
    ) -> Bool {
        guard line.count <= WrittenLength.harmlessLine else { return false }
        let start = output.count
        guard stream.transcribe(line, isPlain: isPlain, &record, to: &output) else { return false }
        closeObject(from: start, &output)
        return true
    }

    /// Each member brings a comma; the first one's place is the brace's.
    @inline(__always) private static func closeObject(from start: Int, _ output: inout ByteBuffer) {
        if output.count == start { output.append(0x2C) }
        output.put(0x7B, at: start)
        output.append(0x7D)
    }
}
