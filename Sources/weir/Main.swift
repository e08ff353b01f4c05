import Aggregate
import Alert
import ArgumentParser
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
        CommitCommand.self,
    ]

    static func main() {
        var arguments = PathText.arguments
        let called = arguments.isEmpty ? "weir" : String(arguments.removeFirst().split(separator: "/").last ?? "weir")
        if let filter = filter(named: called) { return run(filter, arguments) }
        if let first = arguments.first, let filter = filter(named: "weir-\(first)") {
            return run(filter, Array(arguments.dropFirst()))
        }
        if arguments.first == "help", let name = arguments.dropFirst().first {
            if let filter = filter(named: "weir-\(name)") { return run(filter, ["--help"]) }
            arguments.removeFirst()
            if commands.contains(name) { arguments.append("--help") }
        }
        if let first = arguments.first, !first.hasPrefix("-"), !commands.contains(first) {
            let hint = Suggestion.nearest(to: first, among: commands).map { "; did you mean '\($0)'?" }
            Diagnostics(program: "weir").error("there is no command '\(first)'\(hint ?? "; 'weir --help' lists them")")
            Environment.quit(ExitStatus.usage.rawValue)
        }
        run(WeirCommand.self, arguments)
    }

    private static var commands: [String] {
        let names: [any ParsableCommand.Type] = filters + WeirCommand.configuration.subcommands
        return names.compactMap { $0.configuration.commandName.map { String($0.trimmingPrefix("weir-")) } } + ["help"]
    }

    /// Mistakes on the command line are said as everything else is: `weir-parse: error: …`.
    private static func run(_ command: any ParsableCommand.Type, _ arguments: [String]) {
        do {
            var parsed = try command.parseAsRoot(arguments)
            try parsed.run()
        } catch {
            if let code = error as? ExitCode { Environment.quit(code.rawValue) }
            // Help and version come this way too.
            guard command.exitCode(for: error) == .validationFailure else { command.exit(withError: error) }
            let name = command.configuration.commandName ?? "weir"
            let diagnostics = Diagnostics(program: name)
            diagnostics.error(command.message(for: error))
            diagnostics.note("'\(name) --help' tells more")
            Environment.quit(ExitStatus.usage.rawValue)
        }
    }

    private static func filter(named name: String) -> (any FilterCommand.Type)? {
        filters.first { $0.configuration.commandName == name }
    }
}
