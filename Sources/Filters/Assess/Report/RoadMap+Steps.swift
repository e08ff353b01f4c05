import Advice

/// The steps that every log has, more or less: install, assess, watch, protect, repair, measure.
extension RoadMap {
    static func secrets(_ assessment: Assessment) -> [Step] {
        let secrets = assessment.sensitive.filter { $0.kind.kind == .secret }
        guard !secrets.isEmpty else { return [] }
        return [
            Step(
                purpose: .repair, title: "Get the secrets out of the log", owner: "developers of the service",
                effort: Effort("a day"),
                work:
                    "The log has \(kinds(secrets)). Replace these secrets by new ones, since whoever read the log knows them. Stop the program "
                    + "from writing them. Delete the old logs, or lock them away.",
                gain: "whoever reads the log can no longer log in with it",
                proof: "weir-assess finds no secrets in the new log",
                wins: [Win(criterion: "safe", what: "no secrets", points: 7)],
                closes: [SensitiveKind.Class.secret.rawValue])
        ]
    }

    /// What costs next to nothing and says how much the rest is worth.
    static func origin(_ assessment: Assessment, _ standing: Standing) -> [Step] {
        if let lost = assessment.lostMinute {
            return [
                Step(
                    purpose: .origin, title: "Find out what writes the wrong minute, and mend it",
                    owner: "who handed the log over, with \(owner(assessment))", effort: Effort("an hour"),
                    work:
                        "\(lost.cause) nginx and Apache do not do this by themselves. So look for a time layout of your own in their configuration, in the "
                        + "log shipper, and in whatever exported this file. If the live log has the right minute, only the copy is wrong: "
                        + "then take no copy, and go on."
                        + (standing.evenness?.fullHours == nil
                            ? ""
                            : " Ask also whether somebody spread the times evenly over the file; they look like it."),
                    commands: [
                        "grep -rnE '%H:?%m' /etc/apache2 /etc/httpd /etc/nginx /etc/rsyslog.d /etc/logstash /etc/fluent* 2>/dev/null"
                    ],
                    gain: "times that can be trusted to the second",
                    proof:
                        "in the log of today the minutes differ: `weir-assess` says nothing of a wrong minute any more",
                    wins: [Win(criterion: "dated", what: "the minute", points: MaturityScale.minutePoints)],
                    closes: ["minute"])
            ]
        }
        guard standing.holes != nil else { return [] }
        return [
            Step(
                purpose: .origin, title: "Ask where this file comes from", owner: "who handed it over",
                effort: Effort("minutes"),
                work:
                    "Which server and which program wrote it, and when? Did anybody take lines out of it, or change its times? If so, by what rule?",
                gain: "you know which numbers you can rely on",
                proof:
                    "somebody can say whether every request is in it, and whether its times are those of the requests")
        ]
    }

    static let install = Step(
        purpose: .install, title: "Install weir", owner: "operations", effort: Effort("an hour"),
        work:
            "weir is the set of command-line filters that made this report. It reads logs where they are, and sends nothing anywhere. It comes as "
            + "source: a directory with a README.md and a Makefile. If you have only the report, ask whoever made it for that directory. "
            + "Build it on a Linux machine with make and Swift 6.2 (swift.org/install), in that directory:",
        commands: [
            "make build && sudo make install    # weir-assess, weir-parse, weir-aggregate, weir-alert and the others",
            "make shore && sudo cp -P bin/weir-shore bin/weir-store bin/weir-report bin/weir-notify /usr/local/bin",
        ],
        gain: "the commands of this report", proof: "`weir-assess --version` answers on the machine that has the logs")

    static func baseline(_ standing: Standing) -> Step {
        guard standing.isProvisional else {
            return Step(
                purpose: .baseline, title: "Keep this assessment", owner: "operations", effort: Effort("minutes"),
                work: "Keep it as JSON before anything changes. The last step measures the progress against it.",
                commands: ["weir-assess LOG >baseline.json"], gain: "something to measure the progress against",
                proof: "baseline.json is kept with the documents of the service")
        }
        return Step(
            purpose: .baseline, title: "Assess last week's log", owner: "operations", effort: Effort("an hour"),
            work:
                "Take what is written today, and what rotation has kept of the last seven days, instead of this file. The new report replaces this one: "
                + "its numbers are yours. If rotation keeps less than a week, wait until a week is there: nights and the weekend belong to it."
                + (standing.holes == nil
                    ? ""
                    : " If today's log has the same gaps, lines get lost on their way. Mend that before you go on."),
            commands: [
                "weir-assess LOG* >baseline.json", "weir-assess --as markdown LOG* >report.md",
            ],
            gain: "numbers of today, and something to measure the progress against",
            proof:
                "baseline.json is kept with the documents of the service, and report.md has no section *How far it can be trusted*"
        )
    }

