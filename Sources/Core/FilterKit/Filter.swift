import Bytes
import Records

/// When a filter wants to be told that time has passed. It is told only while there is nothing to read: a line that
/// waits in a full pipe comes before the clock.
package enum TickWish: Equatable, Sendable {
    /// When nothing has come for so many milliseconds.
    case silence(Int32)
    /// Every so many milliseconds, also while lines trickle in.
    case every(Int32)
}

/// A filter of records: a synchronous value that never touches descriptors, clocks or exit.
package protocol Filter: SendableMetatype, ~Copyable {
    /// Takes one record: changes it and passes it on, or keeps what it needs of it.
    mutating func process<S: RecordSink & ~Copyable>(_ record: inout Record, in run: FilterRun, into sink: inout S)

    /// Time has passed while the input had nothing to say; `now` in nanoseconds since 1970.
    mutating func tick<S: RecordSink & ~Copyable>(now: Int64, in run: FilterRun, into sink: inout S)

    /// The input has ended: what was kept leaves now.
    mutating func finish<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S)

    /// A stream with marks ends, and goes on in a later run: what is kept is saved, but a file may want to be written.
    mutating func pause(in run: FilterRun)

    /// When `tick` is wanted; nil for never.
    var wantsTick: TickWish? { get }

    /// What was taken and not given yet would be lost if the process died between two marks.
    var remembersRecords: Bool { get }

    /// Writes all that is remembered between records, for a mark.
    func save(to snapshot: inout SnapshotWriter)

    /// Takes up what was saved, before the first record: the filter goes on as if it had never ended.
    mutating func restore(from snapshot: inout SnapshotReader, in run: FilterRun) throws(SnapshotError)

    // What a filter that can be read on several threads has besides: see LineFilter.
    var sibling: FilterMaker<Self>? { get }
    var folds: Bool { get }
    mutating func takePartial() -> (any PartialResult)?
    mutating func add<S: RecordSink & ~Copyable>(
        _ partial: any PartialResult, in run: FilterRun, into sink: inout S
    ) -> Bool

    // What a sink has besides: see LineFilter.
    var commits: Bool { get }
    mutating func resume(from receipt: [UInt8]?, in run: FilterRun) throws(Failure) -> [UInt8]
    mutating func makeDurable(at mark: UInt64, in run: FilterRun) throws(Failure) -> [UInt8]
}

extension Filter where Self: ~Copyable {
    package mutating func tick<S: RecordSink & ~Copyable>(now: Int64, in run: FilterRun, into sink: inout S) {}
    package mutating func finish<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {}
    package mutating func pause(in run: FilterRun) {}
    package var wantsTick: TickWish? { nil }
    package var remembersRecords: Bool { false }
    package func save(to snapshot: inout SnapshotWriter) {}
    package mutating func restore(from snapshot: inout SnapshotReader, in run: FilterRun) throws(SnapshotError) {}
    package var commits: Bool { false }
    package mutating func resume(from receipt: [UInt8]?, in run: FilterRun) throws(Failure) -> [UInt8] { [] }
    package mutating func makeDurable(at mark: UInt64, in run: FilterRun) throws(Failure) -> [UInt8] { [] }
    package var sibling: FilterMaker<Self>? { nil }
    package var folds: Bool { false }
    package mutating func takePartial() -> (any PartialResult)? { nil }
    package mutating func add<S: RecordSink & ~Copyable>(
        _ partial: any PartialResult, in run: FilterRun, into sink: inout S
    ) -> Bool { false }
}

/// Builds a filter, over a record and with a run of its own: for another thread.
package typealias SiblingMaker<F: LineFilter & ~Copyable> =
    @Sendable (FilterRun, inout Record) throws(Failure) -> F

/// A filter of lines: what stands at the beginning of a pipeline and makes records of them.
package protocol LineFilter: SendableMetatype, ~Copyable {
    /// Takes one line of the store that `record` is built over.
    mutating func process<S: RecordSink & ~Copyable>(
        _ line: Slice, isLast: Bool, _ record: inout Record, in run: FilterRun, into sink: inout S)

    mutating func tick<S: RecordSink & ~Copyable>(
        now: Int64, _ record: inout Record, in run: FilterRun, into sink: inout S)

    /// A control record is about to pass, and what is remembered cannot be saved: all that came before it leaves before it.
    mutating func settle<S: RecordSink & ~Copyable>(_ record: inout Record, in run: FilterRun, into sink: inout S)

    /// A stream with marks ends, and goes on in a later run: what need not wait for that leaves. The rest is saved.
    mutating func pause<S: RecordSink & ~Copyable>(_ record: inout Record, in run: FilterRun, into sink: inout S)

    mutating func finish<S: RecordSink & ~Copyable>(_ record: inout Record, in run: FilterRun, into sink: inout S)
    var wantsTick: TickWish? { get }
    var remembersRecords: Bool { get }
    func save(to snapshot: inout SnapshotWriter)
    mutating func restore(from snapshot: inout SnapshotReader, in run: FilterRun) throws(SnapshotError)

    /// It is a sink: it makes its output durable at each mark, and the mark is committed by that. Marks end here.
    var commits: Bool { get }

    /// Brings the output back to where it was at the mark from which the stream begins: what lies behind is dropped.
    /// - Parameter receipt: what `makeDurable` gave for that mark; nil if the output has not been begun.
    /// - Returns: the receipt of the output as it is now.
    mutating func resume(from receipt: [UInt8]?, in run: FilterRun) throws(Failure) -> [UInt8]

    /// Makes all that came before the mark outlast a power failure.
    /// - Returns: what is to be known of the output to come back to this mark.
    mutating func makeDurable(at mark: UInt64, in run: FilterRun) throws(Failure) -> [UInt8]

    /// Takes lines off the reader for as long as nobody has to look at one before the next, the filter apart: it counts them as
    /// taken, and says what became of them.
    /// - Parameter end: lines that begin behind it are left.
    /// - Returns: what came instead of such a line, which has not been taken; nil where `end` was reached.
    mutating func takeLines<S: RecordSink & ~Copyable>(
        from reader: inout LineReader, upTo end: Int64, _ record: inout Record, in run: FilterRun, into sink: inout S
    ) -> LineReader.Event?

    /// Makes another one that turns each line into what this one would make of it, for as long as all are understood; nil where
    /// a line may depend on those before it.
    var sibling: SiblingMaker<Self>? { get }

    /// Lines that come before the next one were taken by siblings, and understood.
    mutating func passOver()

    /// It gives nothing for a line, but learns from all of them: siblings hand over what they have learnt.
    var folds: Bool { get }

    /// What a sibling has learnt since this was asked last; it forgets that. Nil where only the one that speaks can tell what
    /// is to be made of these lines.
    mutating func takePartial() -> (any PartialResult)?

    /// Adds what a sibling has learnt from the lines that come next, as if they had been read here. False where that cannot be
    /// done: nothing has changed then, and they are read here.
    mutating func add<S: RecordSink & ~Copyable>(
        _ partial: any PartialResult, in run: FilterRun, into sink: inout S
    ) -> Bool
}

