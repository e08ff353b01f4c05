import Expressions
import Records

/// How a column's value is read; the numbers are positions in the plan's measures.
enum Reading {
    case count, rate
    case present(Int)
    case sum(Int)
    case mean(Int)
    case least(Int)
    case greatest(Int)
    case width(Int)
    case stddev(Int)
    case variance(Int)
    case quantile(Int, Decimal)
    case distinct(Int)
    case edge(Int)
    case any(Int)
    case values(Int)
    case top(Int, Int)
    /// Over bounds of one's own.
    case bounded(Int)
    /// Over the buckets of the exponential scale.
    case exponential(Int)
    /// Records for which the expression was true, over all records of the series.
    case ratio(Int)
    case apdex(Int)
    case delta(first: Int, last: Int)
    case increase(Int)
}

extension Reading {
    /// An estimate; the smallest and the largest value are exact.
    var isQuantile: Bool { if case .quantile(_, let q) = self { q != .zero && q != Decimal(1) } else { false } }
}

extension AggregatePlan {
    /// How a call is read, and with it the measures it needs; nil where the constants among its arguments are none.
    mutating func reading(_ function: AggregateFunction, _ call: FunctionCall) -> Reading? {
        guard !call.arguments.isEmpty else { return function == .rate ? .rate : .count }
        let subject = call.arguments[function.subject]
        switch function {
        case .count: return .present(measure(.presentCount, of: subject))
        case .rate: return .rate
        case .sum: return .sum(measure(.sum, of: subject))
        case .mean: return .mean(measure(.sum, of: subject))
        case .min: return .least(measure(.range, of: subject))
        case .max: return .greatest(measure(.range, of: subject))
        case .range: return .width(measure(.range, of: subject))
        case .stddev: return .stddev(measure(.moments, of: subject))
        case .variance: return .variance(measure(.moments, of: subject))
        case .median: return .quantile(measure(.distribution, of: subject), Decimal(significand: 5, exponent: -1))
        case .percentile(let q, _): return .quantile(measure(.distribution, of: subject), q)
        case .quantile:
            guard let q = call.arguments[1].number, !q.isNegative, !(Decimal(1) < q) else { return nil }
            return .quantile(measure(.distribution, of: subject), q)
        case .distinct: return .distinct(measure(.distinct, of: subject))
        case .first: return .edge(measure(.first, of: subject))
        case .last: return .edge(measure(.last, of: subject))
        case .any: return .any(measure(.exemplars(1), of: subject))
        case .values: return call.arguments[1].smallCount.map { .values(measure(.exemplars($0), of: subject)) }
        case .top: return call.arguments[0].smallCount.map { .top(measure(.top, of: subject), $0) }
        case .histogram: return histogram(subject, call.arguments.dropFirst().map(\.number))
        case .ratio: return .ratio(measure(.trueCount, of: subject))
        case .apdex:
            guard let target = call.arguments[1].number, Decimal.zero < target else { return nil }
            return .apdex(measure(.apdex(target), of: subject))
        case .delta: return .delta(first: measure(.first, of: subject), last: measure(.last, of: subject))
        case .increase: return .increase(measure(.counter, of: subject))
        }
    }

    private mutating func histogram(_ subject: FunctionCall.Argument, _ given: [Decimal?]) -> Reading? {
        if given.isEmpty { return .exponential(measure(.distribution, of: subject)) }
        let bounds = given.compactMap(\.self)
        guard bounds.count == given.count, zip(bounds, bounds.dropFirst()).allSatisfy(<) else { return nil }
        return .bounded(measure(.bounded(bounds), of: subject))
    }
}