    static func watch(_ assessment: Assessment, _ standing: Standing) -> [Step] {
        let usable = assessment.signals.filter { $0.state != .missing && $0.signal != .traces }.map(\.signal.rawValue)
        guard !usable.isEmpty else { return [] }
        return [
            Step(
                purpose: .watch, title: "Watch what the log already tells", owner: "the team on call",
                effort: Effort("an hour, then a look each morning for a week"),
                work:
                    "weir writes a script that makes metrics of the log, here of \(list(usable)), and raises the alerts under *Alerts to begin with*. "
                    + "The first command takes the thresholds from last week's log. The second tries them on it. The third follows the live log for a "
                    + "week and wakes nobody: metrics go to metrics.db, which `weir-report metrics.db >report.html` draws, and alerts to alerts.json. Look at these "
                    + "each morning, and raise a threshold that fires without cause. Then stop it, and start the fourth: from now on pages and tickets reach people.",
                commands: [
                    "weir-assess --pipeline LOG* >watch.sh",
                    "ALERTS=trial.json sh watch.sh LOG* >/dev/null; cat trial.json",
                    "FOLLOW=1 STORE=metrics.db sh watch.sh LOG                 # the first week",
                    "FOLLOW=1 STORE=metrics.db NOTIFY_PAGE='weir-notify --mail oncall@example.org' \\",
                    "    NOTIFY_TICKET='weir-notify --mail team@example.org' sh watch.sh LOG",
                ],
                gain: "metrics and alerts, without touching the service",
                proof: "it has followed the log for a week, and somebody has said of each alert whether it was right")
        ]
    }

    static func privacy(_ assessment: Assessment) -> [Step] {
        let personal = assessment.sensitive.filter { $0.kind.kind == .personal }
        guard !personal.isEmpty else { return [] }
        let redaction = redaction(personal.map(\.kind))
        return [
            Step(
                purpose: .privacy, title: "Decide on personal data",
                owner: "data protection, with the owner of the service",
                effort: Effort("half a day"),
                work:
                    "The log has \(kinds(personal)). Write down what it is for, who may read it, and after how many days it is deleted (GDPR, article 5: purpose and storage limitation); "
                    + "set the rotation to that number. Drop the fields that nobody needs before a copy leaves the machine (weir-enrich --drop)"
                    + (redaction == nil ? "." : ", and shorten or hide the rest:"),
                commands: redaction.map { ["weir-parse LOG | weir-enrich --redact \($0) >copy.json"] } ?? [],
                gain: "a log that may be kept, and passed on",
                proof: "the decision is written down, rotation keeps to it"
                    + (redaction == nil ? "" : ", and copies are made with that command only"),
                closes: [SensitiveKind.Class.personal.rawValue])
        ]
    }

    static let measure = Step(
        purpose: .measure, title: "Measure the progress, and renew the thresholds", owner: "the team on call",
        effort: Effort("an hour on each of two days"),
        work:
            "A day after the last change, compare the new log with what you kept. A week later, when nights and a weekend are in it, write the script "
            + "anew from it and restart it: then its thresholds are those of the new log. Do the same for other services; "
            + "`weir-assess --table */*.log` ranks them.",
        commands: ["weir-assess --against baseline.json NEW-LOG*", "weir-assess --pipeline NEW-LOG* >watch.sh"],
        gain: "thresholds that fit, and one scale for all services",
        proof: "the comparison shows the points that were won, and the new script has run for a day")

    static func repairs(_ assessment: Assessment, closed: Set<String>) -> [Step] {
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
        if !wants.isEmpty, assessment.counts.time.digits == 0, !closed.contains("milliseconds") {
            wants.append("fractions of a second")
            wins.append(Win(criterion: "dated", what: "fractions of a second", points: 2))
        }
        if !wants.isEmpty, !closed.contains("time") {
            steps.append(
                Step(
                    purpose: .repair, title: "Write complete time stamps", owner: owner(assessment),
                    effort: Effort("an hour"),
                    work:
                        "They lack \(list(wants)). Write them as RFC 3339 has it, like 2026-01-31T12:00:00.123Z; then nothing has to be guessed. "
                        + "Tell everybody who reads this log beforehand.",
                    gain: "logs of several machines can be laid side by side",
                    proof: "weir-assess no longer says that year or zone were inferred", wins: wins, closes: ["time"]))
        }
        if assessment.verdict == .partly {
            steps.append(
                Step(
                    purpose: .repair, title: "Describe the lines that no format fits", owner: "operations",
                    effort: Effort("half a day"),
                    work: "\(Percent.text(1 - (assessment.tally.share ?? 0))) of the lines were not understood. "
                        + "`weir-parse --explain LOG` shows some of them; weir-format(5) says how a format is written.",
                    gain: "no line is lost unseen", proof: "weir-assess understands 99 % of the lines"))
        }
        if assessment.lacksService, !closed.contains("service") {
            steps.append(
                Step(
                    purpose: .repair, title: "Name the service", owner: "operations", effort: Effort("minutes"),
                    work:
                        "No field says which service or host wrote a line. Log it; or add it in the script, behind weir-parse:",
                    commands: ["weir-enrich --set 'service = \"NAME\"'"],
                    gain: "metrics of several services in one place", proof: "every record has a field service",
                    wins: [Win(criterion: "identified", what: "the service", points: 5)],
                    closes: ["service"]))
        }
        return steps
    }

    private static func kinds(_ found: [(kind: SensitiveKind, count: Int, fields: [String])]) -> String {
        list(found.map { "\($0.kind.words) (in \(list($0.fields.map(MarkdownReport.code))))" })
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
}
