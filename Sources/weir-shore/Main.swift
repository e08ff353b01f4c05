import ArgumentParser
import FilterKit
import Notify
import Report
import Store
import System
import Top

/// The cold filters in one binary: `weir-store` and its kin are links to it, and `weir store` finds them.
@main enum Main {
    static let filters: [any ParsableCommand.Type] = [
        StoreCommand.self, ReportCommand.self, NotifyCommand.self, TopCommand.self,
    ]

    static func main() {
        let (name, arguments) = Entry.call(default: "weir-shore")
        if let filter = filter(named: name) { return Entry.run(filter, arguments) }
        if let first = arguments.first, let filter = filter(named: "weir-\(first)") ?? filter(named: first) {
            return Entry.run(filter, Array(arguments.dropFirst()))
        }
        let names = filters.compactMap { $0.configuration.commandName }.joined(separator: ", ")
        Diagnostics(program: "weir-shore").error("call it by the name of one of its filters: \(names)")
        Environment.quit(ExitStatus.usage.rawValue)
    }

    private static func filter(named name: String) -> (any ParsableCommand.Type)? {
        filters.first { $0.configuration.commandName == name }
    }
}
