import Bytes
import Records
import State
import System

/// Sources that know how far they have been read, and can go on from there in a later run.
package protocol Checkpointed: ~Copyable {
    /// Writes all that is needed to go on: behind the last line given out, no further.
    func save(to snapshot: inout SnapshotWriter)

    /// Takes up what was saved, before the first line is read.
    mutating func restore(from snapshot: inout SnapshotReader) throws(SnapshotError)

    /// Where the sources are, for those who read the marks. The first hundred are told.
    var positions: [(file: String, offset: Int64)] { get }
}

/// The source's side of marks: opens the stream, puts marks into it from time to time, and ends it. What the sources remember
/// at a mark is durable before the mark leaves.
package final class MarkedSource {
    private let run: FilterRun
    private let state: RunState
    private let every: Int64
    /// The weaker mode: what was written to the pipe counts as done. The stream then has no control records.
    private let commitsOnWrite: Bool
    private var watch: CommitWatch
    /// The mark that left last.
    private var mark: UInt64
    private var lastTime: Int64
    private var lastTaken = 0
    private var isInTrouble = false
    /// Nothing was kept by an earlier run: where this one begins is to be saved (`saveStart`).
    package private(set) var isFirst = false

    private static let mostPositions = 100
    /// A silent source has nothing to mark, but filters that go by the clock behind it may: every so many times, they can.
    private static let idleMarks: Int64 = 30

    /// Takes the state directory for a run.
    /// - Parameter every: nanoseconds between marks.
    package init(
        _ path: String, every: Int64, commitsOnWrite: Bool = false, in run: FilterRun
    ) throws(Failure) {
        self.run = run
        self.every = every
        self.commitsOnWrite = commitsOnWrite
        var looks = 50
        do throws(StateError) {
            // Stages of a run that was killed leave within moments.
            state = try RunState(opening: path, stage: run.stage) {
                looks -= 1
                _ = Descriptor.wait(forAny: [], hangUp: nil, milliseconds: 10)
                return looks > 0
            }
        } catch {
            throw Failure(error)
        }
        mark = state.start.mark
        lastTime = run.clock.monotonic
        watch = CommitWatch(committed: mark, every: every)
        if let end = state.uncommittedEnd {
            run.diagnostics.warning(
                "the last run ended well at mark \(end), but no sink took part in it; reading again from mark \(mark). "
                    + Self.hint)
        }
    }

    private static let hint =
        "Does the pipeline end in a sink that commits, such as weir-commit, and does every program in it pass the lines on "
        + "that begin with {\"_weir\"?"

    /// Brings the sources to the last committed mark; false in the first run.
    package func restore<C: Checkpointed & ~Copyable>(_ sources: inout C) throws(Failure) -> Bool {
        do throws(StateError) {
            guard let memory = try state.memory() else {
                isFirst = true
                return false
            }
            var snapshot = SnapshotReader(memory)
            do throws(SnapshotError) { try sources.restore(from: &snapshot) } catch {
                throw run.misfit(state.directory.path, at: mark)
            }
            return true
        } catch {
            throw Failure(error)
        }
    }

    /// Keeps where the first run begins, before its first line leaves. Till a mark is committed, each run begins there again: else one
    /// that follows a kill would begin with what there is by then, without what was put aside meanwhile.
    package func saveStart<C: Checkpointed & ~Copyable>(of sources: borrowing C) throws(Failure) {
        var snapshot = SnapshotWriter()
        sources.save(to: &snapshot)
        do throws(StateError) { try state.save(snapshot.contents, at: mark) } catch { throw Failure(error) }
        isFirst = false
    }

    // MARK: The stream

    package func begin(into output: inout RecordOutput) {
        guard !commitsOnWrite else { return }
        write("begin", "from", into: &output)
        output.writer.buffer.append("}")
        output.writer.endLine()
        output.flush()
    }

    /// It is time for a mark.
    package var isDue: Bool { run.clock.monotonic &- lastTime >= interval }

    /// How long the source may wait before it looks again.
    package var millisecondsUntilDue: Int32 { milliseconds(until: interval) }

    /// The same for when a line will have been given out meanwhile.
    package var millisecondsUntilDueAfterLine: Int32 { milliseconds(until: every) }

    /// - Parameter interval: since the last mark.
    private func milliseconds(until interval: Int64) -> Int32 {
        let left = interval &- (run.clock.monotonic &- lastTime)
        return Int32(clamping: max(0, left) / 1_000_000 + 1)
    }

    private var interval: Int64 {
        run.ledger.taken != lastTaken ? every : every.multipliedReportingOverflow(by: Self.idleMarks).partialValue
    }

    /// Puts a mark behind the lines given out so far.
    package func mark<C: Checkpointed & ~Copyable>(
        _ sources: borrowing C, into output: inout RecordOutput
    ) throws(Failure) {
        // From its end, so that a slow disk cannot make the next one due at once.
        defer { lastTime = run.clock.monotonic }
        do throws(StateError) {
            if !commitsOnWrite, try isWaitingForCommits() { return }
            try send("mark", sources, into: &output)
            lastTaken = run.ledger.taken
            if isInTrouble { run.diagnostics.note("the state can be saved again") }
            isInTrouble = false
        } catch {
            guard error.kind == .failed else { throw Failure(error) }
            // No mark, no commit: everything stays right, and the next mark tries again.
            if !isInTrouble {
                run.diagnostics.warning("\(error.message); the position stays at the last mark that was committed")
            }
            isInTrouble = true
        }
    }

    /// Ends the stream well.
    package func end<C: Checkpointed & ~Copyable>(
        _ sources: borrowing C, into output: inout RecordOutput
    ) throws(Failure) {
        output.flush()
        guard output.failure == nil else { return }
        do throws(StateError) {
            try send("end", sources, into: &output)
            if !commitsOnWrite, output.failure == nil { try state.end(at: mark) }
        } catch {
            throw Failure(error)
        }
    }

    private func isWaitingForCommits() throws(StateError) -> Bool {
        if watch.look(committed: try state.committed(), sent: mark, at: run.clock.monotonic) {
            run.diagnostics.warning(
                "no mark is being committed; the position stays at mark \(state.start.mark). " + Self.hint)
        }
        return !watch.hasRoom(after: mark)
    }

    private func send<C: Checkpointed & ~Copyable>(
        _ kind: StaticString, _ sources: borrowing C, into output: inout RecordOutput
    ) throws(StateError) {
        output.flush()
        guard output.failure == nil else { return }
        var snapshot = SnapshotWriter()
        sources.save(to: &snapshot)
        try state.save(snapshot.contents, at: mark + 1)
        mark += 1
        if commitsOnWrite { return try state.commit(mark) }
        write(kind, "n", into: &output)
        writePositions(sources.positions, to: &output.writer.buffer)
        output.writer.buffer.append("}")
        output.writer.endLine()
        output.flush()
    }

    private func write(_ kind: StaticString, _ number: StaticString, into output: inout RecordOutput) {
        output.writer.buffer.append("{\"_weir\":\"")
        output.writer.buffer.append(kind)
        output.writer.buffer.append("\",\"epoch\":\(state.identity.epoch),\"")
        output.writer.buffer.append(number)
        output.writer.buffer.append("\":\(mark),\"nonce\":\"\(state.identity.nonce)\"")
    }

    private func writePositions(_ positions: [(file: String, offset: Int64)], to buffer: inout ByteBuffer) {
        buffer.append(",\"sources\":[")
        for (index, position) in positions.prefix(Self.mostPositions).enumerated() {
            buffer.append(index > 0 ? ",{\"file\":\"" : "{\"file\":\"")
            buffer.append(escaping: PathText.shown(position.file))
            buffer.append("\",\"offset\":\(position.offset)}")
        }
        buffer.append("]")
    }
}
