import Advice

/// What was found, in the order of its weight, each with the step that answers it.
extension MarkdownReport {
    var findings: String {
        let all = [clock, secrets, incident, noise, blindness, failing, dead, heavy, scanners, personal, small]
            .compactMap(
                \.self)
        return all.enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: "\n")
    }

    private func finding(_ title: String, _ text: String, step: Int?) -> String {
        "**\(title)** \(text)" + (step.map { " → step \($0)" } ?? "")
    }

    private var clock: String? {
        assessment.lostMinute.map { lost in
            let what =
                lost.text.map { "Every time stamp has the minute \($0)" }
                ?? "Every time stamp has the month's number as its minute"
            let minute = what + (lost.isMonth && lost.minute != nil ? ", the number of the month" : "")
            let steps =
                roadMap.number(of: .origin).map { origin in
                    " → " + (roadMap.number(of: .clock).map { "steps \(origin) and \($0)" } ?? "step \(origin)")
                } ?? ""
            guard standing.isMadeUp else {
                return
                    "**The log's minutes are wrong.** \(minute), while the lines come from all minutes of the hour. Every chart and every alert "
                    + "by the minute that is made of such a log is wrong.\(steps)"
            }
            return
                "**This file is probably a processed sample, and not the raw log.** \(minute), and night and day are alike: its times were most likely "
                + "rewritten when it was made. Confirm where it comes from before anything else. If the raw log has the same minute, "
                + (lost.isMonth ? "its time format is wrong (`%m` for `%M`)" : "its clock is wrong")
                + ", and so is every chart by the minute.\(steps)"
        }
    }

    private var secrets: String? {
        let found = assessment.sensitive.filter { $0.kind.kind == .secret }
        guard !found.isEmpty else { return nil }
        return finding(
            "Secrets are in the log.",
            RoadMap.list(found.map { "\(NumberText.counted($0.count, "time")) \($0.kind.words)" }) + ".",
            step: roadMap.step(closing: SensitiveKind.Class.secret.rawValue))
    }

    /// An incident that the log itself has; of an old log it is history.
    private var incident: String? {
        guard !standing.isMadeUp, let thresholds, thresholds.errors != nil,
            let odd = thresholds.errorShare.text(width: thresholds.window)
        else {
            return nil
        }
        return finding(
            "There was an incident.",
            "\(NumberText.grouped(thresholds.errorShare.allFailed)) \(isRequests ? "requests failed" : "lines tell of an error"): \(odd.count), \(odd.time), which is more "
                + "than chance explains\(inIncident)."
                + lookThere,
            step: roadMap.step(closing: "failing") ?? roadMap.step(closing: "messages"))
    }

    private var lookThere: String {
        if standing.age != nil { return " It is history by now; an alert would tell you of the next one." }
        // Of times without a year nobody knows how long ago they were.
        return assessment.namesYear == false ? " **If that was lately, look there first.**" : " **Look there first.**"
    }

    /// `; mostly /checkout (51)`: what failed in the windows that stand out, as far as it is known.
    private var inIncident: String {
        guard let thresholds else { return "" }
        let failing = Set((assessment.requestFindings?.failing ?? []).map(\.text))
        var counts: [String: Int] = [:]
        for start in thresholds.errorShare.odd {
            for (text, count) in assessment.profile.requests.blamed(
                from: start, to: start + thresholds.window, most: .max
            ).paths
            where failing.contains(text) {
                counts[text, default: 0] += count
            }
        }
        guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value > 1 else { return "" }
        return "; mostly \(Self.code(most.key)), \(NumberText.grouped(most.value)) times"
    }

    private var blindness: String? {
        guard let first = missing.first else { return nil }
        let rest = missing.dropFirst().map { Self.plain($0.signal) }
        let numbers = roadMap.steps.indices.filter { place in
            missing.contains { roadMap.steps[place].serves.contains($0.signal) }
        }
        return "**Nothing says \(Self.plain(first.signal)).** \(Self.consequence(first.signal))"
            + (rest.isEmpty ? "" : " Nor does it say \(RoadMap.list(rest, "or")).")
            + (numbers.isEmpty
                ? "" : " → \(numbers.count == 1 ? "step" : "steps") \(RoadMap.list(numbers.map { "\($0 + 1)" }))")
    }

    private var failing: String? {
        guard incident == nil, let found = assessment.requestFindings, let first = found.failing.first,
            let step = roadMap.step(closing: "failing")
        else { return nil }
        let all = found.failing.reduce(0) { $0 + $1.failed }
        return finding(
            "\(NumberText.grouped(all)) \(all == 1 ? "request" : "requests") failed.",
            "\(first.failed == all ? "All" : NumberText.grouped(first.failed)) of them for \(Self.code(first.text)).",
            step: step)
    }

    private var dead: String? {
        guard let found = assessment.requestFindings, let step = roadMap.step(closing: "missing") else { return nil }
        let worth = found.worthMending
        // What one client asks for again and again, nobody may have linked to.
        let isLinked = worth.contains { !assessment.link($0).isOfOneClient }
        return finding(
            isLinked ? "Links are broken." : "One client asks again and again for what is not there.",
            RoadMap.list(
                worth.map { path in
                    "\(Self.code(path.text)) was asked for \(NumberText.grouped(path.notFound)) times"
                        + (assessment.link(path).text.map { " (\($0))" } ?? "")
                }) + ", and not found.",
            step: step)
    }

    private var heavy: String? {
        guard let found = assessment.requestFindings, !found.isHeavyMinor, let (path, share) = found.heaviest else {
            return nil
        }
        return finding(
            "One file is \(Percent.text(share)) of what is sent.",
            "\(Self.code(path.text)), \(NumberText.size(Double(path.bytes))) in \(NumberText.grouped(path.requests)) "
                + "\(path.requests == 1 ? "request" : "requests").", step: roadMap.step(closing: "heavy"))
    }

    private var scanners: String? {
        guard let found = assessment.requestFindings, !found.isScanMinor, let step = roadMap.step(closing: "probes")
        else { return nil }
        return finding(
            "Scanners look for weak spots.",
            "\(NumberText.grouped(found.probeCount)) requests looked for logins and files such as "
                + RoadMap.list(found.probes.prefix(2).map { Self.code($0.text) }) + "; "
                + (found.probesAnswered == 0
                    ? "none found anything." : "\(NumberText.grouped(found.probesAnswered)) got an answer."),
            step: step)
    }

    /// What is true, and too little to matter unless today's log shows more.
    private var small: String? {
        guard let found = assessment.requestFindings, let steps = roadMap.minor else { return nil }
        var texts: [String] = []
        if found.isHeavyMinor, let (path, share) = found.heaviest {
            texts.append(
                "\(Self.code(path.text)) is \(Percent.text(share)) of what is sent, which is \(NumberText.size(found.heaviestRate ?? 0)) a second"
            )
        }
        if found.isScanned, found.isScanMinor {
            texts.append(
                "\(NumberText.grouped(found.probeCount)) requests are those of scanners, and none found anything")
        }
        return "**Too little to act on:** \(texts.joined(separator: "; ")). → \(steps), if today's log shows more"
    }

    private var noise: String? {
        guard let step = roadMap.step(closing: "messages") else { return nil }
        guard let first = assessment.templates.failures.first else {
            // An incident has told of them already.
            return incident != nil
                ? nil
                : assessment.signal(.errors).map { errors in
                    finding(
                        "\(share(errors.hits)) of the lines tell of failures.",
                        "\(NumberText.grouped(errors.hits)) \(errors.what).", step: step)
                }
        }
        return finding(
            "One error is the most frequent.", "\(NumberText.counted(first.count, "time")) \(Self.code(first.shown)).",
            step: step)
    }

    private var personal: String? {
        let found = assessment.sensitive.filter { $0.kind.kind == .personal }
        guard !found.isEmpty else { return nil }
        return finding(
            "Personal data is in the log.",
            RoadMap.list(
                found.map { $0.kind.words + (RoadMap.guess($0.kind, in: $0.fields).map { " (\($0))" } ?? "") }
            ).capitalisedFirst
                + ". The law asks what for, and for how long.",
            step: roadMap.step(closing: SensitiveKind.Class.personal.rawValue))
    }
}
