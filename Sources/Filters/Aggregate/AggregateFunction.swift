import Records

/// The functions of the command line.
enum AggregateFunction {
    case count, rate, sum, mean, min, max
    /// `p99(EXPR)`; `name` is `p99`.
    case quantile(Decimal, name: String)
    case ratio

    static let names = ["count", "rate", "sum", "mean", "min", "max", "p50", "p95", "p99", "ratio"]

    init?(name: String) {
        switch name {
        case "count": self = .count
        case "rate": self = .rate
        case "sum": self = .sum
        case "mean", "avg": self = .mean
        case "min": self = .min
        case "max": self = .max
        case "ratio": self = .ratio
        default:
            guard let q = Self.quantile(name) else { return nil }
            self = .quantile(q, name: name)
        }
    }

    /// `p99.9` is 0.999; nil for what is no percentile from 0 to 100.
    private static func quantile(_ name: String) -> Decimal? {
        guard name.first == "p", let first = name.dropFirst().first, first.isASCII, first.isNumber,
            let percent = Decimal(parsing: Array(name.utf8.dropFirst())),
            !(Decimal(100) < percent)
        else { return nil }
        return percent.multiplied(by: Decimal(significand: 1, exponent: -2))
    }

    var takesExpression: Bool {
        switch self {
        case .count, .rate: false
        default: true
        }
    }

    /// The part behind `<field>_` in the usual name.
    var suffix: String {
        switch self {
        case .count: "count"
        case .rate: "rate"
        case .sum: "sum"
        case .mean: "mean"
        case .min: "min"
        case .max: "max"
        case .quantile(_, let name): String(name.map { $0 == "." ? "_" : $0 })
        case .ratio: "ratio"
        }
    }

    /// A ratio of a field makes no name that could be guessed at.
    var namesItself: Bool {
        if case .ratio = self { false } else { true }
    }
}
