import Advice

/// What to do, in the order in which it pays.
struct RoadMap {
    struct Step {
        let title: String
        /// What is done, in a sentence or two.
        let work: String
        let effort: String
        /// What one has afterwards.
        let gain: String
        /// What shows that it is done.
        let proof: String
        /// Points of maturity, about.
        let points: Int
    }

    let steps: [Step]

    init(_ assessment: Assessment) {
        var steps: [Step] = []
        let secrets = assessment.sensitive.filter { $0.kind.kind == .secret }
        if !secrets.isEmpty {
            let kinds = secrets.map { "\($0.kind.words) in \($0.fields.joined(separator: ", "))" }.joined(
                separator: "; ")
            steps.append(
                Step(
                    title: "Get the secrets out of the log",
                    work:
                        "The log has \(kinds). Renew them, stop the program from writing them, delete or restrict old logs.",
                    effort: "a day", gain: "whoever reads the log cannot log in with it",
                    proof: "weir-assess finds no secrets in the new log", points: 7))
        }
        if let coverage = assessment.coverage, coverage.isSuspicious {
            steps.append(
                Step(
                    title: "Find out what is missing from this log",
                    work:
                        "Only \(coverage.text) have a line, though those that do have \(NumberText.grouped(coverage.usual)). "
                        + "Ask where the file comes from: is it an excerpt, or do lines get lost on their way? If they do, mend that first.",
                    effort: "an hour", gain: "numbers that may be trusted",
                    proof: "weir-assess of a day of the log finds lines in nearly every minute", points: 0))
        }
        let usable = assessment.signals.filter { $0.state != .missing }.map(\.signal.rawValue)
        if !usable.isEmpty {
            steps.append(
                Step(
                    title: "Watch what is there already",
                    work:
                        "Run the pipeline at the end of this report on each log of this kind: it gives \(Self.list(usable)) from the log as it is. "
                        + "Begin with the thresholds of this report, look at what they say for a week, then decide whom they wake.",
                    effort: "an hour", gain: "metrics and alerts today, without touching the program",
                    proof: "the pipeline has run for a day, and somebody has looked at its alerts", points: 0))
        }
        steps += Self.changes(assessment)
        steps += Self.repairs(assessment)
        let personal = assessment.sensitive.filter { $0.kind.kind == .personal }
        if !personal.isEmpty {
            let kinds = personal.map { "\($0.kind.words) in \($0.fields.joined(separator: ", "))" }.joined(
                separator: "; ")
            steps.append(
                Step(
                    title: "Decide on personal data",
                    work:
                        "The log has \(kinds). Say how long it is kept and who reads it. Before it is copied elsewhere, drop what nobody "
                        + "needs\(Self.redaction(personal.map(\.kind))).",
                    effort: "half a day, with who is responsible for data protection",
                    gain: "a log that may be kept and passed on",
                    proof: "it is written down who keeps what for how long, and copies are redacted", points: 3))
        }
        steps.append(
            Step(
                title: "Measure the progress",
                work: "Keep this assessment as JSON, assess the new log and hold it against the old one: "
                    + "weir-assess --against old.json new.log.",
                effort: "minutes", gain: "the same scale for all services (weir-assess --table)",
                proof: "--against says how many points it went up", points: 0))
        self.steps = steps
    }

