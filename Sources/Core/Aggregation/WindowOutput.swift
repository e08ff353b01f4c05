import Bytes
import FilterKit
import Metrics
import Records

/// What leaves: writes the windows in their order, fills them if that was asked for, and says what there is to be said of
/// them at the end.
struct WindowOutput: ~Copyable {
    private var writer: WindowWriter
    let labels: [String]
    /// Series that appear in every window from their first on; nil where nothing is filled.
    private(set) var known: SeriesTable?
    private let maxSeries: Int
    /// It has been said when the first window leaves, or one has.
    private(set) var isAnnounced = false
    /// By the clock that never goes back, since when the first window has been seen to wait.
    private var waitsSince: Int64?
    /// So long a window waits before that is worth a line: a sink that commits takes a moment, too.
    private static let patience: Int64 = 2_000_000_000
    private var refused: UInt64 = 0
    private let watches: Bool
    /// The window that left last, where a terminal shows only that.
    private var latest: WindowState?
    /// The label that has too many values, once there are too many series.
    private var exploding: String?

    init(_ plan: AggregatePlan, labels: [String], _ shape: OutputShape, maxSeries: Int, fills: Bool = false) {
        writer = WindowWriter(plan, labels: labels, shape)
        self.labels = labels
        self.maxSeries = maxSeries
        watches = shape.watches
        if fills { known = SeriesTable() }
    }

    mutating func emit<S: RecordSink & ~Copyable>(_ state: WindowState, in run: FilterRun, into sink: inout S) {
        isAnnounced = true
        fill(state)
        refused = state.measures.reduce(refused) { $0 &+ $1.refused }
        if state.hasOverflow, exploding == nil { exploding = SeriesKey.mostVaried(labels, state.table) }
        if watches, sink.takesDrafts {
            latest = state
        } else {
            give(state, in: run, into: &sink)
        }
    }

    private mutating func give<S: RecordSink & ~Copyable>(_ state: WindowState, in run: FilterRun, into sink: inout S) {
        writer.emit(state, span: state.span, isFinal: true, into: &sink) { record, sink in
            run.create(&record, into: &sink)
        }
    }

    /// At the end the window that a terminal has shown last stays.
    mutating func settle<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        if let latest { give(latest, in: run, into: &sink) }
        latest = nil
    }

    /// Adds the series that windows before had, with nothing in them.
    private mutating func fill(_ state: WindowState) {
        guard known != nil else { return }
        if labels.isEmpty, state.table.count == 0 { state.addSeries() }
        for index in 0..<(known?.count ?? 0) {
            guard let key = known?.key(at: index), state.table.count < maxSeries else { break }
            _ = state.series(RawSpan(_elements: key.span))
        }
        for index in 0..<state.table.count where (known?.count ?? 0) < maxSeries {
            state.table.withKey(at: index) { _ = known?.index(ofKey: $0) }
        }
    }

    mutating func draft<S: RecordSink & ~Copyable>(_ states: [WindowState], into sink: inout S) {
        sink.beginDraft()
        for state in [latest].compactMap(\.self) + states {
            writer.emit(state, span: state.span, isFinal: false, into: &sink) { record, sink in sink.receive(&record) }
        }
        sink.endDraft()
    }

    /// In a pipe nothing comes for as long as the first window is open; one line says that this is as it should be.
    mutating func announce(_ first: WindowState, lateness: Int64, _ run: FilterRun) {
        guard !isAnnounced else { return }
        let now = run.clock.monotonic
        let since = waitsSince ?? now
        waitsSince = since
        guard now &- since >= Self.patience else { return }
        isAnnounced = true
        let due = first.window.end &+ lateness
        run.diagnostics.note(
            "the window of \(Timestamp(nanoseconds: first.window.start).text) is filling; it leaves when an event of "
                + "\(Timestamp(nanoseconds: due).text) or later comes, or the input ends")
    }

    /// - Parameter unfilled: empty windows that were too many to be filled.
    func close(unfilled: Int, _ run: FilterRun) {
        if refused > 0 {
            run.diagnostics.warning("\(refused) numbers are beyond what a sum can hold, and left out of it")
        }
        if let exploding {
            run.diagnostics.warning(
                "more than \(maxSeries) series: '\(exploding)' has too many values; the rest is in the series "
                    + "with _overflow (--max-series)")
        }
        if unfilled > 0 {
            run.diagnostics.warning("\(unfilled) empty windows in a row are left out, in spite of --fill")
        }
    }

    func write(to snapshot: inout SnapshotWriter) {
        snapshot.append(isAnnounced)
        snapshot.append(refused)
        snapshot.append(exploding ?? "")
        snapshot.append(UInt64(known?.count ?? 0))
        for index in 0..<(known?.count ?? 0) { snapshot.append(known?.key(at: index) ?? []) }
        writer.write(to: &snapshot)
    }

    mutating func restore(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        isAnnounced = try snapshot.flag()
        refused = try snapshot.unsigned()
        let label = try snapshot.text()
        exploding = label.isEmpty ? nil : label
        for _ in 0..<(try snapshot.count()) {
            let key = try snapshot.run()
            _ = known?.index(ofKey: RawSpan(_elements: key.span))
        }
        try writer.restore(from: &snapshot)
    }
}
