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
    private var merged: [[String]: MergedWindows] = [:]
    private var sums: [Place: Sum] = [:]
    /// Metrics that could not be combined.
    private(set) var omitted: Set<String> = []

    private struct Place: Hashable {
        let time: Int64?
        let labels: [String]
    }

    private struct Sum {
        var parts = 0
        var values: [String: Double] = [:]
    }

    init(by labels: [String], width: Int64?, zone: TimeZoneRules) {
        self.labels = labels
        self.width = width
        grid = width.flatMap { WindowGrid(width: $0, zone: zone) }
    }

    /// Adds a state; false if it cannot be merged.
    func add(_ part: PartialState) -> Bool {
        let windows: MergedWindows
        if let known = merged[part.words] {
            windows = known
        } else {
            guard let plan = try? AggregatePlan(part.words) else { return false }
            var options = WindowOptions(lateness: 0, idleAfter: 0)
            options.grid = grid
            options.mergesAll = grid == nil
            windows = MergedWindows(plan, labels, options, OutputShape())
            merged[part.words] = windows
        }
        return (try? windows.add(part)) == .some(nil)
    }

    /// Adds numbers that have no state.
    func add(_ values: [String: Double], of labels: [String: String], at time: Int64) {
        let place = Place(
            time: grid.map { $0.window(containing: time).start }, labels: self.labels.map { labels[$0] ?? "null" })
        var sum = sums[place] ?? Sum()
        sum.parts += 1
        if sum.parts == 1 {
            sum.values = values
        } else {
            sum.values = combine(sum.values, values)
        }
        sums[place] = sum
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