    /// A step for each missing signal that a change gives, where one change may give several.
    private static func changes(_ assessment: Assessment) -> [Step] {
        var steps: [Step] = []
        var served: Set<Signal> = []
        for (_, change, signals) in assessment.changes where !served.isSuperset(of: signals) {
            // Of programs that may have written the log, each has its own way to the same signals.
            let fresh = signals.filter { !served.contains($0) }
            var ways: [(program: ProgramAdvice, change: ProgramAdvice.Change, signals: [Signal])] = []
            for way in assessment.changes
            where !Set(way.signals).isDisjoint(with: fresh)
                && !ways.contains(where: { $0.program.name == way.program.name })
            {
                ways.append(way)
            }
            served.formUnion(signals)
            let points = fresh.reduce(0) { $0 + ($1 == .latency ? 10 : $1 == .traces ? 15 : 0) }
            let isOne = ways.count == 1
            steps.append(
                Step(
                    title: "Log \(list(fresh.map(name)))",
                    work: isOne
                        ? "\(change.title), in \(change.place); the lines are below."
                        : "\(list(ways.map(\.program.title), "or")) may have written this log. "
                            + ways.map {
                                "If it is \($0.program.title): \($0.change.title.lowercasedFirst), in \($0.change.place)."
                            }
                            .joined(separator: " ") + " The lines are below.",
                    effort: isOne ? change.effort : String(change.effort.prefix { $0 != ";" }),
                    gain: isOne ? change.gives : fresh.map(gain).joined(separator: "; "),
                    proof: "weir-assess of the new log calls \(list(fresh.map(\.rawValue))) available or derivable",
                    points: points))
        }
        return steps
    }

    private static func gain(_ signal: Signal) -> String {
        switch signal {
        case .latency: "percentiles of how long requests take, and objectives for them"
        case .traffic: "requests over time"
        case .errors: "the share of failures"
        case .saturation: "a warning before something is full"
        case .traces: "one request followed through all services"
        }
    }

    /// What hides it, as far as weir-enrich knows the kind.
    private static func redaction(_ kinds: [SensitiveKind]) -> String {
        let words = kinds.compactMap { kind in
            switch kind {
            case .email: "email"
            case .publicAddress: "ip:truncate"
            case .paymentCard: "card"
            case .iban: "iban"
            default: nil as String?
            }
        }
        return words.isEmpty
            ? " (weir-enrich --drop)" : ", and hide the rest: weir-enrich --redact \(words.joined(separator: ","))"
    }

    private static func name(_ signal: Signal) -> String {
        switch signal {
        case .latency: "durations"
        case .traffic: "requests"
        case .errors: "failures"
        case .saturation: "how full it is"
        case .traces: "trace ids"
        }
    }

    private static func repairs(_ assessment: Assessment) -> [Step] {
        var steps: [Step] = []
        var wants: [String] = []
        var points = 0
        if assessment.namesYear == false {
            wants.append("the year")
            points += 4
        }
        if assessment.namesZone == false {
            wants.append("the zone")
            points += 3
        }
        if !wants.isEmpty {
            steps.append(
                Step(
                    title: "Write whole time stamps",
                    work: "They lack \(list(wants)): RFC 3339, as 2026-01-31T12:00:00.123Z, leaves nothing to guess.",
                    effort: "an hour; tell who else reads this log",
                    gain: "logs of several places can be laid side by side",
                    proof: "weir-assess no longer says that year or zone were inferred", points: points))
        }
        if assessment.verdict == .partly {
            steps.append(
                Step(
                    title: "Describe the lines that no format takes",
                    work: "\(Percent.text(1 - (assessment.tally.share ?? 0))) of the lines were not understood; "
                        + "weir-parse --explain shows them, and weir-format(5) how a format is written.",
                    effort: "half a day", gain: "nothing is lost unseen",
                    proof: "weir-assess understands 99 % of the lines", points: 0))
        }
        if !assessment.fields.contains(where: { ["service", "host", "vhost"].contains($0.name) }) {
            steps.append(
                Step(
                    title: "Say which service it is",
                    work:
                        "No field names the service or the host: log it, or add it with weir-enrich --set 'service = \"NAME\"'.",
                    effort: "minutes", gain: "metrics of several services in one place",
                    proof: "every record has service", points: 5))
        }
        return steps
    }

    static func list(_ words: [String], _ last: String = "and") -> String {
        guard let end = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " \(last) " + end
    }
}

extension String {
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