extension LineFilter where Self: ~Copyable {
    package mutating func pause<S: RecordSink & ~Copyable>(
        _ record: inout Record, in run: FilterRun, into sink: inout S
    ) {}
    @inline(__always) package mutating func takeLines<S: RecordSink & ~Copyable>(
        from reader: inout LineReader, upTo end: Int64, _ record: inout Record, in run: FilterRun, into sink: inout S
    ) -> LineReader.Event? { reader.next(in: record.store.buffer) }
    package var sibling: SiblingMaker<Self>? { nil }
    package mutating func passOver() {}
    package var folds: Bool { false }
    package mutating func takePartial() -> (any PartialResult)? { nil }
    package mutating func add<S: RecordSink & ~Copyable>(
        _ partial: any PartialResult, in run: FilterRun, into sink: inout S
    ) -> Bool { false }
    package mutating func tick<S: RecordSink & ~Copyable>(
        now: Int64, _ record: inout Record, in run: FilterRun, into sink: inout S
    ) {}
    package mutating func settle<S: RecordSink & ~Copyable>(
        _ record: inout Record, in run: FilterRun, into sink: inout S
    ) {}
    package mutating func finish<S: RecordSink & ~Copyable>(
        _ record: inout Record, in run: FilterRun, into sink: inout S
    ) {}
    package var wantsTick: TickWish? { nil }
    package var remembersRecords: Bool { false }
    package func save(to snapshot: inout SnapshotWriter) {}
    package mutating func restore(from snapshot: inout SnapshotReader, in run: FilterRun) throws(SnapshotError) {}
    package var commits: Bool { false }
    package mutating func resume(from receipt: [UInt8]?, in run: FilterRun) throws(Failure) -> [UInt8] { [] }
    package mutating func makeDurable(at mark: UInt64, in run: FilterRun) throws(Failure) -> [UInt8] { [] }
}

/// Makes a filter of records out of one of lines' point of view: each line is scanned, and offered to `--where`.
package struct RecordLines<F: Filter & ~Copyable>: LineFilter, ~Copyable {
    package var filter: F

    package init(_ filter: consuming F) { self.filter = filter }

    package mutating func process<S: RecordSink & ~Copyable>(
        _ line: Slice, isLast: Bool, _ record: inout Record, in run: FilterRun, into sink: inout S
    ) {
        guard run.scan(line, isLast: isLast, &record), run.admits(&record) else { return }
        filter.process(&record, in: run, into: &sink)
    }

    package mutating func tick<S: RecordSink & ~Copyable>(
        now: Int64, _ record: inout Record, in run: FilterRun, into sink: inout S
    ) {
        filter.tick(now: now, in: run, into: &sink)
    }

    package mutating func finish<S: RecordSink & ~Copyable>(
        _ record: inout Record, in run: FilterRun, into sink: inout S
    ) {
        filter.finish(in: run, into: &sink)
    }

    package var sibling: SiblingMaker<RecordLines<F>>? {
        guard let make = filter.sibling else { return nil }
        return { run, record throws(Failure) in RecordLines(try make(run, &record)) }
    }
    package var folds: Bool { filter.folds }
    package mutating func takePartial() -> (any PartialResult)? { filter.takePartial() }
    package mutating func add<S: RecordSink & ~Copyable>(
        _ partial: any PartialResult, in run: FilterRun, into sink: inout S
    ) -> Bool {
        filter.add(partial, in: run, into: &sink)
    }

    package mutating func pause<S: RecordSink & ~Copyable>(
        _ record: inout Record, in run: FilterRun, into sink: inout S
    ) {
        filter.pause(in: run)
    }

    package var wantsTick: TickWish? { filter.wantsTick }
    package var remembersRecords: Bool { filter.remembersRecords }
    package func save(to snapshot: inout SnapshotWriter) { filter.save(to: &snapshot) }
    package mutating func restore(from snapshot: inout SnapshotReader, in run: FilterRun) throws(SnapshotError) {
        try filter.restore(from: &snapshot, in: run)
    }
    package var commits: Bool { filter.commits }
    package mutating func resume(from receipt: [UInt8]?, in run: FilterRun) throws(Failure) -> [UInt8] {
        try filter.resume(from: receipt, in: run)
    }
    package mutating func makeDurable(at mark: UInt64, in run: FilterRun) throws(Failure) -> [UInt8] {
        try filter.makeDurable(at: mark, in: run)
    }
}
