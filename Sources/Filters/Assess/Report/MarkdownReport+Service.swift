import Records

/// What the log says of the service: figures, and the requests behind them, so that one knows where to look. Of a path nothing is shown
/// that may be somebody's (`PathText`).
extension MarkdownReport {
    private static let mostRows = 5

    var figures: String? {
        let rows = KeyFigures(assessment, thresholds, isMadeUp: standing.isMadeUp).rows
        guard !rows.isEmpty else { return nil }
        let parts = [
            "## What the log says of the service",
            Self.table(["what", "how much", "details"], rows.map { [$0.name, $0.figure, $0.meaning] }),
            failures, refusals, standingOut, busiest,
        ]
        return parts.compactMap(\.self).joined(separator: "\n\n")
    }

    private var evidence: RequestEvidence { assessment.profile.requests }

    /// The first that failed, and when there are more, what they were for.
    private var failures: String? {
        guard !evidence.failed.isEmpty, let errors = assessment.signal(.errors), errors.field == "status" else {
            return nil
        }
        let isAll = errors.hits == evidence.failed.count
        var text =
            "**Failed** (\(isAll ? "all" : "the first \(evidence.failed.count) of \(NumberText.grouped(errors.hits))")):\n\n"
            + Self.table(
                ["time", "method", "path", "status"],
                evidence.failed.map { [$0.time, $0.method, $0.path, "\($0.status)"] }, code: [2])
        if !isAll {
            text +=
                "\n\nWhat fails most:\n\n"
                + Self.table(
                    ["path", "failed", "of requests", "status"],
                    evidence.top(Self.mostRows) { Int64($0.failed) }.map {
                        [
                            $0.text, NumberText.grouped($0.failed), NumberText.grouped($0.requests),
                            $0.statuses { $0 >= 500 },
                        ]
                    }, code: [0])
        }
        return text
    }

    private var refusals: String? {
        let top = evidence.top(Self.mostRows) { Int64($0.refused) }
        guard !top.isEmpty else { return nil }
        return "**Refused or not found most often**\(least):\n\n"
            + Self.table(
                ["path", "refused or not found", "of requests", "status"],
                top.map {
                    [
                        $0.text, NumberText.grouped($0.refused), NumberText.grouped($0.requests),
                        $0.statuses { $0 < 500 },
                    ]
                }, code: [0])
    }

    /// What was asked for in the windows with more refusals than chance explains.
    private var standingOut: String? {
        guard !standing.isMadeUp, let thresholds, let first = thresholds.refused?.share.odd.first,
            let time = Timestamp(seconds: first)
        else { return nil }
        let found = evidence.blamed(from: first, to: first + thresholds.window, most: Self.mostRows)
        guard !found.paths.isEmpty else { return nil }
        return
            "**The \(thresholds.window == 60 ? "minute" : thresholds.window == 3600 ? "hour" : thresholds.windowText) from \(time.text)** stands out, with "
            + RoadMap.list(
                found.paths.map { "\(Self.code($0.text)) (\(NumberText.grouped($0.count)))" }
                    + (found.others > 0 ? ["\(NumberText.grouped(found.others)) others"] : [])) + "."
    }

    private var busiest: String? {
        let most = evidence.top(3) { Int64($0.requests) }
        guard !most.isEmpty else { return nil }
        let all = assessment.profile.records
        var text =
            "**Asked for most**\(least):\n\n"
            + Self.table(
                ["path", "requests", "share", "bytes"],
                most.map {
                    [
                        $0.text, NumberText.grouped($0.requests),
                        Percent.text(Double($0.requests) / Double(max(all, 1))),
                        $0.bytes > 0 ? NumberText.size(Double($0.bytes)) : "",
                    ]
                }, code: [0])
        if let heavy = evidence.top(1, by: { $0.bytes }).first, !most.contains(where: { $0.text == heavy.text }) {
            text +=
                "\n\nMost bytes are of \(Self.code(heavy.text)): \(NumberText.size(Double(heavy.bytes))) in "
                + "\(NumberText.grouped(heavy.requests)) \(heavy.requests == 1 ? "request" : "requests")."
        }
        return text
    }

    /// Where not all was looked at, or not all paths were kept.
    private var least: String {
        assessment.profile.records < assessment.counts.records
            ? " (of \(NumberText.grouped(assessment.profile.records)) that were looked at)"
            : evidence.isPartial ? " (at least)" : ""
    }
}
