import Aggregate
import Alert
import ArgumentParser
import Enrich
import FilterKit
import Parse
import System
import Tail

/// One binary, many names: `weir-parse` and its kin are links to `weir`, and `weir parse` works as well.
@main enum Main {
    static let filters: [any FilterCommand.Type] = [
        TailCommand.self, ParseCommand.self, EnrichCommand.self, AggregateCommand.self, AlertCommand.self,
    ]

    static func main() {
        var arguments = CommandLine.arguments
        let called = arguments.isEmpty ? "weir" : String(arguments.removeFirst().split(separator: "/").last ?? "weir")
        if let filter = filter(named: called) { return filter.main(arguments) }
        if let first = arguments.first, let filter = filter(named: "weir-\(first)") {
            return filter.main(Array(arguments.dropFirst()))
        }
        if arguments.first == "help", let name = arguments.dropFirst().first, let filter = filter(named: "weir-\(name)") {
            return filter.main(["--help"])
        }
        WeirCommand.main(arguments)
    }

    private static func filter(named name: String) -> (any FilterCommand.Type)? {
        filters.first { $0.configuration.commandName == name }
    }
}
