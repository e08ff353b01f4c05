import Advice
import Records

/// The grounds of the answer: figures, state, gaps, risks, and where it should lead.
extension MarkdownReport {
    var state: String {
        var rows = [["format", AssessmentText.verdict(assessment)]]
        if let time = AssessmentText.time(assessment) { rows.append(["time", time]) }
        if let order = AssessmentText.order(assessment) { rows.append(["order", order]) }
        for gap in assessment.counts.time.gaps {
            rows.append([
                "gap", "\(NumberText.duration(Double(gap.nanoseconds) / 1e9)) of silence from \(gap.from.text)",
            ])
        }
        if let coverage = AssessmentText.coverage(assessment) { rows.append(["coverage", coverage]) }
        if let day = AssessmentText.day(assessment) { rows.append(["a day", day]) }
        let isDerived = assessment.signals.contains { $0.state == .derivable && $0.set != nil }
        let signals = assessment.signals.map { statement in
            [statement.signal.rawValue, statement.state.rawValue, statement.what]
                + (isDerived
                    ? [statement.state == .derivable ? statement.set.map { "weir-enrich \($0)" } ?? "" : ""] : [])
        }
        return "## Present state\n\n" + Self.table(["", ""], rows) + "\n\n"
            + Self.table(
                ["signal", "state", "what there is"] + (isDerived ? ["how to derive it"] : []), signals,
                code: isDerived ? [3] : [])
    }

    /// The sum, criterion by criterion: what there is, what is won and by which step, and what stays.
    var score: String {
        let criteria = assessment.maturity.criteria
        var rows: [[String]] = []
        var (missing, won) = (0, 0)
        for criterion in criteria {
            let lacks = criterion.most - criterion.points
            let wins = roadMap.wins(criterion.name)
            missing += lacks
            won += min(wins?.points ?? 0, lacks)
            var text = wins?.text ?? ""
            let rest = lacks - (wins?.points ?? 0)
            if rest > 0 {
                text += (text.isEmpty ? "" : "; ") + "\(rest) stay\(rest == 1 ? "s" : ""): \(staying(criterion.name))"
            }
            rows.append([criterion.name, "\(criterion.points) of \(criterion.most)", criterion.reason, text])
        }
        rows.append([
            "**all**", "**\(assessment.maturity.score) of 100**", "\(missing) are missing",
            "+\(won), to \(assessment.maturity.score + won); \(missing - won) stay",
        ])
        return "## Score\n\n" + Self.table(["criterion", "points", "why", "what the steps win"], rows)
    }

    /// Why the steps do not win the rest of a criterion.
    private func staying(_ criterion: String) -> String {
        switch criterion {
        case "safe": "the log itself keeps them; the program would have to leave them out"
        case "traceable": "a trace id in each record, which whoever is called first begins"
        case "measured":
            assessment.maturity.criteria.contains { $0.name == criterion && $0.points >= 5 }
                ? "durations in seconds, in a field duration"
                : "durations in seconds, in a field duration, and another measure with a unit"
        case "parsed": "lines that no format describes"
        default: "none of the steps changes that"
        }
    }

