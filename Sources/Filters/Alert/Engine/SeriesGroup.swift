import Bytes
import Expressions
import FilterKit
import Metrics
import Records

/// Rules whose series are made by the same labels, and those series.
final class SeriesGroup {
    /// How a rule is evaluated.
    enum Kind: UInt8, BitwiseCopyable {
        /// By comparisons of numbers alone.
        case thresholds
        case expression
        /// It waits for records.
        case absence
    }

    struct Entry: BitwiseCopyable {
        let rule: Int32
        let kind: Kind
        /// Its tests in `tests`.
        let firstTest: Int32
        let testCount: Int32
        /// Of these fields one must be there, or the record is not the rule's business; 0 where all are.
        let fields: UInt64
        /// The column of `recent`; -1 for none.
        let column: Int32
    }

    let by: [String]?
    var labels: LabelReader
    var table = SeriesTable()
    var entries = Slab<Entry>(capacity: 16)
    var tests = Slab<ThresholdTest>(capacity: 16)
    /// Of `entries` and `tests`, made when there are all of them.
    private(set) var index = RuleIndex(Slab(capacity: 1), Slab(capacity: 1))
    /// The rules that the record may concern.
    var candidates = Slab<UInt64>(capacity: 4)
    /// For each series a bit for each rule that is active, in as many words as `index` has.
    private var activeBits = Slab<UInt64>(capacity: 64)
    /// Where what is active is, by `series * entries.count + entry`.
    private var places: [Int: Int] = [:]
    /// For each series when its last record was.
    private(set) var lastSeen = Slab<Int64>(capacity: 64)
    var lookBacks: [BoundLookBack] = []
    var recent = RecentValues()

    init(by: [String]?, _ record: inout Record) {
        self.by = by
        labels = LabelReader(by: by, &record)
    }

    /// What it is called in a snapshot: the fields that make its series.
    var name: String { by.map { "by " + $0.joined(separator: ",") } ?? "" }

    /// All rules have been added.
    func seal() {
        index = RuleIndex(entries, tests)
        for _ in 0..<index.width { candidates.append(0) }
    }

    // MARK: Series

    /// The series of a record, which is seen again at this time.
    func series(of record: borrowing Record, at time: Int64, width: Int64?) -> Int {
        labels.read(record)
        let (series, isNew) = labels.withKey { table.index(ofKey: $0) }
        if isNew { addSeries() } else if isStale(series, at: time, width: width) { reset(series) }
        lastSeen[series] = time
        return series
    }

    /// The series with these labels.
    func series(_ key: [UInt8]) -> Int {
        let (series, isNew) = table.index(ofKey: RawSpan(_elements: key.span))
        if isNew { addSeries() }
        return series
    }

    func setLastSeen(_ series: Int, _ time: Int64) { lastSeen[series] = time }

    private func addSeries() {
        for _ in 0..<index.width { activeBits.append(0) }
        lastSeen.append(.min)
        recent.addSeries()
        for lookBack in lookBacks { lookBack.memories.append(SeriesMemory()) }
    }

    // MARK: What is active

    @inline(__always) func activeBits(of series: Int, word: Int) -> UInt64 { activeBits[series &* index.width &+ word] }

    /// Where the alert of a rule and series is; nil where it is not active.
    @inline(__always) func place(_ series: Int, _ entry: Int) -> Int? {
        guard activeBits(of: series, word: entry >> 6) & 1 &<< UInt64(entry & 63) != 0 else { return nil }
        return places[series &* entries.count &+ entry]
    }

    func setPlace(_ place: Int?, _ series: Int, _ entry: Int) {
        let word = series &* index.width &+ entry >> 6
        let bit: UInt64 = 1 &<< UInt64(entry & 63)
        if place == nil { activeBits[word] &= ~bit } else { activeBits[word] |= bit }
        places[series &* entries.count &+ entry] = place
    }

    private func isActive(_ series: Int) -> Bool {
        for word in 0..<index.width where activeBits(of: series, word: word) != 0 { return true }
        return false
    }

    // MARK: Forgetting

    /// Nothing of the series matters any more: it is not active, and its last record is so old that nobody looks back to it.
    @inline(__always) private func isStale(_ series: Int, at time: Int64, width: Int64?) -> Bool {
        let age = SeriesState.distance(lastSeen[series], time)
        return age > Retention.least && age > Retention.of(lookBacks, width: width) && !isActive(series)
    }

    /// A series that comes again after so long is as good as new, whether it is still in memory or not.
    private func reset(_ series: Int) {
        recent.reset(series)
        for lookBack in lookBacks { lookBack.memories[series] = SeriesMemory() }
    }

    /// Takes the series that are stale out of memory, but for those that are waited for.
    /// - Returns: for each series its new index, or -1; nil where all stay.
    func forget(at time: Int64, width: Int64?, but awaited: (Int) -> Bool) -> [Int]? {
        var kept: [Int] = []
        for series in 0..<table.count where awaited(series) || !isStale(series, at: time, width: width) {
            kept.append(series)
        }
        guard kept.count < table.count else { return nil }
        var moved = Array(repeating: -1, count: table.count)
        var table = SeriesTable()
        var activeBits = Slab<UInt64>(capacity: max(64, kept.count * index.width))
        var lastSeen = Slab<Int64>(capacity: max(64, kept.count))
        for series in kept {
            moved[series] = table.count
            _ = self.table.withKey(at: series) { table.index(ofKey: $0) }
            for word in 0..<index.width { activeBits.append(self.activeBits(of: series, word: word)) }
            lastSeen.append(self.lastSeen[series])
        }
        var places: [Int: Int] = [:]
        for (key, place) in self.places {
            places[moved[key / entries.count] * entries.count + key % entries.count] = place
        }
        self.table = table
        self.activeBits = activeBits
        self.lastSeen = lastSeen
        self.places = places
        recent.keep(kept)
        for lookBack in lookBacks { lookBack.memories = kept.map { lookBack.memories[$0] } }
        return moved
    }
}

/// How long a series is remembered of which no records come.
enum Retention {
    /// Nanoseconds: an hour.
    static let least: Int64 = 3_600_000_000_000
    private static let week = 168 * least
    private static let leastWindows: Int64 = 10

    /// An hour, ten windows, or as far as a rule looks back.
    static func of(_ lookBacks: [BoundLookBack], width: Int64?) -> Int64 {
        var windows = leastWindows
        var longest = least
        for lookBack in lookBacks {
            let call = lookBack.call
            switch call.function {
            // The last few records, whenever they were.
            case .nOfM:
                windows = max(windows, Int64(call.m))
                longest = max(longest, week)
            // What is twenty halvings old has a weight of a millionth.
            case .ewma: longest = max(longest, times(call.span, 20))
            // With what `ago` may be early by.
            default: longest = max(longest, times(call.span, 2))
            }
        }
        return max(longest, times(width ?? 0, windows))
    }

    private static func times(_ span: Int64, _ count: Int64) -> Int64 {
        let (product, overflow) = span.multipliedReportingOverflow(by: count)
        return overflow ? .max : product
    }
}
