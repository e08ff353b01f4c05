import Advice
import FilterKit
import Records

/// An assessment as a report that one can hand in: what there is, what was found, what to do next; then the grounds; then what one
/// looks up.
struct MarkdownReport {
    let assessment: Assessment
    let thresholds: Thresholds?
    let roadMap: RoadMap
    let standing: Standing
    /// When it is made: nanoseconds since 1970.
    private let now: Int64

    /// - Parameter now: nanoseconds since 1970, from which a log is old.
    init(_ assessment: Assessment, now: Int64) {
        self.assessment = assessment
        self.now = now
        standing = Standing(assessment, now: now)
        thresholds = Thresholds(assessment)
        roadMap = RoadMap(assessment, standing)
    }

    var text: String {
        guard !assessment.fields.isEmpty else {
            return "\(title)\n\(made)\n\n"
                + AssessmentText.verdict(assessment).capitalisedFirst + ".\n"
        }
        return [
            summary, figures, steps, state, score, gaps, risks, alerts, pipeline, details, messages, fields, method,
        ].compactMap(\.self).joined(separator: "\n\n")
            + "\n"
    }

    var title: String {
        "# Observability assessment of \(Self.escaped(assessment.title))"
    }

    /// The day and the version, without which two reports cannot be told apart.
    var made: String {
        let day = Timestamp(seconds: now / 1_000_000_000).map { "on \($0.text.prefix(10)) " } ?? ""
        return "*Made \(day)with weir \(Version.text).*"
    }

    func names(_ state: SignalStatement.State) -> [String] {
        assessment.signals.filter { $0.state == state }.map(\.signal.rawValue)
    }

    /// Signals that are missing, the one that costs most first.
    var missing: [SignalStatement] {
        let order: [Signal] = [.errors, .traffic, .latency, .traces, .saturation]
        return order.compactMap { assessment.signal($0) }.filter { $0.state == .missing }
    }

    var isRequests: Bool { assessment.signal(.traffic)?.state == .available }
}
