import Advice

/// Says of each signal whether the log has it, by its fields and by what the probes found.
struct SignalReader {
    let profile: LogProfile
    let counts: LogCount
    let judgements: [String: FieldJudgement]
    let units: [String: UnitGuess]
    /// Programs that may have written the log.
    let programs: [ProgramAdvice]
    /// Formats that the log has.
    let formats: Set<String>
    let general: ProgramAdvice
    /// Nothing comes while all goes well.
    let isQuiet: Bool
    let carried: CarriedPrograms?

    /// A number that few records have is no signal of the service.
    private static let leastShare = 0.05

    func statements() -> [SignalStatement] {
        [latency, traffic, errors, saturation, traces].map { statement in
            var statement = statement
            statement.changes = changes(for: statement.signal)
            return statement
        }
    }

    /// What the programs can be told; for a log of an unknown program, what any can. What carries their messages has no say where each of
    /// them can be told.
    private func changes(for signal: Signal) -> [(program: ProgramAdvice, change: ProgramAdvice.Change)] {
        let known = programs.flatMap { program in
            program.changes.filter { $0.signals.contains(signal) && $0.isFor(formats) }.map { (program, $0) }
        }
        if let carried {
            let own = known.filter { !carried.isCarrier($0.0) }
            let isForAll = carried.areAll { format in own.contains { $0.0.formats.contains(format.name) } }
            if isForAll { return own }
        }
        return known.isEmpty
            ? general.changes.filter { $0.signals.contains(signal) }.map { (general, $0) } : known
    }

    private func share(_ count: Int) -> Double { profile.records > 0 ? Double(count) / Double(profile.records) : 0 }

    /// The best probe of a signal that found anything.
    private func derived(_ signal: Signal, besides text: String) -> SignalStatement? {
        let ids = Set(programs.map(\.name) + [general.name])
        let found = profile.probes.first { probe in
            guard let derivation = probe.derivation, derivation.signal == signal, let program = probe.program else {
                return false
            }
            return ids.contains(program.name) && probe.hits > 0
        }
        guard let found, let derivation = found.derivation else { return nil }
        let isMeasure = found.numbers.count > 0
        return SignalStatement(
            signal: signal, state: .derivable, field: derivation.name, expression: derivation.expression,
            condition: isMeasure ? nil : derivation.expression, what: derivation.means + text,
            share: share(found.hits), windows: found.windows, numbers: isMeasure ? found.numbers : nil, hits: found.hits
        )
    }

    // MARK: Latency

    private var latency: SignalStatement {
        if let field = profile.field("duration"), field.kinds.numeric > 0, share(field.kinds.numeric) >= Self.leastShare
        {
            return SignalStatement(
                signal: .latency, state: .available, field: "duration", what: "seconds that each took",
                share: share(field.kinds.numeric), numbers: field.numbers, hits: field.kinds.numeric)
        }
        let timed = profile.fields.first { field in
            // A clock is no stopwatch.
            units[field.name]?.isTime == true && field.name != "uptime" && share(field.kinds.numeric) >= Self.leastShare
        }
        if let timed, let unit = units[timed.name] {
            return SignalStatement(
                signal: .latency, state: .derivable, field: "duration", expression: timed.name + unit.conversion,
                what: "\(timed.name) is in \(unit.unit): \(unit.reason)", share: share(timed.kinds.numeric),
                hits: timed.kinds.numeric)
        }
        return derived(.latency, besides: "")
            ?? SignalStatement(signal: .latency, state: .missing, what: "no field says how long anything took")
    }

    // MARK: Traffic

    /// Each record of this log stands for a request: it says what was asked, and what came of it. Without that it is an event that a
    /// request met with, as the lines of nginx's error log are.
    private var isRequestLog: Bool {
        func has(_ name: String) -> Bool { share(profile.field(name)?.present ?? 0) >= 0.5 }
        guard !isQuiet, ["method", "path", "status"].filter(has).count >= 2 else { return false }
        return has("status") || has("bytes") || units.contains { has($0.key) && $0.value.isTime }
    }

