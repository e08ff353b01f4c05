import ArgumentParser
import Expressions
import FilterKit
import Records

package struct AlertCommand: FilterCommand {
    package static let configuration = CommandConfiguration(
        commandName: "weir-alert",
        abstract: "Turn metrics into alerts.",
        discussion: """
            Each series of the metric records (its labels are the fields that _by names) is held against --when. When \
            the condition has held for --for, in event time, an alert leaves with state "firing", and one with \
            "resolved" when it is over. --exec runs a program for each, with the alert as JSON on its standard input.

            EXAMPLES
              … | weir-aggregate --every 1m red | weir-alert --when 'error_ratio > 0.05'
              … | weir-alert --when 'count < 10' --for 5m --exec mail -- -s quiet ops
            """,
        version: Version.text)

    @Option(name: .customLong("when"), help: .init("The condition (weir-expr(7)).", valueName: "expr"))
    var condition: String

    @Option(
        name: .customLong("for"),
        help: .init("How long the condition must hold before the alert fires. (default: 0s)", valueName: "duration"),
        transform: DurationOption.parse)
    var holdFor = DurationOption(nanoseconds: 0)

    @Option(help: .init("What the alert is called; without it, as the condition reads.", valueName: "name"))
    var name: String?

    @Option(
        name: .customLong("exec"),
        help: .init("Run PROGRAM for each alert; its arguments come last, behind --.", valueName: "program"))
    var program: String?

    @Flag(help: "End with status 1 if an alert fired.")
    var exitCode = false

    @Argument(parsing: .postTerminator, help: .init("Arguments of --exec's program.", valueName: "argument"))
    var arguments: [String] = []

    @OptionGroup var input: RecordInput
    @OptionGroup package var shared: SharedOptions

    package init() {}

    package var isSource: Bool { !input.files.isEmpty }

    package func execute(_ run: FilterRun, _ record: inout Record) throws(Failure) -> ExitStatus {
        let expression = try FilterRun.compile(condition: condition, flag: "--when")
        let rule = AlertRule(
            name: name ?? condition, condition: expression, valueField: expression.fieldNames.first,
            holdFor: holdFor.nanoseconds)
        if program == nil, !arguments.isEmpty { throw Failure(.usage, "arguments behind -- belong to --exec PROGRAM") }
        let action = program.map { AlertAction(program: $0, arguments: arguments) }
        run.expect(fieldsOf: expression, &record)
        var output = RecordOutput(shared, onTerminal: .readable)
        let status = try run.run(
            AlertFilter(rule, action: action, in: run, &record), inputs: input, &record, into: &output)
        return exitCode && status == .done && run.alertsFired > 0 ? .negative : status
    }
}
