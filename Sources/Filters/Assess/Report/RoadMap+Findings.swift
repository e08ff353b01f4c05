import Advice

/// A step for each thing that the log gives reason to do.
extension RoadMap {
    static func findings(_ assessment: Assessment, _ standing: Standing) -> [Step] {
        guard let found = assessment.requestFindings else { return messages(assessment, standing) }
        return failing(found, assessment, standing) + missing(found, assessment, standing)
            + heavy(found, assessment, standing) + probes(found, assessment, standing)
    }

    /// What is said before anything is done about an old log.
    private static func caution(_ standing: Standing) -> String {
        standing.age == nil
            ? "" : "First see with the command whether today's log still shows it; if it does not, this step is done. "
    }

    private static func names(_ paths: some Sequence<RequestFindings.Path>, _ count: (RequestFindings.Path) -> Int)
        -> [String]
    {
        paths.map { "\(MarkdownReport.code($0.text)) (\(NumberText.grouped(count($0))))" }
    }

    private static func failing(
        _ found: RequestFindings, _ assessment: Assessment, _ standing: Standing
    ) -> [Step] {
        guard let first = found.failing.first, assessment.signal(.errors)?.field == "status" else { return [] }
        let all = found.failing.reduce(0) { $0 + $1.failed }
        let rest = found.failing.count - 3
        return [
            Step(
                purpose: .finding, title: "Find out why \(MarkdownReport.code(first.text)) fails",
                owner: "developers of the service",
                effort: Effort("half a day if the application logs its errors, else a day"),
                work: caution(standing)
                    + "\(NumberText.grouped(all)) \(all == 1 ? "request" : "requests") failed with a 5xx: "
                    + list(
                        names(found.failing.prefix(3), \.failed)
                            + (rest > 0 ? ["\(NumberText.grouped(rest)) other \(rest == 1 ? "path" : "paths")"] : []))
                    + ". Look up the times that the command prints in the error logs of the server and of the application.",
                commands: [
                    "weir-parse --where 'status >= 500' --only time,method,path,status LOG*"
                ] + PlainTwin.of(assessment, ["zcat -f LOG* | awk '$9 ~ /^5[0-9][0-9]$/ {print $4, $6, $7, $9}'"]),
                gain: "failures that users see are gone",
                proof: "the command prints none of these paths for the week after the mend",
                closes: ["failing"])
        ]
    }

    private static func missing(_ found: RequestFindings, _ assessment: Assessment, _ standing: Standing) -> [Step] {
        let worth = found.worthMending
        // Who writes down what a browser is asked from pages; an application's own log does not.
        let isSite = assessment.fields.contains { $0.name == "referrer" }
        guard !worth.isEmpty else { return [] }
        let share = Double(worth.reduce(0) { $0 + $1.notFound }) / Double(max(found.missingCount, 1))
        let others = found.others.prefix(4).map { "\(NumberText.grouped($0.count)) with \($0.status)" }
        return [
            Step(
                purpose: .finding, title: "Fix the broken links",
                owner: isSite ? "whoever keeps the content of the site" : "developers of the service",
                effort: Effort("an hour"),
                work: caution(standing)
                    + "\(list(names(worth, \.notFound))) \(worth.count == 1 ? "is" : "are") asked for again and again, and not there; "
                    + "that is \(Percent.text(share)) of what was not found (scanners left out). Put "
                    + "\(worth.count == 1 ? "it" : "them") back, redirect to what took \(worth.count == 1 ? "its" : "their") place (301), or say that "
                    + "\(worth.count == 1 ? "it is" : "they are") gone for good (410)."
                    + whence(worth, assessment)
                    + (others.isEmpty
                        ? ""
                        : " Other refusals: \(list(others)). Few as they may be, check that nobody is locked out by mistake."),
                commands: [
                    "weir-parse --where 'status >= 400 && status < 500' LOG* | weir-aggregate --by path,status count --output tsv | sort -rnk3 | head"
                ] + (isSite ? ["\(referrers) | sort -rnk3 | head"] : [])
                    + PlainTwin.of(
                        assessment,
                        [
                            "zcat -f LOG* | awk '$9 ~ /^4[0-9][0-9]$/ {print $7, $9}' | sort | uniq -c | sort -rn | head",
                            "zcat -f LOG* | awk '$9 == 404 {print $7, $11}' | sort | uniq -c | sort -rn | head",
                        ]),
                gain: "visitors find what they were sent to",
                proof:
                    "the command shows none of these paths with 404 in a file of the log that was begun since, or you have decided that it may",
                closes: ["missing"])
        ]
    }

