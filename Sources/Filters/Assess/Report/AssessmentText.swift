import Records

/// Sentences that the page and the report have in common.
enum AssessmentText {
    static func reading(_ assessment: Assessment) -> String {
        let lines = NumberText.counted(assessment.tally.lines, "line")
        let size = NumberText.size(Double(assessment.size))
        var text = "all of it: \(lines), \(size)"
        if !assessment.isWhole {
            text =
                "\(NumberText.size(Double(assessment.tally.bytes))) of \(size), spread evenly: \(lines); "
                + "what is said of the whole is an estimate"
        }
        if !assessment.sources.allSatisfy(\.isLookedAt) {
            let chunks = assessment.sources.reduce(0) { $0 + $1.chunks }
            let bytes = assessment.sources.reduce(0) { $0 + $1.lookedAt }
            text +=
                "; looked at closely \(NumberText.size(Double(bytes))), in \(NumberText.counted(chunks, "chunk")) spread evenly"
        }
        return text
    }

    static func verdict(_ assessment: Assessment) -> String {
        let share = Percent.text(assessment.tally.share ?? 0)
        switch assessment.verdict {
        case .empty: return "empty: there is nothing to say"
        case .binary: return "no text: this is not a log of lines (weir reads gzip, zstd, xz and bzip2 by itself)"
        case .notUnderstood:
            return
                "not understood: \(share) of the lines are in a format that weir knows or can infer; no signal is claimed"
        case .understood, .partly:
            return "\(formats(assessment)), \(share) of the lines"
                + (assessment.verdict == .partly ? ": the rest is in no format" : "")
        }
    }

    /// `access (certain)`, by source where they differ.
    static func formats(_ assessment: Assessment) -> String {
        var texts: [String] = []
        for source in assessment.sources where !source.lines.isEmpty {
            let name = source.format.map { format($0, assessment) } ?? "a header that was inferred"
            let text = "\(name) (\(confidence(source.confidence)))"
            if !texts.contains(text) { texts.append(text) }
        }
        return texts.joined(separator: ", ")
    }

    /// `haproxy over syslog-rfc3164`, of a transport that carries nothing else; `syslog-rfc3164 with sshd and cron in it` where it does.
    static func format(_ name: String, _ assessment: Assessment) -> String {
        guard let carried = assessment.carried, carried.transports.contains(name) else { return name }
        return carried.areAll() ? "\(carried.text) over \(name)" : "\(name) with \(carried.text) in it"
    }

    static func confidence(_ value: Double) -> String {
        value >= 0.95 ? "certain" : value >= 0.7 ? "likely" : "doubtful"
    }

    static func time(_ assessment: Assessment) -> String? {
        let time = assessment.counts.time
        guard !assessment.fields.isEmpty, let first = time.first, let last = time.last else { return nil }
        let resolutions = ["second", "tenth", "hundredth", "millisecond"]
        let digits = Int(time.digits)
        let resolution = digits < resolutions.count ? resolutions[digits] : digits <= 6 ? "microsecond" : "nanosecond"
        var text = "\(first.text) to \(last.text)"
        if let seconds = time.seconds, seconds > 0 { text += " (\(NumberText.duration(seconds)))" }
        text += ", to the \(resolution)"
        if assessment.namesYear == false { text += "; no year in the log, it was inferred" }
        if assessment.namesZone == false { text += "; no zone in the log, read as UTC" }
        return text
    }

    static func order(_ assessment: Assessment) -> String? {
        let time = assessment.counts.time
        guard !assessment.fields.isEmpty, time.count > 0 else { return nil }
        if let lost = assessment.lostMinute {
            return
                "the minute is wrong: \(lost.text.map { "always \($0)" } ?? "always the month's number"), so the times tell the order by the hour only"
        }
        var text = "in order"
        if time.outOfOrder > 0 {
            let share = Percent.text(Double(time.outOfOrder) / Double(time.count))
            text = "\(share) out of order, by \(NumberText.duration(Double(time.furthestBack) / 1e9)) at most"
        }
        if time.jumpsBack > 0 { text += "; \(NumberText.counted(time.jumpsBack, "jump")) back by more than an hour" }
        return text
    }

    /// `84 of 4,981 minutes have lines, 120 in the median: 1m of every 1h, …`
    static func coverage(_ assessment: Assessment) -> String? {
        guard !assessment.fields.isEmpty, let coverage = assessment.coverage else { return nil }
        return "\(coverage.text) have lines, \(NumberText.grouped(coverage.usual)) in the median"
            + (coverage.rhythm.map { ": \($0.text)" } ?? "")
    }

    static func day(_ assessment: Assessment) -> String? {
        guard !assessment.fields.isEmpty, let volume = assessment.volume else { return nil }
        let metrics = volume.metrics
        let by = metrics.labels.isEmpty ? "" : " by \(RoadMap.list(metrics.labels))"
        let rows = (metrics.rowsPerWindow * 10).rounded() / 10
        let records =
            "as records \(NumberText.size(volume.recordBytes)), as metrics of \(DurationText.format(metrics.window * 1_000_000_000))\(by) about "
            + "\(NumberText.size(metrics.bytes)) (\(NumberText.short(rows)) of \(metrics.series) series a window)"
        let here = "\(NumberText.counted(Int(volume.lines.rounded()), "line")), \(NumberText.size(volume.bytes))"
        guard let full = volume.full else { return "\(here); \(records)" }
        return "\(here); \(records). If all of its \(full.windows) had as many lines as those that have any: about "
            + "\(NumberText.counted(Int(full.lines.rounded()), "line")), \(NumberText.size(full.bytes)); as records "
            + "\(NumberText.size(full.recordBytes)), as metrics \(NumberText.size(full.metricBytes))"
    }

    /// `a million lines take 226MiB, as records 302MiB; metrics take the same, however many lines there are`
    static func cost(_ assessment: Assessment) -> String? {
        guard !assessment.fields.isEmpty, let cost = assessment.costOfMillion else { return nil }
        return "a million lines take \(NumberText.size(cost.lines)), as records \(NumberText.size(cost.records)). "
            + "Metrics hardly grow with the lines"
    }

    /// Examples of values, or the numbers' range; nothing of what is sensitive.
    static func examples(_ field: FieldSummary) -> String {
        if let numbers = field.numbers, field.judgement.role == .measure {
            return "\(NumberText.short(numbers.minimum)) … \(NumberText.short(numbers.median)) … "
                + "\(NumberText.short(numbers.p95)) … \(NumberText.short(numbers.maximum))"
        }
        if field.name == "query" { return "(not shown)" }
        if !field.sensitive.isEmpty, field.examples.isEmpty {
            return "(\(field.sensitive.map(\.kind.words).joined(separator: ", ")))"
        }
        // What differs is often at the end, as of paths.
        return field.examples.map { $0.count > 32 ? $0.prefix(15) + "…" + $0.suffix(16) : $0 }.joined(separator: ", ")
    }
}
