import Bytes
import Metrics
import Records

/// The value of a column that is one number of a known size; null where nothing is known.
enum ColumnValue {
    static func of(_ reading: Reading, _ state: WindowState, _ series: Int, _ seconds: Double?) -> Value {
        let count = state.counts[series]
        let measures = state.measures
        switch reading {
        case .count: return integer(count)
        case .present(let index): return integer((measures[index] as? PresentCounts)?.states[series].count)
        case .mean(let index):
            guard let sum = (measures[index] as? Sums)?.states[series] else { return .null }
            return double(Rounding.mean(of: sum.sum, count: sum.count))
        case .least(let index):
            return (measures[index] as? Ranges)?.states[series].range.map { .decimal($0.least) } ?? .null
        case .greatest(let index):
            return (measures[index] as? Ranges)?.states[series].range.map { .decimal($0.greatest) } ?? .null
        case .width(let index):
            guard let width = (measures[index] as? Ranges)?.states[series].width else { return .null }
            return width.exact.map(Value.decimal) ?? .double(width.near)
        case .stddev(let index):
            return double((measures[index] as? Moments)?.states[series].variance?.squareRoot())
        case .variance(let index): return double((measures[index] as? Moments)?.states[series].variance)
        case .distinct(let index): return integer((measures[index] as? DistinctCounts)?.states[series].estimate)
        case .rate, .ratio, .quantile:
            return number(reading, state, series, seconds).map { shown($0, reading) } ?? .null
        case .apdex(let index): return double((measures[index] as? Apdexes)?.states[series].score)
        case .delta(let first, let last):
            guard let first = (measures[first] as? Edges)?.states[series],
                let last = (measures[last] as? Edges)?.states[series], first.eventTime != last.eventTime,
                let before = Decimal(parsing: first.value), let after = Decimal(parsing: last.value)
            else { return .null }
            return after.subtracting(before).map(Value.decimal) ?? .double(after.doubleValue - before.doubleValue)
        default: return .null
        }
    }

    /// Of a rate, a ratio or a quantile: what the value is made of, by `shown`; nil of all others.
    @inline(__always) static func number(
        _ reading: Reading, _ state: WindowState, _ series: Int, _ seconds: Double?
    ) -> Double? {
        switch reading {
        case .rate: return seconds.map { Double(state.counts[series]) / $0 }
        case .ratio(let index):
            let count = state.counts[series]
            guard count > 0, let isTrue = (state.measures[index] as? TrueCounts)?.states[series] else { return nil }
            return Double(isTrue.count) / Double(count)
        case .quantile(let index, let q):
            return (state.measures[index] as? Distributions)?.quantile(q, of: series)
        default: return nil
        }
    }

    static func shown(_ number: Double, _ reading: Reading) -> Value {
        guard reading.isQuantile else { return .double(number) }
        // More digits than these would be noise: a bucket is 1 % wide.
        return Decimal(shortest: number).map { .decimal($0.rounded(significantDigits: 5)) } ?? .null
    }

    private static func integer(_ count: UInt64?) -> Value { count.map { .integer(Int64(clamping: $0)) } ?? .null }

    private static func double(_ number: Double?) -> Value { number.map(Value.double) ?? .null }
}
