import Advice

extension RoadMap {
    private typealias Way = (program: ProgramAdvice, changes: [ProgramAdvice.Change])

    /// A step for each missing signal that a change gives, where one change may give several.
    static func changes(_ assessment: Assessment) -> [Step] {
        var steps: [Step] = []
        var served: Set<Signal> = []
        var isNamed = !assessment.lacksService
        let isRequests = assessment.signal(.traffic)?.state == .available
        for (_, _, signals) in assessment.changes where !served.isSuperset(of: signals) {
            // Of programs that may have written the log, each has its own way to the same signals.
            let fresh = signals.filter { !served.contains($0) }
            let ways = ways(to: fresh, assessment)
            served.formUnion(signals)
            let given = fresh.filter { isGiven($0, by: ways) }
            let isWhole = given.count == fresh.count
            // Ids of requests alone do not lead from one service to the next.
            let isTraced = all(ways) { $0.says(["trace_id"]) }
            var titles = fresh.map { name($0, isTraced) }
            var gains = fresh.map { gain($0, isTraced: isTraced, isRequests: isRequests) }
            if given.isEmpty { gains = gains.map { $0 + ", in part" } }
            var closes = Set(given.map(\.rawValue))
            var wins = given.compactMap { win($0, isTraced: isTraced, by: ways) }
            if !isNamed, all(ways, { $0.says(["\"service\"", "service\\\""]) }) {
                isNamed = true
                titles.append("the service")
                gains.append("metrics of several services in one place")
                closes.insert("service")
                wins.append(Win(criterion: "identified", what: "the service", points: 5))
            }
            if assessment.counts.time.digits == 0, all(ways, { $0.gives.contains("to the millisecond") }) {
                closes.insert("milliseconds")
                wins.append(Win(criterion: "dated", what: "milliseconds", points: 2))
            }
            var proofs =
                given.isEmpty ? [] : [proof(given, ways, named: closes.contains("service"), isTraced: isTraced)]
            if !isWhole { proofs.append("the new log has what *Changes in detail* promises") }
            steps.append(
                Step(
                    purpose: .change, title: "Log \(list(titles))\(isWhole ? "" : ", as far as possible")",
                    owner: owner(ways),
                    effort: .either(ways.map { .all($0.changes.map { Effort($0.effort) }) }),
                    work: work(ways, areAll: assessment.namesPrograms),
                    gain: gains.joined(separator: "; "), proof: list(proofs), wins: wins,
                    isReleased: ways.contains { $0.changes.contains(where: \.isOfCode) }, closes: closes,
                    serves: Set(fresh)))
            if given.contains(.traces), ways.contains(where: { $0.changes.contains { $0.says(["X-Request-ID"]) } }),
                let behind = assessment.profile.library.general.behind
            {
                steps.append(Self.behind(behind))
            }
        }
        return steps
    }

    /// An id that only the server in front logs finds one line; in the application's log it finds what the application did.
    private static func behind(_ change: ProgramAdvice.Change) -> Step {
        Step(
            purpose: .behind, title: change.title, owner: "developers of the application",
            effort: Effort(change.effort),
            work:
                "By itself the id finds one line of this log. The server hands it on as X-Request-ID; when the application writes it into each of its "
                + "lines, one id finds all that was done for one request. Where there is no application behind the server, leave this step out. Of these lines, that of your language is the one:",
            commands: change.lines, gain: change.gives,
            proof: "an id from the server's log (`jq -r .request_id`) is found with grep in the application's log",
            isReleased: true,
            closes: ["behind"])
    }

    /// The new log has it in a form in which weir-assess finds it, whatever the way.
    private static func isGiven(_ signal: Signal, by ways: [Way]) -> Bool {
        switch signal {
        case .latency: all(ways) { $0.writes(["duration", "Duration", "request_time", "%D", "httplog"]) }
        case .traces: all(ways) { $0.says(["trace_id", "request_id", "traceparent", "unique-id"]) }
        case .saturation: all(ways) { $0.writes(["saturation", "workers_busy", "connections_max"]) }
        case .traffic, .errors: true
        }
    }

    /// What the score gives for it, by the way that earns least.
    private static func win(_ signal: Signal, isTraced: Bool, by ways: [Way]) -> Win? {
        switch signal {
        case .latency:
            // A duration in another unit is derived by an expression, and earns less than one in seconds.
            let isDerived = ways.contains { way in
                !way.changes.contains { $0.writes(["\"duration\"", "duration\\\""]) && !$0.writes(["duration_us"]) }
                    && way.changes.contains { $0.writes(["duration_us"]) }
            }
            return Win(
                criterion: "measured", what: isDerived ? "durations, which the script converts" : "durations",
                points: isDerived ? 6 : 10)
        case .traces:
            return Win(
                criterion: "traceable", what: isTraced ? "trace ids" : "request ids, of one service",
                points: isTraced ? 15 : 8)
        case .traffic, .errors, .saturation: return nil
        }
    }

