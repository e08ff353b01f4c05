import Bytes
import Records
import State

/// What a stage does with the control records of its stream: Chandy and Lamport's snapshots ("Distributed Snapshots", 1985) in a
/// pipe, where the marker needs no more than its place between the records.
extension FilterRun {
    /// Takes a control record, and passes it on in its order: behind all that came before it.
    func take<F: LineFilter & ~Copyable>(
        _ kind: ControlRecord.Kind, _ line: Slice, _ filter: inout F, _ record: inout Record,
        into output: inout RecordOutput
    ) {
        do throws(Failure) {
            switch kind {
            case .begin: try begin(&filter, &record, into: &output)
            case .mark: try mark(line, &filter, &record, into: &output)
            case .end: try end(line, &filter, &record, into: &output)
            }
        } catch {
            refusal = error
        }
    }

    /// A record where the stream should have begun with marks, or behind their end: it would not count exactly once.
    func refuseRecord() {
        refusal = Failure(
            .badConfiguration,
            lacksBegin
                ? "--state (or WEIR_STATE) is set, but this stream has no marks: does it come from weir-tail --state, and does "
                    + "every program in between pass the lines on that begin with {\"_weir\"?"
                : "a record came behind the end of a stream with marks; nothing may be added to one")
    }

    // MARK: Begin

    private func begin<F: LineFilter & ~Copyable>(
        _ filter: inout F, _ record: inout Record, into output: inout RecordOutput
    ) throws(Failure) {
        guard let stream = gate.stream else { return }
        lacksBegin = false
        refusesRecords = false
        stages = stream.stages
        if filter.remembersRecords || filter.commits {
            guard let path = statePath else {
                throw Failure(
                    .badConfiguration,
                    "this stream has marks, and \(stage) must keep its place in it: give it the --state of weir-tail, or set "
                        + "WEIR_STATE for the whole pipeline")
            }
            if filter.remembersRecords, Self.memory(of: filter).isEmpty {
                throw Failure(
                    .badConfiguration,
                    "\(stage) cannot keep its state over a restart yet; run the pipeline without --state")
            }
            let earlier = stages.filter { $0 == stage || $0.hasPrefix(stage + "#") }.count
            let name = earlier == 0 ? stage : "\(stage)#\(earlier + 1)"
            stages.append(name)
            do throws(StateError) {
                let state = try StageState(
                    opening: path, stage: name, nonce: stream.nonce, epoch: stream.epoch ?? 0, from: stream.mark ?? 0)
                self.state = state
                pace = SavePace(after: state.start)
                if filter.remembersRecords, let memory = try state.memory() { try restore(&filter, memory, state) }
            } catch {
                throw Failure(error)
            }
        }
        if filter.commits { return try resume(&filter) }
        if output.takesControl {
            tellStages(&record)
            record.write(to: &output.writer.buffer)
            output.writer.endLine()
        }
        output.flush()
    }

    private func restore<F: LineFilter & ~Copyable>(
        _ filter: inout F, _ memory: [UInt8], _ state: StageState
    ) throws(StateError) {
        var snapshot = SnapshotReader(memory)
        do throws(SnapshotError) {
            try filter.restore(from: &snapshot, in: self)
            guard snapshot.isAtEnd else { throw SnapshotError.foreign }
        } catch {
            throw misfit(state.directory.path, at: state.start)
        }
    }

    /// What was saved is whole, and not what this filter saves.
    func misfit(_ path: String, at mark: UInt64) -> StateError {
        StateError(
            .unusable,
            "\(path): what \(stage) remembered at mark \(mark) does not fit: other options or another version wrote it. Run it as "
                + "before, or begin anew with 'weir state reset \(path)'")
    }

    private func resume<F: LineFilter & ~Copyable>(_ filter: inout F) throws(Failure) {
        guard let state else { return }
        let receipt = try filter.resume(from: state.resumed.receipt, in: self)
        // Where the output begins is known before its first byte is written; without that there is nothing to come back to.
        do throws(StateError) { try state.takeOver(receipt: receipt) } catch {
            throw Failure(error)
        }
    }

    /// Adds this stage to those that the stream has come by.
    private func tellStages(_ record: inout Record) {
        guard let stagesName, stages != gate.stream?.stages else { return }
        let start = record.store.buffer.count
        record.store.buffer.append(JSONTree.array(stages.map(JSONTree.text)).json)
        record.set(stagesName, Slice(from: start, to: record.store.buffer.count), .array)
    }

    // MARK: Mark and end

    private func mark<F: LineFilter & ~Copyable>(
        _ line: Slice, _ filter: inout F, _ record: inout Record, into output: inout RecordOutput
    ) throws(Failure) {
        if !filter.remembersRecords {
            filter.settle(&record, in: self, into: &output)
        } else if let pace, let mark = gate.last?.mark, !pace.isDue(mark, now: clock.monotonic) {
            return
        }
        do throws(StateError) {
            try pass(line, &filter, record, into: &output)
            if isInTrouble { diagnostics.note("the state can be saved again") }
            isInTrouble = false
        } catch {
            guard error.kind == .failed else { throw Failure(error) }
            // A mark that could not be saved goes no further, so it is never committed, and the next one may fare better.
            if !isInTrouble { diagnostics.warning("\(error.message); no mark passes until it can be saved") }
            isInTrouble = true
        }
    }

    private func end<F: LineFilter & ~Copyable>(
        _ line: Slice, _ filter: inout F, _ record: inout Record, into output: inout RecordOutput
    ) throws(Failure) {
        refusesRecords = state != nil
        if !filter.remembersRecords || options.flush {
            filter.finish(&record, in: self, into: &output)
        } else {
            filter.pause(&record, in: self, into: &output)
        }
        do throws(StateError) { try pass(line, &filter, record, into: &output) } catch { throw Failure(error) }
    }

    /// Writes what came before the mark, saves what is remembered at it, and only then lets it go on; a sink commits it.
    private func pass<F: LineFilter & ~Copyable>(
        _ line: Slice, _ filter: inout F, _ record: borrowing Record, into output: inout RecordOutput
    ) throws(StateError) {
        output.flush()
        flushRejects()
        guard output.failure == nil else { return }
        if let state {
            guard let mark = gate.last?.mark, mark > state.start else {
                throw StateError(.unusable, "\(state.directory.path): the stream goes back behind mark \(state.start)")
            }
            if filter.remembersRecords {
                let start = clock.monotonic
                try state.save(Self.memory(of: filter), at: mark)
                pace?.note(mark, from: start, to: clock.monotonic)
            }
            if filter.commits { return try commit(mark, &filter, state) }
        }
        guard output.takesControl else { return }
        output.forward(line, of: record)
        output.flush()
    }

    private static func memory<F: LineFilter & ~Copyable>(of filter: borrowing F) -> [UInt8] {
        var snapshot = SnapshotWriter()
        filter.save(to: &snapshot)
        return snapshot.contents
    }

    private func commit<F: LineFilter & ~Copyable>(
        _ mark: UInt64, _ filter: inout F, _ state: StageState
    ) throws(StateError) {
        let receipt: [UInt8]
        do throws(Failure) { receipt = try filter.makeDurable(at: mark, in: self) } catch {
            refusal = error
            return
        }
        try state.commit(mark, stages: stages, receipt: receipt)
    }
}
