import FilterKit
import Records

/// Several logs by their maturity, the best first.
struct Ranking {
    let assessments: [Assessment]

    init(_ assessments: [Assessment]) {
        self.assessments = assessments.enumerated()
            .sorted { ($0.element.maturity.score, $1.offset) > ($1.element.maturity.score, $0.offset) }.map(\.element)
    }

    var lines: [String] {
        let header = ["log", "score", "grade", "format"] + (assessments.first?.signals.map(\.signal.rawValue) ?? [])
        return TextColumns.lines(
            [header]
                + assessments.map { assessment in
                    [
                        assessment.name, "\(assessment.maturity.score)", assessment.maturity.grade,
                        assessment.format.map { AssessmentText.format($0, assessment) } ?? assessment.verdict.rawValue,
                    ] + assessment.signals.map(\.state.rawValue)
                }, indent: 0
        ).map { TerminalText.harmless($0) }
    }

    /// A record for each.
    var json: String {
        assessments.map { assessment in
            let signals = assessment.signals.map {
                JSONTree.Member(name: $0.signal.rawValue, value: .text($0.state.rawValue))
            }
            return JSONTree.object(
                [
                    JSONTree.Member(name: "log", value: .text(assessment.name)),
                    JSONTree.Member(name: "score", value: .integer(assessment.maturity.score)),
                    JSONTree.Member(name: "grade", value: .text(assessment.maturity.grade)),
                    JSONTree.Member(name: "verdict", value: .text(assessment.verdict.rawValue)),
                    JSONTree.Member(name: "format", value: assessment.format.map { .text($0) } ?? .null),
                ] + signals
            ).json
        }.joined(separator: "\n")
    }
}
