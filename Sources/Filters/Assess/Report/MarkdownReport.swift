import Advice

/// An assessment as a report that one can hand in: present state, gaps, risks, target, road map, pipeline.
struct MarkdownReport {
    let assessment: Assessment
    let thresholds: Thresholds?
    private let roadMap: RoadMap
    /// Days from the last line to now; nil where that is less than a month, or the log does not say its year.
    private let age: Int?

    /// - Parameter now: nanoseconds since 1970, from which a log is old.
    init(_ assessment: Assessment, now: Int64) {
        self.assessment = assessment
        let days = assessment.counts.time.last?.nanoseconds.map { (now / 1_000_000_000 - $0 / 1_000_000_000) / 86_400 }
        age = assessment.namesYear == false ? nil : days.flatMap { $0 > 30 ? Int($0) : nil }
        thresholds = Thresholds(assessment)
        roadMap = RoadMap(assessment)
    }

    var text: String {
        guard !assessment.fields.isEmpty else {
            return "\(title)\n\n"
                + AssessmentText.verdict(assessment).capitalisedFirst + ".\n"
        }
        return [
            summary, steps, figures, state, gaps, risks, target, alerts, details, messages, fields, pipeline, method,
        ].compactMap(\.self).joined(separator: "\n\n")
            + "\n"
    }

    private func names(_ state: SignalStatement.State) -> [String] {
        assessment.signals.filter { $0.state == state }.map(\.signal.rawValue)
    }

    private var title: String {
        let name = assessment.name.split(separator: "/").last.map(String.init) ?? assessment.name
        return "# Observability assessment of \(Self.escaped(name))"
    }

    private var summary: String {
        var sentences: [String] = []
        if !names(.available).isEmpty {
            sentences.append("From this log as it is, \(RoadMap.list(names(.available))) can be watched.")
        }
        if !names(.derivable).isEmpty {
            sentences.append("\(RoadMap.list(names(.derivable)).capitalisedFirst) can be derived from it.")
        }
        if !names(.missing).isEmpty {
            sentences.append(
                "It says nothing on \(RoadMap.list(names(.missing), "or")): \(Self.consequences(names(.missing)))")
        }
        let gain = min(100, assessment.maturity.score + roadMap.steps.reduce(0) { $0 + $1.points })
        sentences.append(
            "On the road to observability it has **\(assessment.maturity.score) of 100** points (\(assessment.maturity.grade)); "
                + "the steps below lead to about \(gain).")
        if let age {
            sentences.append(
                "Its last line is \(NumberText.grouped(age)) days old: this is how things were then, and nothing of today."
            )
        }
        if let coverage = assessment.coverage, coverage.isSuspicious {
            sentences.append(
                (coverage.rhythm.map { "\($0.text.capitalisedFirst), as in a sample:" }
                    ?? "Most of its time has no line:")
                    + " the thresholds are provisional until that is explained.")
        }
        let next = roadMap.steps.prefix(5).enumerated().map { index, step in
            "\(index + 1). **\(step.title)** (\(step.effort)): \(step.gain)."
        }
        return "\(title)\n\n## Summary\n\n\(sentences.joined(separator: " "))\n\n"
            + "**What to do next:**\n\n" + next.joined(separator: "\n") + "\n\n"
            + (recommendation.map { $0 + " " } ?? "") + "The road map says how, and how one knows that it is done."
    }

    /// Secrets, which stand before all else, or the step that is worth most points.
    private var recommendation: String? {
        let all = roadMap.steps.reduce(0) { $0 + $1.points }
        let most = roadMap.steps.map(\.points).max() ?? 0
        let urgent = roadMap.steps.first.map { $0.points > 0 } ?? false
        guard most > 0, let place = urgent ? 0 : roadMap.steps.firstIndex(where: { $0.points == most }) else {
            return nil
        }
        let step = roadMap.steps[place]
        return
            "If only one of all steps is to be done, take step \(place + 1), *\(step.title.lowercasedFirst)*: it is worth \(step.points) of "
            + "the \(all) points that there are to win."
    }

