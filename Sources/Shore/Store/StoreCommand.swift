import ArgumentParser
import FilterKit

/// `weir-store`: metrics that outlive the terminal.
package struct StoreCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "weir-store",
        abstract: "Keep metrics in a file, and get them back.",
        discussion: """
            A store is one SQLite file (weir-store(5)), which several may read while one writes. 'weir-store add DB' takes \
            what weir-aggregate --every writes. The same series and window from the same --origin replaces what was \
            there, so that adding twice changes nothing.

            EXAMPLES
              weir-parse access.log | weir-aggregate --every 1h --by path --partial red | weir-store add web.db
              weir-store get web.db --since 2026-11-01 --where 'error_ratio > 0.01'
              weir-store rollup web.db && weir-store retain web.db 14d --window 1m
            """,
        version: Version.text,
        subcommands: [
            AddCommand.self, GetCommand.self, RollupCommand.self, RetainCommand.self, InfoCommand.self,
            CheckCommand.self, VacuumCommand.self, ExportCommand.self, ImportCommand.self,
        ])

    static let stage = "weir-store"

    package init() {}
}
