import ArgumentParser
import FilterKit
import Records

package struct AggregateCommand: FilterCommand {
    package static let configuration = CommandConfiguration(
        commandName: "weir-aggregate",
        abstract: "Derive metrics from records.",
        discussion: """
            FUNCTIONS say what to compute: count, rate, sum(EXPR), mean(EXPR), min(EXPR), max(EXPR), p50(EXPR) to \
            p99.9(EXPR), and ratio(EXPR), the share of records for which EXPR is true. A column is called \
            <field>_<function> unless 'as NAME' says otherwise. red stands for count, rate, error_ratio and the \
            quantiles of duration.

            Windows are in event time: a window leaves when the events are past its end by --lateness, and at the end \
            of the input. Without --every there is one total at the end.

            EXAMPLES
              weir-parse access.log | weir-aggregate --by status count
              weir-tail -F access.log | weir-parse | weir-aggregate --every 1m --by path red
              weir-parse access.log | weir-aggregate 'ratio(status >= 500) as errors'
            """,
        version: Version.text)

    @Argument(help: .init("What to compute.", valueName: "function"))
    var functions: [String]

    @Option(help: .init("One series for each combination of these fields, separated by commas.", valueName: "fields"))
    var by: String?

    @Option(
        help: .init("Width of the windows of event time: 1m, 1h.", valueName: "duration"),
        transform: DurationOption.parse)
    var every: DurationOption?

    @Option(
        help: .init("How far events may be out of order before they are late. (default: 1m)", valueName: "duration"),
        transform: DurationOption.parse)
    var lateness = DurationOption(nanoseconds: 60_000_000_000)

    @OptionGroup var input: RecordInput
    @OptionGroup package var shared: SharedOptions

    package init() {}

    package var isSource: Bool { !input.files.isEmpty }

    /// Nothing for so long, and event time goes on by the clock.
    private static let idleAfter: Int64 = 30_000_000_000

    package func execute(_ run: FilterRun, _ record: inout Record) throws(Failure) -> ExitStatus {
        let plan = try AggregatePlan(functions)
        let labels = FieldList.parse(by ?? "")
        if let reserved = labels.first(where: ReservedKey.all.contains) {
            throw Failure(.usage, "--by: '\(reserved)' is a key that weir keeps for itself (weir-record(5))")
        }
        try plan.checkNames(labels: labels, hasWindows: every != nil)
        if let every, every.nanoseconds <= 0 { throw Failure(.usage, "--every: a window of no width holds nothing") }
        let options = WindowOptions(
            width: every?.nanoseconds, lateness: lateness.nanoseconds, idleAfter: Self.idleAfter)
        run.expect(labels, &record)
        for expression in plan.ownExpressions { run.expect(fieldsOf: expression, &record) }
        var output = RecordOutput(shared, onTerminal: .table)
        let filter = AggregateFilter(plan, options, by: labels, isForEyes: output.isForEyes, in: run, &record)
        return try run.run(filter, inputs: input, &record, into: &output)
    }
}
