import Advice
import Records

/// What the log says of the service today, in a few numbers.
struct KeyFigures {
    struct Row {
        let name: String
        let figure: String
        let meaning: String
    }

    let rows: [Row]

    /// - Parameter isMadeUp: its times are, so that no window of them stands out.
    init(_ assessment: Assessment, _ thresholds: Thresholds?, isMadeUp: Bool) {
        var rows: [Row] = []
        let isRequests = assessment.signal(.traffic)?.state == .available
        if let thresholds {
            let median = NumberText.grouped(thresholds.usualCount)
            rows.append(
                Row(
                    name: isRequests ? "requests" : "lines",
                    figure: NumberText.grouped(assessment.lines),
                    meaning:
                        "\(median) in \(thresholds.windowText) in the median, \(NumberText.grouped(thresholds.mostCount)) in the busiest"
                ))
        }
        if let errors = assessment.signal(.errors), errors.state != .missing, assessment.profile.records > 0 {
            rows.append(
                Row(
                    name: "errors", figure: Self.share(errors.hits, assessment), meaning: errors.what))
        }
        rows += Self.statuses(assessment) + Self.levels(assessment)
        if let thresholds, !isMadeUp {
            if thresholds.errors != nil || thresholds.errorCount != nil {
                rows += Self.odd(thresholds.errorShare, "errors", thresholds)
            }
            if let refused = thresholds.refused { rows += Self.odd(refused.share, "refused or not found", thresholds) }
        }
        if let numbers = assessment.signal(.latency)?.numbers, let median = numbers.quantile(0.5),
            let p95 = numbers.quantile(0.95), let p99 = numbers.quantile(0.99)
        {
            rows.append(
                Row(
                    name: "latency",
                    figure: [median, p95, p99].map { NumberText.duration($0) }.joined(separator: ", "),
                    meaning: "median, 95th and 99th percentile"))
        }
        for field in assessment.fields where field.judgement.role == .measure && field.unit?.unit == "bytes" {
            guard let numbers = field.numbers else { continue }
            rows.append(
                Row(
                    name: field.name,
                    figure: [numbers.median, numbers.p95, numbers.maximum].map { NumberText.size($0) }
                        .joined(separator: ", "),
                    meaning: "median, 95th percentile, greatest"))
        }
        for field in assessment.fields
        where field.judgement.identifier == .client || field.judgement.identifier == .user {
            rows.append(
                Row(
                    name: "\(field.name)s",
                    figure: (field.isEstimate ? "about " : "") + NumberText.grouped(Int(clamping: field.distinct)),
                    meaning: "different ones"))
        }
        self.rows = rows
    }

    private static func share(_ count: Int, _ assessment: Assessment) -> String {
        let all = assessment.profile.records
        return
            "\(NumberText.grouped(count)) of \(NumberText.grouped(all)) (\(Percent.text(Double(count) / Double(max(all, 1)))))"
    }

    private static func odd(_ share: UsualShare, _ what: String, _ thresholds: Thresholds) -> [Row] {
        guard let text = share.text(width: thresholds.window) else { return [] }
        return [
            Row(
                name: "\(what), standing out", figure: text.count,
                meaning: "\(text.time): more than chance explains")
        ]
    }

    /// Answers that blame the client, and the most frequent of them: broken links and scans are seen there first.
    private static func statuses(_ assessment: Assessment) -> [Row] {
        guard let status = assessment.fields.first(where: { $0.name == "status" && $0.unit?.unit == "HTTP status" }),
            let values = status.values
        else { return [] }
        let blamed = values.filter { $0.text.count == 3 && $0.text.hasPrefix("4") }
        guard let most = blamed.first else { return [] }
        return [
            Row(
                name: "refused or not found", figure: share(blamed.reduce(0) { $0 + $1.count }, assessment),
                meaning: "status 4xx; \(NumberText.grouped(most.count)) of them are \(most.text)")
        ]
    }

    private static func levels(_ assessment: Assessment) -> [Row] {
        guard let level = assessment.fields.first(where: { $0.name == "level" }), let values = level.values else {
            return []
        }
        return [
            Row(
                name: "levels",
                figure: values.map { "\($0.text) \(NumberText.grouped($0.count))" }.joined(separator: ", "), meaning: ""
            )
        ]
    }
}

extension Assessment {
    /// Answers that blame the client; nil where there is no status.
    var refused: SignalProbe? {
        guard !isQuiet, fields.contains(where: { $0.name == "status" && $0.unit?.unit == "HTTP status" }) else {
            return nil
        }
        return profile.probes.first { $0.program == nil && $0.derivation?.name == SignalProbe.refused }
    }
}
