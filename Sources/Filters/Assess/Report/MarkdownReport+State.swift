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
        if let cost = AssessmentText.cost(assessment) { rows.append(["cost", cost]) }
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
            "+\(won), which makes \(assessment.maturity.score + won); \(missing - won) stay",
        ])
        return "## Score\n\n" + Self.table(["criterion", "points", "why", "what the steps win"], rows)
    }

    /// Why the steps do not win the rest of a criterion.
    private func staying(_ criterion: String) -> String {
        switch criterion {
        case "safe": "the log still has this data; that is a decision, not a fault"
        case "traceable": "for a trace id, which takes OpenTelemetry in the applications"
        case "measured": measuring
        case "parsed": "for lines that no format describes"
        default: "no step changes that"
        }
    }

    /// A duration that has to be converted is as good to watch, and counts less.
    private var measuring: String {
        let isConverted = roadMap.wins("measured").map(\.points) ?? 0 == 6
        let hasOther = assessment.maturity.criteria.contains { $0.name == "measured" && $0.points >= 5 }
        return [
            isConverted
                ? "for durations written in seconds (microseconds serve as well, since the script converts them: leave it)"
                : nil,
            !isConverted && roadMap.wins("measured") == nil && assessment.signal(.latency)?.state == .missing
                ? "for durations" : nil,
            hasOther ? nil : "for another measure with a unit",
        ].compactMap(\.self).joined(separator: ", and ")
    }

    var risks: String {
        var items = assessment.sensitive.map { kind, count, fields in
            let weight =
                kind.kind == .secret ? "**Secret**" : kind.kind == .personal ? "**Personal data**" : "**Internals**"
            return
                "- \(weight): \(kind.words), \(NumberText.grouped(count)) \(count == 1 ? "value" : "values") in "
                + fields.map(Self.code).joined(separator: ", ")
                + (RoadMap.guess(kind, in: fields).map { " (\($0))" } ?? "")
                + (roadMap.step(closing: kind.kind.rawValue).map { " (step \($0))" } ?? "") + "."
        }
        if !assessment.sensitive.contains(where: { $0.kind.kind == .secret }) {
            items.append(
                "- **Secrets**: none found. In \(NumberText.counted(assessment.profile.records, "record")) weir looked for passwords, tokens and keys by their name "
                    + "and by their form; what has neither, it cannot see."
            )
        }
        if assessment.namesYear == false || assessment.namesZone == false {
            let lacks = [assessment.namesYear == false ? "year" : nil, assessment.namesZone == false ? "zone" : nil]
            items.append(
                "- **Time**: the time stamps do not say their \(RoadMap.list(lacks.compactMap(\.self), "or")), so it was guessed."
            )
        }
        let time = assessment.counts.time
        if assessment.lostMinute == nil, time.count > 0, Double(time.outOfOrder) / Double(time.count) > 0.05 {
            items.append(
                "- **Order**: \(Percent.text(Double(time.outOfOrder) / Double(time.count))) of the lines come after a later one, by up to "
                    + "\(NumberText.duration(Double(time.furthestBack) / 1e9)). Whoever counts by the minute has to wait that long for them. \(waiting)"
            )
        }
        if time.jumpsBack > 0 {
            items.append(
                "- **Order**: time jumps back by more than an hour, \(NumberText.grouped(time.jumpsBack)) \(time.jumpsBack == 1 ? "time" : "times"). Live, such lines come too late to be counted."
            )
        }
        return "## Risks\n\n" + items.joined(separator: "\n")
    }

    /// How the waiting is set.
    private var waiting: String {
        assessment.counts.time.furthestBehind > PipelineScript.usualLateness
            ? "The script does so (weir-aggregate --lateness)."
            : "weir-aggregate waits a minute, which is enough here."
    }

    /// What each record should have, beside what it has, what its lack means, and what closes the gap.
    var gaps: String {
        func has(_ names: [String]) -> String? {
            assessment.fields.first { names.contains($0.name) && $0.share > 0.5 }.map { "in \($0.name)" }
        }
        func signal(_ signal: Signal, _ what: String) -> [String] {
            guard let statement = assessment.signal(signal), statement.state != .missing else {
                return [what, "missing", Self.consequence(signal), closing(signal.rawValue)]
            }
            return [
                what,
                statement.state == .available ? "in \(statement.field ?? "")" : "by an expression: \(statement.what)",
                "",
                "",
            ]
        }
        let stamp = lacking
        let level = has(["level", "status"])
        let service = has(["service", "host", "vhost"])
        let corrected = [
            roadMap.step(closing: "minute"), roadMap.step(closing: "time") ?? roadMap.step(closing: "milliseconds"),
        ]
        .compactMap(\.self)
        var traces = signal(.traces, "`request_id`, and `trace_id` where services call one another")
        if traces[1] == "missing", !traces[3].isEmpty { traces[3] += beginning }
        var durations = signal(.latency, "`duration`, in seconds")
        if durations[1] == "missing", roadMap.wins("measured")?.points == 6 {
            durations[3] += ", as `duration_us` in microseconds, which the script converts"
        }
        let time = assessment.counts.time
        let rows = [
            [
                "`time`, to the millisecond, with zone",
                time.count == 0 ? "missing" : stamp.isEmpty ? "there" : stamp.map(\.what).joined(separator: ", "),
                time.count == 0
                    ? "Nothing can be counted over time, and nobody can say what came first."
                    : stamp.map(\.cost).joined(separator: " "),
                corrected.isEmpty ? "" : RoadMap.list(corrected.map { "step \($0)" }),
            ],
            [
                "`service`", service ?? "missing",
                service == nil ? "Put together, the logs of two services cannot be told apart." : "",
                service == nil ? closing("service") : "",
            ],
            [
                "`level` or `status`", level ?? "missing", level == nil ? Self.consequence(.errors) : "",
                level == nil ? closing("errors") : "",
            ],
            durations, traces,
            signal(.saturation, "once a minute, how many workers, connections or places in a queue are taken"),
        ]
        let labels = assessment.preferredLabels.prefix(3).map {
            "\(Self.code($0.name)) (\($0.judgement.series ?? 0) series)"
        }
        return
            "## Gaps and target\n\nThe target is one record for each \(isRequests ? "request" : "unit of work"), with these fields:\n\n"
            + Self.table(["field", "today", "what it costs you", "closed by"], rows)
            + "\n\nMake metrics of one minute from it\(labels.isEmpty ? "" : ", by " + RoadMap.list(labels)), and keep those for months; weir-store does. "
            + "Keep the log itself for as long as you still look into incidents, which is weeks.\(objective)"
    }

    /// What time stamps have not, and what each of that costs.
    private var lacking: [(what: String, cost: String)] {
        guard assessment.counts.time.count > 0 else { return [] }
        var found: [(String, String)] = []
        if assessment.counts.time.digits == 0 {
            found.append(("to the second", "Of two things within a second nobody can say which came first."))
        }
        if assessment.namesYear == false {
            found.append(("without year", "An old log is taken for one of this year."))
        }
        if assessment.namesZone == false {
            found.append(
                (
                    "without zone",
                    "Logs of machines in two zones cannot be laid side by side, and where clocks are changed, an hour comes twice in autumn."
                ))
        }
        if assessment.lostMinute != nil {
            found.append(("minute wrong", "Nothing can be counted by less than an hour."))
        }
        return found
    }

    private func closing(_ what: String) -> String { roadMap.closing(what) ?? "" }

    /// An id that this program gives leads no further than to whom it calls.
    private var beginning: String {
        roadMap.wins("traceable").map(\.points) ?? 15 >= 15
            ? ""
            : ", and \(roadMap.number(of: .behind).map { "step \($0) in the application" } ?? "the applications behind"). A trace across services is a project of its own: "
                + "developers, with OpenTelemetry"
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
            "\n\nAn objective to begin with: **\(Self.percent(1 - budget)) of the requests are answered without a 5xx**, counted over 30 days. This log had "
            + "\(Self.percent(1 - seen.all)): \(NumberText.grouped(seen.allFailed)) of \(NumberText.grouped(seen.allTotal)) failed, and the objective allows "
            + "\(NumberText.grouped(allowed))"
            + (seen.allFailed > allowed && !seen.odd.isEmpty
                ? "; without \(odd) it had \(Self.percent(1 - seen.usual))" : "")
            + (standing.isProvisional || seen.allFailed < 10
                ? ". **This is provisional:** \(seen.allFailed < 10 ? "so few failures prove no rate" : "this log proves no rate"). Set it when a month has been counted"
                : "")
            + "."
            + (assessment.signal(.latency)?.state == .missing
                ? " Set one for how long requests take when a week of durations is there." : "")
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
        let watch = roadMap.number(of: .watch).map { "Step \($0)" } ?? "The script"
        return
            "## Alerts to begin with\n\n"
            + (standing.isProvisional
                ? "**These are examples, to show what you will get.** \(watch) makes them anew from last week's log. "
                : "Try them on another week of the log before they wake anybody. ")
            + "They look at windows of \(thresholds.windowText), of which this log has \(NumberText.grouped(thresholds.windows))"
            + (rate
                ?? (assessment.lostMinute == nil
                    ? ". "
                    : ": its minutes are wrong, so nothing shorter can be counted. With right minutes the windows become "
                        + "shorter, and you are told sooner. "))
            + "*Told after* is the time from the beginning of a fault until the alert fires, in the mean of faults that begin anywhere in a window"
            + (thresholds.isQuiet ? ". " : "; of silence it is counted from the last line. ")
            + "\(DurationText.format(thresholds.lateness * 1_000_000_000)) of it is spent waiting for late lines."
            + (whole ? " *Fired here* is how often the alert would have fired on this log.\n\n" : "\n\n")
            + Self.table(
                ["alert", "fires when", "severity", "usual in this log", "told after"] + (whole ? ["fired here"] : []),
                thresholds.rows.map {
                    [$0.name, $0.text, $0.severity, $0.usual, $0.delay] + (whole ? [$0.firingsText] : [])
                }, code: [1])
            + "\n\nA *page* is worth waking somebody for; a *ticket* waits for the morning. Who is told, and how, is set in the unit under *Pipeline*: mail alone wakes nobody."
            + (whole ? " What fired more than once a week here is a ticket at most." : "")
            + (thresholds.errors == nil
                ? ""
                : " An alert for the errors of one window takes five at least, and each so many that mere chance raises a false alarm less than once a week at this rate.")
            + (assessment.signal(.latency)?.state == .missing && roadMap.closing(Signal.latency.rawValue) != nil
                ? " An alert for slow answers comes with the script of step \(roadMap.number(of: .measure) ?? 1), when durations are there."
                : "")
            + outage(thresholds)
            + (thresholds.isQuiet ? Self.quiet : silence(thresholds.silence))
    }

    private static let quiet =
        " There is none for silence: while all goes well nothing is written here. That requests still come, and are answered, an access log can tell, or a check from outside."

    /// Where silence is told late, something else has to tell of an outage.
    private func outage(_ thresholds: Thresholds) -> String {
        guard let row = thresholds.rows.first(where: \.isSilence), thresholds.silence.limit >= 1800 else { return "" }
        return
            " **This log tells of an outage only after up to \(row.delay.split(separator: " ").first ?? ""),** counted from the last line before it. Do not rely on it for that: a check from outside "
            + "tells within minutes\(roadMap.number(of: .outside).map { " (step \($0))" } ?? ""). Silence then says that the log itself has stopped."
    }

    /// Which rate the thresholds are for, where a log with gaps has two; and what to do if it is the other.
    private var rate: String? {
        guard let volume = assessment.volume, let full = volume.full, let thresholds else { return nil }
        return
            ". They fit the rate inside those: **\(NumberText.grouped(thresholds.usualCount)) in \(thresholds.windowText)**, or "
            + "\(NumberText.grouped(Int(full.lines.rounded()))) a day. With its gaps the file has only \(NumberText.grouped(Int(volume.lines.rounded()))) a day; "
            + "if that is the true rate, do not use these numbers. "
    }

    /// What a log full of gaps says of silence.
    private func silence(_ silence: Silence) -> String {
        guard let rhythm = standing.holes?.rhythm, silence.holes > 0 else { return "" }
        return
            " Silence is told only when two turns of \(DurationText.format(rhythm.period * 1_000_000_000)) are missing, for this log is silent in between by its nature. "
            + "Once the whole log is there, the script sets a limit of minutes."
    }
}
