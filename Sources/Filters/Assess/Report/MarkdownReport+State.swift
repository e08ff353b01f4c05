import Advice
import Records

/// The grounds of the answer: figures, state, gaps, risks, and where it should lead.
extension MarkdownReport {
    var figures: String? {
        let rows = KeyFigures(assessment, thresholds).rows
        guard !rows.isEmpty else { return nil }
        return "## Key figures\n\n"
            + Self.table(["what", "how much", "of what"], rows.map { [$0.name, $0.figure, $0.meaning] })
    }

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
        let maturity = assessment.maturity.criteria.map { [$0.name, "\($0.points) of \($0.most)", $0.reason] }
        return "## Present state\n\n" + Self.table(["", ""], rows) + "\n\n"
            + Self.table(
                ["signal", "state", "what there is"] + (isDerived ? ["how to derive it"] : []), signals,
                code: isDerived ? [3] : [])
            + "\n\n" + Self.table(["criterion", "points", "why"], maturity)
    }

    /// The worst first, each with the step that closes it.
    var gaps: String {
        var rows = missing.map { statement in
            [
                "no \(statement.signal.rawValue)",
                "\(statement.what.capitalisedFirst). \(Self.consequence(statement.signal))",
                closing(statement.signal.rawValue),
            ]
        }
        if assessment.lacksService {
            rows.append([
                "no service",
                "No field says which service or host wrote a line. Logs of two of them cannot be told apart in one place.",
                closing("service"),
            ])
        }
        if assessment.counts.time.count > 0, assessment.counts.time.digits == 0 {
            let busiest = thresholds.map {
                $0.window == 60 ? ": \(NumberText.grouped($0.mostCount)) lines in a minute share 60 of them" : ""
            }
            rows.append([
                "whole seconds",
                "Time stamps have no fraction\(busiest ?? ""). What came first within one cannot be told.",
                closing("milliseconds"),
            ])
        }
        guard !rows.isEmpty else { return "## Gaps\n\nNone of the signals is missing." }
        return "## Gaps\n\n" + Self.table(["gap", "what it means", "closed by"], rows)
    }

    private func closing(_ what: String) -> String { roadMap.closing(what) ?? "" }

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

    /// What each record should have, beside what it has.
    var target: String {
        let time = assessment.counts.time
        func now(_ isThere: Bool, _ text: String, _ what: String) -> String {
            isThere ? text : "missing" + (roadMap.closing(what).map { "; \($0)" } ?? "")
        }
        func has(_ names: [String]) -> String? {
            assessment.fields.first { names.contains($0.name) && $0.share > 0.5 }.map { "in \($0.name)" }
        }
        var stamp: [String] = []
        if time.digits == 0 { stamp.append("to the second") }
        if assessment.namesYear == false { stamp.append("without year") }
        if assessment.namesZone == false { stamp.append("without zone") }
        let level = has(["level", "status"])
        let service = has(["service", "host", "vhost"])
        func signal(_ signal: Signal) -> String {
            guard let statement = assessment.signal(signal), statement.state != .missing else {
                return now(false, "", signal.rawValue)
            }
            return statement.state == .available ? "in \(statement.field ?? "")" : "derived: \(statement.what)"
        }
        let fraction = time.digits == 0 ? roadMap.step(closing: "milliseconds").map { "; step \($0)" } ?? "" : ""
        let rows = [
            [
                "`time`, to the millisecond, with zone",
                time.count == 0
                    ? "missing"
                    : stamp.isEmpty
                        ? "there" : stamp.joined(separator: ", ") + (stamp == ["to the second"] ? fraction : ""),
            ],
            ["`service`", now(service != nil, service ?? "", "service")],
            ["`level` or `status`", now(level != nil, level ?? "", "errors")],
            ["`duration`, in seconds", signal(.latency)],
            ["`request_id`, and `trace_id` where services call one another", signal(.traces)],
            ["once a minute, how full what is bounded is (workers, queues, pools)", signal(.saturation)],
        ]
        let labels = assessment.preferredLabels.prefix(3).map {
            "\(Self.code($0.name)) (\($0.judgement.series ?? 0) series)"
        }
        return "## Recommended target\n\nOne record for each \(isRequests ? "request" : "unit of work"), with\n\n"
            + Self.table(["what", "today"], rows)
            + "\n\nFrom it metrics of one minute\(labels.isEmpty ? "" : " by " + RoadMap.list(labels)), kept for months, and the log itself for "
            + "as long as incidents are worked on, which is weeks." + objective
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
            "\n\nAn objective to begin with: **\(Self.percent(1 - budget)) of the requests answered without a 5xx**, over 30 days. This log had "
            + "\(Self.percent(1 - seen.all)): \(NumberText.grouped(seen.allFailed)) failed, where it allows "
            + "\(NumberText.grouped(allowed)) of \(NumberText.grouped(seen.allTotal))"
            + (seen.allFailed > allowed && !seen.odd.isEmpty
                ? "; without \(odd) it had \(Self.percent(1 - seen.usual))" : "")
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
            "## Alerts to begin with\n\nFor windows of \(thresholds.windowText), of which the log has \(NumberText.grouped(thresholds.windows)). "
            + (standing.isProvisional
                ? "**Provisional:** step \(roadMap.baseline) takes them anew. "
                : "Hold them against another week before they wake anybody. ")
            + "*Told after* is how long it goes on, in the mean and at the usual rate, until the alert fires, with the "
            + "\(DurationText.format(thresholds.lateness * 1_000_000_000)) that is waited for late lines"
            + (whole ? "; the last column is a backtest over this log.\n\n" : ".\n\n")
            + Self.table(
                ["alert", "when", "severity", "usual in this log", "told after"] + (whole ? ["fired here"] : []),
                thresholds.rows.map {
                    [$0.name, $0.text, $0.severity, $0.usual, $0.delay] + (whole ? [$0.firingsText] : [])
                }, code: [1])
            + "\n\nA *page* is worth a call at night once its week is over; a *ticket* waits for the morning."
            + (thresholds.errors == nil
                ? ""
                : " The number of errors is the smallest that, with the share beside it, chance alone would pass less than once a week at this log's own rate.")
            + silence(thresholds.silence)
    }

    /// What a log full of holes says of silence.
    private func silence(_ silence: Silence) -> String {
        guard let rhythm = standing.holes?.rhythm, silence.holes > 0 else { return "" }
        let period = rhythm.period
        let longer = (2 * period + 59) / 60 * 60
        return
            "\n\nThe limit for silence does not come from the holes: where this log has lines it has \(NumberText.grouped(thresholds?.usualCount ?? 0)) "
            + "in \(thresholds?.windowText ?? ""), so three such windows without any are no chance. If step \(roadMap.baseline) shows that the service does write but \(rhythm.cadence), write "
            + "\(DurationText.format(longer * 1_000_000_000)) in its place; else each hole is a silence, as the backtest says."
    }
}