    /// What it means that signals are missing, in half a sentence for who decides.
    private static func consequences(_ missing: [String]) -> String {
        if missing.contains(Signal.latency.rawValue) {
            return "a service that becomes slow, but answers, goes unnoticed."
        }
        if missing.contains(Signal.errors.rawValue) { return "failures are learnt of from users." }
        if missing.contains(Signal.traces.rawValue) { return "what went wrong for one user cannot be followed." }
        return "what is about to be full is seen when it is."
    }

    private var figures: String? {
        let rows = KeyFigures(assessment, thresholds).rows
        guard !rows.isEmpty else { return nil }
        return "## Key figures\n\n"
            + Self.table(["what", "how much", "of what"], rows.map { [$0.name, $0.figure, $0.meaning] })
    }

    /// Where alerts may begin.
    private var alerts: String? {
        guard let thresholds else { return nil }
        return
            "## Alerts to begin with\n\nTaken from this log by robust quantiles, for windows of \(thresholds.windowText). They are a "
            + "beginning: hold them against another week before they wake anybody."
            + caution + "\n\n"
            + Self.table(
                ["signal", "alert when", "usual in this log"],
                thresholds.rows.map { [$0.signal, $0.text, $0.usual] }, code: [1])
    }

    /// Why the thresholds cannot be trusted yet.
    private var caution: String {
        var reasons: [String] = []
        if age != nil { reasons.append("is old") }
        if assessment.coverage?.isSuspicious == true { reasons.append("has holes that are not explained") }
        guard !reasons.isEmpty else { return "" }
        return " **They are provisional**: the log \(RoadMap.list(reasons)), so take them anew from a whole day of now."
    }

    private var messages: String? {
        let templates = assessment.templates
        guard templates.count > 0 else { return nil }
        func rows(_ found: some Sequence<MessageTemplate>) -> String {
            Self.table(
                ["messages", "share", "level", "template"],
                found.map {
                    [
                        NumberText.grouped($0.count),
                        Percent.text(Double($0.count) / Double(assessment.profile.templates.total)),
                        $0.level ?? "", $0.shown,
                    ]
                }, code: [3])
        }
        var text =
            "## Messages\n\nThe \(NumberText.grouped(assessment.profile.templates.total)) messages that were looked at are made from "
            + "\(NumberText.grouped(templates.count)) templates; `<*>` is what varies. The most frequent:\n\n"
            + rows(templates.top)
        if !templates.failures.isEmpty {
            text += "\n\nOf those at level error and fatal:\n\n" + rows(templates.failures)
        }
        if !templates.rare.isEmpty {
            text += "\n\nThe rarest, the gravest first: what is seldom is worth a look.\n\n" + rows(templates.rare)
        }
        return text
    }

    private var state: String {
        var rows = [["format", AssessmentText.verdict(assessment)]]
        if let time = AssessmentText.time(assessment) { rows.append(["time", time]) }
        if let order = AssessmentText.order(assessment) { rows.append(["order", order]) }
        for gap in assessment.counts.time.gaps {
            rows.append([
                "gap", "\(NumberText.duration(Double(gap.nanoseconds) / 1e9)) of silence from \(gap.from.text)",
            ])
        }
        if let coverage = assessment.coverage {
            rows.append([
                "coverage", "\(coverage.text) have lines, in the median \(NumberText.grouped(coverage.usual))",
            ])
        }
        if let rhythm = assessment.coverage?.rhythm {
            rows.append(["pattern", "\(rhythm.text): \(NumberText.grouped(rhythm.times)) windows"])
        }
        if let age { rows.append(["age", "the last line is \(NumberText.grouped(age)) days old"]) }
        if let day = AssessmentText.day(assessment) {
            let isShort = assessment.coverage?.isSuspicious == true
            rows.append([
                "a day",
                day + (isShort ? "; of what the file has, not of the service: most of its time has no line" : ""),
            ])
        }
        let signals = assessment.signals.map { statement in
            [
                statement.signal.rawValue, statement.state.rawValue, statement.what,
                statement.state == .derivable ? statement.set.map { "weir-enrich \($0)" } ?? "" : "",
            ]
        }
        let maturity = assessment.maturity.criteria.map { [$0.name, "\($0.points) of \($0.most)", $0.reason] }
        return "## Present state\n\n" + Self.table(["", ""], rows) + "\n\n"
            + Self.table(["signal", "state", "what there is", "how to derive it"], signals, code: [3]) + "\n\n"
            + Self.table(["criterion", "points", "why"], maturity)
    }

