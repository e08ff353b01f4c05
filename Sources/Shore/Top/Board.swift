/// What is on the board: for each series its numbers in the window that came last, and how it went before.
struct Board {
    /// A number that is shown of each series.
    struct Column: Equatable {
        enum Unit { case perSecond, share, seconds, number }
        let metric: String
        let title: String
        let unit: Unit
    }

    struct Series {
        let name: String
        /// Of the window that came last; empty where it had nothing in that.
        var values: [String: Double] = [:]
        /// How often, by window, the oldest first.
        var course: [Double] = []
        /// The window that it was seen in last.
        var seen: Int64 = .min
    }

    /// Windows that a sparkline reaches back.
    static let memory = 60
    /// Series beyond these are counted, and not shown.
    static let most = 10_000

    private(set) var series: [Series] = []
    private var positions: [String: Int] = [:]
    private(set) var columns: [Column] = []
    /// The start of the window that came last, in nanoseconds since 1970; nil before the first.
    private(set) var time: Int64?
    private(set) var width: Int64 = 0
    /// Series that had no place.
    private(set) var unplaced = 0
    /// The metric that counts.
    private var rate = "rate"

    private static let known: [(metric: String, title: String, unit: Column.Unit)] = [
        ("rate", "rate", .perSecond), ("error_ratio", "errors", .share), ("duration_p50", "p50", .seconds),
        ("duration_p95", "p95", .seconds), ("duration_p99", "p99", .seconds),
    ]

    /// Takes one record. What belongs to a window before the last only adds to its course.
    mutating func add(_ name: String, at time: Int64, width: Int64, _ values: [(name: String, value: Double)]) {
        if let last = self.time, time > last { advance(from: last, to: time, width) }
        if self.time == nil || time > (self.time ?? .min) {
            self.time = time
            self.width = width
        }
        guard time == self.time else { return }
        learn(values)
        guard let position = position(name) else {
            unplaced += 1
            return
        }
        for (name, value) in values { series[position].values[name] = value }
        if values.contains(where: { $0.name == "count" }), !values.contains(where: { $0.name == "rate" }), width > 0 {
            series[position].values["rate"] = (series[position].values["count"] ?? 0) / (Double(width) / 1e9)
        }
        series[position].seen = time
    }

    private mutating func position(_ name: String) -> Int? {
        if let known = positions[name] { return known }
        guard series.count < Self.most else { return nil }
        positions[name] = series.count
        series.append(Series(name: name))
        return series.count - 1
    }

    /// Columns that are known come first, others in the order in which they appear.
    private mutating func learn(_ values: [(name: String, value: Double)]) {
        for (name, _) in values {
            let metric = name == "count" ? "rate" : name
            guard !columns.contains(where: { $0.metric == metric }), columns.count < 8 else { continue }
            if let known = Self.known.first(where: { $0.metric == metric }) {
                columns.append(Column(metric: known.metric, title: known.title, unit: known.unit))
                columns = columns.sorted { Self.rank($0) < Self.rank($1) }
            } else {
                let unit: Column.Unit =
                    metric.hasSuffix("ratio") ? .share : metric.hasPrefix("duration_") ? .seconds : .number
                columns.append(Column(metric: metric, title: metric, unit: unit))
            }
        }
    }

    private static func rank(_ column: Column) -> Int {
        known.firstIndex { $0.metric == column.metric } ?? known.count
    }

    /// A window is over: its numbers become a part of the past. Windows without anything are a part of it too.
    private mutating func advance(from last: Int64, to time: Int64, _ width: Int64) {
        let (passed, overflow) = time.subtractingReportingOverflow(last)
        let skipped = overflow ? Int64(Self.memory) : width > 0 ? min(Int64(Self.memory), passed / width - 1) : 0
        for index in series.indices {
            series[index].course.append(series[index].values[mainMetric] ?? 0)
            for _ in 0..<max(0, skipped) { series[index].course.append(0) }
            let surplus = series[index].course.count - Self.memory
            if surplus > 0 { series[index].course.removeFirst(surplus) }
            series[index].values = [:]
        }
        let reach = width.multipliedReportingOverflow(by: Int64(Self.memory))
        let before = time.subtractingReportingOverflow(reach.overflow ? .max : reach.partialValue)
        let oldest = before.overflow ? .min : before.partialValue
        guard series.contains(where: { $0.seen < oldest }) else { return }
        series.removeAll { $0.seen < oldest }
        positions = Dictionary(uniqueKeysWithValues: series.enumerated().map { ($1.name, $0) })
    }

    /// What sparklines show.
    var mainMetric: String { columns.first?.metric ?? "rate" }

    /// All of it in one line: rates are added, shares weighed by them; quantiles cannot be told from these.
    var total: Series {
        var total = Series(name: "total")
        let rates = series.map { $0.values["rate"] ?? 0 }
        let sum = rates.reduce(0, +)
        if columns.contains(where: { $0.metric == "rate" }) { total.values["rate"] = sum }
        for column in columns where column.unit == .share && sum > 0 {
            let weighed = zip(series, rates).reduce(0) { $0 + ($1.0.values[column.metric] ?? 0) * $1.1 }
            total.values[column.metric] = weighed / sum
        }
        let length = series.map(\.course.count).max() ?? 0
        total.course = (0..<length).map { index in
            series.reduce(0) { sum, one in
                let place = index - (length - one.course.count)
                return sum + (place >= 0 ? one.course[place] : 0)
            }
        }
        return total
    }
}