    private static let referrers =
        "weir-parse --where 'status == 404' LOG* | weir-aggregate --by path,referrer count --output tsv"

    /// Where the links are, and what is none.
    private static func whence(_ worth: [RequestFindings.Path], _ assessment: Assessment) -> String {
        let links = worth.map { (path: $0, link: assessment.link($0)) }
        guard links.contains(where: { $0.link.asked.topReferrer != nil || $0.link.isOfOneClient }) else { return "" }
        let own = links.contains { link in
            link.link.asked.topReferrer.map { link.link.links.isOwn($0.page) } ?? false
        }
        let one = links.filter(\.link.isOfOneClient).map { MarkdownReport.code($0.path.text) }
        return " The second command says which pages lead there"
            + (own ? ": correct those of this site first, for a redirect does not mend a picture that is gone." : ".")
            + (one.isEmpty
                ? ""
                : " Nearly all requests for \(list(one)) are one client's: rather a program with an old address than a link. Look up whose it is, and tell them, or answer 410.")
    }

    private static func heavy(_ found: RequestFindings, _ assessment: Assessment, _ standing: Standing) -> [Step] {
        guard let (path, share) = found.heaviest else { return [] }
        return [
            Step(
                purpose: .finding, title: "Make \(MarkdownReport.code(path.text)) smaller, or move it",
                owner: "operations",
                effort: Effort("an hour" + (found.isHeavyMinor ? ", if it is more today" : "")),
                work: (found.isHeavyMinor ? "" : caution(standing))
                    + "\(NumberText.grouped(path.requests)) \(path.requests == 1 ? "request" : "requests") for it took \(NumberText.size(Double(path.bytes))), which is "
                    + "\(Percent.text(share)) of all that was sent. "
                    + (found.isHeavyMinor
                        ? "In the mean that is only \(NumberText.size(found.heaviestRate ?? 0)) a second. Leave it unless the command shows much more today. Otherwise compress it"
                        : "Compress it")
                    + " (text becomes a tenth), let it be cached, or put it where downloads belong.",
                commands: [
                    "weir-parse LOG* | weir-aggregate --by path 'sum(bytes) as sent' --output tsv | sort -rnk2 | head"
                ]
                    + PlainTwin.of(
                        assessment,
                        [
                            "zcat -f LOG* | awk '{sent[$7] += $10} END {for (path in sent) printf \"%.0f %s\\n\", sent[path], path}' | sort -rn | head"
                        ]),
                gain: "bandwidth for the other pages",
                proof: "it no longer stands first in what the command prints, or you have decided that it may",
                closes: ["heavy"], isMinor: found.isHeavyMinor)
        ]
    }

