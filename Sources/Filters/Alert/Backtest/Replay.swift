import Records
import System

/// Rules held against old metrics, and the firings that come of it.
struct Replay: ~Copyable {
    private(set) var engine: AlertEngine
    private(set) var firings = Firings()

    init(_ engine: consuming AlertEngine) { self.engine = engine }

    mutating func take(_ record: inout Record, at time: Int64) {
        engine.take(&record, at: time)
        if !engine.events.isEmpty { collect() }
    }

    /// The record's time; nil where what is called so is none, and `other` where it has none.
    mutating func time(of record: borrowing Record, or other: Int64) -> Int64? {
        engine.time(of: record, or: { other })
    }

    mutating func finish() {
        engine.finish()
        collect()
    }

    private mutating func collect() {
        firings.take(engine.events)
        engine.events.removeAll(keepingCapacity: true)
    }
}

/// The time that the records cover.
struct TimeSpan {
    private(set) var start: Int64 = .max
    private(set) var end: Int64 = .min
    private var ofTotals: Int64?

    mutating func extend(to time: Int64, width: Int64?) {
        start = min(start, time)
        let (last, overflow) = time.addingReportingOverflow(width ?? 0)
        end = max(end, overflow ? .max : last)
    }

    /// The one moment of records without a time.
    mutating func totals(_ clock: any Clock) -> Int64 {
        let time = ofTotals ?? clock.now
        ofTotals = time
        return time
    }

    /// Nanoseconds.
    var length: Int64 { start < end ? SeriesState.distance(start, end) : 0 }
}
