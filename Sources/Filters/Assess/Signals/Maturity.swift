import Advice

/// How far a log is on the road to observability: points from 0 to 100, each with its reason, the same for every log, so that
/// services can be compared.
struct Maturity {
    struct Criterion {
        let name: String
        let points: Int
        let most: Int
        let reason: String
    }

    let criteria: [Criterion]
    var score: Int { criteria.reduce(0) { $0 + $1.points } }

    /// In one word.
    var grade: String {
        switch score {
        case 80...: "observable"
        case 60..<80: "measurable"
        case 40..<60: "structured"
        case 20..<40: "readable"
        default: "opaque"
        }
    }

    static let nothing = Maturity(criteria: [])
}

/// Gives the points.
struct MaturityScale {
    let profile: LogProfile
    let counts: LogCount
    let tally: LineTally
    let judgements: [FieldSummary]
    let signals: [SignalStatement]
    let namesZone: Bool?
    let namesYear: Bool?
    let isInferred: Bool

    func maturity() -> Maturity {
        Maturity(criteria: [parsed, dated, levelled, identified, measured, traceable, safe])
    }

    private func share(_ name: String) -> Double {
        guard counts.records > 0, let field = counts.field(name) else { return 0 }
        return Double(field.present) / Double(counts.records)
    }

    private func criterion(_ name: String, _ points: Double, _ most: Int, _ reasons: [String]) -> Maturity.Criterion {
        let bounded = Int(min(max(points, 0), Double(most)).rounded())
        return Maturity.Criterion(name: name, points: bounded, most: most, reason: reasons.joined(separator: "; "))
    }

    private var parsed: Maturity.Criterion {
        let share = tally.share ?? 0
        return criterion(
            "parsed", share * (isInferred ? 12 : 20), 20,
            ["\(Percent.text(share)) of the lines are understood"]
                + (isInferred ? ["only their header: no format describes the rest"] : []))
    }

    /// What a minute is worth that is one.
    static let minutePoints = 4

    private var dated: Maturity.Criterion {
        let share = counts.records > 0 ? Double(counts.time.count) / Double(counts.records) : 0
        guard share > 0 else { return criterion("dated", 0, 15, ["no record has a time"]) }
        var points = share * 15
        let minute = counts.time.minutes.lost == nil ? "" : ", but its minute is wrong"
        var reasons = ["\(Percent.text(share)) of the records have a time\(minute)"]
        if namesYear == false {
            points -= 4
            reasons.append("without its year")
        }
        if namesZone == false {
            points -= 3
            reasons.append("without its zone")
        }
        if counts.time.minutes.lost != nil { points -= Double(Self.minutePoints) }
        if counts.time.digits == 0 {
            points -= 2
            reasons.append("to the second only")
        }
        return criterion("dated", points, 15, reasons)
    }

    private var levelled: Maturity.Criterion {
        let level = share("level")
        let status = share("status")
        if level == 0, status == 0 { return criterion("levelled", 0, 10, ["neither level nor status"]) }
        let isLevel = level >= status
        return criterion(
            "levelled", max(level, status) * 10, 10,
            ["\(Percent.text(max(level, status))) of the records have a \(isLevel ? "level" : "status")"])
    }

    private var identified: Maturity.Criterion {
        var points = 0.0
        var has: [String] = []
        var lacks: [String] = []
        if let source = ["service", "host", "vhost"].first(where: { share($0) > 0.5 }) {
            points += 5
            has.append(source)
        } else {
            lacks.append("service or host")
        }
        let subjects: [IdentifierKind] = [.user, .client, .session, .request, .trace]
        let subject = judgements.first { $0.judgement.identifier.map(subjects.contains) == true && $0.share > 0.2 }
        if let subject {
            points += 5
            has.append(subject.name)
        } else {
            lacks.append("who or what it was about")
        }
        let labels = judgements.filter { $0.judgement.role == .label || $0.judgement.role == .level }
        if !labels.isEmpty {
            points += 5
            has.append("labels (\(labels.prefix(3).map(\.name).joined(separator: ", ")))")
        } else {
            lacks.append("a label")
        }
        return criterion(
            "identified", points, 15,
            (has.isEmpty ? [] : ["has " + has.joined(separator: ", ")])
                + (lacks.isEmpty ? [] : ["lacks " + lacks.joined(separator: ", ")]))
    }

    private var measured: Maturity.Criterion {
        var points = 0.0
        var reasons: [String] = []
        let latency = signals.first { $0.signal == .latency }
        switch latency?.state {
        case .available:
            points += 10
            reasons.append("durations in \(latency?.field ?? "")")
        case .derivable:
            points += 6
            reasons.append("durations can be derived")
        default: reasons.append("no durations")
        }
        let measures = judgements.filter { $0.judgement.role == .measure && $0.unit != nil && $0.unit?.isTime != true }
        if let first = measures.first {
            points += 5
            reasons.append("measures \(first.name)")
        } else {
            reasons.append("no other measure with a unit")
        }
        return criterion("measured", points, 15, reasons)
    }

    private var traceable: Maturity.Criterion {
        let traces = signals.first { $0.signal == .traces }
        switch traces?.state {
        case .available: return criterion("traceable", 15, 15, ["\(traces?.field ?? "") names the trace"])
        case .derivable: return criterion("traceable", 8, 15, ["\(traces?.expression ?? "") names the request"])
        default:
            let local = judgements.first {
                [.session, .process].contains($0.judgement.identifier) && $0.share > 0.5
            }
            if let local {
                return criterion("traceable", 3, 15, ["\(local.name) ties some lines together, no trace does"])
            }
            return criterion("traceable", 0, 15, ["no identifier of a trace or a request"])
        }
    }

    private var safe: Maturity.Criterion {
        guard profile.records > 0 else { return criterion("safe", 0, 10, ["nothing was understood"]) }
        let found = Set(profile.fields.flatMap { $0.sensitive.sorted.map(\.kind) })
        let secrets = found.filter { $0.kind == .secret }.sorted()
        let personal = found.filter { $0.kind == .personal }.sorted()
        var points = 10.0
        var reasons: [String] = []
        if !secrets.isEmpty {
            points -= 7
            reasons.append("secrets: " + secrets.map(\.words).joined(separator: ", "))
        }
        if !personal.isEmpty {
            points -= 3
            reasons.append("personal data: " + personal.map(\.words).joined(separator: ", "))
        }
        return criterion(
            "safe", points, 10, reasons.isEmpty ? ["neither secrets nor personal data were seen"] : reasons)
    }
}
