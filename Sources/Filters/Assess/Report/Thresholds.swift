import Advice
import Records

/// Where an alert may begin, taken from the log itself: what is out of the ordinary for this service.
struct Thresholds {
    /// Seconds of the windows that metrics are made in.
    let window: Int64
    /// Windows with anything in them, and the median of their counts.
    let windows: Int
    let usualCount: Int
    let mostCount: Int
    /// More events in a window are out of the ordinary.
    let count: Double
    /// Errors are told by their share, where most of what happens is none, else by their number.
    let errorRatio: Double?
    let errorCount: Double?
    let usualErrorRatio: Double
    /// Seconds; nil where the log has no durations.
    let latency: Double?

    init?(_ assessment: Assessment) {
        guard assessment.counts.time.count > 0 else { return nil }
        let width = assessment.counts.windows.usefulWidth
        window = width
        let all = assessment.counts.windows.rebinned(to: width)
        let counts = all.values.sorted()
        guard !counts.isEmpty else { return nil }
        windows = counts.count
        usualCount = counts[counts.count / 2]
        mostCount = counts[counts.count - 1]
        count = Self.beyond(counts.map(Double.init), least: 10)
        let errors = assessment.signal(.errors)
        // Errors are counted in what was looked at; of a large log that is a part of each window.
        let perWindow = errors?.windows.map { $0.rebinned(to: width) } ?? [:]
        let seen = assessment.profile.windows.rebinned(to: width)
        let total = seen.values.reduce(0, +)
        usualErrorRatio = total > 0 ? Double(perWindow.values.reduce(0, +)) / Double(total) : 0
        // Windows without an error count, too.
        let shares = seen.map { start, count in (start, Double(perWindow[start] ?? 0) / Double(max(count, 1))) }
        let ratios = shares.map(\.1).sorted()
        let ratio = NumberText.roundedUp(min(max(Self.quantile(ratios, 0.95) * 1.5, usualErrorRatio * 3, 0.01), 1))
        if errors == nil || errors?.condition == nil {
            (errorRatio, errorCount) = (nil, nil)
        } else if ratio < 0.5 {
            (errorRatio, errorCount) = (ratio, nil)
        } else {
            (errorRatio, errorCount) = (
                nil, Self.beyond(shares.map { $0.1 * Double(all[$0.0] ?? 0) }.sorted(), least: 5)
            )
        }
        latency = assessment.signal(.latency)?.numbers?.quantile(0.99).flatMap {
            $0 > 0 ? NumberText.roundedUp($0) : nil
        }
    }

    /// The 99th percentile and a half of it, or the median and six times the median deviation from it: whichever is more. Neither
    /// moves when a few windows are extreme.
    private static func beyond(_ sorted: [Double], least: Double) -> Double {
        let median = quantile(sorted, 0.5)
        let deviation = quantile(sorted.map { abs($0 - median) }.sorted(), 0.5) * 1.4826
        return NumberText.roundedUp(max(quantile(sorted, 0.99) * 1.5, median + 6 * deviation, least))
    }

    private static func quantile(_ sorted: [Double], _ q: Double) -> Double {
        guard !sorted.isEmpty else { return 0 }
        return sorted[min(sorted.count - 1, max(0, Int((q * Double(sorted.count)).rounded(.up)) - 1))]
    }

    /// A condition, and what is usual.
    struct Row {
        let signal: String
        let condition: String
        let usual: String
        /// For a comment of the pipeline.
        let reason: String
    }

    var rows: [Row] {
        var rows: [Row] = []
        if let latency {
            rows.append(
                Row(
                    signal: "latency", condition: "duration_p95 > \(NumberText.short(latency))",
                    usual: "one in a hundred takes longer",
                    reason: "one in twenty takes longer than what one in a hundred takes in this log."))
        }
        let share = Percent.text(usualErrorRatio)
        if let errorRatio {
            rows.append(
                Row(
                    signal: "errors", condition: "error_ratio > \(NumberText.short(errorRatio)) && errors >= 5",
                    usual: "\(share) of all",
                    reason: "\(share) is usual here; a few alone are no reason to wake anybody."))
        } else if let errorCount {
            rows.append(
                Row(
                    signal: "errors", condition: "errors > \(NumberText.short(errorCount))", usual: "\(share) of all",
                    reason: "\(share) of the lines are some, so their number counts, not their share."))
        }
        rows.append(
            Row(
                signal: "traffic", condition: "count > \(NumberText.short(count))",
                usual:
                    "\(NumberText.grouped(usualCount)) in the median, \(NumberText.grouped(mostCount)) in the busiest",
                reason: "more than half as much again as the busiest hundredth, and far off the median."))
        return rows
    }

    /// As `--every` takes it.
    var windowText: String { DurationText.format(window * 1_000_000_000) }
}
