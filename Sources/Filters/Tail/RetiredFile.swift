import Bytes
import FilterKit
import Records

/// A generation of a log whose name has gone to the next one. It is read for as long as somebody writes to it, and given
/// up when it has been silent for a while; then an unfinished last line leaves as it is, for nobody will finish it.
struct RetiredFile {
    private var file: FollowedFile
    /// When something came last, on the clock that never goes back; nanoseconds.
    private var lastGrowth: Int64

    private static let patience: Int64 = 60_000_000_000

    init(_ file: FollowedFile, now: Int64) {
        self.file = file
        lastGrowth = now
    }

    /// Gives out what has come since; true when the file was given up.
    mutating func drain(
        _ emitter: borrowing TailEmitter, _ record: inout Record, in run: FilterRun, into output: inout RecordOutput
    ) throws(Failure) -> Bool {
        let before = file.consumed
        try file.drain(isFinal: false, emitter, &record, in: run, into: &output)
        if file.consumed != before { lastGrowth = run.clock.monotonic }
        guard run.clock.monotonic &- lastGrowth > Self.patience else { return false }
        try finish(until: .max, emitter, &record, in: run, into: &output)
        return true
    }

    /// Gives out the rest, an unfinished last line included.
    mutating func finish(
        until deadline: Int64, _ emitter: borrowing TailEmitter, _ record: inout Record, in run: FilterRun,
        into output: inout RecordOutput
    ) throws(Failure) {
        try file.drain(isFinal: true, until: deadline, emitter, &record, in: run, into: &output)
        file.close()
    }
}
