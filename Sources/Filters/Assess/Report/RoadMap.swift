import Advice

/// What to do, in the order in which it pays.
struct RoadMap {
    struct Step {
        let title: String
        /// Who does it.
        let owner: String
        let effort: Effort
        /// What is done, in a sentence or two.
        let work: String
        /// Lines of a shell.
        var commands: [String] = []
        /// What one has afterwards.
        let gain: String
        /// What shows that it is done.
        let proof: String
        /// Points of maturity that it earns.
        var wins: [Win] = []
        /// Days that pass until it is done, besides the work.
        var waits = 0
        /// What was lacking and is there then: signals by name, `service`, `time`.
        var closes: Set<String> = []
        /// Signals that it is for, whether or not it gives them in full.
        var serves: Set<Signal> = []

        var points: Int { wins.reduce(0) { $0 + $1.points } }
    }

    /// Points of a criterion of the score.
    struct Win {
        let criterion: String
        let what: String
        let points: Int
    }

    let steps: [Step]
    /// Of the step that takes, or keeps, what all is measured against.
    let baseline: Int
    /// Of the step that installs the filters.
    let installation: Int

    init(_ assessment: Assessment, _ standing: Standing) {
        var steps = Self.secrets(assessment) + Self.origin(assessment, standing)
        steps.append(Self.install)
        installation = steps.count
        steps.append(Self.baseline(standing))
        baseline = steps.count
        steps += Self.watch(assessment, standing) + Self.privacy(assessment) + Self.changes(assessment)
        steps += Self.repairs(assessment, closed: steps.reduce(into: []) { $0.formUnion($1.closes) })
        steps.append(
            Step(
                title: "Measure the progress, and set the thresholds anew", owner: "the team on call",
                effort: Effort("an hour, a day after the last change, then a week of looking"),
                work:
                    "When the new log has run for a day, hold it against what was kept. When it has run for a week, so that nights and a "
                    + "weekend are in it, replace the script by one from it: from then on the thresholds are no longer provisional.",
                commands: [
                    "weir-assess --against baseline.json NEW.log", "weir-assess --pipeline NEW.log >watch.sh",
                ],
                gain: "thresholds for what is logged then; the same scale for all services (weir-assess --table)",
                proof: "--against names the points that were won, and the new script has run for a week", waits: 8))
        self.steps = steps
    }

    /// Points that the steps win.
    var points: Int { steps.reduce(0) { $0 + $1.points } }

    /// Points of one criterion, and by which step: `+2 by step 6 (milliseconds)`; nil where none wins any.
    func wins(_ criterion: String) -> (points: Int, text: String)? {
        let found = steps.enumerated().flatMap { index, step in
            step.wins.filter { $0.criterion == criterion }.map { (index + 1, $0) }
        }
        guard !found.isEmpty else { return nil }
        return (
            found.reduce(0) { $0 + $1.1.points },
            found.map { "+\($0.1.points) by step \($0.0) (\($0.1.what))" }.joined(separator: ", ")
        )
    }

    /// Days that pass while somebody looks.
    var waits: Int { steps.reduce(0) { $0 + $1.waits } }

    /// The number of the step after which this is no longer lacking.
    func step(closing what: String) -> Int? { steps.firstIndex { $0.closes.contains(what) }.map { $0 + 1 } }

    /// `step 5`, `step 5, in part`; nil where none of them gives it.
    func closing(_ what: String) -> String? {
        if let step = step(closing: what) { return "step \(step)" }
        return Signal(rawValue: what).flatMap { signal in steps.firstIndex { $0.serves.contains(signal) } }
            .map { "step \($0 + 1), in part" }
    }

    /// The one to take if it is but one: secrets stand before all else, then what serves most signals, then what wins most points.
    var foremost: Int? {
        if let first = steps.first, first.points > 0, first.serves.isEmpty { return 0 }
        let ranked = steps.indices.filter { !steps[$0].serves.isEmpty || steps[$0].points > 0 }
        return ranked.max {
            (steps[$0].serves.count, steps[$0].points, $1) < (steps[$1].serves.count, steps[$1].points, $0)
        }
    }

