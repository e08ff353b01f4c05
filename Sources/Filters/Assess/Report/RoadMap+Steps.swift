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
        if assessment.lostMinute != nil {
            return [
                Step(
                    purpose: .origin, title: "Find out where this file comes from",
                    owner: "who handed the log over, with \(owner(assessment))", effort: Effort("an hour"),
                    work:
                        "Is it the raw log, as the server wrote it, or was it exported, sampled or rewritten? Look at the minutes of the raw log: of each "
                        + "minute of the hour the command prints how many lines have it. Change nothing yet; the next steps take stock first."
                        + (standing.isMadeUp
                            ? " Ask also whether somebody spread the times evenly over the file; they look like it."
                            : ""),
                    commands: [
                        "grep -ohE '[T :][0-9]{2}:[0-9]{2}:[0-9]{2}' LOG | awk -F: '{print $(NF - 1)}' | sort | uniq -c"
                    ],
                    gain: "you know what the numbers of this report are worth",
                    proof: "somebody can say what made this file, and whether the raw log has one minute or all sixty")
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

    /// After stock has been taken, so that the progress can be measured, and only where the raw log has it.
    static func clock(_ assessment: Assessment, _ standing: Standing) -> [Step] {
        guard let lost = assessment.lostMinute else { return [] }
        return [
            Step(
                purpose: .clock, title: "Correct the minute, if the raw log has it wrong", owner: owner(assessment),
                effort: Effort("an hour"),
                work:
                    "If report.md of the step before says nothing of a wrong minute, only the copy is wrong: take no copy, and go on. Otherwise look for what writes it. \(lost.cause) nginx and "
                    + "Apache do not do this by themselves, so look for a time layout of your own in their configuration, in the log shipper, and in scripts that "
                    + "export logs. In the date patterns of Java and Logstash the same mistake is `HH:MM` for `HH:mm`. Before you correct it, "
                    + "run the first command of *Watch what the log already tells*: its thresholds are by the hour then, which the wrong minute does not touch. For a week after the correction "
                    + "take none, since last week's log has minutes of both kinds then. baseline.json keeps the wrong ones, and so shows what this wins.",
                commands: [
                    "grep -rnE '%H:?%m|HH:?MM' /etc/apache2 /etc/httpd /etc/nginx /etc/rsyslog.d /etc/syslog-ng /etc/logstash /etc/fluent* \\",
                    "    /etc/filebeat /etc/vector /etc/cron* /usr/local/bin /usr/local/sbin 2>/dev/null",
                ],
                gain: "times that can be trusted to the second",
                proof:
                    "the command that counts minutes, on a file that was begun since, no longer finds one minute alone",
                wins: [Win(criterion: "dated", what: "the minute", points: MaturityScale.minutePoints)],
                closes: ["minute"])
        ]
    }

    /// What no log can do: tell at once that nothing is logged any more.
    static func outside(_ assessment: Assessment) -> [Step] {
        guard assessment.requestFindings != nil, assessment.signal(.traffic)?.state == .available else { return [] }
        return [
            Step(
                purpose: .outside, title: "Let a check from outside ask the service", owner: "the team on call",
                effort: Effort("an hour"),
                work:
                    "Once a minute, from another network, for a page that needs all that the service needs. Take the monitoring that you have, or a hosted uptime check. A log "
                    + "is silent when the service is down, and when there is nobody who asks: only a check tells the two apart, and it needs no field that the log lacks. "
                    + "Without either, a line for cron on another machine mails whom MAILTO names when three tries fail:",
                commands: [
                    "* * * * * curl -fsS -m 10 --retry 2 --retry-delay 5 --retry-connrefused -o /dev/null https://SITE/"
                ],
                gain: "an outage is known within minutes, whatever the log tells",
                proof: "somebody was told when, as a trial, the check asked for a page that is not there",
                closes: ["outside"])
        ]
    }

    static let install = Step(
        purpose: .install, title: "Install weir", owner: "operations",
        effort: Effort("an hour if you got a package, else half a day"),
        work:
            "weir is the set of command-line filters that made this report. It is handed over beside it: a source directory, or a package that was built from "
            + "it, under the MIT License (LICENSE in the directory). There is no agent and no server to run: it reads logs where they are, and sends nothing "
            + "anywhere unless told to. It fits beside the monitoring that you have: metrics are lines of JSON, and rules for alerts are written as "
            + "those of Prometheus are. If logs and metrics go to a system of yours already (Loki and Prometheus, Elastic, an OpenTelemetry collector), count and "
            + "alert there; what has to be logged, and why, is the same. If you got the source directory, build it on a Linux machine with make and Swift 6.2 (swift.org/install):",
        commands: [
            "make build shore && sudo make install    # weir-assess, weir-parse, weir-aggregate, weir-alert, weir-store and the others"
        ],
        gain: "the commands of this report", proof: "`weir-assess --version` answers on the machine that has the logs")

    static func baseline(_ assessment: Assessment, _ standing: Standing) -> Step {
        guard standing.isProvisional else {
            return Step(
                purpose: .baseline, title: "Keep this assessment", owner: "operations", effort: Effort("minutes"),
                work: "Keep it as JSON before anything changes. The last step measures the progress against it.",
                commands: ["weir-assess LOG >baseline.json"] + PlainTwin.days(assessment, "LOG", "baseline.txt"),
                gain: "something to measure the progress against",
                proof: "baseline.json is kept with the documents of the service")
        }
        return Step(
            purpose: .baseline, title: "Assess last week's log", owner: "operations",
            effort: Effort("an hour if rotation keeps a week, else when it has gathered one"),
            work:
                "Take the raw log that is written today, and what rotation has kept of the last seven days, as it is, instead of this file. The new report replaces this one: "
                + "its numbers are yours. If rotation keeps less than a week, wait until a week is there: nights and the weekend belong to it."
                + (standing.holes == nil
                    ? ""
                    : " If today's log has the same gaps, lines get lost on their way. Correct that before you go on."),
            commands: [
                "weir-assess LOG* >baseline.json", "weir-assess --as markdown LOG* >report.md",
            ] + PlainTwin.days(assessment, "LOG*", "baseline.txt"),
            gain: "numbers of today, and something to measure the progress against",
            proof:
                standing.lostMinute == nil
                ? "baseline.json is kept with the documents of the service, and report.md has no section *How far it can be trusted*"
                : "baseline.json is kept with the documents of the service, and report.md says whether the raw log has the wrong minute, too"
        )
    }

    static func watch(_ assessment: Assessment, _ standing: Standing) -> [Step] {
        let usable = assessment.signals.filter { $0.state != .missing && $0.signal != .traces }.map(\.signal.rawValue)
        guard !usable.isEmpty else { return [] }
        return [
            Step(
                purpose: .watch, title: "Watch what the log already tells", owner: "the team on call",
                effort: Effort(
                    "an hour if there is a way to page somebody already, else half a day, and a look each morning for a week"
                ),
                work:
                    "weir writes a script that makes metrics of the log, here of \(list(usable)), and raises the alerts under *Alerts to begin with*. "
                    + "The first command takes the thresholds from last week's log. The second tries them on it. The others "
                    + "start the unit that stands under *Pipeline*, which follows the live log. For the first week it tells nobody: metrics go to /var/lib/weir/metrics.db, which "
                    + "`weir-report metrics.db >report.html` draws, and alerts to alerts.json beside it. Look at these each morning, and raise a threshold that fires "
                    + "without cause. Then take the `#` off the two lines of the unit that say who gets pages and tickets, and restart it."
                    + (standing.lostMinute == nil
                        ? ""
                        : " If the minute has to be corrected, the first command comes before that: in the week after it, last week's log has minutes of both kinds, and thresholds from it are "
                            + "worth nothing. Made before, the script counts by the hour, which is right all the time; when minutes have been right for a week, the last step makes it anew, by the minute."),
                commands: [
                    "weir-assess --pipeline LOG* >watch.sh",
                    "ALERTS=trial.json sh watch.sh LOG* >/dev/null; cat trial.json",
                    "sudo install -D watch.sh /usr/local/libexec/watch.sh",
                    "sudo useradd --system --user-group --no-create-home --shell /usr/sbin/nologin weir",
                    "sudo systemctl enable --now weir-watch    # the unit that stands under Pipeline",
                ] + PlainTwin.hourly(assessment),
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
                effort: Effort("half a day if it fits into your records of processing, else a day"),
                work:
                    "The log has \(kinds(personal)). Write down what it is for, who may read it, and after how many days it is deleted (GDPR, article 5: purpose and storage limitation); "
                    + "set the rotation to that number. Drop the fields that nobody needs before a copy leaves the machine (weir-enrich --drop)"
                    + (redaction == nil ? "." : ", and shorten or hide the rest:"),
                commands: redaction.map {
                    ["weir-parse LOG | weir-enrich --redact \($0) >copy.json"]
                        + PlainTwin.redaction(assessment, personal.map(\.kind))
                } ?? [],
                gain: "a log that may be kept, and passed on",
                proof: "the decision is written down, rotation keeps to it"
                    + (redaction == nil ? "" : ", and copies are made in that way only"),
                closes: [SensitiveKind.Class.personal.rawValue])
        ]
    }

    static func measure(_ assessment: Assessment) -> Step {
        Step(
            purpose: .measure, title: "Measure the progress, and renew the thresholds", owner: "the team on call",
            effort: Effort("an hour on each of two days"),
            work:
                "A day after the new log began, compare it with what you kept. A week later, when nights and a weekend are in it, write the script "
                + "anew from it, put its path into the unit in place of the old log's, and restart the unit: then the thresholds are those of the new log, and the "
                + "old one is no longer needed. Do the same for other services; "
                + "`weir-assess --table */*.log` ranks them.",
            commands: [
                "weir-assess --against baseline.json NEW-LOG*", "weir-assess --pipeline NEW-LOG* >watch.sh",
                "sudo install -D watch.sh /usr/local/libexec/watch.sh",
                "sudo systemctl daemon-reload && sudo systemctl restart weir-watch    # when the unit names NEW-LOG",
            ]
                + PlainTwin.measured(assessment),
            gain: "thresholds that fit, and one scale for all services",
            proof: "the comparison shows the points that were won, and the new script has run for a day")
    }

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
        list(
            found.map {
                "\($0.kind.words) (in \(list($0.fields.map(MarkdownReport.code)))"
                    + (guess($0.kind, in: $0.fields).map { "; \($0)" } ?? "")
                    + ")"
            })
    }

    /// Programs that read the web write in their name whom to ask about them; people's browsers name nobody.
    static func guess(_ kind: SensitiveKind, in fields: [String]) -> String? {
        kind == .email && fields == ["agent"] ? "most likely contacts of crawlers" : nil
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
