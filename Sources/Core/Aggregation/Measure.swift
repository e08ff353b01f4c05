import Bytes
import Metrics
import Records

/// What a record brings beside the value of an expression.
struct Observation {
    /// How many records it stands for (`--weight`).
    var times: UInt64 = 1
    /// Its event time in nanoseconds, where it has one.
    var time: Int64?
    /// The hash of its line, if some measure wants to draw a sample.
    var record: UInt64 = 0
}

/// What is kept of each series for some of the columns: one state a series, by its dense index. Columns of the same
/// expression share one (`p50`, `p95` and `p99` a histogram, `sum` and `mean` a sum).
class Measure {
    /// A measure of the same kind, without series.
    func emptied() -> Measure { Measure() }
    func addSeries() {}
    func reserve(_ series: Int) {}
    func observe(_ value: Value, _ series: Int, _ observation: Observation, _ record: inout Record) {}
    /// Adds what a series of another measure of the same kind has seen.
    func merge(_ other: Measure, _ from: Int, into series: Int) {}
    /// Forgets what a series has seen.
    func reset(_ series: Int) {}
    func write(_ series: Int, to snapshot: inout SnapshotWriter) {}
    /// Adds what was written of a series of a measure of the same kind.
    func merge(into series: Int, from snapshot: inout SnapshotReader) throws(SnapshotError) {}
    /// Numbers that were too large or too small for an exact sum, in all series.
    var refused: UInt64 { 0 }
}

/// A state that learns from the values of an expression.
protocol ObservingState: MergeableState {
    mutating func observe(_ value: Value, _ observation: Observation, _ record: inout Record)
    /// Whether there are numbers that it refuses.
    static var refuses: Bool { get }
    var refused: UInt64 { get }
}

extension ObservingState {
    static var refuses: Bool { false }
    var refused: UInt64 { 0 }
}

/// The measure of one kind of state.
class SeriesMeasure<State: ObservingState>: Measure {
    final var states: [State] = []
    private let empty: State

    /// - Parameter empty: what a series starts with.
    required init(_ empty: State) { self.empty = empty }

    override func emptied() -> Measure { Self(empty) }

    override func addSeries() { states.append(empty) }

    override func reserve(_ series: Int) { states.reserveCapacity(series + 1) }

    override func observe(_ value: Value, _ series: Int, _ observation: Observation, _ record: inout Record) {
        states[series].observe(value, observation, &record)
    }

    override func merge(_ other: Measure, _ from: Int, into series: Int) {
        guard let other = other as? SeriesMeasure<State> else { return }
        // A copy first: both may be the same measure.
        let state = other.states[from]
        states[series].merge(state)
    }

    override func reset(_ series: Int) { states[series] = empty }

    override func write(_ series: Int, to snapshot: inout SnapshotWriter) { states[series].write(to: &snapshot) }

    override func merge(into series: Int, from snapshot: inout SnapshotReader) throws(SnapshotError) {
        try states[series].merge(from: &snapshot)
    }

    override var refused: UInt64 { State.refuses ? states.reduce(0) { $0 &+ $1.refused } : 0 }
}
