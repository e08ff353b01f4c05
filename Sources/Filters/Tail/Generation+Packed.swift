import Bytes
import Decompression
import Records
import System

extension Generation {
    /// The same for a compressed file, which is unpacked as it is read. It does not grow: at its end it is done.
    func readPacked<S: TailSink & ~Copyable>(
        _ descriptor: Descriptor, of name: SourceName, budget: Int, takesPartial: Bool, _ context: TailContext,
        _ record: inout Record, into sink: inout S
    ) -> TurnOutcome {
        guard !isExhausted, let codec else { return .quiet }
        if case .some(let start) = start {
            self.start = nil
            if let refusal = begin(start, descriptor, codec, context, &record, of: name, into: &sink) { return refusal }
            if isExhausted { return .quiet }
        }
        if unpacker == nil {
            unfinished = UnfinishedLine()
            readTo = consumed
            unpacker = Decompressor(codec, descriptor)
            guard unpacker?.skip(consumed) == true else {
                return give(up: "has fewer than \(consumed) bytes when unpacked")
            }
        }
        guard var unpacker else { return give(up: "no memory to unpack it") }
        let end = unpacker.position + Int64(budget)
        var reader = LineReader(descriptor, in: record.store, limit: context.limit, offset: consumed)
        if !unfinished.isEmpty {
            reader.resume(unfinished.bytes, passedOver: unfinished.passedOver, in: &record.store)
            unfinished = UnfinishedLine()
        }
        var outcome = TurnOutcome.quiet
        var last = PlacedLine()
        reading: while true {
            switch reader.next(in: record.store.buffer) {
            case .line(let line):
                last = PlacedLine(line, reader.offset)
                sink.take(placed(line, reader), of: name, &record)
            case .lastLine(let line):
                var line = placed(line, reader)
                line.isPartial = !isCurrent
                sink.take(line, of: name, &record)
            case .tooLong(let kept, let length):
                sink.takeTooLong(placed(kept, reader), length: length, of: name, &record)
            case .end: break reading
            case .needsInput:
                if sink.isClosed { break reading }
                if unpacker.position >= end {
                    outcome = .more
                    break reading
                }
                note(&last, record.store)
                switch reader.fill(&record.store, from: &unpacker) {
                case .filled, .interrupted, .wouldBlock: continue
                case .end:
                    isExhausted = true
                    reader.stop()
                case .failed:
                    // It may still be being written: then it is read on when it has grown.
                    if unpacker.isCutShort, !takesPartial {
                        self.unpacker = nil
                        break reading
                    }
                    isExhausted = true
                    outcome = .failed("\(codec.name): \(unpacker.fault ?? "cannot be unpacked")")
                    reader.stop()
                }
            }
        }
        note(&last, record.store)
        consumed = reader.consumed
        readTo = consumed + Int64(reader.pending)
        lineNumber = lineNumber.map { $0 + reader.lineNumber }
        let (bytes, passedOver) = reader.unfinished(in: record.store)
        unfinished = UnfinishedLine(bytes: bytes, passedOver: passedOver)
        if !fingerprint.isFull, fingerprint.length < readTo {
            fingerprint.extend(
                to: Decompressor.head(of: descriptor, codec, count: Int(min(Int64(Fingerprint.most), readTo))))
        }
        if isExhausted { self.unpacker = nil }
        return outcome
    }

    private func placed(_ line: Slice, _ reader: borrowing LineReader) -> TailLine {
        TailLine(bytes: line, offset: reader.offset, number: lineNumber.map { $0 + reader.lineNumber } ?? 0)
    }

    private func give(up reason: String) -> TurnOutcome {
        isExhausted = true
        unpacker = nil
        return .failed(reason)
    }

    /// Finds where reading begins. What is counted from the end is only known at the end: then those lines are given out here.
    private func begin<S: TailSink & ~Copyable>(
        _ start: TailStart, _ descriptor: Descriptor, _ codec: Codec, _ context: TailContext, _ record: inout Record,
        of name: SourceName, into sink: inout S
    ) -> TurnOutcome? {
        if start == .whole { return nil }
        guard var source = Decompressor(codec, descriptor) else { return give(up: "no memory to unpack it") }
        var pass = StreamPass(start, limit: context.limit, now: context.clock.now)
        let failure = pass.run(from: &source, descriptor, of: name, &record, into: &sink)
        isExhausted = true
        consumed = source.position
        readTo = consumed
        return failure.map { _ in .failed("\(codec.name): \(source.fault ?? "cannot be unpacked")") }
    }
}
