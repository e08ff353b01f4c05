import ArgumentParser
import Expressions
import FilterKit
import Records

package struct AlertCommand: FilterCommand {
    package static let configuration = CommandConfiguration(
        commandName: "weir-alert",
        abstract: "Turn metrics into alerts.",
        discussion: """
            Each series of the metric records (its labels are the fields that _by names) is held against --when, or \
            against the rules of a file as Prometheus has them. When a condition has held for --for, in event time, \
            an alert leaves with state "firing", and one with "resolved" when it is over. --exec runs a program for each, with the alert as JSON on its standard input.

            EXAMPLES
              … | weir-aggregate --every 1m red | weir-alert --when 'error_ratio > 0.05'
              … | weir-alert --when 'count < 10' --for 5m --exec mail -- -s quiet ops
              … | weir-alert --rules rules.yaml
            """,
        version: Version.text)

    @Option(
        help: .init(
            "Read rules from FILE, as Prometheus has them, with expressions of weir (weir-alert(1)).", valueName: "file"
        ))
    var rules: String?

    @Option(help: .init("Say all that is wrong with the rules in FILE, and do nothing else.", valueName: "file"))
    var check: String?

    @Option(name: .customLong("when"), help: .init("The condition (weir-expr(7)).", valueName: "expr"))
    var condition: String?

    @Option(
        name: .customLong("for"),
        help: .init("How long the condition must hold before the alert fires. (default: 0s)", valueName: "duration"),
        transform: DurationOption.parse)
    var holdFor = DurationOption(nanoseconds: 0)

    @Option(
        name: .customLong("keep-firing-for"),
        help: .init(
            "How long the alert goes on when the condition has ceased to hold. (default: 0s)", valueName: "duration"),
        transform: DurationOption.parse)
    var keepFiringFor = DurationOption(nanoseconds: 0)

    @Option(
        help: .init(
            "What ends the alert once it fires; without it, that the condition does not hold.", valueName: "expr"))
    var clear: String?

    @Option(
        name: .customLong("label"), parsing: .singleValue,
        help: .init("A label for the alert, may be given again.", valueName: "name=text"))
    var labels: [String] = []

    @Option(
        help: .init(
            "Make a series of each value of these fields, whatever labels the records name.", valueName: "fields"))
    var by: String?

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
        if let check {
            let file = try RuleFile(reading: check)
            let status = file.check(run.diagnostics)
            if status == .done {
                let count = file.rules.count
                run.diagnostics.note("\(check): \(count) rule\(count == 1 ? "" : "s"), nothing wrong")
            }
            return status
        }
        let rules = try self.rules(run.diagnostics)
        if program == nil, !arguments.isEmpty { throw Failure(.usage, "arguments behind -- belong to --exec PROGRAM") }
        let action = program.map { AlertAction(program: $0, arguments: arguments) }
        var output = RecordOutput(shared, onTerminal: .readable)
        let status = try run.run(
            AlertFilter(rules, action: action, in: run, &record), inputs: input, &record, into: &output)
        return exitCode && status == .done && run.alertsFired > 0 ? .negative : status
    }

    /// The rules of the file, and the one of the command line.
    private func rules(_ diagnostics: Diagnostics) throws(Failure) -> [AlertRule] {
        var made: [AlertRule] = []
        if let rules { made = try RuleFile.rules(of: rules, diagnostics) }
        if let rule = try inlineRule() { made.append(rule) }
        guard !made.isEmpty else {
            throw Failure(
                .usage, rules == nil ? "--rules FILE or --when EXPR is missing" : "there is no rule in the file")
        }
        return made
    }

    private func inlineRule() throws(Failure) -> AlertRule? {
        guard let condition else {
            let flags = [
                ("--for", holdFor.nanoseconds > 0), ("--keep-firing-for", keepFiringFor.nanoseconds > 0),
                ("--clear", clear != nil), ("--name", name != nil), ("--label", !labels.isEmpty), ("--by", by != nil),
            ]
            if let flag = flags.first(where: \.1) { throw Failure(.usage, "\(flag.0) belongs to --when EXPR") }
            return nil
        }
        var rule = AlertRule(name: name ?? condition)
        rule.condition = try Self.compile(condition, "--when")
        if let clear { rule.clear = try Self.compile(clear, "--clear") }
        rule.timing = SeriesState.Timing(holdFor: holdFor.nanoseconds, keepFiringFor: keepFiringFor.nanoseconds)
        rule.by = by.map(FieldList.parse)
        for label in labels { rule.labels.append(try Self.label(label)) }
        return rule
    }

    private static func compile(_ text: String, _ flag: String) throws(Failure) -> RuleExpression {
        do throws(ExpressionError) { return try RuleExpression.compile(text) } catch { throw Failure(error, in: flag) }
    }

    private static func label(_ text: String) throws(Failure) -> NamedTemplate {
        guard let sign = text.firstIndex(of: "="), RuleReader.isLabelName(String(text[..<sign])) else {
            throw Failure(.usage, "--label: '\(text)' is no label; write name=text")
        }
        let value = String(text[text.index(after: sign)...])
        do throws(Template.Failure) {
            return NamedTemplate(name: String(text[..<sign]), template: try Template(value))
        } catch {
            throw Failure(
                .usage, "--label: \(error.message)", place: Failure.caret(under: error.range.lowerBound, of: value))
        }
    }
}
