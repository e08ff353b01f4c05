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
    /// Answers that blame the client, as a share of all: in this log, and where an alert may begin. Nil without a status.
    let refused: (usual: Double, limit: Double)?
    /// Fewer lines in a window are out of the ordinary; nil where windows have few, or there are holes.
    let leastCount: Double?
    /// Seconds without a line that are out of the ordinary.
    let silence: Int64
    /// The longest that the log itself was silent, from window to window.
    let longestSilence: Int64

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
        refused = assessment.refusedShare.flatMap { share in
            let limit = NumberText.roundedUp(max(share * 3, 0.05))
            return limit < 0.9 ? (share, limit) : nil
        }
        let least = (Self.quantile(counts.map(Double.init), 0.01) * 0.5).rounded(.down)
        leastCount = least >= 5 && (assessment.coverage?.share ?? 0) >= 0.9 ? least : nil
        let starts = all.keys.sorted()
        longestSilence = zip(starts, starts.dropFirst()).reduce(0) { max($0, $1.1 - $1.0 - width) }
        silence = max(3 * width, min(86_400, (2 * longestSilence + width - 1) / width * width))
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
        /// Of the alert.
        let name: String
        /// weir-expr(7) over the metrics; of a silence, how long it is.
        let condition: String
        var isSilence = false
        /// How long the condition has to hold.
        var hold: String?
        let usual: String
        /// For a comment of the pipeline.
        let reason: String

        /// For eyes.
        var text: String {
            isSilence ? "nothing comes for \(condition)" : condition + (hold.map { " for \($0)" } ?? "")
        }
    }

    var rows: [Row] {
        var rows: [Row] = []
        if let latency {
            rows.append(
                Row(
                    signal: "latency", name: "slow", condition: "duration_p95 > \(NumberText.short(latency))",
                    usual: "one in a hundred takes longer",
                    reason: "one in twenty takes longer than what one in a hundred takes in this log."))
        }
        let share = Percent.text(usualErrorRatio)
        if let errorRatio {
            rows.append(
                Row(
                    signal: "errors", name: "errors",
                    condition: "error_ratio > \(NumberText.short(errorRatio)) && errors >= 5",
                    usual: "\(share) of all",
                    reason: "\(share) is usual here; a few alone are no reason to wake anybody."))
        } else if let errorCount {
            rows.append(
                Row(
                    signal: "errors", name: "errors", condition: "errors > \(NumberText.short(errorCount))",
                    usual: "\(share) of all",
                    reason: "\(share) of the lines are some, so their number counts, not their share."))
        }
        if let refused {
            rows.append(
                Row(
                    signal: "errors", name: "refused",
                    condition: "refused_ratio > \(NumberText.short(refused.limit)) && refused >= 10",
                    usual: "\(Percent.text(refused.usual)) of all have a status of 4xx",
                    reason:
                        "\(Percent.text(refused.usual)) of the answers blame the client; many more are a broken link, a scan, or a release."
                ))
        }
        rows.append(
            Row(
                signal: "traffic", name: "much traffic", condition: "count > \(NumberText.short(count))",
                usual:
                    "\(NumberText.grouped(usualCount)) in the median, \(NumberText.grouped(mostCount)) in the busiest",
                reason: "more than half as much again as the busiest hundredth, and far off the median."))
        if let leastCount {
            rows.append(
                Row(
                    signal: "traffic", name: "little traffic", condition: "count < \(NumberText.short(leastCount))",
                    hold: DurationText.format(2 * window * 1_000_000_000),
                    usual: "\(NumberText.grouped(usualCount)) in the median",
                    reason: "half of the quietest hundredth, and not only in the window that has just begun."))
        }
        let longest =
            longestSilence > 0
            ? "\(DurationText.format(longestSilence * 1_000_000_000)) at most" : "each window has some"
        rows.append(
            Row(
                signal: "traffic", name: "silence", condition: DurationText.format(silence * 1_000_000_000),
                isSilence: true,
                usual: longest,
                reason: "without a line (\(longest) in this log): nobody asks, or nothing answers, or the log is lost.")
        )
        return rows
    }

    /// As `--every` takes it.
    var windowText: String { DurationText.format(window * 1_000_000_000) }
}