    private static func secrets(_ assessment: Assessment) -> [Step] {
        let secrets = assessment.sensitive.filter { $0.kind.kind == .secret }
        guard !secrets.isEmpty else { return [] }
        return [
            Step(
                title: "Get the secrets out of the log", owner: "developers of the service",
                effort: Effort("a day"),
                work: "The log has \(kinds(secrets)). Renew them, stop the program from writing them, delete or "
                    + "restrict old logs.",
                gain: "whoever reads the log cannot log in with it",
                proof: "weir-assess finds no secrets in the new log",
                wins: [Win(criterion: "safe", what: "no secrets", points: 7)],
                closes: [SensitiveKind.Class.secret.rawValue])
        ]
    }

    private static let install = Step(
        title: "Install weir", owner: "operations", effort: Effort("an hour"),
        work:
            "Where the logs are, or where copies of them come. weir is built from its source, the directory with the README that came with it, on "
            + "a Linux machine with make and Swift; its binary is static and may be copied to any Linux of the same processor. There:",
        commands: [
            "sudo make install                          # the filters; or make install PREFIX=~/.local",
            "make shore; export PATH=\"$PATH:$PWD/bin\"   # besides: weir-notify (mail, pager) and weir-store (keeps metrics)",
        ],
        gain: "the commands of this report", proof: "weir-assess --version answers there")

    private static func baseline(_ standing: Standing) -> Step {
        guard standing.isProvisional else {
            return Step(
                title: "Keep this assessment", owner: "operations", effort: Effort("minutes"),
                work: "As JSON, before anything changes: all that follows is measured against it.",
                commands: ["weir-assess LOG >baseline.json"], gain: "a baseline",
                proof: "baseline.json is kept with the service's documents")
        }
        return Step(
            title: "Assess the log as it is today, a week of it", owner: "operations", effort: Effort("an hour"),
            work:
                "Not this file, but what is written now, with what rotation has kept of the last week. A day of it makes fields, volume and score "
                + "firm; thresholds want a week, with its nights and its weekend."
                + (standing.holes == nil
                    ? "" : " If it has such gaps, too, lines get lost on their way, or are sampled: mend that first."),
            commands: [
                "weir-assess TODAY.log* >baseline.json",
                "weir-assess --as markdown TODAY.log* >report.md",
            ],
            gain: "numbers of now, a baseline",
            proof:
                "baseline.json is kept with the service's documents, and report.md no longer says *How far it can be trusted*"
        )
    }

    /// What costs nothing and says how much the rest is worth.
    private static func origin(_ assessment: Assessment, _ standing: Standing) -> [Step] {
        guard standing.holes != nil else { return [] }
        return [
            Step(
                title: "Ask where this file comes from", owner: "who handed it over", effort: Effort("minutes"),
                work:
                    "Which server and program wrote it, when, and who took what out of it or changed it since, and why.",
                gain: "one knows which numbers hold",
                proof: "it is known whether all requests are in it, and whether its times are those of the requests")
        ]
    }

    private static func watch(_ assessment: Assessment, _ standing: Standing) -> [Step] {
        let usable = assessment.signals.filter { $0.state != .missing }.map(\.signal.rawValue)
        guard !usable.isEmpty else { return [] }
        let log = standing.isProvisional ? "TODAY.log" : "LOG"
        return [
            Step(
                title: "Watch what is there already", owner: "the team on call",
                effort: Effort("an hour, then a week of looking"),
                work:
                    "The script gives \(list(usable)) from the log as it is. Run it once over what there is, then let it follow the log and wake "
                    + "nobody: alerts go to alerts.json, metrics into a store that weir-report reads (without weir-store: >>metrics.json in place "
                    + "of STORE). After a week start it anew with somebody to tell: *page* and *ticket* go different ways.",
                commands: [
                    "weir-assess --pipeline \(log) >watch.sh", "sh watch.sh \(log)",
                    "FOLLOW=1 STORE=metrics.db sh watch.sh THE-LIVE-LOG          # the first week",
                    "FOLLOW=1 STORE=metrics.db NOTIFY_PAGE='weir-notify --mail oncall@example.org' \\",
                    "    NOTIFY_TICKET='weir-notify --mail team@example.org' sh watch.sh THE-LIVE-LOG",
                ],
                gain: "metrics and alerts without touching the program",
                proof:
                    "it has followed the log for a week, each alert in alerts.json was looked at, and its threshold kept or changed",
                waits: 7)
        ]
    }

