import FilterKit

/// What a column is counted in, told by the name of its field: durations are seconds, sizes are bytes (weir-record(5)).
package enum MetricUnit: Equatable {
    case seconds, bytes, share, perSecond, records

    /// As UCUM writes it.
    var code: String {
        switch self {
        case .seconds: "s"
        case .bytes: "By"
        case .share: "1"
        case .perSecond: "{record}/s"
        case .records: "{record}"
        }
    }

    static func of(_ column: AggregatePlan.Column) -> MetricUnit? {
        switch column.reading {
        case .count, .present: .records
        case .rate: .perSecond
        case .ratio, .apdex: .share
        case .sum, .mean, .least, .greatest, .width, .stddev, .quantile, .edge, .bounded, .exponential, .delta,
            .increase:
            column.field.flatMap(of(field:))
        default: nil
        }
    }

    /// How the columns are shown to eyes.
    package static func quantities(_ plan: AggregatePlan) -> [String: Quantity] {
        var quantities: [String: Quantity] = [:]
        for column in plan.columns {
            switch of(column) {
            case .seconds: quantities[column.name] = .seconds
            case .bytes: quantities[column.name] = .bytes
            default: break
            }
        }
        return quantities
    }

    private static func of(field: String) -> MetricUnit? {
        switch field {
        case "duration": .seconds
        case "bytes": .bytes
        default:
            if field.hasSuffix("_duration") || field.hasSuffix("_seconds") {
                .seconds
            } else if field.hasSuffix("_bytes") {
                .bytes
            } else {
                nil
            }
        }
    }
}

extension Reading {
    /// The kind of metric in OpenTelemetry's model. Sums are of the window alone: delta temporality.
    var metricType: String {
        switch self {
        case .count, .present, .sum, .increase: "sum"
        case .bounded: "histogram"
        case .exponential: "exponential_histogram"
        default: "gauge"
        }
    }

    var hasBuckets: Bool {
        switch self {
        case .bounded, .exponential: true
        default: false
        }
    }
}