    /// What weir-assess then says, of each of the files that are written.
    private static func proof(_ given: [Signal], _ ways: [Way], named: Bool, isTraced: Bool) -> String {
        let texts = ways.map { way in
            var files: [(name: String, signals: [Signal], isNamed: Bool)] = []
            for change in way.changes {
                let name = change.file ?? "NEW-LOG"
                let signals = change.signals.filter(given.contains)
                // A change without a log of its own prepares another.
                guard !signals.isEmpty, change.file != nil || !way.changes.contains(where: { $0.file != nil }) else {
                    continue
                }
                let isNamed = named && change.says(["\"service\"", "service\\\""])
                if let place = files.firstIndex(where: { $0.name == name }) {
                    files[place].signals += signals.filter { !files[place].signals.contains($0) }
                    files[place].isNamed = files[place].isNamed || isNamed
                } else {
                    files.append((name, signals, isNamed))
                }
            }
            let said = files.map { file in
                "`weir-assess \(file.name)` calls \(list(file.signals.map { $0 == .traces && !isTraced ? "traces (here the request id)" : $0.rawValue })) available or derivable"
                    + (file.isNamed ? ", and every record has a field service" : "")
            }
            return said.joined(separator: ", and ")
        }
        let isOne = Set(texts).count == 1
        return isOne ? texts[0] : zip(ways, texts).map { "of \($0.program.title), \($1)" }.joined(separator: "; ")
    }

    private static func all(_ ways: [Way], _ has: (ProgramAdvice.Change) -> Bool) -> Bool {
        ways.allSatisfy { $0.changes.contains(where: has) }
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
        // A transport of other programs' messages has nothing to say of them, where one of those is known.
        let known = ways.filter { way in way.changes.allSatisfy { Effort($0.effort).hours != nil } }
        return known.isEmpty ? ways : known
    }

    /// - Parameter areAll: each of the programs has its part in the log, and not one or the other.
    private static func work(_ ways: [Way], areAll: Bool) -> String {
        func parts(_ way: Way) -> String {
            way.changes.map { "\($0.title.lowercasedFirst), in \($0.place)" }.joined(separator: "; ")
        }
        let lines = "The lines to add are under *Changes in detail*." + side(ways)
        guard ways.count > 1 else {
            return (ways.first.map { parts($0).capitalisedFirst + ". " } ?? "") + lines
        }
        let names = list(ways.map(\.program.title), areAll ? "and" : "or")
        return (areAll ? "\(names) have a part in this log." : "\(names) may have written this log.") + " \(lines)\n\n"
            + ways.map { "- \(areAll ? "Of" : "If it is") \($0.program.title): \(parts($0))." }.joined(separator: "\n")
    }

    /// What becomes of the log there is, and of the new one's size.
    private static func side(_ ways: [Way]) -> String {
        let changes = ways.flatMap(\.changes)
        guard changes.contains(where: { $0.file != nil && $0.rotation != nil }) else { return "" }
        // A log of the server's state stands for no other.
        guard changes.contains(where: { $0.file != nil && $0.signals != [.saturation] }) else {
            return
                " The new file needs the lines for rotation that stand there, too, and its alert a unit of its own, made like that under *Pipeline*."
        }
        return
            " The log of today goes on beside the new one, so that nothing that reads it breaks. Keep both for two weeks; ask who reads the old one "
            + "(statistics, fail2ban, backups); then take its line out. The new file does not match the usual logrotate pattern `*.log`: it needs "
            + "the lines for rotation that stand there, too."
    }

    private static func owner(_ ways: [Way]) -> String {
        var owners: [String] = []
        for way in ways {
            let owner =
                way.changes.contains(where: \.isOfCode)
                ? "developers of the service" : "administrators of \(way.program.title)"
            if !owners.contains(owner) { owners.append(owner) }
        }
        let prefix = "administrators of "
        guard owners.count > 1, owners.allSatisfy({ $0.hasPrefix(prefix) }) else { return list(owners, "or") }
        return prefix + list(owners.map { String($0.dropFirst(prefix.count)) }, "or")
    }

    /// Who can change what is written.
    static func owner(_ assessment: Assessment) -> String {
        let names = assessment.programs.map(\.title)
        return names.isEmpty ? "developers of the service" : "administrators of \(list(names, "or"))"
    }

    private static func gain(_ signal: Signal, isTraced: Bool, isRequests: Bool) -> String {
        switch signal {
        case .latency: "how long \(isRequests ? "requests" : "things") take, and a limit for it"
        case .traffic: "requests over time"
        case .errors: "the share of failures"
        case .saturation: "a warning before the server is full"
        case .traces:
            isTraced
                ? "one request can be followed through all services that log the id"
                : "one request can be found again by its id"
        }
    }

    private static func name(_ signal: Signal, _ isTraced: Bool) -> String {
        switch signal {
        case .latency: "durations"
        case .traffic: "requests"
        case .errors: "failures"
        case .saturation: "how busy the server is"
        case .traces: isTraced ? "trace ids" : "request ids"
        }
    }
}

extension ProgramAdvice.Change {
    /// One of the texts is in the lines that are to be written, or in what they give.
    func says(_ texts: [String]) -> Bool {
        texts.contains { text in gives.contains(text) || lines.contains { $0.contains(text) } }
    }

    /// The log that it makes, as its pipeline follows it; nil where that is the one there was.
    fileprivate var file: String? {
        guard let line = pipeline.first, line.hasPrefix("weir-tail -F ") else { return nil }
        return line.split(separator: " ").dropFirst(2).first.map(String.init)
    }

    /// One of the texts is in the lines that are to be written.
    fileprivate func writes(_ texts: [String]) -> Bool {
        lines.contains { line in texts.contains { line.contains($0) } }
    }

    /// It is made in the program itself, and needs a release.
    fileprivate var isOfCode: Bool {
        effort.contains("release") || effort.contains("service") || place.contains("logger")
            || place.hasPrefix("the program") || place.hasPrefix("the application")
    }
}
