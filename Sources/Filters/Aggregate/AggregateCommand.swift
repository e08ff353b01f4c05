import Aggregation
import ArgumentParser
import FilterKit
import Metrics
import Records
import System

package struct AggregateCommand: FilterCommand, Sendable {
    package static let configuration = CommandConfiguration(
        commandName: "weir-aggregate",
        abstract: "Derive metrics from records.",
        discussion: """
            FUNCTIONS say what to compute: count, rate, sum(EXPR), mean(EXPR), min(EXPR), max(EXPR), p50(EXPR) to \
            p99.9(EXPR), distinct(EXPR), top(K, EXPR), ratio(EXPR), the share of records for which EXPR is true, and \
            more (weir-aggregate(1)). A column is called <field>_<function> unless 'as NAME' says otherwise. red stands \
            for count, rate, error_ratio and the quantiles of duration.

            Windows are in event time: a window leaves when the events are past its end by --lateness, and at the end \
            of the input. Without --every there is one total at the end.

            EXAMPLES
              weir-parse access.log | weir-aggregate --by status count
              weir-tail -F access.log | weir-parse | weir-aggregate --every 1m --by path red
              weir-parse access.log | weir-aggregate 'ratio(status >= 500) as errors'
            """,
        version: Version.text)

    @Argument(help: .init("What to compute.", valueName: "function"))
    var functions: [String] = []

    @Option(help: .init("One series for each combination of these fields, separated by commas.", valueName: "fields"))
    var by: String?

    @Option(
        help: .init(
            "Derive the metrics that a YAML FILE lists, in one pass, in place of functions and --by.",
            valueName: "file"))
    var derive: String?

    @Flag(help: "Show what presets stand for, and do nothing else; without functions, all presets.")
    var explain = false

    @OptionGroup var time: TimeOptions
    @OptionGroup var series: SeriesOptions
    @OptionGroup var shape: ShapeOptions
    @OptionGroup var input: RecordInput
    @OptionGroup var parallel: JobsOption
    @OptionGroup package var shared: SharedOptions

    package init() {}

    package var isSource: Bool { !input.files.isEmpty }

    package func execute(_ run: FilterRun, _ record: inout Record) throws(Failure) -> ExitStatus {
        if explain { return try explained() }
        let labels = try by.map { text throws(Failure) in try Self.labels(text) }
        var options = try time.windowOptions()
        options.maxSeries = try series.limit()
        options.keepsLate = shape.partial
        // Windows that overlap are put together where the states are merged: of those of --every, each record in one of them.
        if shape.partial { options.panes = 1 }
        let outputShape = try shape.outputShape(top: series.top, time: time)
        if shape.merge { return try merge(options, labels, outputShape, run, &record) }
        if let derive { return try derived(derive, options, outputShape, run, &record) }
        let plan = try AggregatePlan(functions)
        try plan.checkNames(labels: labels ?? [], hasWindows: options.hasWindows)
        try shape.check(plan)
        var output = RecordOutput(shared, onTerminal: .table, quantities: MetricUnit.quantities(plan))
        let question = AggregateQuestion(
            plan: plan, options: options, labels: labels ?? [], weight: series.weight, shape: outputShape,
            isForEyes: output.isForEyes)
        let filter = try question.filter(late: time.late, run, &record) { run, record throws(Failure) in
            try question.filter(late: nil, run, &record)
        }
        return try run.run(filter, inputs: input, jobs: parallel.jobs, &record, into: &output)
    }

    private static func labels(_ text: String) throws(Failure) -> [String] {
        let labels = FieldList.parse(text)
        if let reserved = labels.first(where: ReservedKey.all.contains) {
            throw Failure(.usage, "--by: '\(reserved)' is a key that weir keeps for itself (weir-record(5))")
        }
        return labels
    }

    private func merge(
        _ options: WindowOptions, _ labels: [String]?, _ outputShape: OutputShape, _ run: FilterRun,
        _ record: inout Record
    ) throws(Failure) -> ExitStatus {
        if series.weight != nil || time.late != nil || derive != nil {
            throw Failure(.usage, "--merge: --weight, --late and --derive were a matter of the parts")
        }
        let plan = functions.isEmpty ? nil : try AggregatePlan(functions)
        if let plan { try shape.check(plan) }
        var output = RecordOutput(shared, onTerminal: .table)
        let filter = MergeFilter(plan, options, by: labels, outputShape, &record)
        return try run.run(filter, inputs: input, &record, into: &output)
    }

    private func derived(
        _ path: String, _ options: WindowOptions, _ outputShape: OutputShape, _ run: FilterRun, _ record: inout Record
    ) throws(Failure) -> ExitStatus {
        let others = [
            ("functions", !functions.isEmpty), ("--by", by != nil), ("--partial", shape.partial),
            ("--sort", shape.sort != nil), ("--spark", shape.spark),
        ]
        if let other = others.first(where: \.1)?.0 {
            throw Failure(.usage, "--derive: the file says what is computed; \(other) does not go with it")
        }
        let metrics = try DerivedMetric.read(path)
        var shape = outputShape
        shape.isMetrics = true
        var output = RecordOutput(shared, onTerminal: .table)
        let question = DerivedQuestion(
            metrics: metrics, options: options, weight: series.weight, shape: shape, isForEyes: output.isForEyes)
        let filter = try question.filter(late: time.late, run, &record) { run, record throws(Failure) in
            try question.filter(late: nil, run, &record)
        }
        return try run.run(filter, inputs: input, jobs: parallel.jobs, &record, into: &output)
    }

    private func explained() throws(Failure) -> ExitStatus {
        if !functions.isEmpty { _ = try AggregatePlan(functions) }
        do throws(SystemError) { try Descriptor.output.writeAll(Preset.explain(functions)) } catch {
            throw Failure(.inputOutput, "standard output: \(error.reason)")
        }
        return .done
    }
}
