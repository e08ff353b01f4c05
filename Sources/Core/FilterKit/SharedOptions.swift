import ArgumentParser

/// How records are shown.
package enum OutputForm: String, ExpressibleByArgument, CaseIterable, Sendable { case auto, json, table, csv, tsv }

package enum ColorChoice: String, ExpressibleByArgument, CaseIterable, Sendable { case auto, always, never }

/// The flags of every filter: same flag, same meaning, everywhere.
package struct SharedOptions: ParsableArguments, Sendable {
    @Option(
        name: .customLong("where"), parsing: .singleValue,
        help: .init(
            "Keep only records for which EXPR is true (weir-expr(7)); given again, all must be.", valueName: "expr"))
    package var predicates: [String] = []

    @Option(help: .init("Append what could not be understood to FILE, as records with the reason.", valueName: "file"))
    package var rejects: String?

    @Option(
        help: .init(
            "Append one JSON line of counts to FILE at the end; WEIR_LEDGER sets it too. 'weir ledger FILE' adds them up.",
            valueName: "file"))
    package var ledger: String?

    @Option(
        help: .init(
            "How to write: auto is a table or readable records on a terminal, JSON lines elsewhere.", valueName: "form")
    )
    package var output: OutputForm = .auto

    @Option(help: .init("Colours on a terminal; auto honours NO_COLOR.", valueName: "when"))
    package var color: ColorChoice = .auto

    @Flag(help: "Stop with status 65 at the first line that cannot be understood.")
    package var strict = false

    @Option(help: .init("Longest line taken; a longer one is a counted reject, never split.", valueName: "size"))
    package var maxLine = ByteSize(bytes: 1 << 20)

    @Option(
        help: .init(
            "Keep in DIR what a restart needs, so that each record counts exactly once; WEIR_STATE sets it for a whole pipeline.",
            valueName: "dir"))
    package var state: String?

    @Flag(
        help:
            "Let go at the end of what would be kept in --state for the next run: windows that are open, events that may go on."
    )
    package var flush = false

    package init() {}
}

/// Where the filters that read records get them.
package struct RecordInput: ParsableArguments, Sendable {
    @Option(
        name: .customLong("input"), parsing: .singleValue,
        help: .init("Read records from FILE instead of standard input; may be given again.", valueName: "file"))
    package var files: [String] = []

    package init() {}
}
