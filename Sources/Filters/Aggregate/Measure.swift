import Metrics
import Records

/// What is kept of each series for some of the columns: one entry a series, by its dense index. Columns of the same
/// expression share one (`p50`, `p95` and `p99` a histogram, `sum` and `mean` a sum).
class Measure {
    func addSeries() {}
    func observe(_ value: Value, _ series: Int, _ record: borrowing Record) {}
}

/// How many records an expression was true for.
final class TrueCount: Measure {
    private(set) var counts: [UInt64] = []

    override func addSeries() { counts.append(0) }

    override func observe(_ value: Value, _ series: Int, _ record: borrowing Record) {
        if case .bool(true) = value { counts[series] &+= 1 }
    }
}

/// Exact sums, and of how many numbers.
final class NumberSum: Measure {
    private(set) var sums: [ExactSum] = []
    private(set) var counts: [UInt64] = []
    /// Numbers too large or too small for any sum to hold exactly (`ExactSum.reach`), in all series.
    private(set) var refused = 0

    override func addSeries() {
        sums.append(ExactSum())
        counts.append(0)
    }

    override func observe(_ value: Value, _ series: Int, _ record: borrowing Record) {
        if case .integer(let number) = value {
            sums[series].add(number)
        } else {
            guard let number = value.decimal(in: record) else { return }
            guard sums[series].add(number) else { return refused += 1 }
        }
        counts[series] &+= 1
    }
}

/// Smallest and largest number, exact.
final class NumberRange: Measure {
    private(set) var ranges: [(least: Decimal, greatest: Decimal)?] = []

    override func addSeries() { ranges.append(nil) }

    override func observe(_ value: Value, _ series: Int, _ record: borrowing Record) {
        guard let number = value.decimal(in: record) else { return }
        guard let range = ranges[series] else { return ranges[series] = (number, number) }
        if number < range.least { ranges[series]?.least = number }
        if range.greatest < number { ranges[series]?.greatest = number }
    }
}

/// The distribution of a number, for its quantiles.
final class Distribution: Measure {
    private(set) var histograms: [ExponentialHistogram] = []

    override func addSeries() { histograms.append(ExponentialHistogram()) }

    override func observe(_ value: Value, _ series: Int, _ record: borrowing Record) {
        guard let number = value.double(in: record) else { return }
        histograms[series].observe(number)
    }
}

extension Value {
    /// The number that a value is, or that its text is; nil for anything else.
    fileprivate func decimal(in record: borrowing Record) -> Decimal? {
        switch self {
        case .integer(let number): Decimal(number)
        case .decimal(let number): number
        case .double(let number): Decimal(shortest: number)
        case .text(let slice): record.store.buffer.withSpan(slice) { Decimal(parsing: $0) }
        default: nil
        }
    }

    fileprivate func double(in record: borrowing Record) -> Double? {
        switch self {
        case .integer(let number): Double(number)
        case .decimal(let number): number.doubleValue
        case .double(let number): number
        case .text(let slice): record.store.buffer.withSpan(slice) { Decimal(parsing: $0)?.doubleValue }
        default: nil
        }
    }
}
