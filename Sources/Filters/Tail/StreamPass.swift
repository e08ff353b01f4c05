import Bytes
import Records
import System

/// Reads something that cannot be read backwards, a pipe or what a decompressor gives, to its end in one go; of a start that is
/// counted from the end, the last lines are kept in memory.
struct StreamPass {
    private let start: TailStart
    private let limit: Int
    private var kept: LastLines?
    private var hasBegun = false
    private let times: LineTime

    /// - Parameter now: for times without a year; nanoseconds since 1970.
    init(_ start: TailStart, limit: Int, now: Int64) {
        let zone = if case .since(_, let zone) = start { zone } else { TimeZoneRules.utc }
        times = LineTime(reference: now, zone: zone)
        self.start = start
        self.limit = limit
        switch start {
        case .lines(.last(let count)): kept = LastLines(limit: count)
        case .bytes(.last(let count)): kept = LastLines(bytes: count)
        default: break
        }
    }

    /// Nil when the end was reached; else why not.
    mutating func run<Source: ByteSource & ~Copyable, S: TailSink & ~Copyable>(
        from source: inout Source, _ descriptor: Descriptor, of name: SourceName, _ record: inout Record,
        into sink: inout S,
        beforeWaiting: (inout S) -> Bool = { _ in true }
    ) -> SystemError? {
        var reader = LineReader(descriptor, in: record.store, limit: limit)
        var failure: SystemError?
        reading: while !sink.isClosed {
            switch reader.next(in: record.store.buffer) {
            case .line(let line), .lastLine(let line): take(line, reader, of: name, &record, into: &sink)
            case .tooLong(let bytes, let length):
                let line = TailLine(bytes: bytes, offset: reader.offset, number: reader.lineNumber)
                sink.takeTooLong(line, length: length, of: name, &record)
            case .end: break reading
            case .needsInput:
                guard beforeWaiting(&sink) else {
                    reader.stop()
                    continue
                }
                if case .failed(let error) = reader.fill(&record.store, from: &source) {
                    failure = error
                    reader.stop()
                }
            }
        }
        for line in kept?.inOrder ?? [] {
            let bytes = record.store.load(line.bytes)
            sink.take(TailLine(bytes: bytes, offset: line.offset, number: 0), of: name, &record)
        }
        return failure
    }

    private mutating func take<S: TailSink & ~Copyable>(
        _ line: Slice, _ reader: borrowing LineReader, of name: SourceName, _ record: inout Record, into sink: inout S
    ) {
        var line = line
        var offset = reader.offset
        switch start {
        case .lines(.from(let first)) where reader.lineNumber < first: return
        case .bytes(.from(let first)):
            // The line that the byte stands in begins there.
            let skipped = first - 1 - offset
            if skipped > Int64(line.count) { return }
            if skipped > 0 {
                line = line.dropFirst(Int(skipped))
                offset += skipped
            }
        case .since(let time, _) where !hasBegun:
            guard let stamp = times.find(in: record.store.buffer, line), stamp >= time else { return }
            hasBegun = true
        default: break
        }
        if kept != nil {
            kept?.add(record.store.buffer.copy(line), offset: offset)
        } else {
            sink.take(TailLine(bytes: line, offset: offset, number: reader.lineNumber), of: name, &record)
        }
    }
}