    private static func probes(_ found: RequestFindings, _ assessment: Assessment, _ standing: Standing) -> [Step] {
        guard found.isScanned else { return [] }
        let pattern = found.probeParts.prefix(8).map { part in
            part.reduce("") { $0 + ($1 == "." ? "[.]" : String($1)) }
        }.joined(separator: "|")
        return [
            Step(
                purpose: .finding, title: "Block the scanners", owner: "operations, with security",
                effort: Effort("half a day" + (found.isScanMinor ? ", if there are more today" : "")),
                work: (found.isScanMinor ? "" : caution(standing))
                    + "\(NumberText.grouped(found.probeCount)) requests are for paths that scanners ask every server for: "
                    + list(
                        names(found.probes.prefix(4), \.requests)
                            + (found.probes.count > 4
                                ? [
                                    "\(NumberText.grouped(found.probes.count - 4)) other \(found.probes.count == 5 ? "path" : "paths")"
                                ] : []))
                    + ". "
                    + (found.probesAnswered > 0
                        ? "**\(NumberText.grouped(found.probesAnswered)) of them got an answer: look at those today.** "
                        : "None of them found anything. ")
                    + (found.isScanMinor
                        ? "Every server on the Internet gets so many. Leave it unless the first command shows thousands a day now, or the second shows any. Otherwise take "
                        : "Such scans never stop, so nobody should be woken by them. Take ")
                    + "what is not needed off the server, and put what is needed behind a login or a private network. Let fail2ban (its jails apache-botsearch "
                    + "and nginx-botsearch are made for this) or the firewall block the clients that send such requests.",
                commands: [
                    "weir-parse --where 'path =~ \"(?i)\(pattern)\"' LOG* | weir-aggregate --every 1d --by status count",
                    "weir-parse --where 'status < 400 && path =~ \"(?i)\(pattern)\"' --only time,path,status LOG*",
                ]
                    + PlainTwin.of(
                        assessment,
                        [
                            "zcat -f LOG* | awk 'tolower($7) ~ \"\(pattern)\" {print substr($4, 2, 11), $9}' | sort | uniq -c",
                            "zcat -f LOG* | awk '$9 ~ /^[123]/ && tolower($7) ~ \"\(pattern)\" {print $4, $7, $9}'",
                        ]),
                gain: "less noise, and fewer ways in",
                proof: found.isScanMinor
                    ? "the first command shows fewer than a thousand a day for the days since, and the second nothing"
                    : "the second command, which shows those that got an answer, prints nothing, and a rule blocks such clients",
                closes: ["probes"], isMinor: found.isScanMinor)
        ]
    }

    /// Of a log without levels: what its program is known for, or its messages.
    private static func derived(_ assessment: Assessment, _ standing: Standing) -> [Step] {
        guard let errors = assessment.signal(.errors), errors.state == .derivable, errors.hits >= 10,
            let set = errors.set,
            let field = errors.field
        else { return [] }
        let remedy = assessment.programs.lazy.compactMap(\.remedy).first
        let count = "\(NumberText.grouped(errors.hits)) lines tell of \(errors.what). "
        return [
            Step(
                purpose: .finding, title: remedy?.title ?? "Look into what fails most",
                owner: remedy?.owner ?? "developers of the service", effort: Effort(remedy?.effort ?? "half a day"),
                work: caution(standing) + count
                    + (remedy?.work
                        ?? "The command shows their messages, the most frequent first. Decide of each whether it is a fault to fix; if it is none, let the program say so in other words."),
                commands: ["weir-parse LOG* | weir-enrich \(set) | weir-enrich --where \(field) --templates | head"],
                gain: remedy?.gain ?? "errors that mean something",
                proof: remedy?.proof ?? "somebody has looked at each of these messages", closes: ["messages"])
        ]
    }

    /// Of a log that is not of requests: the messages that tell of failures most often.
    private static func messages(_ assessment: Assessment, _ standing: Standing) -> [Step] {
        let failures = assessment.templates.failures
        guard let first = failures.first else { return derived(assessment, standing) }
        let all = max(assessment.profile.templates.total, 1)
        let named = failures.prefix(3).map {
            "\(MarkdownReport.code($0.shown)) (\(NumberText.grouped($0.count)), \(Percent.text(Double($0.count) / Double(all))))"
        }
        return [
            Step(
                purpose: .finding, title: "Look into the most frequent errors", owner: "developers of the service",
                effort: Effort("half a day"),
                work: caution(standing)
                    + "At level error and fatal the log says most often \(list(named)). Decide of each: a fault to fix, or no error, and then a lower "
                    + "level. An error that comes \(NumberText.counted(first.count, "time")) hides the one that comes once.",
                commands: [
                    "weir-parse --where 'level in (\"error\", \"fatal\")' LOG* | weir-enrich --templates | head"
                ],
                gain: "errors that mean something",
                proof: "the command shows none of these any more, or their owner has lowered their level",
                closes: ["messages"])
        ]
    }
}
