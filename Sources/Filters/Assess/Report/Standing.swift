import FilterKit

/// How far a log can be trusted: whether it is of now, and whether it is all of it.
struct Standing {
    /// Days from the last line to now; nil where that is less than a month, or the log does not say its year.
    let age: Int?
    /// Nil where most of the time has lines.
    let holes: Coverage?
    /// Seconds that it covers, where that is less than a day.
    let span: Double?

    /// - Parameter now: nanoseconds since 1970, from which a log is old.
    init(_ assessment: Assessment, now: Int64) {
        let time = assessment.counts.time
        let days = time.last?.nanoseconds.map { (now / 1_000_000_000 - $0 / 1_000_000_000) / 86_400 }
        age = assessment.namesYear == false ? nil : days.flatMap { $0 > 30 ? Int($0) : nil }
        holes = assessment.coverage.flatMap { $0.isSuspicious ? $0 : nil }
        span = time.seconds.flatMap { $0 < 86_000 ? $0 : nil }
    }

    /// Its numbers may be told, but not built upon.
    var isProvisional: Bool { age != nil || holes != nil || span != nil }

    /// `11 years`
    var ageText: String? {
        age.map { days in
            days < 60 ? "\(days) days" : days < 730 ? "\(days / 30) months" : "\(days / 365) years"
        }
    }

    /// What it means, once; nil of a log that is of now and whole.
    func text(_ assessment: Assessment, step: Int) -> String? {
        var facts: [String] = []
        if let ageText { facts.append("its last line is \(ageText) old") }
        if let holes {
            facts.append(
                "only \(holes.text) between its first line and its last have any"
                    + (holes.rhythm.map {
                        ", \($0.cadence), always the same\($0.phase)"
                            + (rewritten(assessment) == nil ? ": a sample, or a program that writes by the clock" : "")
                    } ?? ", so that it is an excerpt, or lines were lost"))
        }
        if let span { facts.append("it covers only \(NumberText.duration(span)), and no whole day") }
        guard !facts.isEmpty else { return nil }
        return
            "**How far it can be trusted:** \(facts.joined(separator: "; and ")). \(rewritten(assessment) ?? "")"
            + "*Firm all the same:* which fields there are and which are lacking, what is personal or secret in them, and the changes "
            + "to make; shares, such as that of failures, for the time that it covers. *Not firm:* all that is per minute or per day, "
            + "and thus the thresholds, which are marked provisional. Step \(step) takes them anew."
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
            "That \(NumberText.grouped(Int(clamping: clients.distinct))) clients come by the clock, and \(Percent.text(Double(time.outOfOrder) / Double(time.count))) "
            + "of the lines stand out of order, but never beyond their \(holes.width == 60 ? "minute" : "window"), says together: **the file was sampled or rewritten**. Where it comes from "
            + "is the first thing to ask, and costs nothing (step 1). "
    }
}
