import ArgumentParser
import FilterKit
import Records
import System

/// `weir ledger FILE`: the ledgers of a pipeline's stages side by side, and whether they add up.
struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Add up the ledgers that the filters wrote.",
        discussion: """
            Shows what went into each stage and where it went, and checks that in = passed + absorbed + dropped and \
            out = passed + created in each, and that what one stage put into a pipe the next one took out. Ends with \
            status 1 where something does not add up.

            EXAMPLES
              export WEIR_LEDGER=run.ledger
              weir-parse access.log | weir-aggregate --by status count
              weir ledger run.ledger
            """)

    @Argument(help: .init("What --ledger or WEIR_LEDGER wrote.", valueName: "file"))
    var file: String

    func run() throws {
        let entries: [LedgerEntry]
        do throws(Failure) { entries = try LedgerEntry.read(file) } catch {
            Diagnostics(program: "weir ledger").error(error)
            throw ExitCode(error.status.rawValue)
        }
        for row in LedgerEntry.table(entries) { try Output.line(row) }
        let faults = LedgerEntry.faults(entries)
        for fault in faults { try Output.line(fault) }
        try Output.line(faults.isEmpty ? "adds up" : "does not add up")
        if !faults.isEmpty { throw ExitCode(ExitStatus.negative.rawValue) }
    }
}
