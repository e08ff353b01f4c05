import Advice

/// The answer: what there is, what is lacking, what to do next; and each step with how one knows that it is done.
extension MarkdownReport {
    var summary: String {
        let table = Self.table(
            ["", "step", "who", "effort", "what it gains", "points"],
            roadMap.steps.enumerated().map { index, step in
                [
                    "\(index + 1)", "**\(step.title)**", step.owner, step.effort.text, step.gain,
                    step.points > 0 ? "+\(step.points)" : "",
                ]
            })
        return [
            "\(title)\n\n## Summary", have, lack, standing.text(assessment, step: roadMap.baseline), next, table,
        ].compactMap(\.self).joined(separator: "\n\n")
    }

    private var have: String {
        let (available, derivable) = (names(.available), names(.derivable))
        guard !available.isEmpty || !derivable.isEmpty else {
            return "**What there is:** \(AssessmentText.verdict(assessment)), and no signal in it."
        }
        var text = "**What there is:** \(NumberText.grouped(assessment.lines)) \(isRequests ? "requests" : "lines")"
        if let errors = assessment.signal(.errors), errors.state != .missing, assessment.profile.records > 0 {
            let isWhole = assessment.profile.records == assessment.tally.records && assessment.isWhole
            text +=
                isWhole
                ? ", of which " : "; of \(NumberText.grouped(assessment.profile.records)) that were looked at closely, "
            text +=
                errors.hits == 0
                ? "none \(isRequests ? "failed" : "tells of an error")"
                : "\(NumberText.grouped(errors.hits)) \(isRequests ? "failed" : "tell of an error") (\(share(errors.hits)))"
            if let refused = assessment.refused {
                text += " and \(NumberText.grouped(refused.hits)) were refused or not found (\(share(refused.hits)))"
                if let top = assessment.profile.requests.top(1, by: { Int64($0.refused) }).first,
                    top.refused * 10 >= refused.hits
                {
                    text += ", \(NumberText.grouped(top.refused)) of them \(Self.code(top.text))"
                }
            }
        }
        if let thresholds, thresholds.errors != nil, let odd = thresholds.errorShare.text(width: thresholds.window) {
            text += ". Of the failures, \(odd.count), \(odd.time), are more than chance explains: **look there first**"
        }
        text += ". From this log as it is, \(RoadMap.list(available + derivable)) can be watched"
        if !derivable.isEmpty {
            text += ", \(available.isEmpty ? "" : RoadMap.list(derivable) + " ")by expressions that the pipeline has"
        }
        return text + "."
    }

    private func share(_ count: Int) -> String {
        Percent.text(Double(count) / Double(max(assessment.profile.records, 1)))
    }

    private var lack: String {
        let score =
            "On a scale that is the same for every log it has **\(assessment.maturity.score) of 100** points (\(assessment.maturity.grade)); "
            + "the steps win \(roadMap.points) of the \(100 - assessment.maturity.score) that are missing (see *Score*)."
        guard !missing.isEmpty else { return "**What is lacking:** none of the signals. \(score)" }
        return
            "**What is lacking:** \(RoadMap.list(missing.map(\.signal.rawValue))). \(Self.consequence(missing[0].signal)) \(score)"
    }

    private var next: String {
        let efforts = Effort.total(roadMap.steps.map(\.effort))
        let looking = roadMap.steps.indices.filter { roadMap.steps[$0].waits > 0 }.map { "\($0 + 1)" }
        return
            "**What to do next:** these \(roadMap.steps.count) steps: \(efforts) of work, "
            + "and about \(max(1, (roadMap.waits + 6) / 7)) \(roadMap.waits > 7 ? "weeks" : "week") until the last is done, "
            + (looking.count == 1
                ? "since step \(looking[0]) looks on for a week."
                : "since steps \(RoadMap.list(looking)) each look on for a week.")
            + (recommendation.map { " \($0)" } ?? "")
    }

    private var recommendation: String? {
        guard let place = roadMap.foremost else { return nil }
        let step = roadMap.steps[place]
        let worth =
            step.points == 0
            ? "nothing else tells of \(RoadMap.list(step.serves.map(\.rawValue).sorted()))"
            : step.points == roadMap.points
                ? "it wins all \(step.points) points that these steps win"
                : "it wins \(step.points) of the \(roadMap.points) points that these steps win"
        return "If only one is done, let it be step \(place + 1), *\(step.title.lowercasedFirst)*: \(worth)."
            + (place == 0 || step.serves.isEmpty
                ? ""
                : " It may begin at once, beside the others; it comes after step \(roadMap.baseline) only so that there is something to hold the new log against.")
    }

    var steps: String {
        "## Road map\n\n"
            + roadMap.steps.enumerated().map { index, step in
                var text = "### \(index + 1). \(step.title)\n\n\(Self.escaped(lines: step.work))\n\n"
                if !step.commands.isEmpty { text += "```sh\n\(step.commands.joined(separator: "\n"))\n```\n\n" }
                return text + "*Done when* \(step.proof)."
            }
            .joined(separator: "\n\n")
    }

    static func consequence(_ signal: Signal) -> String {
        switch signal {
        case .latency: "A service that becomes slow, but answers, goes unnoticed, and no objective for it can be set."
        case .traffic: "Whether it is quiet or broken cannot be told."
        case .errors: "A failure is learnt of from users."
        case .saturation: "That the service is about to be full is seen when it is."
        case .traces: "What went wrong for one user cannot be followed from one service to the next."
        }
    }
}