    private var gaps: String {
        let missing = assessment.signals.filter { $0.state == .missing }
        guard !missing.isEmpty else { return "## Gaps\n\nNone of the signals is missing." }
        return "## Gaps\n\n"
            + missing.map { "- **No \($0.signal.rawValue)**: \($0.what). \(Self.consequence($0.signal))" }
            .joined(separator: "\n")
    }

    private static func consequence(_ signal: Signal) -> String {
        switch signal {
        case .latency:
            "Users feel slowness long before anything fails; here nobody would see it, and no objective can be set."
        case .traffic: "Whether it is quiet or broken cannot be told."
        case .errors: "A failure is learnt of from users."
        case .saturation: "That the service is about to be full is seen when it is."
        case .traces: "What went wrong for one user cannot be followed from one service to the next."
        }
    }

    private var risks: String {
        var items = assessment.sensitive.map { kind, count, fields in
            let weight =
                kind.kind == .secret ? "**Secret**" : kind.kind == .personal ? "**Personal data**" : "Internals"
            return
                "- \(weight): \(kind.words), \(NumberText.grouped(count)) \(count == 1 ? "occurrence" : "occurrences") in "
                + fields.map(Self.code).joined(separator: ", ") + "."
        }
        if let coverage = assessment.coverage, coverage.isSuspicious {
            items.insert(
                "- **Coverage**: only \(coverage.text) between the first line and the last have any, though those that do have "
                    + "\(NumberText.grouped(coverage.usual)). "
                    + (coverage.rhythm.map {
                        "\($0.text.capitalisedFirst), \(NumberText.grouped($0.times)) windows: that is no chance. Either a sample was "
                            + "taken, or the program writes by the clock, or what carries the lines does. "
                    } ?? "The file is an excerpt, or lines are lost on their way. ")
                    + "What is said here of a day is too little by as much, and thresholds are provisional until it is explained.",
                at: 0)
        }
        if let age {
            items.append(
                "- **Age**: the last line is \(NumberText.grouped(age)) days old. Whether the service is still as it was then, this log does "
                    + "not say; assess one of now before anything is decided.")
        }
        if assessment.namesYear == false || assessment.namesZone == false {
            items.append("- **Time**: stamps do not say their year or zone; what is read from them is a guess.")
        }
        let time = assessment.counts.time
        if time.count > 0, Double(time.outOfOrder) / Double(time.count) > 0.05 {
            items.append(
                "- **Order**: \(Percent.text(Double(time.outOfOrder) / Double(time.count))) of the lines come behind a later one, by up to "
                    + "\(NumberText.duration(Double(time.furthestBack) / 1e9)); whoever counts in windows has to wait as long. \(waiting)"
            )
        }
        if time.jumpsBack > 0 {
            items.append("- **Order**: time jumps back by more than an hour; windows of the past are closed by then.")
        }
        return "## Risks\n\n" + (items.isEmpty ? "None were seen in what was read." : items.joined(separator: "\n"))
    }

    /// How the waiting is set.
    private var waiting: String {
        assessment.counts.time.furthestBehind > PipelineScript.usualLateness
            ? "The pipeline sets weir-aggregate --lateness to that."
            : "weir-aggregate waits a minute unless told otherwise (--lateness), which is enough here."
    }

