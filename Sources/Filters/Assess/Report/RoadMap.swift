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
                    effort: "a day", gain: "whoever reads the log cannot log in with it", points: 7))
        }
        let usable = assessment.signals.filter { $0.state != .missing }.map(\.signal.rawValue)
        if !usable.isEmpty {
            steps.append(
                Step(
                    title: "Watch what is there already",
                    work:
                        "Run the pipeline at the end of this report: it gives \(Self.list(usable)) from the log as it is.",
                    effort: "an hour", gain: "metrics and alerts today, without touching the program", points: 0))
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
                    work: "The log has \(kinds). Say how long it is kept and who reads it; drop what nobody needs "
                        + "(weir-enrich --drop) before it is stored elsewhere.",
                    effort: "half a day, with who is responsible for data protection",
                    gain: "a log that may be kept and passed on", points: 3))
        }
        steps.append(
            Step(
                title: "Measure the progress",
                work: "Keep this assessment as JSON, assess the new log and hold it against the old one: "
                    + "weir-assess --against old.json new.log.",
                effort: "minutes", gain: "the same scale for all services (weir-assess --table)", points: 0))
        self.steps = steps
    }

    /// A step for each missing signal that a change gives, where one change may give several.
    private static func changes(_ assessment: Assessment) -> [Step] {
        var steps: [Step] = []
        var served: Set<Signal> = []
        for (_, change, signals) in assessment.changes where !served.isSuperset(of: signals) {
            // Of programs that may have written the log, each has its own way to the same signals.
            let ways = assessment.changes.filter { !Set($0.signals).isDisjoint(with: signals) }
            let programs = Set(ways.map(\.program.title)).sorted()
            let fresh = signals.filter { !served.contains($0) }
            served.formUnion(signals)
            let points = fresh.reduce(0) { $0 + ($1 == .latency ? 10 : $1 == .traces ? 15 : 0) }
            steps.append(
                Step(
                    title: "Log \(list(fresh.map(name)))",
                    work: "\(change.title), in \(change.place)"
                        + (programs.count > 1
                            ? "; for each of \(list(programs)) the lines are below." : "; the lines are below."),
                    effort: change.effort, gain: change.gives, points: points))
        }
        return steps
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
                    gain: "logs of several places can be laid side by side", points: points))
        }
        if assessment.verdict == .partly {
            steps.append(
                Step(
                    title: "Describe the lines that no format takes",
                    work: "\(Percent.text(1 - (assessment.tally.share ?? 0))) of the lines were not understood; "
                        + "weir-parse --explain shows them, and weir-format(5) how a format is written.",
                    effort: "half a day", gain: "nothing is lost unseen", points: 0))
        }
        if !assessment.fields.contains(where: { ["service", "host", "vhost"].contains($0.name) }) {
            steps.append(
                Step(
                    title: "Say which service it is",
                    work:
                        "No field names the service or the host: log it, or add it with weir-enrich --set 'service = \"NAME\"'.",
                    effort: "minutes", gain: "metrics of several services in one place", points: 5))
        }
        return steps
    }

    static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}
