import Advice

/// What one looks up: the changes line by line, messages, fields, the script, and how it was found.
extension MarkdownReport {
    var details: String {
        let changes = assessment.changes
        guard !changes.isEmpty else { return "## Changes in detail\n\nNone are needed." }
        var programs: [String] = []
        for change in changes where !programs.contains(change.program.title) { programs.append(change.program.title) }
        let isOne = programs.count == 1
        var text = "## Changes in detail"
        if isOne, !assessment.unlikely.isEmpty {
            text +=
                "\n\nThe file is called after \(programs[0]); \(RoadMap.list(assessment.unlikely.map(\.title))) writes such logs, too. Its lines come when "
                + "the log has no such name: `weir-assess --as markdown <LOG`."
        }
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

    var messages: String? {
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

    var fields: String {
        "## Appendix: fields\n\n"
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

    var pipeline: String {
        let script = PipelineScript(assessment)
        guard script.text != nil else { return "" }
        return
            "## Pipeline\n\n`weir-assess --pipeline LOG >watch.sh` writes it, with these alerts as rules, and how to use it at its "
            + "beginning.\(tried) Its core:\n\n```sh\n\(script.core)\n```"
    }

    /// What it does on the log that it was made from.
    private var tried: String {
        guard let thresholds, thresholds.backtest != nil else { return "" }
        let fired = thresholds.rows.compactMap { row in
            row.firings.flatMap { $0 > 0 ? "\(row.name) \(row.firingsText)" : nil }
        }
        let untold = thresholds.rows.contains { $0.firings == nil } ? ", besides what durations bring about" : ""
        return " Over this log it writes \(NumberText.grouped(thresholds.windows)) windows and "
            + (fired.isEmpty ? "no alert" : "these alerts: \(fired.joined(separator: "; "))") + untold + "."
    }

    var method: String {
        "## How this was found\n\nBy reading \(Self.code(assessment.title)): \(AssessmentText.reading(assessment)). Each proposed expression was run on what was read. "
            + "Of sensitive values only kinds and numbers are told; an occurrence is a value of a record, and the same value counts as often as "
            + "it is there, while the fields' values are different ones.\n\nThe score weighs what the rest depends on: without lines that are "
            + "understood and dated (35 points) nothing can be counted, without level, labels and measures (40) nothing can be told apart; ids (15) "
            + "and safety (10) come on top. How full things are earns none, since it seldom is a matter of this log. The weights are a judgement, "
            + "the same for every log: compare scores, and do not read them as percentages of anything."
    }
}
