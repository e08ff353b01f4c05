import Expressions
import Records

/// The functions of the command line.
enum AggregateFunction: Equatable {
    case count, rate, sum, mean, min, max, range, stddev, variance, median, quantile
    /// `p99(EXPR)`; `name` is `p99`.
    case percentile(Decimal, name: String)
    case distinct, first, last, any, top, values, histogram, ratio, apdex, delta, increase

    static let names = [
        "count", "rate", "sum", "mean", "min", "max", "range", "stddev", "variance", "median", "p50", "p95", "p99",
        "quantile", "distinct", "first", "last", "any", "top", "values", "histogram", "ratio", "apdex", "delta",
        "increase",
    ]

    init?(name: String) {
        switch name {
        case "count": self = .count
        case "rate": self = .rate
        case "sum": self = .sum
        case "mean", "avg": self = .mean
        case "min": self = .min
        case "max": self = .max
        case "range": self = .range
        case "stddev": self = .stddev
        case "variance": self = .variance
        case "median": self = .median
        case "quantile": self = .quantile
        case "distinct": self = .distinct
        case "first": self = .first
        case "last": self = .last
        case "any": self = .any
        case "top": self = .top
        case "values": self = .values
        case "histogram": self = .histogram
        case "ratio": self = .ratio
        case "apdex": self = .apdex
        case "delta": self = .delta
        case "increase": self = .increase
        default:
            guard let q = Self.percentile(name) else { return nil }
            self = .percentile(q, name: name)
        }
    }

    /// `p99.9` is 0.999; nil for what is no percentile from 0 to 100.
    private static func percentile(_ name: String) -> Decimal? {
        guard name.first == "p", let first = name.dropFirst().first, first.isASCII, first.isNumber,
            let percent = Decimal(parsing: Array(name.utf8.dropFirst())),
            !(Decimal(100) < percent)
        else { return nil }
        return percent.multiplied(by: Decimal(significand: 1, exponent: -2))
    }

    /// How it is written.
    func usage(_ name: String) -> String {
        switch self {
        case .count: "count, or count(EXPR)"
        case .rate: "rate"
        case .quantile: "quantile(EXPR, Q), with Q from 0 to 1"
        case .top: "top(K, EXPR), with K from 1 to 1000"
        case .values: "values(EXPR, K), with K from 1 to 1000"
        case .histogram: "histogram(EXPR), or histogram(EXPR, BOUND, ...) with rising bounds"
        case .apdex: "apdex(EXPR, T), with T above 0"
        default: "\(name)(EXPR)"
        }
    }

    /// Where the expression stands among the arguments.
    var subject: Int { self == .top ? 1 : 0 }

    func takes(_ arguments: Int) -> Bool {
        switch self {
        case .count: arguments <= 1
        case .rate: arguments == 0
        case .quantile, .top, .values, .apdex: arguments == 2
        case .histogram: arguments >= 1
        default: arguments == 1
        }
    }

    /// The part behind `<field>_` in the usual name.
    func suffix(_ name: String, _ arguments: [FunctionCall.Argument]) -> String {
        switch self {
        case .mean: return "mean"
        case .percentile(_, let name): return Self.plain(name)
        case .quantile:
            guard arguments.count == 2, let q = arguments[1].number, let percent = q.multiplied(by: Decimal(100)) else {
                return "quantile"
            }
            var text = ""
            percent.write { text.unicodeScalars.append(Unicode.Scalar($0)) }
            return Self.plain("p" + text)
        default: return name
        }
    }

    private static func plain(_ name: String) -> String { String(name.map { $0 == "." ? "_" : $0 }) }

    /// A ratio of a field makes no name that could be guessed at.
    var namesItself: Bool { self != .ratio }
}

extension FunctionCall.Argument {
    /// The number that it is, where it is one.
    var number: Decimal? {
        switch expression.constant {
        case .integer(let number): Decimal(number)
        case .decimal(let number): number
        default: nil
        }
    }

    /// The whole number from 1 to 1000 that it is.
    var smallCount: Int? {
        guard case .integer(let number) = expression.constant, number >= 1, number <= 1000 else { return nil }
        return Int(number)
    }
}
