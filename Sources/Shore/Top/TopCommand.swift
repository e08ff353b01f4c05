import ArgumentParser
import FilterKit
import Records
import System

package struct TopCommand: FilterCommand {
    package static let configuration = CommandConfiguration(
        commandName: "weir-top",
        abstract: "Watch metrics on the terminal.",
        discussion: """
            Reads metric records, as weir-aggregate --every writes them, and shows those of the last window: rate, errors and durations \
            of each series, and how it went. Keys sort and filter. Where the output is no terminal, each window is written as text.

            EXAMPLES
              weir-tail -F access.log | weir-parse | weir-aggregate --every 10s --by path red | weir-top
              weir-store get --since 1h web.db | weir-top
            """,
        version: Version.text)

    @Option(help: .init("Sort by this metric at first. (default: the first)", valueName: "metric"))
    var sort: String?

    @Option(help: .init("Show only series that have TEXT in their names, at first.", valueName: "text"))
    var filter: String?

    @OptionGroup var input: RecordInput
    @OptionGroup package var shared: SharedOptions

    package init() {}

    /// Ctrl-C is for the board: it has the terminal to give back.
    package var isSource: Bool { true }

    package func execute(_ run: FilterRun, _ record: inout Record) throws(Failure) -> ExitStatus {
        let isTerminal = Descriptor.output.isTerminal && (shared.output == .auto || shared.output == .table)
        let colors =
            switch shared.color {
            case .always: true
            case .never: false
            case .auto: isTerminal && (Environment["NO_COLOR"] ?? "").isEmpty && Environment["TERM"] != "dumb"
            }
        var output = RecordOutput(shared, onTerminal: .readable)
        let screen = isTerminal ? Screen() : nil
        defer { screen?.close() }
        let columns = Environment["COLUMNS"].flatMap(Int.init) ?? Descriptor.output.terminalColumns ?? 80
        let filter = TopFilter(
            screen: screen, colors: colors, columns: max(40, columns), sort: sort, filter: filter ?? "", &record)
        return try run.run(filter, inputs: input, &record, into: &output)
    }
}
