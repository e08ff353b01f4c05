/// What a day costs.
struct Volume {
    let lines: Double
    let bytes: Double
    /// As records, one JSON object each.
    let recordBytes: Double
    /// As metrics of one minute: series, and bytes of the rows that weir-aggregate writes.
    let series: Int
    let metricBytes: Double
    /// Of a log that was cut by the clock: if each window had as many lines as those that have any.
    let full: Full?

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
        let series = suggestedSeries
        // Series that come seldom leave no row in most minutes: there are never more rows than records.
        let records = Double(tally.records) * scale / days
        let recordBytes = Double(profile.recordBytes) / Double(profile.records)
        let full = coverage.flatMap { coverage -> Volume.Full? in
            guard coverage.isSuspicious, coverage.rhythm != nil else { return nil }
            let lines = Double(coverage.usual) * 86_400 / Double(coverage.width)
            return Volume.Full(
                windows: coverage.unit, lines: lines, bytes: lines * Double(size) / Double(max(self.lines, 1)),
                recordBytes: lines * recordBytes, metricBytes: min(1440 * Double(series), lines) * Self.rowBytes)
        }
        return Volume(
            lines: Double(lines) / days, bytes: Double(size) / days,
            recordBytes: recordBytes * records, series: series,
            metricBytes: min(1440 * Double(series), records) * Self.rowBytes, full: full)
    }

    /// Series by the two smallest labels together, at most.
    private var suggestedSeries: Int {
        labels.prefix(2).reduce(1) { $0 * max($1.judgement.series ?? 1, 1) }
    }
}
