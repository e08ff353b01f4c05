import Aggregation
import ArgumentParser
import FilterKit

/// Flags about what the output looks like.
struct ShapeOptions: ParsableArguments, Sendable {
    @Flag(help: "Add the state of each series, _state, to its record, to be merged by --merge; late records count too.")
    var partial = false

    @Flag(
        help:
            "Read records of --partial, and merge them; functions and labels are those of the parts, if none are given."
    )
    var merge = false

    @Option(
        help: .init(
            "Sort each window by COLUMN, its largest value first; by +COLUMN, its smallest.", valueName: "column"))
    var sort: String?

    @Option(help: .init("Write the first N records of each window.", valueName: "n"))
    var limit: Int?

    @Flag(help: "Write one record a metric, in OpenTelemetry's model: name, unit, type, labels, value or buckets.")
    var metrics = false

    @Flag(help: "Add a drawing of how the first column went in the last 20 windows.")
    var spark = false

    @Flag(help: "On a terminal, draw windows that leave in the place of those before, and keep only the last.")
    var watch = false

    func outputShape(top: Int?, time: TimeOptions) throws(Failure) -> OutputShape {
        if let limit, limit < 1 { throw Failure(.usage, "--limit: at least 1") }
        if partial {
            let others = [
                ("--top", top != nil), ("--sort", sort != nil), ("--limit", limit != nil), ("--metrics", metrics),
                ("--spark", spark), ("--fill", time.fill),
            ]
            if let other = others.first(where: \.1)?.0 {
                throw Failure(.usage, "--partial: \(other) goes where the states are merged")
            }
        }
        let column = sort.map { $0.hasPrefix("+") ? (String($0.dropFirst()), true) : ($0, false) }
        var shape = OutputShape()
        shape.isPartial = partial
        shape.isMetrics = metrics
        shape.sort = column.map { (column: $0.0, isRising: $0.1) }
        shape.limit = limit
        shape.top = top
        shape.hasSpark = spark
        shape.watches = watch
        return shape
    }

    /// A column that is to be sorted by must be there.
    func check(_ plan: AggregatePlan) throws(Failure) {
        guard let sort else { return }
        let name = sort.hasPrefix("+") ? String(sort.dropFirst()) : sort
        guard !plan.columns.contains(where: { $0.name == name }) else { return }
        throw Failure(
            .usage,
            "--sort: there is no column '\(name)'; there are \(plan.columns.map(\.name).joined(separator: ", "))")
    }
}
