import Aggregation
import Bytes
import FilterKit
import Metrics
import Records
import Storage

/// Some of the labels, and how wide the windows are to be: what points are merged to. Partial states merge exactly; where there are
/// none, what can be added is added, and what cannot is left out.
final class Question {
    let labels: [String]
    /// Nil for one total.
    let width: Int64?
    private let grid: WindowGrid?
    private let limit: Int
    private var merged: [[String]: MergedWindows] = [:]
    private var sums: [Place: Sum] = [:]
    /// Those that were added to last.
    private var last: (words: [String], windows: MergedWindows)?
    /// Metrics that could not be combined.
    private(set) var omitted: Set<String> = []

    private struct Place: Hashable {
        let time: Int64?
        let labels: [String]
    }

    private struct Sum {
        var parts: Int
        var values: [String: Double]
    }

    /// - Parameter limit: how many series a window may have; nil for as many as are shown at most.
    init(by labels: [String], width: Int64?, zone: TimeZoneRules, limit: Int? = nil) {
        self.labels = labels
        self.limit = limit ?? WindowOptions(lateness: 0, idleAfter: 0).maxSeries
        self.width = width
        grid = width.flatMap { WindowGrid(width: $0, zone: zone) }
    }

    /// Adds a state; false if it cannot be merged.
    func add(_ part: PartialState) -> Bool {
        guard let windows = windows(part.words) else { return false }
        return (try? windows.add(part)) == .some(nil)
    }

    /// Adds the answer to a question that asked for these labels and others, and windows that are parts of these.
    func add(_ finer: Question) -> Bool {
        for (place, sum) in finer.sums {
            let labels = labels.compactMap(finer.labels.firstIndex).map { place.labels[$0] }
            add(sum, at: Place(time: grid == nil ? nil : place.time, labels: labels))
        }
        omitted.formUnion(finer.omitted)
        return finer.merged.allSatisfy { words, others in windows(words)?.add(others) == true }
    }

    private func windows(_ words: [String]) -> MergedWindows? {
        let windows: MergedWindows
        if let last, last.words == words { return last.windows }
        if let known = merged[words] {
            windows = known
        } else {
            guard let plan = try? AggregatePlan(words) else { return nil }
            var options = WindowOptions(lateness: 0, idleAfter: 0)
            options.grid = grid
            options.mergesAll = grid == nil
            options.maxSeries = limit
            windows = MergedWindows(plan, labels, options, OutputShape())
            merged[words] = windows
        }
        last = (words, windows)
        return windows
    }

    /// Adds numbers that have no state.
    func add(_ values: [String: Double], of labels: [String: String], at time: Int64) {
        let place = Place(
            time: grid.map { $0.window(containing: time).start }, labels: self.labels.map { labels[$0] ?? "null" })
        add(Sum(parts: 1, values: values), at: place)
    }

    private func add(_ more: Sum, at place: Place) {
        guard let sum = sums[place] else {
            sums[place] = more
            return
        }
        sums[place] = Sum(parts: sum.parts + more.parts, values: combine(sum.values, more.values))
    }

    private func combine(_ a: [String: Double], _ b: [String: Double]) -> [String: Double] {
        var result: [String: Double] = [:]
        for (name, value) in a {
            guard let other = b[name] else { continue }
            switch MetricName.kind(name) {
            case .sum: result[name] = value + other
            case .least: result[name] = min(value, other)
            case .greatest: result[name] = max(value, other)
            case .share:
                guard let count = a["count"], let more = b["count"], count + more > 0 else { continue }
                result[name] = (value * count + other * more) / (count + more)
            case .other: omitted.insert(name)
            }
        }
        return result
    }

    /// How values of a field are distributed, by window.
    func eachDistribution(of field: String, _ body: (Window, ExponentialHistogram) -> Void) {
        for windows in merged.values { windows.eachDistribution(of: field, body) }
    }

    /// The answer, in the order of time and labels.
    func rows(_ run: FilterRun) -> [ReportRow] {
        var rows: [ReportRow] = []
        for words in merged.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            var collector = RowCollector(labels: labels)
            merged[words]?.emit(in: run, into: &collector)
            rows += collector.rows
        }
        rows += sums.map { ReportRow(time: $0.key.time, labels: $0.key.labels, values: $0.value.values) }
        return rows.sorted { a, b in
            (a.time ?? 0) != (b.time ?? 0)
                ? (a.time ?? 0) < (b.time ?? 0) : a.labels.lexicographicallyPrecedes(b.labels)
        }
    }
}

/// What a metric's name says about it.
enum MetricName {
    enum Kind { case sum, least, greatest, share, other }

    static func kind(_ name: String) -> Kind {
        if ["count", "hits", "bytes", "errors"].contains(name) || name.hasSuffix("_sum") || name.hasSuffix("_count")
            || name.hasPrefix("status_")
        {
            return .sum
        }
        if name.hasSuffix("_min") { return .least }
        if name.hasSuffix("_max") { return .greatest }
        return name.hasSuffix("ratio") ? .share : .other
    }
}
