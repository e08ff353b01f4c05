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
            an alert leaves with state "firing", and one with "resolved" when it is over. --exec runs a program for \
            each, with the alert as JSON on its standard input. --backtest tells what rules would have done.

            EXAMPLES
              … | weir-aggregate --every 1m red | weir-alert --when 'error_ratio > 0.05'
              … | weir-alert --when 'count < 10' --for 5m --exec mail -- -s quiet ops
              … | weir-alert --rules rules.yaml
              weir-alert --rules rules.yaml --backtest --input metrics.json
            """,
        version: Version.text)

    @Option(
        help: .init(
            "Read rules from FILE, as Prometheus has them, with expressions of weir (weir-alert(1)).", valueName: "file"
        ))
    var rules: String?

    @Option(help: .init("Say all that is wrong with the rules in FILE, and do nothing else.", valueName: "file"))
    var check: String?

    @Option(
        help: .init(
            "Run the tests in FILE, which are as promtool has them, and do nothing else.", valueName: "file"))
    var test: String?

    @OptionGroup var inline: InlineRule

    @Flag(help: "Tell each firing that the rules would have brought about, and sum up each rule; call nobody.")
    var backtest = false

    @Option(
        parsing: .upToNextOption,
        help: .init(
            "Tell what would change if the rules in the first FILE became those in the second; call nobody.",
            valueName: "file"))
    var compare: [String] = []

    @Option(
        help: .init(
            "Write a record 'heartbeat' this often, by the clock, to show that the pipeline lives.",
            valueName: "duration"),
        transform: DurationOption.parse)
    var heartbeat: DurationOption?

    @Option(
        help: .init(
            "Let each alert bring the last records with its labels from FILE, which somebody appends to.",
            valueName: "file"))
    var evidence: String?

    @Option(
        help: .init("Append each alert, and how each program of --exec ended, to FILE, on the disk.", valueName: "file")
    )
    var history: String?

    @Option(
        name: .customLong("exec"),
        help: .init("Run PROGRAM for each alert; its arguments come last, behind --.", valueName: "program"))
    var program: String?

    @Flag(help: "End with status 1 if an alert fired, or under --compare if something changed.")
    var exitCode = false

    @Argument(parsing: .postTerminator, help: .init("Arguments of --exec's program.", valueName: "argument"))
    var arguments: [String] = []

    @OptionGroup var input: RecordInput
    @OptionGroup package var shared: SharedOptions

    package init() {}

    package var isSource: Bool { !input.files.isEmpty }

    package static func advice(onUnknown word: String, in arguments: [String]) -> String? {
        ActionProgram.advice(onUnknown: word, in: arguments)
    }

    package func execute(_ run: FilterRun, _ record: inout Record) throws(Failure) -> ExitStatus {
        if let check { return try Self.check(check, run) }
        if let test { return try RuleTestFile(reading: test, run.diagnostics).run(run) }
        if !compare.isEmpty { return try compare(run, &record) }
        let rules = try self.rules(run.diagnostics)
        if backtest {
            try refuseOutlets("--backtest calls nobody")
            var output = RecordOutput(shared, onTerminal: .table)
            let filter = BacktestFilter(rules, in: run, &record)
            return try status(run, run.run(filter, inputs: input, &record, into: &output))
        }
        let outlets = try outlets(run)
        var output = RecordOutput(shared, onTerminal: .readable)
        let filter = AlertFilter(rules, outlets, in: run, &record)
        return try status(run, run.run(filter, inputs: input, &record, into: &output))
    }

    private func status(_ run: FilterRun, _ status: ExitStatus) -> ExitStatus {
        exitCode && status == .done && run.alertsFired > 0 ? .negative : status
    }

    private static func check(_ path: String, _ run: FilterRun) throws(Failure) -> ExitStatus {
        let file = try RuleFile(reading: path)
        let status = file.check(run.diagnostics)
        let count = file.rules.count
        if status == .done { run.diagnostics.note("\(path): \(count) rule\(count == 1 ? "" : "s"), nothing wrong") }
        return status
    }

    private func compare(_ run: FilterRun, _ record: inout Record) throws(Failure) -> ExitStatus {
        guard compare.count == 2 else {
            throw Failure(.usage, "--compare takes two files, the rules that there are and those that there would be")
        }
        guard rules == nil, try inline.rule() == nil else {
            throw Failure(.usage, "--compare says itself which rules there are")
        }
        try refuseOutlets("--compare calls nobody")
        let old = try RuleFile.rules(of: compare[0], run.diagnostics)
        let new = try RuleFile.rules(of: compare[1], run.diagnostics)
        var output = RecordOutput(shared, onTerminal: .table)
        let filter = BacktestFilter(new, insteadOf: old, in: run, &record)
        return try status(run, run.run(filter, inputs: input, &record, into: &output))
    }

    private func refuseOutlets(_ reason: String) throws(Failure) {
        let flags = [
            ("--exec", program != nil), ("--history", history != nil), ("--evidence", evidence != nil),
            ("--heartbeat", heartbeat != nil),
        ]
        if let flag = flags.first(where: \.1) { throw Failure(.usage, "\(reason): \(flag.0) has no place in it") }
    }

    private func outlets(_ run: FilterRun) throws(Failure) -> AlertFilter.Outlets {
        if program == nil, !arguments.isEmpty { throw Failure(.usage, "arguments behind -- belong to --exec PROGRAM") }
        if let heartbeat, heartbeat.nanoseconds < 100_000_000 {
            throw Failure(.usage, "--heartbeat: \(heartbeat) is too often; 100ms is the least")
        }
        var outlets = AlertFilter.Outlets()
        if let history { outlets.history = try AlertHistory(path: history) }
        if let program {
            try ActionProgram.check(program)
            outlets.action = ActionPool(program, arguments, history: outlets.history, run.diagnostics)
        }
        outlets.evidence = evidence.map { EvidenceFile(path: $0) }
        outlets.heartbeat = heartbeat?.nanoseconds
        return outlets
    }

    /// The rules of the file, and the one of the command line.
    private func rules(_ diagnostics: Diagnostics) throws(Failure) -> [AlertRule] {
        var made: [AlertRule] = []
        if let rules { made = try RuleFile.rules(of: rules, diagnostics) }
        if let rule = try inline.rule() { made.append(rule) }
        guard !made.isEmpty || heartbeat != nil else {
            throw Failure(
                .usage, rules == nil ? "--rules FILE or --when EXPR is missing" : "there is no rule in the file")
        }
        return made
    }
}
