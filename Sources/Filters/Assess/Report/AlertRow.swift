import Advice
import Records

/// A rule that the pipeline has: when it fires, and what it would have done.
struct AlertRow {
    let signal: String
    /// Of the alert.
    let name: String
    /// It is worth waking somebody for; else it waits for the morning.
    var isUrgent: Bool
    /// weir-expr(7) over the metrics; of a silence, how long it is.
    let condition: String
    var isSilence = false
    /// How long the condition has to hold.
    var hold: String?
    let usual: String
    /// How long it takes until it fires.
    let delay: String
    /// Firings on this log; nil where not all of it was looked at, or the windows do not tell.
    let firings: Int?
    /// Why they do not.
    var untested: String?
    /// Of the firings, those in holes of the log.
    var inHoles = false
    /// For a comment of the pipeline.
    var reason: String

    /// For eyes.
    var text: String {
        isSilence ? "nothing comes for \(condition)" : condition + (hold.map { " for \($0)" } ?? "")
    }

    /// As a label of the alert.
    var severity: String { isUrgent ? "page" : "ticket" }

    /// `never`, `once`, `83 times, in its gaps`, `not tested: …`
    var firingsText: String {
        guard let firings else { return untested.map { "not tested: \($0)" } ?? "" }
        switch firings {
        case 0: return "never"
        case 1: return "once" + (inHoles ? ", in its gap" : "")
        default: return "\(NumberText.grouped(firings)) times" + (inHoles ? ", in its gaps" : "")
        }
    }
}

extension Thresholds {
    /// What would have called somebody more than once a week on this log is no page: people learn to look away.
    var rows: [AlertRow] {
        (latencyRows + errorRows + refusedRows + trafficRows).map { row in
            var row = row
            if row.isUrgent, let firings = row.firings, Double(firings) > max(2, weeks) {
                row.isUrgent = false
                row.reason += " It fires too often here to wake anybody, so it is a ticket."
            }
            return row
        }
    }

    private var latencyRows: [AlertRow] {
        guard let latency else { return [] }
        return [
            AlertRow(
                signal: "latency", name: "slow", isUrgent: true,
                condition: "duration_p95 > \(NumberText.short(latency))",
                usual: latencyText, delay: "\(afterWhole) if one in twenty is so slow",
                firings: nil, untested: "durations are not counted by window",
                reason:
                    "one in twenty takes longer than one in a hundred in this log, or three times as long as one in twenty."
            )
        ]
    }

    private var latencyText: String {
        guard let durations, let high = durations.quantile(0.95), let highest = durations.quantile(0.99) else {
            return ""
        }
        return "\(NumberText.duration(high)) is the 95th percentile, \(NumberText.duration(highest)) the 99th"
    }

    private var errorRows: [AlertRow] {
        let share = Percent.text(errorShare.usual)
        let usual = usual(errorShare, "", most: backtest?.mostErrors)
        if let errorCount {
            return [
                AlertRow(
                    signal: "errors", name: "errors", isUrgent: true,
                    condition: "errors > \(NumberText.short(errorCount))",
                    usual: usual, delay: "\(afterWindows { $0 > 0.5 ? 1 : 0 }) if twice as many come",
                    firings: backtest?.errors(above: errorCount),
                    reason: isQuiet
                        ? "such a log does not tell of what goes well, so their number counts, not their share."
                        : "\(share) of the lines are some, so their number counts, not their share.")
            ]
        }
        guard let errors else { return [] }
        var rows = [
            AlertRow(
                signal: "errors", name: "errors", isUrgent: true,
                condition: "errors >= \(errors.least) && error_ratio > \(NumberText.short(errors.ratio))",
                usual: usual, delay: delays(errors, usual: errorShare.usual), firings: backtest?.errors(errors),
                reason:
                    "\(share) is usual here; so many in \(windowText) chance alone does not bring about once a week.")
        ]
        if let creeping {
            let span = DurationText.format(creeping.span * 1_000_000_000)
            let sum = "sum_over(errors, \(span))"
            rows.append(
                AlertRow(
                    signal: "errors", name: "errors creeping", isUrgent: false,
                    condition:
                        "\(sum) >= \(creeping.limit.least) && \(sum) > \(NumberText.short(creeping.limit.ratio)) * sum_over(count, \(span))",
                    usual: usual, delay: delays(creeping),
                    firings: isCut ? nil : backtest?.errors(creeping.limit, over: creeping.span),
                    untested: isCut ? "the log never has \(span) in a row" : nil,
                    reason: "fewer, but all the time: for working hours, not for the night."))
        }
        return rows
    }

    private var refusedRows: [AlertRow] {
        guard let refused else { return [] }
        let share = Percent.text(refused.share.usual)
        return [
            AlertRow(
                signal: "errors", name: "refused", isUrgent: false,
                condition:
                    "refused >= \(refused.limit.least) && refused_ratio > \(NumberText.short(refused.limit.ratio))",
                usual: usual(refused.share, " with a status of 4xx", most: backtest?.mostRefused),
                delay: delays(refused.limit, usual: refused.share.usual),
                firings: backtest?.refused(refused.limit),
                reason: "\(share) of the answers blame the client; many more are a broken link, a scan, or a release.")
        ]
    }