    private static func privacy(_ assessment: Assessment) -> [Step] {
        let personal = assessment.sensitive.filter { $0.kind.kind == .personal }
        guard !personal.isEmpty else { return [] }
        let redaction = redaction(personal.map(\.kind))
        return [
            Step(
                title: "Decide on personal data", owner: "data protection, with the service's owner",
                effort: Effort("half a day"),
                work:
                    "The log has \(kinds(personal)). Say how long it is kept and who reads it. Before it is copied elsewhere, drop what "
                    + "nobody needs (weir-enrich --drop)"
                    + (redaction == nil ? "." : ", and hide the rest:")
                    + (assessment.changes.isEmpty || redaction != nil ? "" : " It holds for what is logged next, too."),
                commands: redaction.map { ["weir-parse LOG | weir-enrich --redact \($0) >copy.json"] } ?? [],
                gain: "a log that may be kept and passed on",
                proof: "it is written down who keeps what for how long"
                    + (redaction == nil ? "" : ", and copies are made by that command alone"),
                closes: [SensitiveKind.Class.personal.rawValue])
        ]
    }

    private static func kinds(_ found: [(kind: SensitiveKind, count: Int, fields: [String])]) -> String {
        found.map { "\($0.kind.words) in \($0.fields.joined(separator: ", "))" }.joined(separator: "; ")
    }

    /// What hides it, as far as weir-enrich knows the kind.
    private static func redaction(_ kinds: [SensitiveKind]) -> String? {
        let words = kinds.compactMap { kind in
            switch kind {
            case .email: "email"
            case .publicAddress: "ip:truncate"
            case .paymentCard: "card"
            case .iban: "iban"
            default: nil as String?
            }
        }
        return words.isEmpty ? nil : words.joined(separator: ",")
    }

    private static func repairs(_ assessment: Assessment, closed: Set<String>) -> [Step] {
        var steps: [Step] = []
        var wants: [String] = []
        var wins: [Win] = []
        if assessment.namesYear == false {
            wants.append("the year")
            wins.append(Win(criterion: "dated", what: "the year", points: 4))
        }
        if assessment.namesZone == false {
            wants.append("the zone")
            wins.append(Win(criterion: "dated", what: "the zone", points: 3))
        }
        let isFiner = !wants.isEmpty && assessment.counts.time.digits == 0 && !closed.contains("milliseconds")
        if isFiner {
            wants.append("fractions of a second")
            wins.append(Win(criterion: "dated", what: "fractions of a second", points: 2))
        }
        if !wants.isEmpty, !closed.contains("time") {
            steps.append(
                Step(
                    title: "Write whole time stamps", owner: owner(assessment), effort: Effort("an hour"),
                    work:
                        "They lack \(list(wants)): RFC 3339, as 2026-01-31T12:00:00.123Z, leaves nothing to guess. Tell who else reads this log.",
                    gain: "logs of several places can be laid side by side",
                    proof: "weir-assess no longer says that year or zone were inferred", wins: wins,
                    closes: ["time"]
                ))
        }
        if assessment.verdict == .partly {
            steps.append(
                Step(
                    title: "Describe the lines that no format takes", owner: "operations", effort: Effort("half a day"),
                    work: "\(Percent.text(1 - (assessment.tally.share ?? 0))) of the lines were not understood; "
                        + "weir-parse --explain shows them, and weir-format(5) how a format is written.",
                    gain: "nothing is lost unseen", proof: "weir-assess understands 99 % of the lines"))
        }
        if assessment.lacksService, !closed.contains("service") {
            steps.append(
                Step(
                    title: "Say which service it is", owner: "operations", effort: Effort("minutes"),
                    work:
                        "No field names the service or the host. Log it, or add it in the pipeline behind weir-parse:",
                    commands: ["weir-enrich --set 'service = \"NAME\"'"],
                    gain: "metrics of several services in one place", proof: "every record has service",
                    wins: [Win(criterion: "identified", what: "the service", points: 5)],
                    closes: ["service"]))
        }
        return steps
    }

    static func list(_ words: [String], _ last: String = "and") -> String {
        guard let end = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " \(last) " + end
    }
}

extension Assessment {
    var lacksService: Bool { !fields.contains { ["service", "host", "vhost"].contains($0.name) } }
}

extension String {
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