    private var target: String {
        let labels = assessment.labels.prefix(3).map {
            "\(Self.code($0.name)) (\($0.judgement.series ?? 0) series)"
        }
        return """
            ## Recommended target

            One record for each unit of work, with `time` to the millisecond and zone, `service`, `level` or `status`, `duration` in \
            seconds, `request_id` and `trace_id`; once a minute how full the bounded resources are. From it metrics of one minute\
            \(labels.isEmpty ? "" : " by " + RoadMap.list(labels)), kept for months, and the log itself for as long as incidents are \
            worked on.
            """
    }

    private var steps: String {
        "## Road map\n\n"
            + Self.table(
                ["", "step", "work", "effort", "gain", "done when", "points"],
                roadMap.steps.enumerated().map { index, step in
                    [
                        "\(index + 1)", "**\(step.title)**", step.work, step.effort, step.gain, step.proof,
                        step.points > 0 ? "+\(step.points)" : "",
                    ]
                })
    }

    private var details: String {
        let changes = assessment.changes
        guard !changes.isEmpty else { return "## Changes in detail\n\nNone are needed." }
        var programs: [String] = []
        for change in changes where !programs.contains(change.program.title) { programs.append(change.program.title) }
        let isOne = programs.count == 1
        var text = "## Changes in detail"
        if !isOne {
            text +=
                "\n\nThe log does not say which of \(RoadMap.list(programs)) wrote it; what is for the others may be passed over."
        }
        for name in programs {
            if !isOne { text += "\n\n### If it is \(name)" }
            for (program, change, signals) in changes where program.title == name {
                text +=
                    "\n\n\(isOne ? "###" : "####") \(change.title)\n\nFor \(RoadMap.list(signals.map(\.rawValue))); in \(change.place).\n\n"
                    + "```\n\(change.lines.joined(separator: "\n"))\n```\n\n"
                    + "Effort: \(change.effort). It gives \(change.gives)."
                if !change.pipeline.isEmpty {
                    text +=
                        "\n\nWatched by this from then on; its thresholds are to be set when the first day is there:\n\n```sh\n"
                        + change.pipeline.joined(separator: "\n") + "\n```"
                }
            }
        }
        return text
    }

    private var fields: String {
        "## Fields\n\n"
            + Self.table(
                ["field", "type", "in", "different values", "role", "unit", "series", "examples"],
                assessment.fields.map { field in
                    [
                        field.name, field.type, Percent.text(field.share),
                        (field.isEstimate ? "about " : "") + NumberText.grouped(Int(clamping: field.distinct)),
                        field.judgement.identifier.map { "\($0.rawValue) id" } ?? field.judgement.role.rawValue,
                        field.unit.map { "\($0.unit) (\($0.reason))" } ?? "",
                        field.judgement.series.map { "\($0)" } ?? "",
                        AssessmentText.examples(field),
                    ]
                }, code: [0])
    }

    private var pipeline: String {
        guard let script = PipelineScript(assessment).text else { return "" }
        return
            "## Pipeline\n\nAs `weir-assess --pipeline` prints it. It wants weir's filters in the path (`make install` in weir's sources; the "
            + "README says what that needs), and `make shore` besides for weir-notify, by which alerts reach somebody.\n\n```sh\n\(script)```"
    }

    private var method: String {
        "## How this was found\n\nBy reading \(Self.code(assessment.name)): \(AssessmentText.reading(assessment)). Each proposed expression was run on what was read. "
            + "Of sensitive values only kinds and numbers are told; an occurrence is a value of a record, and the same value counts as often as "
            + "it is there, while the fields' values are different ones.\n\nThe score weighs what the rest depends on: without lines that are "
            + "understood and dated (35 points) nothing can be counted, without level, labels and measures (40) nothing can be told apart; ids (15) "
            + "and safety (10) come on top. How full things are earns none, since it seldom is a matter of this log. The weights are a judgement, "
            + "the same for every log: compare scores, and do not read them as percentages of anything."
    }
}
