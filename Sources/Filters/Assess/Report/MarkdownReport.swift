import Advice

/// An assessment as a report that one can hand in: present state, gaps, risks, target, road map, pipeline.
struct MarkdownReport {
    let assessment: Assessment
    private let roadMap: RoadMap

    init(_ assessment: Assessment) {
        self.assessment = assessment
        roadMap = RoadMap(assessment)
    }

    var text: String {
        guard !assessment.fields.isEmpty else {
            return "# What \(Self.escaped(assessment.name)) can tell\n\n"
                + AssessmentText.verdict(assessment).capitalisedFirst + ".\n"
        }
        return [summary, state, gaps, risks, target, steps, details, fields, pipeline, method].joined(separator: "\n\n")
            + "\n"
    }

    private func names(_ state: SignalStatement.State) -> [String] {
        assessment.signals.filter { $0.state == state }.map(\.signal.rawValue)
    }

    private var summary: String {
        var sentences = [
            "This log scores **\(assessment.maturity.score) of 100** (\(assessment.maturity.grade)) on the road to observability."
        ]
        if !names(.available).isEmpty { sentences.append("It has \(RoadMap.list(names(.available))) in its fields.") }
        if !names(.derivable).isEmpty { sentences.append("It lets \(RoadMap.list(names(.derivable))) be derived.") }
        if !names(.missing).isEmpty { sentences.append("It has nothing on \(RoadMap.list(names(.missing))).") }
        let next = roadMap.steps.prefix(3).enumerated().map { index, step in
            "\(index + 1). **\(step.title)** (\(step.effort)): \(step.gain)."
        }
        return "# What \(Self.escaped(assessment.name)) can tell\n\n\(sentences.joined(separator: " "))\n\n"
            + "What to do next:\n\n" + next.joined(separator: "\n")
    }

    private var state: String {
        var rows = [["format", AssessmentText.verdict(assessment)]]
        if let time = AssessmentText.time(assessment) { rows.append(["time", time]) }
        if let order = AssessmentText.order(assessment) { rows.append(["order", order]) }
        for gap in assessment.profile.time.gaps {
            rows.append([
                "gap", "\(NumberText.duration(Double(gap.nanoseconds) / 1e9)) of silence from \(gap.from.text)",
            ])
        }
        if let day = AssessmentText.day(assessment) { rows.append(["a day", day]) }
        let signals = assessment.signals.map { statement in
            [
                statement.signal.rawValue, statement.state.rawValue, statement.what,
                statement.state == .derivable ? statement.set.map { "`weir-enrich \($0)`" } ?? "" : "",
            ]
        }
        let maturity = assessment.maturity.criteria.map { [$0.name, "\($0.points) of \($0.most)", $0.reason] }
        return "## Present state\n\n" + Self.table(["", ""], rows) + "\n\n"
            + Self.table(["signal", "state", "what there is", "how to derive it"], signals) + "\n\n"
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
                + fields.map { "`\(Self.escaped($0))`" }.joined(separator: ", ") + "."
        }
        if assessment.namesYear == false || assessment.namesZone == false {
            items.append("- **Time**: stamps do not say their year or zone; what is read from them is a guess.")
        }
        if assessment.profile.time.jumpsBack > 0 {
            items.append("- **Order**: time jumps back by more than an hour; windows of the past are closed by then.")
        }
        return "## Risks\n\n" + (items.isEmpty ? "None were seen in what was read." : items.joined(separator: "\n"))
    }

    private var target: String {
        let labels = assessment.labels.prefix(3).map {
            "`\(Self.escaped($0.name))` (\($0.judgement.series ?? 0) series)"
        }
        let gain = roadMap.steps.reduce(0) { $0 + $1.points }
        return """
            ## Recommended target

            One record for each unit of work, with `time` to the millisecond and zone, `service`, `level` or `status`, `duration` in \
            seconds, `request_id` and `trace_id`; once a minute how full the bounded resources are. From it, metrics of one minute\
            \(labels.isEmpty ? "" : " by " + RoadMap.list(labels)), kept for months, and the log itself for as long as incidents are \
            worked on. The road map below leads to about \(min(100, assessment.maturity.score + gain)) of 100.
            """
    }

    private var steps: String {
        "## Road map\n\n"
            + Self.table(
                ["", "step", "work", "effort", "gain", "points"],
                roadMap.steps.enumerated().map { index, step in
                    [
                        "\(index + 1)", "**\(step.title)**", step.work, step.effort, step.gain,
                        step.points > 0 ? "+\(step.points)" : "",
                    ]
                })
    }

    private var details: String {
        let changes = assessment.changes
        guard !changes.isEmpty else { return "## Changes in detail\n\nNone are needed." }
        return "## Changes in detail\n\n"
            + changes.map { program, change, signals in
                "### \(program.title): \(change.title)\n\nFor \(RoadMap.list(signals.map(\.rawValue))); in \(change.place).\n\n"
                    + "```\n\(change.lines.joined(separator: "\n"))\n```\n\n"
                    + "Effort: \(change.effort). It gives \(change.gives)."
            }.joined(separator: "\n\n")
    }

    private var fields: String {
        "## Fields\n\n"
            + Self.table(
                ["field", "type", "in", "values", "role", "unit", "series", "examples"],
                assessment.fields.map { field in
                    [
                        "`\(Self.escaped(field.name))`", field.type, Percent.text(field.share),
                        (field.isEstimate ? "about " : "") + NumberText.grouped(Int(clamping: field.distinct)),
                        field.judgement.identifier.map { "\($0.rawValue) id" } ?? field.judgement.role.rawValue,
                        field.unit.map { "\($0.unit) (\($0.reason))" } ?? "",
                        field.judgement.series.map { "\($0)" } ?? "",
                        AssessmentText.examples(field),
                    ]
                })
    }

    private var pipeline: String {
        guard let script = PipelineScript(assessment).text else { return "" }
        return "## Pipeline\n\nAs `weir-assess --pipeline` prints it:\n\n```sh\n\(script)```"
    }

    private var method: String {
        "## How this was found\n\nBy reading \(AssessmentText.reading(assessment)). Each proposed expression was run on what was read. "
            + "Of sensitive values only kinds and numbers are told."
    }

    // MARK: Markdown

    private static func table(_ header: [String], _ rows: [[String]]) -> String {
        func row(_ cells: [String]) -> String { "| " + cells.map(cell).joined(separator: " | ") + " |" }
        return ([row(header), "|" + String(repeating: "---|", count: header.count)] + rows.map(row)).joined(
            separator: "\n")
    }

    private static func cell(_ text: String) -> String {
        var result = ""
        for character in escaped(text) { result += character == "|" ? "\\|" : String(character) }
        return result
    }

    /// What a log says stays text: no HTML, no line of its own.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": result += "&lt;"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
