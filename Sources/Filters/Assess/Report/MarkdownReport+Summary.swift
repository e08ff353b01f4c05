import Advice

/// The answer: what there is, what was found, what to do next; and each step with how one knows that it is done.
extension MarkdownReport {
    var summary: String {
        let table = Self.table(
            ["", "step", "who", "effort", "what it gains", "points"],
            roadMap.steps.enumerated().map { index, step in
                [
                    "\(index + 1)", "**\(step.title)**", step.owner, step.effort.text, step.gain,
                    step.points > 0 ? "+\(step.points)" : "",
                ]
            }, prose: [1])
        return [
            "\(title)\n\(made)\n\n## Summary", have, "### What was found\n\n" + findings, next, table, trust,
        ].compactMap(\.self).joined(separator: "\n\n")
    }

    private var trust: String? {
        standing.text(
            assessment, baseline: roadMap.number(of: .baseline) ?? 1, watch: roadMap.number(of: .watch),
            origin: roadMap.number(of: .origin))
    }

    private var have: String {
        let (available, derivable) = (names(.available), names(.derivable))
        let watched = (available + derivable).filter { $0 != Signal.traces.rawValue }
        guard !available.isEmpty || !derivable.isEmpty else {
            return
                "\(AssessmentText.verdict(assessment).capitalisedFirst), and none of the signals is in it. \(standingScore)"
        }
        var text = "The log has \(NumberText.counted(assessment.lines, isRequests ? "request" : "line"))"
        if let seconds = assessment.counts.time.seconds, seconds >= 60 { text += " in \(Self.span(seconds))" }
        if let errors = assessment.signal(.errors), errors.state != .missing, assessment.profile.records > 0 {
            let isWhole = assessment.profile.records == assessment.tally.records && assessment.isWhole
            text +=
                isWhole ? "; " : "; of \(NumberText.grouped(assessment.profile.records)) that were looked at closely, "
            text +=
                errors.hits == 0
                ? "none \(isRequests ? "failed" : "tells of an error")"
                : "\(NumberText.grouped(errors.hits)) \(isRequests ? "failed" : errors.hits == 1 ? "tells of an error" : "tell of an error") (\(share(errors.hits)))"
            if let refused = assessment.refused {
                text +=
                    ", and \(NumberText.grouped(refused.hits)) \(refused.hits == 1 ? "was" : "were") refused or not found (\(share(refused.hits)))"
            }
        }
        text += ". As it is, it lets you watch \(watched.isEmpty ? "nothing" : RoadMap.list(watched))"
        if !missing.isEmpty {
            text += "; it says nothing of \(RoadMap.list(missing.map { Self.plain($0.signal) }, "or"))"
        }
        return text + ". \(standingScore)"
            + (standing.ageText.map {
                "\n\n**The log is \($0):** its form, its gaps and what to change still stand if it is still written like this; its numbers are history, and step "
                    + "\(roadMap.number(of: .baseline) ?? 1) takes new ones."
            } ?? "")
    }

    /// `3.5 days`
    private static func span(_ seconds: Double) -> String {
        let units: [(name: String, seconds: Double)] = [("days", 86_400), ("hours", 3600), ("minutes", 60)]
        let unit = units.first { seconds >= 2 * $0.seconds } ?? units[2]
        return "\(NumberText.short((seconds / unit.seconds * 10).rounded() / 10)) \(unit.name)"
    }

    private var standingScore: String {
        let most = 100 - assessment.maturity.score
        return
            "On a scale that is the same for every log it has **\(assessment.maturity.score) of 100 points** (“\(assessment.maturity.grade)”). They rate what the log can tell, "
            + "and not how well the service runs; "
            + (roadMap.points > 0
                ? "the steps below bring it to \(assessment.maturity.score + min(roadMap.points, most))"
                : "the steps below win none of the rest")
            + " (see *Score*)."
    }

    func share(_ count: Int) -> String {
        Percent.text(Double(count) / Double(max(assessment.profile.records, 1)))
    }

    private var next: String {
        "### What to do next\n\nThese \(roadMap.steps.count) steps are \(Effort.total(roadMap.steps.filter { !$0.isMinor }.map(\.effort))) of work"
            + (roadMap.minor.map { ", without \($0), which can wait" } ?? "") + "."
            + (recommendation.map { " \($0)" } ?? "") + "\n\n" + roadMap.timetable
    }

    private var recommendation: String? {
        guard let place = roadMap.foremost else { return nil }
        let step = roadMap.steps[place]
        let worth =
            step.points == 0
            ? "nothing else tells of \(RoadMap.list(step.serves.map { Self.plain($0) }.sorted()))"
            : step.points == roadMap.points
                ? "it wins all \(step.points) points that these steps win"
                : "it wins \(step.points) of the \(roadMap.points) points that these steps win"
        let first = standing.isProvisional ? roadMap.number(of: .baseline) : nil
        return
            (first.map {
                "**Begin with \($0 == 1 ? "step 1" : $0 == 2 ? "steps 1 and 2" : "steps 1 to \($0)").** They take some hours of work, and a week of waiting where rotation keeps less than that; then you know what of this report holds today. "
            } ?? "")
            + "**The step that gains most is step \(place + 1)** (\(step.title.lowercasedFirst)): \(worth)."
            + (place == 0 || step.serves.isEmpty
                ? "" : " It waits for none of the others, and may begin at the same time.")
    }

    var steps: String {
        "## Road map\n\nIn the commands, LOG is the log as it is written today, and LOG* includes what rotation has kept of it.\n\n"
            + roadMap.steps.enumerated().map { index, step in
                var text =
                    "### \(index + 1). \(step.title)\n\n*\(step.owner.capitalisedFirst); \(step.effort.text).* \(Self.prose(step.work))\n\n"
                if !step.commands.isEmpty {
                    text +=
                        "```\(step.purpose == .behind ? "" : "sh")\n\(step.commands.joined(separator: "\n"))\n```\n\n"
                }
                return text + "**Done when** \(step.proof)."
            }
            .joined(separator: "\n\n")
    }

    /// A signal in a word that needs no explanation.
    static func plain(_ signal: Signal) -> String {
        switch signal {
        case .latency: "how long things take"
        case .traffic: "how much there is to do"
        case .errors: "what fails"
        case .saturation: "how busy the server is"
        case .traces: "which lines of all logs belong to one request"
        }
    }

    static func consequence(_ signal: Signal) -> String {
        switch signal {
        case .latency:
            "This log cannot show that the service answers slowly, and no limit can be set from it."
        case .traffic: "This log cannot show whether the service is quiet or broken."
        case .errors: "This log cannot show failures."
        case .saturation: "This log cannot show that the server is getting full."
        case .traces: "What went wrong for one user cannot be followed from one service to the next."
        }
    }
}
