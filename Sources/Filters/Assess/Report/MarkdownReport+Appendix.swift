import Advice

/// What one looks up: the changes line by line, messages, fields, the script, and how it was found.
extension MarkdownReport {
    var details: String {
        let changes = assessment.changes
        guard !changes.isEmpty else { return "## Changes in detail\n\nNone is needed." }
        var programs: [String] = []
        for change in changes where !programs.contains(change.program.title) { programs.append(change.program.title) }
        let isOne = programs.count == 1
        var text = "## Changes in detail"
        if isOne, !assessment.unlikely.isEmpty {
            text +=
                "\n\nThe name of the file says \(programs[0]), so these are its changes. \(RoadMap.list(assessment.unlikely.map(\.title))) writes the same format; "
                + "if that is what you run, `weir-assess --as markdown <LOG` does not see the name, and shows the changes for both."
        }
        let carriers = programs.filter { title in
            changes.contains { $0.program.title == title && assessment.carried?.isCarrier($0.program) == true }
        }
        let isCarried = assessment.namesPrograms
        if !isOne, isCarried {
            let writers = programs.filter { !carriers.contains($0) }
            text +=
                "\n\n\(RoadMap.list(writers)) wrote lines of this log"
                + (carriers.isEmpty ? "" : ", and \(RoadMap.list(carriers)) carried them")
                + ". Each has its own part to change."
        } else if !isOne {
            text +=
                "\n\nThe log does not say whether \(RoadMap.list(programs, "or")) wrote it. Read what is yours, and skip the rest."
        }
        for name in programs {
            if !isOne { text += "\n\n### \(isCarried ? "" : "If it is ")\(name)" }
            for (program, change, signals) in changes where program.title == name {
                text +=
                    "\n\n\(isOne ? "###" : "####") \(change.title)\n\nThis gives \(RoadMap.list(signals.map { Self.given($0, by: change) })). It belongs in \(change.place):\n\n"
                    + "```\n\(change.lines.joined(separator: "\n"))\n```\n\n"
                    + "Effort: \(change.effort). You get \(change.gives)."
                if let rotation = change.rotation {
                    text +=
                        "\n\nRotation, in \(rotation.place)"
                        + (change.signals == [.saturation]
                            ? ""
                            : "; how many files it keeps is for now, until it is decided how long personal data is kept")
                        + ":\n\n"
                        + "```\n\(rotation.lines.joined(separator: "\n"))\n```"
                }
                if !change.pipeline.isEmpty {
                    let limit =
                        change.signals == [.saturation]
                        ? "Its limit, a fifth that is free, is where to begin:"
                        : "Its limit is a placeholder; step \(roadMap.number(of: .measure) ?? roadMap.steps.count) writes a script with limits from the log itself:"
                    text +=
                        "\n\nFrom then on watch the new log with this. \(limit)\n\n```sh\n"
                        + change.pipeline.joined(separator: "\n") + "\n```"
                }
            }
        }
        return text
    }

    /// A signal as it is called where ids of requests are no traces.
    private static func given(_ signal: Signal, by change: ProgramAdvice.Change) -> String {
        signal == .traces && !change.says(["trace_id"]) ? "request correlation" : signal.rawValue
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
            "## Messages\n\nLooking at \(NumberText.counted(assessment.profile.templates.total, "message")), weir found "
            + "\(NumberText.counted(templates.count, "pattern")), in which `<*>` stands for what varies. The most frequent:\n\n"
            + rows(templates.top)
        if !templates.failures.isEmpty {
            text += "\n\nThe most frequent at level error and fatal:\n\n" + rows(templates.failures)
        }
        if !templates.rare.isEmpty {
            text += "\n\nThe rarest, the gravest first. What is rare is often what matters.\n\n" + rows(templates.rare)
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
            "## Pipeline\n\n`weir-assess --pipeline LOG* >watch.sh` writes a script that makes metrics and raises these alerts; its first lines say how to use "
            + "it.\(tried) This is its core:\n\n```sh\n\(script.core)\n```\n\n"
            + "To let it run for good, put this into /etc/systemd/system/weir-watch.service, with the path of the log for LOG, and watch.sh where it says; then `systemctl enable --now weir-watch`. "
            + "It runs as a user of its own, who may change nothing but /var/lib/weir and needs to read the log: through the group adm on Debian and Ubuntu. Where the log is root's alone, as on Red Hat, "
            + "take SupplementaryGroups= out and give the right to that user, with new files in mind: `setfacl -m u:weir:rx,d:u:weir:rX DIRECTORY; setfacl -m u:weir:r DIRECTORY/*`. "
            + "The file with the key has to be readable to that user, too (`chgrp weir`, `chmod 640`). "
            + "As it stands it keeps metrics.db and alerts.json in /var/lib/weir, and tells nobody. Without the two `#` it tells people (`systemctl daemon-reload && systemctl restart weir-watch`). "
            + "Mail wakes nobody: pages go to what does, here PagerDuty; `weir-notify --help` names others, such as a webhook or Alertmanager."
            + "\n\n```\n\(Self.unit)\n```"
    }

    /// systemd.service(5), for the script as step `watch` starts it.
    private static let unit = """
        [Service]
        User=weir
        SupplementaryGroups=adm
        NoNewPrivileges=yes
        ProtectSystem=full
        ProtectHome=yes
        PrivateTmp=yes
        StateDirectory=weir
        WorkingDirectory=/var/lib/weir
        Environment=FOLLOW=1 STORE=metrics.db
        # Environment="NOTIFY_PAGE=weir-notify --pagerduty-key-file /etc/weir/pagerduty"
        # Environment="NOTIFY_TICKET=weir-notify --mail team@example.org"
        ExecStart=/bin/sh /usr/local/libexec/watch.sh LOG
        Restart=always

        [Install]
        WantedBy=multi-user.target
        """

    /// What it does on the log that it was made from.
    private var tried: String {
        guard let thresholds, thresholds.backtest != nil else { return "" }
        let fired = thresholds.rows.compactMap { row in
            row.firings.flatMap { $0 > 0 ? "\(row.name) \(row.firingsText)" : nil }
        }
        return " On this log it writes \(NumberText.counted(thresholds.windows, "window")) of metrics and "
            + (fired.isEmpty ? "no alert" : "these alerts: \(fired.joined(separator: "; "))") + "."
    }

    var method: String {
        "## How this was found\n\nweir-assess read \(Self.code(assessment.title)): \(AssessmentText.reading(assessment)). It ran each expression that it proposes on these "
            + "lines, and each alert as well where the table says how often it fired. Of personal data and secrets it tells the kind and the number, never a value. In paths, what may be "
            + "a person, a number or a key is replaced (`<…>`, `<n>`, `<id>`), and queries are left out.\n\nThe score is a judgement, the same for every log. "
            + "Lines that are understood and dated earn 35 points, for without them nothing can be counted; level, labels and measures 40, for without them nothing can be told "
            + "apart; ids 15, and safety 10. How busy the server is earns none, since that is seldom in the same log. From 80 points a log is called observable, from 60 measurable, from 40 structured, from 20 readable, below that opaque. Compare scores with one "
            + "another, and do not read them as a percentage."
    }
}
