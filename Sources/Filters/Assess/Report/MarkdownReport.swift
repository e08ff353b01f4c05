import Advice

/// An assessment as a report that one can hand in: present state, gaps, risks, target, road map, pipeline.
struct MarkdownReport {
    let assessment: Assessment
    let thresholds: Thresholds?
    private let roadMap: RoadMap

    init(_ assessment: Assessment) {
        self.assessment = assessment
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
            sentences.append("From this log as it is, \(RoadMap.list(names(.available))) can be watched today.")
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
        let next = roadMap.steps.prefix(3).enumerated().map { index, step in
            "\(index + 1). **\(step.title)** (\(step.effort)): \(step.gain)."
        }
        return "\(title)\n\n## Summary\n\n\(sentences.joined(separator: " "))\n\n"
            + "**What to do next:**\n\n" + next.joined(separator: "\n") + "\n\n"
            + (recommendation.map { $0 + " " } ?? "") + "The road map says how, and how one knows that it is done."
    }

    /// The first step that is worth points: they stand in the order in which they pay.
    private var recommendation: String? {
        let all = roadMap.steps.reduce(0) { $0 + $1.points }
        guard let place = roadMap.steps.firstIndex(where: { $0.points > 0 }) else { return nil }
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
            + "beginning: hold them against another week before they wake anybody.\n\n"
            + Self.table(
                ["signal", "alert when", "usual in this log"],
                thresholds.rows.map { [$0.signal, $0.condition, $0.usual] }, code: [1])
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
        if let day = AssessmentText.day(assessment) { rows.append(["a day", day]) }
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
            return "- \(weight): \(kind.words), \(NumberText.grouped(count)) values in "
                + fields.map(Self.code).joined(separator: ", ") + "."
        }
        if let coverage = assessment.coverage, coverage.isSuspicious {
            items.insert(
                "- **Coverage**: only \(coverage.text) between the first line and the last have any, though those that do have "
                    + "\(NumberText.grouped(coverage.usual)). The file is an excerpt, or lines are lost on their way; what is said here of a day "
                    + "is too little by as much.", at: 0)
        }
        if assessment.namesYear == false || assessment.namesZone == false {
            items.append("- **Time**: stamps do not say their year or zone; what is read from them is a guess.")
        }
        let time = assessment.counts.time
        if time.count > 0, Double(time.outOfOrder) / Double(time.count) > 0.05 {
            items.append(
                "- **Order**: \(Percent.text(Double(time.outOfOrder) / Double(time.count))) of the lines come behind a later one, by up to "
                    + "\(NumberText.duration(Double(time.furthestBack) / 1e9)); whoever counts in windows has to wait as long."
            )
        }
        if time.jumpsBack > 0 {
            items.append("- **Order**: time jumps back by more than an hour; windows of the past are closed by then.")
        }
        return "## Risks\n\n" + (items.isEmpty ? "None were seen in what was read." : items.joined(separator: "\n"))
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
            }
        }
        return text
    }

    private var fields: String {
        "## Fields\n\n"
            + Self.table(
                ["field", "type", "in", "values", "role", "unit", "series", "examples"],
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
        return "## Pipeline\n\nAs `weir-assess --pipeline` prints it:\n\n```sh\n\(script)```"
    }

    private var method: String {
        "## How this was found\n\nBy reading \(Self.code(assessment.name)): \(AssessmentText.reading(assessment)). Each proposed expression was run on what was read. "
            + "Of sensitive values only kinds and numbers are told."
    }

    // MARK: Markdown

    /// - Parameter columns: those that are code.
    private static func table(_ header: [String], _ rows: [[String]], code columns: Set<Int> = []) -> String {
        func row(_ cells: [String]) -> String {
            let texts = cells.enumerated().map { index, text in
                cell(columns.contains(index) && !text.isEmpty ? code(text) : escaped(text))
            }
            return "| " + texts.joined(separator: " | ") + " |"
        }
        let head = "| " + header.joined(separator: " | ") + " |"
        return ([head, "|" + String(repeating: "---|", count: header.count)] + rows.map { row($0) })
            .joined(separator: "\n")
    }

    private static func cell(_ text: String) -> String {
        var result = ""
        for character in text { result += character == "|" ? "\\|" : String(character) }
        return result
    }

    /// As code, in which nothing is markup but the quotes themselves.
    static func code(_ text: String) -> String {
        var result = "`"
        for scalar in text.unicodeScalars {
            result.unicodeScalars.append(
                scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar == "`" ? "'" : scalar)
        }
        return result + "`"
    }

    /// What a log says stays text: no HTML, no line of its own.
    static func escaped(_ text: String) -> String {
        var result = ""
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            // A tag does not begin with a blank.
            case "<" where index + 1 == scalars.count || scalars[index + 1] != " ": result += "&lt;"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
