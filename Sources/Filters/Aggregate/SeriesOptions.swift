import ArgumentParser
import FilterKit

/// Flags about how many series there are, and what a record counts.
struct SeriesOptions: ParsableArguments, Sendable {
    @Option(
        name: .customLong("max-series"),
        help: .init(
            "How many series a window may have; the others are added up in one with _overflow. (default: 10000)",
            valueName: "n"))
    var maxSeries: Int?

    @Option(
        help: .init(
            "Show the K series of each window with the most records; the others are added up. (By another column: --sort and --limit.)",
            valueName: "k"))
    var top: Int?

    @Option(help: .init("FIELD says how many records each one stands for, in a sampled log.", valueName: "field"))
    var weight: String?

    func limit() throws(Failure) -> Int {
        if let top, top < 1 { throw Failure(.usage, "--top: at least 1") }
        guard let maxSeries else { return top == nil ? 10_000 : 1_000_000 }
        guard maxSeries >= 1, maxSeries <= 100_000_000 else {
            throw Failure(.usage, "--max-series: from 1 to 100000000")
        }
        return maxSeries
    }
}
