import Aggregation
import FilterKit
import Foundation
import Metrics
import Records
import Storage

/// Series of one shape and window: what one run of weir-aggregate made.
struct SeriesSet {
    let labels: [String]
    let metrics: [String]
    let window: Int64
    let series: [Int64: [String: String]]

    /// The metric that counts.
    var count: String? { ["count", "hits"].first(where: metrics.contains) }

    /// The sets of a store; of series that are kept in several widths, those of the narrowest that has anything in the range.
    static func all(_ connection: Connection, since: Int64, until: Int64, window: Int64?) throws -> [SeriesSet] {
        let known = Dictionary(grouping: try connection.series()) { $0.shape }
        return try known.sorted { $0.key < $1.key }.compactMap { _, series in
            let widths = Set(series.map(\.window)).filter { window == nil || $0 == window }
            for width in widths.sorted() {
                let own = series.filter { $0.window == width }
                guard let span = try connection.span(of: own.map(\.id)), span.first < until, span.last >= since else {
                    continue
                }
                return SeriesSet(
                    labels: own[0].labels.map(\.name), metrics: own[0].metrics, window: width,
                    series: Dictionary(
                        uniqueKeysWithValues: own.map { one in
                            (one.id, Dictionary(one.labels.map { ($0.name, $0.text) }) { _, last in last })
                        }))
            }
            return nil
        }.filter { $0.labels != ["_overflow"] }
    }

    /// Asks the questions of all points in a range.
    func ask(_ questions: [Question], _ connection: Connection, since: Int64, until: Int64) throws -> Bool {
        var isExact = true
        try connection.points(of: Array(series.keys), since: since, until: until) { point in
            if let state = point.state, let part = try? PartialState(reading: state) {
                for question in questions where !question.add(part) { isExact = false }
                return
            }
            isExact = false
            let numbers = (try? JSONTree(parsing: point.metrics))?.elements ?? []
            var values: [String: Double] = [:]
            for (name, number) in zip(metrics, numbers) {
                if case .number(let text) = number { values[name] = Double(text) }
            }
            let labels = series[point.series] ?? [:]
            for question in questions { question.add(values, of: labels, at: point.time) }
        }
        return isExact
    }
}
