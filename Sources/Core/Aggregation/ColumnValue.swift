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
        case .rate: return seconds.map { .double(Double(count) / $0) } ?? .null
        case .present(let index): return integer(measures[index].state(PresentCount.self, of: series)?.count)
        case .mean(let index):
            guard let sum = measures[index].state(SumState.self, of: series) else { return .null }
            return double(Rounding.mean(of: sum.sum, count: sum.count))
        case .least(let index):
            return measures[index].state(RangeState.self, of: series)?.range.map { .decimal($0.least) } ?? .null
        case .greatest(let index):
            return measures[index].state(RangeState.self, of: series)?.range.map { .decimal($0.greatest) } ?? .null
        case .width(let index):
            guard let width = measures[index].state(RangeState.self, of: series)?.width else { return .null }
            return width.exact.map(Value.decimal) ?? .double(width.near)
        case .stddev(let index):
            return double(measures[index].state(MomentsState.self, of: series)?.variance?.squareRoot())
        case .variance(let index): return double(measures[index].state(MomentsState.self, of: series)?.variance)
        case .quantile(let index, let q):
            guard let value = measures[index].state(ExponentialHistogram.self, of: series)?.quantile(q) else {
                return .null
            }
            // More digits than these would be noise: a bucket is 1 % wide.
            return Decimal(shortest: value).map { .decimal($0.rounded(significantDigits: 5)) } ?? .null
        case .distinct(let index): return integer(measures[index].state(DistinctState.self, of: series)?.estimate)
        case .ratio(let index):
            guard count > 0, let isTrue = measures[index].state(TrueCount.self, of: series) else { return .null }
            return .double(Double(isTrue.count) / Double(count))
        case .apdex(let index): return double(measures[index].state(ApdexState.self, of: series)?.score)
        case .delta(let first, let last):
            guard let first = measures[first].state(EdgeState.self, of: series),
                let last = measures[last].state(EdgeState.self, of: series), first.eventTime != last.eventTime,
                let before = Decimal(parsing: first.value), let after = Decimal(parsing: last.value)
            else { return .null }
            return after.subtracting(before).map(Value.decimal) ?? .double(after.doubleValue - before.doubleValue)
        default: return .null
        }
    }

    private static func integer(_ count: UInt64?) -> Value { count.map { .integer(Int64(clamping: $0)) } ?? .null }

    private static func double(_ number: Double?) -> Value { number.map(Value.double) ?? .null }
}
