import Bytes
import FilterKit
import Records

/// A generation of a log whose name has gone to the next one. It is read for as long as somebody writes to it, and given
/// up when it has been silent for a while; then an unfinished last line leaves as it is, for nobody will finish it.
struct RetiredFile {
    private(set) var file: FollowedFile
    /// When something came last, on the clock that never goes back; nanoseconds.
    private var lastGrowth: Int64

    private static let patience: Int64 = 60_000_000_000

    init(_ file: FollowedFile, now: Int64) {
        self.file = file
        lastGrowth = now
    }

    enum Drained { case whole, markDue, givenUp }

    /// Gives out what has come since.
    mutating func drain(
        marks: MarkedSource?, _ emitter: borrowing TailEmitter, _ record: inout Record, in run: FilterRun,
        into output: inout RecordOutput
    ) throws(Failure) -> Drained {
        let before = file.consumed
        let drained = try file.drain(isFinal: false, marks: marks, emitter, &record, in: run, into: &output)
        if file.consumed != before { lastGrowth = run.clock.monotonic }
        if drained == .markDue { return .markDue }
        guard run.clock.monotonic &- lastGrowth > Self.patience else { return .whole }
        try finish(until: .max, emitter, &record, in: run, into: &output)
        return .givenUp
    }

    /// Gives out the rest, an unfinished last line included.
    mutating func finish(
        until deadline: Int64, _ emitter: borrowing TailEmitter, _ record: inout Record, in run: FilterRun,
        into output: inout RecordOutput
    ) throws(Failure) {
        _ = try file.drain(isFinal: true, until: deadline, emitter, &record, in: run, into: &output)
        file.close()
    }
}
