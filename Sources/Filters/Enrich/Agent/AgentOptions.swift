import ArgumentParser
import FilterKit
import Records

/// The flags of taking user agents apart.
struct AgentOptions: ParsableArguments, Sendable {
    @Flag(
        name: .customLong("agent"),
        help: "Add what the user agent in 'agent' says of itself: browser, os, device, and whether it is a bot.")
    var isWanted = false

    @Option(
        name: .customLong("agent-regexes"),
        help: .init(
            "Take the patterns from FILE, uap-core's regexes.yaml, instead of from Debian's package uap-core.",
            valueName: "file"))
    var path: String?

    func steps() throws(Failure) -> [any StepOption] {
        if !isWanted, path != nil { throw Failure(.usage, "--agent-regexes is for --agent; give that, too") }
        return isWanted ? [AgentOption(path: path)] : []
    }
}

struct AgentOption: StepOption {
    let path: String?

    func bind(to record: inout Record, in run: FilterRun) throws(Failure) -> Step {
        let rules = try AgentRules.read(path)
        run.expect(["agent"], &record)
        return .part(AgentEnricher(rules, at: path, &record))
    }
}
