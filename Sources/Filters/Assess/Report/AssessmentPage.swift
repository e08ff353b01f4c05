import FilterKit

/// An assessment on a page of text, for a terminal.
struct AssessmentPage {
    let assessment: Assessment

    /// Each harmless, without their ends.
    var lines: [String] {
        var lines = head
        if assessment.verdict == .understood || assessment.verdict == .partly {
            lines += ["", "SIGNALS"] + signals
            lines += changes
            lines += ["", "FIELDS"] + fields
            if !assessment.templates.isEmpty { lines += ["", "MESSAGES"] + messages }
            if !assessment.sensitive.isEmpty { lines += ["", "SENSITIVE"] + sensitive }
            if !alerts.isEmpty { lines += ["", "ALERTS TO BEGIN WITH"] + alerts }
            lines += ["", "MATURITY: \(assessment.maturity.score) of 100, \(assessment.maturity.grade)"] + maturity
        }
        return lines.map { TerminalText.harmless($0) }
    }

    private var head: [String] {
        var rows: [[String]] = [["read", reading], ["verdict", AssessmentText.verdict(assessment)]]
        if let time = AssessmentText.time(assessment) { rows.append(["time", time]) }
        if let order = AssessmentText.order(assessment) { rows.append(["order", order]) }
        for gap in assessment.fields.isEmpty ? [] : assessment.counts.time.gaps {
            rows.append([
                "gap", "\(NumberText.duration(Double(gap.nanoseconds) / 1e9)) of silence from \(gap.from.text)",
            ])
        }
        if assessment.coverage?.isSuspicious == true, let coverage = AssessmentText.coverage(assessment) {
            rows.append(["coverage", coverage])
        }
        if let day = AssessmentText.day(assessment) { rows.append(["a day", day]) }
        return [assessment.name] + TextColumns.lines(rows)
    }

    private var reading: String { AssessmentText.reading(assessment) }

    private var signals: [String] {
        var rows: [[String]] = []
        for statement in assessment.signals {
            let share = statement.share.map { $0 < 0.995 ? " (\(Percent.text($0)) of the records)" : "" } ?? ""
            let field = statement.state == .available ? "\(statement.field ?? ""): " : ""
            rows.append([statement.signal.rawValue, statement.state.rawValue, field + statement.what + share])
            if statement.state == .derivable, let set = statement.set { rows.append(["", "", "weir-enrich \(set)"]) }
            if statement.state == .missing {
                for (program, change) in statement.changes {
                    rows.append(["", "", "\(program.title): \(change.title)"])
                }
            }
        }
        return TextColumns.lines(rows)
    }

    /// What gives the missing signals, each change once.
    private var changes: [String] {
        let changes = assessment.changes
        guard !changes.isEmpty else { return [] }
        var lines = ["", "TO GET WHAT IS MISSING"]
        for (program, change, signals) in changes {
            lines.append("  \(program.title): \(change.title) (\(signals.map(\.rawValue).joined(separator: ", ")))")
            lines.append("    in \(change.place):")
            lines += change.lines.map { "      \($0)" }
            lines.append("    effort: \(change.effort)")
            lines.append("    gives: \(change.gives)")
        }
        return lines
    }

    private var fields: [String] {
        let header = ["name", "type", "in", "values", "role", "unit", "series", "examples"]
        return TextColumns.lines(
            [header]
                + assessment.fields.map { field in
                    [
                        field.name, field.type, Percent.text(field.share),
                        (field.isEstimate ? "~" : "") + NumberText.grouped(Int(clamping: field.distinct)),
                        field.judgement.identifier.map { "\($0.rawValue) id" } ?? field.judgement.role.rawValue,
                        field.unit?.unit ?? "", field.judgement.series.map { "\($0)" } ?? "",
                        AssessmentText.examples(field),
                    ]
                })
    }

    /// The most frequent templates, failures, and what is rare; each once.
    private var messages: [String] {
        let templates = assessment.templates
        var rows: [[String]] = []
        var told: Set<String> = []
        func add(_ found: some Sequence<MessageTemplate>, _ word: String) {
            for template in found where told.insert(template.shown).inserted {
                rows.append([word, NumberText.grouped(template.count), template.level ?? "", template.shown])
            }
        }
        add(templates.top, "top")
        add(templates.failures, "failure")
        add(templates.rare, "rare")
        return ["  \(NumberText.counted(templates.count, "template")); <*> is what varies"] + TextColumns.lines(rows)
    }

    private var alerts: [String] {
        guard !assessment.fields.isEmpty, let thresholds = Thresholds(assessment) else { return [] }
        let isTested = thresholds.backtest != nil
        let header = ["alert", "when", "usual here"] + (isTested ? ["fired here"] : [])
        return TextColumns.lines(
            [header] + thresholds.rows.map { [$0.name, $0.text, $0.usual] + (isTested ? [$0.firingsText] : []) })
    }

    private var sensitive: [String] {
        TextColumns.lines(
            assessment.sensitive.map { kind, count, fields in
                [
                    kind.kind.rawValue, kind.words, NumberText.counted(count, "occurrence"),
                    "in \(fields.joined(separator: ", "))",
                ]
            })
    }

    private var maturity: [String] {
        TextColumns.lines(
            assessment.maturity.criteria.map { [$0.name, "\($0.points) of \($0.most)", $0.reason] })
    }
}
