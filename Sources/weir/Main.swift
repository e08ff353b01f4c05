import Aggregate
import Alert
import ArgumentParser
import Assess
import Commit
import Enrich
import FilterKit
import Parse
import Records
import System
import Tail

/// One binary, many names: `weir-parse` and its kin are links to `weir`, and `weir parse` works as well.
@main enum Main {
    static let filters: [any FilterCommand.Type] = [
        TailCommand.self, ParseCommand.self, EnrichCommand.self, AggregateCommand.self, AlertCommand.self,
        CommitCommand.self, AssessCommand.self,
    ]

    static func main() {
        var (called, arguments) = Entry.call(default: "weir")
        if let filter = filter(named: called) { return Entry.run(filter, arguments) }
        if let first = arguments.first, let filter = filter(named: "weir-\(first)") {
            return Entry.run(filter, Array(arguments.dropFirst()))
        }
        // `weir help parse`, and `weir help weir-parse`, as --help lists them.
        if arguments.first == "help", let word = arguments.dropFirst().first {
            let name = String(word.trimmingPrefix("weir-"))
            arguments[1] = name
            if ShoreFilters.has(name) { arguments = [name, "--help"] }
        }
        if arguments.first == "help", let name = arguments.dropFirst().first {
            if let filter = filter(named: "weir-\(name)") { return Entry.run(filter, ["--help"]) }
            arguments.removeFirst()
            arguments.append("--help")
        }
        if let first = arguments.first, !first.hasPrefix("-"), !commands.contains(first) {
            Neighbour.become("weir-\(first)", Array(arguments.dropFirst()))
            if ShoreFilters.has(first) {
                Diagnostics(program: "weir").error(
                    "weir-\(first) is neither beside weir nor in PATH; 'make shore' in weir's sources builds it, into bin"
                )
                Environment.quit(ExitStatus.usage.rawValue)
            }
            let hint = Suggestion.nearest(to: first, among: commands + ShoreFilters.all.map(\.name)).map {
                "; did you mean '\($0)'?"
            }
            Diagnostics(program: "weir").error("there is no command '\(first)'\(hint ?? "; 'weir --help' lists them")")
            Environment.quit(ExitStatus.usage.rawValue)
        }
        Entry.run(WeirCommand.self, arguments)
    }

    private static var commands: [String] {
        let names: [any ParsableCommand.Type] = filters + WeirCommand.configuration.subcommands
        return names.compactMap { $0.configuration.commandName.map { String($0.trimmingPrefix("weir-")) } } + ["help"]
    }

    private static func filter(named name: String) -> (any FilterCommand.Type)? {
        filters.first { $0.configuration.commandName == name }
    }
}