    private var traffic: SignalStatement {
        guard counts.time.count > 0 else {
            return SignalStatement(
                signal: .traffic, state: .missing, what: "without times nothing can be counted over time")
        }
        let share = counts.records > 0 ? Double(counts.time.count) / Double(counts.records) : 0
        if isRequestLog {
            return SignalStatement(
                signal: .traffic, state: .available, field: "time", what: "each record is a request", share: share,
                windows: counts.windows, hits: counts.time.count)
        }
        if let found = derived(.traffic, besides: "") { return found }
        return SignalStatement(
            signal: .traffic, state: .derivable, field: "time",
            what: "lines can be counted (weir-aggregate --every 1m count), but a line is an event, not a request",
            share: share, windows: counts.windows, hits: counts.time.count)
    }

    // MARK: Errors

    private var errors: SignalStatement {
        let probes = profile.probes.filter { $0.program == nil }
        let status = profile.field("status")
        if let status, units["status"]?.unit == "HTTP status", share(status.present) >= Self.leastShare {
            return standard(probes[0], "status", share(status.present))
        }
        if let level = profile.field("level"), share(level.present) >= 0.5 {
            return standard(probes[1], "level", share(level.present))
        }
        if let found = derived(.errors, besides: "") { return found }
        return SignalStatement(
            signal: .errors, state: .missing, what: "no field and no word tells a failure from a success")
    }

    private func standard(_ probe: SignalProbe, _ field: String, _ share: Double) -> SignalStatement {
        let derivation = probe.derivation
        let none = probe.hits == 0 ? "; there were none in what was read" : ""
        return SignalStatement(
            signal: .errors, state: .available, field: field, condition: derivation?.expression,
            what: (derivation?.means ?? "") + none, share: share, windows: probe.windows, hits: probe.hits)
    }

    // MARK: Saturation

    private static let saturationNames = [
        "saturation", "utilization", "queue", "queue_length", "queue_depth", "backlog", "pending", "pool_in_use",
        "connections", "connections_active", "active_connections", "threads_busy", "workers_busy", "cpu",
        "memory_usage",
        "load1", "inflight", "in_flight", "actconn", "feconn", "srv_queue", "server_queue", "backend_queue",
    ]

    private var saturation: SignalStatement {
        let found = profile.fields.first { field in
            Self.saturationNames.contains(field.name) && share(field.kinds.numeric) >= Self.leastShare
        }
        if let found {
            return SignalStatement(
                signal: .saturation, state: .available, field: found.name,
                what: "how much of something is in use or waits",
                share: share(found.kinds.numeric), numbers: found.numbers, hits: found.kinds.numeric)
        }
        return derived(.saturation, besides: "")
            ?? SignalStatement(
                signal: .saturation, state: .missing, what: "nothing says how full queues, pools or memory are")
    }

    // MARK: Traces

    private var traces: SignalStatement {
        func identifier(_ kind: IdentifierKind) -> FieldProfile? {
            profile.fields.first {
                judgements[$0.name]?.identifier == kind && share($0.present) >= Self.leastShare && tellsApart($0.name)
            }
        }
        /// An id that is the same in all records is a dash or nothing, which a server writes when the caller sent none.
        func tellsApart(_ name: String) -> Bool {
            counts.records < 20 || counts.field(name).map { $0.distinct.estimate > 1 } ?? true
        }
        if let field = identifier(.trace) {
            return SignalStatement(
                signal: .traces, state: .available, field: field.name, what: "the trace that each belongs to",
                share: share(field.present), hits: field.present)
        }
        if let field = identifier(.request) {
            return SignalStatement(
                signal: .traces, state: .derivable, field: "trace_id", expression: field.name,
                what: "\(field.name) ties together what one request did here, but not across services",
                share: share(field.present), hits: field.present)
        }
        return SignalStatement(signal: .traces, state: .missing, what: "nothing ties together what one request did")
    }
}
