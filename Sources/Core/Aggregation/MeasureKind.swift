import Metrics
import Records

/// What is kept of an expression.
enum MeasureKind: Hashable {
    case trueCount, presentCount
    case sum, moments, range, distribution
    case bounded([Decimal])
    case apdex(Decimal)
    case distinct
    case first, last
    case exemplars(Int)
    case top
    case counter

    func makeMeasure() -> Measure {
        switch self {
        case .trueCount: TrueCounts(TrueCount())
        case .presentCount: PresentCounts(PresentCount())
        case .sum: Sums(SumState())
        case .moments: Moments(MomentsState())
        case .range: Ranges(RangeState())
        case .distribution: Distributions(ExponentialHistogram())
        case .bounded(let bounds): BoundedCounts(BoundedHistogram(bounds: bounds))
        case .apdex(let target): Apdexes(ApdexState(target: target))
        case .distinct: DistinctCounts(DistinctState())
        case .first: Edges(EdgeState(isLast: false))
        case .last: Edges(EdgeState(isLast: true))
        case .exemplars(let limit): Exemplars(ExemplarState(limit: limit))
        case .top: Tops(TopState())
        case .counter: Counters(CounterState())
        }
    }

    /// Never changes its meaning: it stands in states that were written down.
    var code: UInt64 {
        switch self {
        case .trueCount: 1
        case .presentCount: 2
        case .sum: 3
        case .moments: 4
        case .range: 5
        case .distribution: 6
        case .bounded: 7
        case .apdex: 8
        case .distinct: 9
        case .first: 10
        case .last: 11
        case .exemplars: 12
        case .top: 13
        case .counter: 14
        }
    }

    /// Whether it is known only with the time of the record.
    var needsTime: Bool { self == .first || self == .last || self == .counter }
}
