import Bytes
import Metrics
import Records

/// One window while it is open: its series, and what is kept of each.
///
/// Series 0 is the overflow series, which has no key: there go those that are beyond the limit. The key with index i in
/// the table is series i + 1.
final class WindowState {
    private(set) var window: Window
    /// The width it is known by, in nanoseconds; nil where there is but one total.
    private(set) var width: Int64?
    var table = SeriesTable()
    var counts = Slab<UInt64>([0])
    /// For how many series the measures have states: for those that there are, and those that a window before had.
    private var prepared = 1
    let measures: [Measure]
    /// The same, for who looks at them for each record.
    let uncounted: Slab<Uncounted<Measure>>
    /// How long its series may be silent, where it is a session: one that is merged may join it to another.
    var sessionGap: Int64?
    /// 0 for what left in time; from 1 on what came after the window had left, and leaves besides.
    var part: UInt64 = 0
    /// From the first to the last event, where a rate needs to know.
    var span = EventSpan()
    /// Some series went into the overflow series.
    var hasOverflow = false
    /// How many series there may be.
    let limit: Int
    /// Once the limit is reached: which series has the largest hash, and goes when one with a smaller comes.
    var largest = LargestHash()

    static let overflow = 0

    convenience init(_ window: Window, width: Int64?, _ plan: AggregatePlan, limit: Int) {
        self.init(window, width: width, plan.makeMeasures(), limit: limit)
    }

    /// A window of the same kind, with nothing in it.
    convenience init(copying other: WindowState, limit: Int) {
        self.init(other.window, width: other.width, other.measures.map { $0.emptied() }, limit: limit)
        span = other.span
        sessionGap = other.sessionGap
        part = other.part
    }

    private init(_ window: Window, width: Int64?, _ measures: [Measure], limit: Int) {
        self.window = window
        self.width = width
        self.limit = limit
        self.measures = measures
        uncounted = Slab(measures.map { Uncounted(heldElsewhere: $0) })
        for measure in measures { measure.addSeries() }
    }

    /// The series with this key; a new one is made, or is the overflow series.
    @inline(__always) func series(_ key: RawSpan) -> Int {
        let hash = SeriesHash.hash(key)
        if table.count >= limit { return limited(key, hash) }
        let (index, isNew) = table.index(ofKey: key, hash: hash)
        if isNew { makeRoom() }
        return index &+ 1
    }

    /// Adds the one series that there is without labels, with nothing in it.
    func addSeries() {
        let empty: [UInt8] = []
        _ = table.index(ofKey: RawSpan(_elements: empty.span))
        makeRoom()
    }

    /// Room for as many series, a thousand at most, which are likely to come.
    func reserve(_ series: Int) {
        let series = min(series, 1000)
        table.reserve(series)
        for measure in measures { measure.reserve(series) }
    }

    func makeRoom() {
        if counts.count == prepared {
            for measure in measures { measure.addSeries() }
            prepared += 1
        }
        counts.append(0)
    }

    /// Empties it for another window, and keeps its memory.
    func begin(_ window: Window, width: Int64) {
        self.window = window
        self.width = width
        for series in 0..<counts.count { reset(series) }
        counts.removeAll()
        counts.append(0)
        table.removeAll(keepingCapacity: true)
        span = EventSpan()
        part = 0
        hasOverflow = false
        largest = LargestHash()
    }

    /// Whether it is worth keeping for another window: emptying what was made for many times more series would take longer
    /// than making it anew.
    var isWellUsed: Bool { prepared <= max(64, 4 * counts.count) }

    @inline(__always) func count(_ series: Int, _ times: UInt64) { counts[series] = counts[series] &+ times }

    /// Adds one series of another window.
    func merge(_ other: WindowState, _ from: Int, into series: Int) {
        count(series, other.counts[from])
        for (measure, others) in zip(measures, other.measures) { measure.merge(others, from, into: series) }
    }

    /// Adds all series of another window.
    func merge(_ other: WindowState) {
        span.add(other.span)
        for index in 0..<other.table.count {
            merge(other, index + 1, into: other.table.withKey(at: index) { series($0) })
        }
        guard other.hasOverflow else { return }
        hasOverflow = true
        merge(other, Self.overflow, into: Self.overflow)
    }

    /// Forgets what a series has seen.
    func reset(_ series: Int) {
        counts[series] = 0
        for measure in measures { measure.reset(series) }
    }

    /// All series in the order of their keys, the overflow series last.
    var sortedSeries: [Int] {
        let sorted = table.indicesSortedByKey().map { $0 + 1 }
        return hasOverflow ? sorted + [Self.overflow] : sorted
    }

    /// The key of a series; nil for the overflow series.
    func key(of series: Int) -> [UInt8]? { series == Self.overflow ? nil : table.key(at: series - 1) }
}
