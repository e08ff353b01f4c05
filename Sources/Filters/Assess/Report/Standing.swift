import FilterKit

/// How far a log can be trusted: whether it is of now, whether it is all of it, and whether its clock was right.
struct Standing {
    /// Days from the last line to now; nil where that is less than a month, or the log does not say its year.
    let age: Int?
    /// Nil where most of the time has lines.
    let holes: Coverage?
    /// Seconds that it covers, where that is less than a day.
    let span: Double?
    let lostMinute: LostMinute?
    let evenness: Evenness?

    /// - Parameter now: nanoseconds since 1970, from which a log is old.
    init(_ assessment: Assessment, now: Int64) {
        let time = assessment.counts.time
        let days = time.last?.nanoseconds.map { (now / 1_000_000_000 - $0 / 1_000_000_000) / 86_400 }
        age = assessment.namesYear == false ? nil : days.flatMap { $0 > 30 ? Int($0) : nil }
        holes = assessment.holes
        span = time.seconds.flatMap { $0 < 86_000 ? $0 : nil }
        lostMinute = assessment.lostMinute
        evenness = assessment.evenness
    }

    /// Its numbers may be told, but not built upon.
    var isProvisional: Bool { age != nil || holes != nil || span != nil || lostMinute != nil }

    /// Its times look made up, so that it is hardly the log that a server wrote.
    var isMadeUp: Bool { evenness?.fullHours != nil }

    /// `11 years old`
    var ageText: String? {
        age.map { days in
            days < 60 ? "\(days) days old" : days < 730 ? "\(days / 30) months old" : "\(days / 365) years old"
        }
    }

    /// What it means, once; nil of a log that is of now and whole.
    func text(_ assessment: Assessment, baseline: Int, watch: Int?, origin: Int?) -> String? {
        let facts = facts(assessment, origin: origin)
        guard !facts.isEmpty else { return nil }
        let taken = "step \(watch ?? baseline) takes them from last week's log"
        return "### How far it can be trusted\n\n" + facts.map { "- \($0)" }.joined(separator: "\n")
            + "\n\n| what | can you rely on it? |\n|---|---|\n"
            + "| fields, gaps, personal data, changes to make, cost per million lines | **yes**, as long as the log is still written in this form |\n"
            + "| shares, such as that of failures; pages that fail or are missing | \(shares) |\n"
            + "| counts per \(lostMinute == nil ? "minute, hour or day" : "hour and day") | \(rates) |\n"
            + (lostMinute == nil
                ? ""
                : "| counts per minute\(order == nil ? "; the order within an hour" : "") | **no**, the minute is wrong |\n")
            + (order ?? "")
            + "| thresholds of alerts | **no**, they are examples; \(taken) |"
    }

    /// Where the seconds of each hour are whole, the lines are in order though their minutes are lost.
    private var order: String? {
        guard let lostMinute, lostMinute.fullHours > 0 else { return nil }
        return
            "| order of the lines within an hour | **yes**, it looks intact, and the minutes could be reconstructed from the seconds"
            + (isMadeUp ? "; but the spacing of the lines is not real" : "") + " |\n"
    }

    private func facts(_ assessment: Assessment, origin: Int?) -> [String] {
        var facts: [String] = []
        let step = origin.map { " (step \($0))" } ?? ""
        if let ageText {
            facts.append(
                "**It is \(ageText).** What it says of the service was true then. Whether it is true today, only today's log can tell."
            )
        }
        if let lostMinute {
            facts.append(
                "**The minute in its time stamps is wrong.** \(lostMinute.evidence(lines: assessment.counts.time.count)) Counts per hour do not need it, so this report counts by the hour\(step)."
            )
        }
        if let holes {
            facts.append(
                "**Most of its time is missing.** Only \(holes.text) between the first line and the last have any"
                    + (holes.rhythm.map { ": \($0.text). " } ?? ". ") + (rewritten(assessment) ?? reason(holes)) + step
                    + ".")
        }
        if let span {
            facts.append(
                "**It covers only \(NumberText.duration(span)).** A day has busy and quiet hours, and a week has a weekend; this log has not seen them."
            )
        }
        if let evenness { facts.append(evenness.text) }
        return facts
    }

    private func reason(_ holes: Coverage) -> String {
        holes.rhythm == nil
            ? "So it is an excerpt, or lines got lost"
            : "So it is a sample, or the program writes only when its time has come"
    }

    private var shares: String {
        if holes != nil {
            return "**only if** the lines were picked without a look at what is in them; nobody knows that yet"
        }
        if age != nil { return "**for that time only**" }
        return "**for the time that it covers**"
    }

    private var rates: String {
        if holes != nil { return "**no**, lines are missing" }
        if isMadeUp { return "**hardly**, the times look made up" }
        if age != nil { return "**for that time only**" }
        return span == nil ? "**yes**" : "**for the time that it covers**"
    }

    /// Many clients do not come by the clock, and no server writes nearly all lines in the wrong order but within their minute: together
    /// that is somebody's doing.
    private func rewritten(_ assessment: Assessment) -> String? {
        let time = assessment.counts.time
        guard let holes, holes.rhythm != nil, time.count > 0, Double(time.outOfOrder) > 0.5 * Double(time.count),
            time.furthestBack < holes.width * 1_000_000_000,
            let clients = assessment.fields.first(where: { $0.judgement.identifier == .client }), clients.distinct >= 20
        else { return nil }
        return
            "But \(NumberText.grouped(Int(clamping: clients.distinct))) clients do not all come by the clock, and \(Percent.text(Double(time.outOfOrder) / Double(time.count))) "
            + "of the lines are out of order, though never beyond their \(holes.width == 60 ? "minute" : "window"). So somebody sampled or rewrote this file"
    }
}
