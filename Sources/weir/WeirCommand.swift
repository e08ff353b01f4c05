import ArgumentParser
import FilterKit

/// `weir` by itself: what there is, and the few things that are no filters.
struct WeirCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "weir",
        abstract: "Filters that turn logs into telemetry.",
        discussion: """
            FILTERS
            \(filters)

            BUILT APART, by 'make shore'
            \(ShoreFilters.list)

            Each reads standard input and writes standard output, so they are put together with pipes. 'weir parse' \
            and weir-parse are the same; 'weir help parse' tells more, and so does weir(1).

            EXAMPLES
              weir-parse access.log | weir-aggregate --by path red
              weir-tail -F access.log | weir-parse | weir-aggregate --every 1m red
            """,
        version: Version.text,
        subcommands: [FormatsCommand.self, LedgerCommand.self, StateCommand.self])

    private static var filters: String {
        Main.filters.map { line($0.configuration.commandName ?? "", $0.configuration.abstract) }.joined(separator: "\n")
    }

    static func line(_ name: String, _ abstract: String) -> String {
        "  \(name)\(String(repeating: " ", count: max(2, 18 - name.count)))\(abstract)"
    }
}