    var risks: String {
        var items = assessment.sensitive.map { kind, count, fields in
            let weight =
                kind.kind == .secret ? "**Secret**" : kind.kind == .personal ? "**Personal data**" : "**Internals**"
            return
                "- \(weight): \(kind.words), \(NumberText.grouped(count)) \(count == 1 ? "occurrence" : "occurrences") in "
                + fields.map(Self.code).joined(separator: ", ")
                + (roadMap.step(closing: kind.kind.rawValue).map { "; step \($0)" } ?? "") + "."
        }
        if !assessment.sensitive.contains(where: { $0.kind.kind == .secret }) {
            items.append(
                "- **Secrets**: no password, token or key was seen in \(NumberText.grouped(assessment.profile.records)) records, by name or by form."
            )
        }
        if assessment.namesYear == false || assessment.namesZone == false {
            let lacks = [assessment.namesYear == false ? "year" : nil, assessment.namesZone == false ? "zone" : nil]
            items.append(
                "- **Time**: stamps do not say their \(RoadMap.list(lacks.compactMap(\.self), "or")); what is read from them is a guess."
            )
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
        return "## Risks\n\n" + items.joined(separator: "\n")
    }

    /// How the waiting is set.
    private var waiting: String {
        assessment.counts.time.furthestBehind > PipelineScript.usualLateness
            ? "The pipeline sets weir-aggregate --lateness to that."
            : "weir-aggregate waits a minute unless told otherwise (--lateness), which is enough here."
    }

    /// What each record should have, beside what it has, what its lack means, and what closes the gap.
    var gaps: String {
        let time = assessment.counts.time
        func has(_ names: [String]) -> String? {
            assessment.fields.first { names.contains($0.name) && $0.share > 0.5 }.map { "in \($0.name)" }
        }
        func signal(_ signal: Signal, _ what: String) -> [String] {
            guard let statement = assessment.signal(signal), statement.state != .missing else {
                return [what, "missing", Self.consequence(signal), closing(signal.rawValue)]
            }
            return [
                what, statement.state == .available ? "in \(statement.field ?? "")" : "derived: \(statement.what)", "",
                "",
            ]
        }
        var stamp: [String] = []
        if time.digits == 0 { stamp.append("to the second") }
        if assessment.namesYear == false { stamp.append("without year") }
        if assessment.namesZone == false { stamp.append("without zone") }
        let level = has(["level", "status"])
        let service = has(["service", "host", "vhost"])
        let step =
            roadMap.step(closing: "time") ?? (stamp == ["to the second"] ? roadMap.step(closing: "milliseconds") : nil)
        var traces = signal(.traces, "`request_id`, and `trace_id` where services call one another")
        if traces[1] == "missing", !traces[3].isEmpty { traces[3] += beginning }
        let rows = [
            [
                "`time`, to the millisecond, with zone",
                time.count == 0 ? "missing" : stamp.isEmpty ? "there" : stamp.joined(separator: ", "),
                stamp.isEmpty && time.count > 0 ? "" : "What came first cannot be told.",
                step.map { "step \($0)" } ?? "",
            ],
            [
                "`service`", service ?? "missing",
                service == nil ? "Logs of two services cannot be told apart in one place." : "",
                service == nil ? closing("service") : "",
            ],
            [
                "`level` or `status`", level ?? "missing", level == nil ? Self.consequence(.errors) : "",
                level == nil ? closing("errors") : "",
            ],
            signal(.latency, "`duration`, in seconds"), traces,
            signal(.saturation, "once a minute, how busy workers, queues and pools are"),
        ]
        let labels = assessment.preferredLabels.prefix(3).map {
            "\(Self.code($0.name)) (\($0.judgement.series ?? 0) series)"
        }
        return "## Gaps and target\n\nOne record for each \(isRequests ? "request" : "unit of work"), with\n\n"
            + Self.table(["what", "today", "what its lack means", "closed by"], rows)
            + "\n\nFrom it metrics of one minute\(labels.isEmpty ? "" : " by " + RoadMap.list(labels)), kept for months (weir-store), and the log "
            + "itself for as long as incidents are worked on, which is weeks." + objective
    }

    private func closing(_ what: String) -> String { roadMap.closing(what) ?? "" }

    /// An id that this program gives leads no further than to whom it calls.
    private var beginning: String {
        roadMap.wins("traceable").map(\.points) ?? 15 >= 15
            ? ""
            : " for this service; across services when whoever is called first begins a trace and sends traceparent: developers, with OpenTelemetry "
                + "in the application or gateway"
    }

    /// What the log kept to, with half of the budget to spare: 99.9 % where less than 0.05 % failed.
    private var objective: String {
        guard isRequests, thresholds?.errors != nil, assessment.profile.records >= 1000 else { return "" }
        let seen = thresholds?.errorShare ?? UsualShare([:], of: [:])
        let budgets = [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.02, 0.05, 0.1]
        // One that the log is too short to show would be a promise about nothing.
        guard seen.total > 0,
            let budget = budgets.first(where: { seen.usual <= $0 / 2 && 1 / Double(seen.total) <= $0 / 2 })
        else { return "" }
        let allowed = Int(budget * Double(seen.allTotal))
        let window = thresholds?.windowText ?? ""
        let odd =
            seen.odd.count == 1
            ? "the one window of \(window) that stands out"
            : "the \(NumberText.grouped(seen.odd.count)) windows of \(window) that stand out"
        return
            " An objective to begin with: **\(Self.percent(1 - budget)) of the requests answered without a 5xx**, over 30 days. This log had "
            + "\(Self.percent(1 - seen.all)): \(NumberText.grouped(seen.allFailed)) failed, where it allows "
            + "\(NumberText.grouped(allowed)) of \(NumberText.grouped(seen.allTotal))"
            + (seen.allFailed > allowed && !seen.odd.isEmpty
                ? "; without \(odd) it had \(Self.percent(1 - seen.usual))" : "")
            + (standing.isProvisional || seen.allFailed < 10
                ? ". **Provisional:** \(seen.allFailed < 10 ? "so few failures" : "such a log") "
                    + "\(seen.allFailed < 10 ? "prove" : "proves") no rate; set it when a month has been counted" : "")
            + ". One for latency follows when a week of durations is there."
    }

    /// With as many digits as nines need.
    private static func percent(_ share: Double) -> String {
        let digits = Int((share * 10_000).rounded(.down))
        var fraction = "\(digits % 100)"
        if fraction.count == 1 { fraction = "0" + fraction }
        while fraction.hasSuffix("0") { fraction.removeLast() }
        return "\(digits / 100)\(fraction.isEmpty ? "" : ".\(fraction)") %"
    }

    /// Where alerts may begin.
    var alerts: String? {
        guard let thresholds else { return nil }
        let whole = thresholds.backtest != nil
        return
            "## Alerts to begin with\n\nFor windows of \(thresholds.windowText), of which the log has \(NumberText.grouped(thresholds.windows))"
            + (rate ?? ". ")
            + (standing.isProvisional
                ? "**Provisional:** step \(roadMap.baseline) takes them anew. "
                : "Hold them against another week before they wake anybody. ")
            + "*Told after* is how long it goes on, in the mean, until the alert fires, with the "
            + "\(DurationText.format(thresholds.lateness * 1_000_000_000)) that is waited for late lines"
            + (whole ? "; the last column is a backtest over this log.\n\n" : ".\n\n")
            + Self.table(
                ["alert", "when", "severity", "usual in this log", "told after"] + (whole ? ["fired here"] : []),
                thresholds.rows.map {
                    [$0.name, $0.text, $0.severity, $0.usual, $0.delay] + (whole ? [$0.firingsText] : [])
                }, code: [1])
            + "\n\nA *page* goes to NOTIFY_PAGE, and is worth a call at night once its week is over; a *ticket* goes to NOTIFY_TICKET, and waits "
            + "for the morning."
            + (thresholds.errors == nil
                ? ""
                : " The number of errors is the smallest that, with the share beside it, chance alone would pass less than once a week at this rate.")
            + silence(thresholds.silence)
    }

    /// Which rate the thresholds are for, where a log with gaps has two; and what to do if it is the other.
    private var rate: String? {
        guard let volume = assessment.volume, let full = volume.full, let thresholds else { return nil }
        let spread = volume.lines * Double(thresholds.window) / 86_400
        return
            ", and for the rate that it has in those: **\(NumberText.grouped(thresholds.usualCount)) in \(thresholds.windowText)**, which would be "
            + "\(NumberText.grouped(Int(full.lines.rounded()))) a day; that the file has \(NumberText.grouped(Int(volume.lines.rounded()))) a day is "
            + "due to its gaps. If the service is really as quiet as that (\(NumberText.short((spread * 10).rounded() / 10)) in "
            + "\(thresholds.windowText)), do not use these: errors would hardly ever be told, and silence all the time. The script made from "
            + "the log of now has wider windows and lower numbers then, by itself. "
    }

    /// What a log full of gaps says of silence.
    private func silence(_ silence: Silence) -> String {
        guard let rhythm = standing.holes?.rhythm, silence.holes > 0 else { return "" }
        let period = rhythm.period
        let longer = (2 * period + 59) / 60 * 60
        return
            " The limit for silence leaves the gaps out: three windows without a line, where others have \(NumberText.grouped(thresholds?.usualCount ?? 0)), "
            + "cannot be chance. If the service does write but \(rhythm.cadence), write \(DurationText.format(longer * 1_000_000_000)) in its place."
    }
}