    private var trafficRows: [AlertRow] {
        var rows = [
            AlertRow(
                signal: "traffic", name: "much traffic", isUrgent: false,
                condition: "count > \(NumberText.short(count))",
                usual:
                    "\(NumberText.grouped(usualCount)) in the median, \(NumberText.grouped(mostCount)) in the busiest",
                delay:
                    "\(afterWhole) if it is "
                    + "\(NumberText.short((count / Double(max(usualCount, 1)) * 10).rounded() / 10)) times the median",
                firings: backtest?.traffic(above: count),
                reason: "half as much again as all but the busiest \(busiest), and far off the median.")
        ]
        if let leastCount {
            let hold = 2 * window
            rows.append(
                AlertRow(
                    signal: "traffic", name: "little traffic", isUrgent: false,
                    condition: "count < \(NumberText.short(leastCount))",
                    hold: DurationText.format(hold * 1_000_000_000),
                    usual: "\(NumberText.grouped(usualCount)) in the median",
                    delay: little(leastCount, for: hold),
                    firings: backtest?.traffic(below: leastCount, for: hold),
                    reason: "half of the quietest hundredth, and not only in the window that has just begun."))
        }
        guard !isQuiet else { return rows }
        var usual =
            silence.longest > 0
            ? "no line for \(DurationText.format(silence.longest * 1_000_000_000)) at most" : "no window without a line"
        if silence.holes > 0 {
            let longest = DurationText.format(silence.longestHole * 1_000_000_000)
            usual +=
                silence.holes == 1
                ? ", except for a gap of \(longest)"
                : ", except for \(NumberText.grouped(silence.holes)) gaps of \(longest) at most"
        }
        if isCut { usual += "; so two turns have to be missing" }
        rows.append(
            AlertRow(
                signal: "traffic", name: "silence", isUrgent: true,
                condition: DurationText.format(silence.limit * 1_000_000_000),
                isSilence: true, usual: usual, delay: Self.text(Double(silence.limit + window + lateness)) + " at most",
                firings: silence.firings, inHoles: silence.firings > 0 && silence.firings <= silence.holes,
                reason: "nothing comes (\(usual)): nobody asks, or nothing answers, or the log is lost."))
        return rows
    }

    /// Windows have to end, and what is late is waited for.
    private func afterWindows(_ chance: (Double) -> Double) -> String {
        Self.text(MeanWait.windows(chance) * Double(window) + Double(lateness))
    }

    private var afterWhole: String { Self.text(MeanWait.untilWhole * Double(window) + Double(lateness)) }

    /// Half of the least is left, and has to stay so.
    private func little(_ least: Double, for hold: Int64) -> String {
        let share = least / Double(max(usualCount, 1))
        let windows = MeanWait.windows { part in 1 - part + part * share / 2 < share ? 1 : 0 }
        return Self.text(windows * Double(window) + Double(hold + lateness))
            + " if it falls to \(Percent.text(share / 2))"
    }

    /// `59 of 2,992 (2 %), 12 in 1m at most; 0.2 % apart from 9 windows that stand out`
    private func usual(_ share: UsualShare, _ what: String, most: Int?) -> String {
        var text =
            "\(NumberText.grouped(share.allFailed)) of \(NumberText.grouped(share.allTotal)) (\(Percent.text(share.all)))\(what)"
        if let most { text += ", \(NumberText.grouped(most)) in \(windowText) at most" }
        if share.odd.count == 1 { text += "; \(Percent.text(share.usual)) apart from one window that stands out" }
        if share.odd.count > 1 {
            text +=
                "; \(Percent.text(share.usual)) apart from \(NumberText.grouped(share.odd.count)) windows that stand out"
        }
        return text
    }

    /// How long a share of failures goes on before it is told, in the mean, at the usual rate: of all, and of the two smallest shares of
    /// which one window in ten tells.
    private func delays(_ limit: ShareLimit, usual: Double) -> String {
        let shares = [0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005].filter {
            $0 > usual && limit.chance(share: $0, of: Double(usualCount)) >= 0.1
        }
        return text(
            ([1] + shares.suffix(2)).map { share in
                (share, MeanWait.windows { limit.chance(share: share * $0, of: Double(usualCount)) } * Double(window))
            })
    }

    /// Until so many have come together and a window has ended, for the two smallest shares that do within the span.
    private func delays(_ creeping: (limit: ShareLimit, span: Int64)) -> String {
        let perSecond = Double(usualCount) / Double(window)
        let needed = Double(creeping.limit.needed(of: perSecond * Double(creeping.span)))
        let waits = [0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001].map { ($0, needed / ($0 * perSecond)) }
        return text(waits.filter { $0.1 <= Double(creeping.span) }.suffix(2).map { ($0, $1 + Double(window) / 2) })
    }

    /// Of shares that take equally long, the smallest.
    private func text(_ waits: [(share: Double, seconds: Double)]) -> String {
        var texts: [(time: String, share: String)] = []
        for (share, seconds) in waits {
            let what = share >= 1 ? "all fail" : Percent.text(share)
            let time = seconds.isFinite ? Self.text(seconds + Double(lateness)) : "never"
            if texts.last?.time == time { texts.removeLast() }
            texts.append((time, what))
        }
        return texts.map { "\($0.time) if \($0.share)" }.joined(separator: ", ")
    }

    /// Whole minutes, hours of a longer time.
    private static func text(_ seconds: Double) -> String {
        let minutes = Int64((seconds / 60).rounded(.up))
        return DurationText.format((minutes < 240 ? minutes : (minutes + 30) / 60 * 60) * 60_000_000_000)
    }
}
