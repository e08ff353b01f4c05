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
        steps.append(
            Step(
                title: "Keep this assessment",
                work:
                    "As JSON, before anything changes: weir-assess LOG >baseline.json. All that follows is measured against it.",
                effort: "minutes", gain: "a baseline", proof: "baseline.json is kept with the service's documents",
                points: 0))
        if let coverage = assessment.coverage, coverage.isSuspicious {
            steps.append(
                Step(
                    title: "Find out what is missing from this log",
                    work:
                        "Only \(coverage.text) have a line, though those that do have \(NumberText.grouped(coverage.usual)). "
                        + (coverage.rhythm.map { "\($0.text.capitalisedFirst). " } ?? "")
                        + "Ask where the file comes from: is it a sample or an excerpt, or do lines get lost on their way? If they do, mend that "
                        + "first. Until then the thresholds are provisional.",
                    effort: "an hour", gain: "numbers and thresholds that may be trusted",
                    proof: "weir-assess of a day of the log finds lines in nearly every minute", points: 0))
        }
        let usable = assessment.signals.filter { $0.state != .missing }.map(\.signal.rawValue)
        if !usable.isEmpty {
            steps.append(
                Step(
                    title: "Watch what is there already",
                    work:
                        "Run the pipeline at the end of this report on each log of this kind: it gives \(Self.list(usable)) from the log as it is. "
                        + "First once, over what there is; then with FOLLOW=1, as a service. Look at what the thresholds say for a week, then decide "
                        + "whom they wake, and set NOTIFY.",
                    effort: "an hour", gain: "metrics and alerts without touching the program",
                    proof: "it has followed the log for a week, and somebody has looked at its alerts", points: 0))
        }
        let personal = assessment.sensitive.filter { $0.kind.kind == .personal }
        if !personal.isEmpty {
            let kinds = personal.map { "\($0.kind.words) in \($0.fields.joined(separator: ", "))" }.joined(
                separator: "; ")
            steps.append(
                Step(
                    title: "Decide on personal data",
                    work:
                        "The log has \(kinds). Say how long it is kept and who reads it. Before it is copied elsewhere, drop what nobody "
                        + "needs\(Self.redaction(personal.map(\.kind)))."
                        + (assessment.changes.isEmpty
                            ? ""
                            : " It holds for what is logged next, too: leave out of the new format what nobody needs."),
                    effort: "half a day, with who is responsible for data protection",
                    gain: "a log that may be kept and passed on",
                    proof: "it is written down who keeps what for how long, and copies are redacted", points: 3))
        }
        steps += Self.changes(assessment)
        steps += Self.repairs(assessment)
        steps.append(
            Step(
                title: "Measure the progress",
                work: "Assess the new log and hold it against the one that was kept: "
                    + "weir-assess --against baseline.json NEW.log.",
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
            let ways = ways(to: fresh, assessment)
            served.formUnion(signals)
            // Ids of requests alone do not lead from one service to the next.
            let isTraced = ways.allSatisfy { way in
                way.changes.contains { $0.lines.contains { $0.contains("trace_id") } }
            }
            let points = fresh.reduce(0) { $0 + ($1 == .latency ? 10 : $1 == .traces ? (isTraced ? 15 : 8) : 0) }
            let isOne = ways.count == 1 && ways[0].changes.count == 1
            steps.append(
                Step(
                    title: "Log \(list(fresh.map { name($0, isTraced) }))",
                    work: isOne
                        ? "\(change.title), in \(change.place); the lines are below."
                        : work(ways),
                    effort: isOne ? change.effort : effort(ways),
                    gain: isOne ? change.gives : fresh.map { gain($0, isTraced) }.joined(separator: "; "),
                    proof:
                        "weir-assess of what is written then calls \(list(fresh.map(\.rawValue))) available or derivable",
                    points: points))
        }
        return steps
    }

    private typealias Way = (program: ProgramAdvice, changes: [ProgramAdvice.Change])

    private static func work(_ ways: [Way]) -> String {
        let isOne = ways.count == 1
        var sentences = isOne ? [] : ["\(list(ways.map(\.program.title), "or")) may have written this log."]
        for way in ways {
            let parts = way.changes.map { "\($0.title.lowercasedFirst), in \($0.place)" }.joined(separator: "; and ")
            sentences.append(isOne ? "\(parts.capitalisedFirst)." : "If it is \(way.program.title): \(parts).")
        }
        return sentences.joined(separator: " ") + " The lines are below."
    }

    /// Without how the program is told, which is below.
    private static func effort(_ ways: [Way]) -> String {
        ways.map { way in
            var parts: [String] = []
            for change in way.changes {
                let part = String(change.effort.prefix { $0 != ";" })
                if !parts.contains(part) { parts.append(part) }
            }
            let text = parts.joined(separator: "; and ")
            return ways.count == 1 ? text : "\(way.program.title): \(text)"
        }
        .joined(separator: ". ")
    }

    /// Of each program that may have written the log, as few of its changes as give the signals, those that give most first.
    private static func ways(to fresh: [Signal], _ assessment: Assessment) -> [Way] {
        var ways: [Way] = []
        for (program, change, signals) in assessment.changes {
            let place = ways.firstIndex { $0.program.name == program.name }
            let given = place.map { Set(ways[$0].changes.flatMap(\.signals)) } ?? []
            // One that has a pipeline of its own is another part of the same way, and no other way to the same.
            guard signals.contains(where: { fresh.contains($0) && (!given.contains($0) || !change.pipeline.isEmpty) })
            else { continue }
            if let place { ways[place].changes.append(change) } else { ways.append((program, [change])) }
        }
        return ways
    }

    private static func gain(_ signal: Signal, _ isTraced: Bool) -> String {
        switch signal {
        case .latency: "percentiles of how long requests take, and objectives for them"
        case .traffic: "requests over time"
        case .errors: "the share of failures"
        case .saturation: "a warning before something is full"
        case .traces:
            isTraced
                ? "one request followed through all services that log the id"
                : "an id that ties a line to the next service's, and the caller's trace where it sends one"
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

    private static func name(_ signal: Signal, _ isTraced: Bool) -> String {
        switch signal {
        case .latency: "durations"
        case .traffic: "requests"
        case .errors: "failures"
        case .saturation: "how full it is"
        case .traces: isTraced ? "trace ids" : "request ids"
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
                    work: "No field names the service or the host. "
                        + (assessment.changes.contains { $0.change.lines.contains { $0.contains("service") } }
                            ? "The new log has it; to the log as it is, weir-enrich --set 'service = \"NAME\"' adds it."
                            : "Log it, or add it with weir-enrich --set 'service = \"NAME\"'."),
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
