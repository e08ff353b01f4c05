/// What a day costs.
struct Volume {
    let lines: Double
    let bytes: Double
    /// As records, one JSON object each.
    let recordBytes: Double
    let metrics: MetricCost
    /// Of a log that was cut by the clock: if each window had as many lines as those that have any.
    let full: Full?

    /// Rows that weir-aggregate writes.
    struct MetricCost {
        /// Seconds of a window, and what they are counted by.
        let window: Int64
        let labels: [String]
        /// Series that there can be.
        let series: Int
        /// Series that a window has, in the mean: seldom all of them.
        let rowsPerWindow: Double
        let bytes: Double
    }

    struct Full {
        /// `minutes`
        let windows: String
        let lines: Double
        let bytes: Double
        let recordBytes: Double
        let metricBytes: Double
    }
}

extension Assessment {
    /// Bytes that a row of metrics takes as JSON: time, window, two labels, six numbers.
    private static let rowBytes = 220.0

    /// Lines and bytes of a day; nil where the times do not cover a minute, so that a day is anybody's guess.
    var volume: Volume? {
        guard let seconds = counts.time.seconds, seconds >= 60, profile.records > 0 else { return nil }
        let days = seconds / 86_400
        let scale = Double(size) / Double(max(tally.bytes, 1))
        let records = Double(tally.records) * scale / days
        let recordBytes = Double(profile.recordBytes) / Double(profile.records)
        let windows = counts.windows.rebinned(to: window).values.map { Double($0) * scale }.sorted()
        let labels = Array(preferredLabels.prefix(2))
        let rows = MetricRows(labels.map { $0.values?.map(\.count) ?? [] }).expected(in: windows)
        let perDay = Double(windows.count) / max(days, Double(window) / 86_400)
        let full = coverage.flatMap { coverage -> Volume.Full? in
            guard isCut else { return nil }
            let lines = Double(coverage.usual) * 86_400 / Double(coverage.width)
            return Volume.Full(
                windows: coverage.unit, lines: lines, bytes: lines * Double(size) / Double(max(self.lines, 1)),
                recordBytes: lines * recordBytes,
                metricBytes: 86_400 / Double(coverage.width) * rows * Self.rowBytes)
        }
        return Volume(
            lines: Double(lines) / days, bytes: Double(size) / days, recordBytes: recordBytes * records,
            metrics: Volume.MetricCost(
                window: window, labels: labels.map(\.name),
                series: labels.reduce(1) { $0 * max($1.judgement.series ?? 1, 1) }, rowsPerWindow: rows,
                bytes: perDay * rows * Self.rowBytes),
            full: full)
    }

    /// Bytes of a million lines, and of as many records: what does not depend on when a log is from.
    var costOfMillion: (lines: Double, records: Double)? {
        guard tally.lines > 0, profile.records > 0 else { return nil }
        return (
            Double(tally.bytes) / Double(tally.lines) * 1e6,
            Double(profile.recordBytes) / Double(profile.records) * 1e6
        )
    }
}

/// How many series a window has, of those that there can be: the rare ones are in few windows.
struct MetricRows {
    /// Of each series, as if labels had nothing to do with one another.
    private let shares: [Double]

    /// - Parameter labels: how often each value of a label came.
    init(_ labels: [[Int]]) {
        shares = labels.filter { !$0.isEmpty }.reduce([1]) { shares, counts in
            let all = Double(max(counts.reduce(0, +), 1))
            return shares.flatMap { share in counts.map { share * Double($0) / all } }
        }
    }

    /// The mean over the windows.
    /// - Parameter counts: lines of each window, in order.
    func expected(in counts: [Double]) -> Double {
        // A few of them stand for all.
        let part = max(counts.count / 20, 1)
        let some = counts.enumerated().filter { $0.offset % part == part / 2 || counts.count < 20 }.map(\.element)
        guard !some.isEmpty else { return 0 }
        return some.reduce(0) { $0 + rows(of: Int($1.rounded())) } / Double(some.count)
    }

    /// A series has a row unless none of the lines is of it.
    private func rows(of lines: Int) -> Double {
        shares.reduce(0) { $0 + 1 - (1 - $1).raised(to: lines) }
    }
}
