import FilterKit
import Foundation
import GRDB
import Records

/// A series of a store: labels, the names of its metrics, and how wide its windows are.
package struct StoredSeries: Sendable {
    package let id: Int64
    /// Which labels and which metrics: series of one shape can be put into one table.
    package let shape: Int64
    /// Nanoseconds.
    package let window: Int64
    package let labels: [(name: String, text: String)]
    package let metrics: [String]
}

/// One window of a series, as it is kept.
package struct StoredPoint {
    package let series: Int64
    /// Nanoseconds since 1970.
    package let time: Int64
    /// A JSON array.
    package let metrics: [UInt8]
    package let state: [UInt8]?
}

extension Connection {
    package func series() throws -> [StoredSeries] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT series.id, series.shape, series.window, series.labels, shape.metrics
                FROM series JOIN shape ON shape.id = series.shape ORDER BY series.id
                """)
        return try rows.map { row in
            let labels = try JSONTree(parsing: Array((row[3] as String).utf8)).members
            let metrics = try JSONTree(parsing: Array((row[4] as String).utf8)).elements
            return StoredSeries(
                id: row[0], shape: row[1], window: row[2],
                labels: labels.map { ($0.name, $0.value.string ?? $0.value.json) },
                metrics: metrics.compactMap(\.string))
        }
    }

    /// The first and the last time of the points of these series; nil if there are none.
    package func span(of series: [Int64]) throws -> (first: Int64, last: Int64)? {
        let row = try Row.fetchOne(
            database, sql: "SELECT min(time), max(time) FROM point WHERE series IN (\(Self.list(series)))")
        guard let row, let first = row[0] as Int64?, let last = row[1] as Int64? else { return nil }
        return (first, last)
    }

    package func points(
        of series: [Int64], since: Int64, until: Int64, _ body: (StoredPoint) throws -> Void
    ) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT series, time, metrics, state FROM point
                WHERE series IN (\(Self.list(series))) AND time >= ? AND time < ?
                """, arguments: [since, until])
        while let row = try rows.next() {
            try body(
                StoredPoint(
                    series: row[0], time: row[1],
                    metrics: try row.withUnsafeData(atIndex: 2) { $0.map(Array.init) ?? [] },
                    state: try row.withUnsafeData(atIndex: 3) { $0.map(Array.init) }))
        }
    }

    /// Alerts that were on at some time in the range, as the records that they came as.
    package func alerts(since: Int64, until: Int64) throws -> [String] {
        try String.fetchAll(
            database,
            sql: """
                SELECT record FROM alert WHERE starts_at < ? AND (ends_at IS NULL OR ends_at >= ?)
                ORDER BY starts_at, fingerprint
                """, arguments: [until, since])
    }

    private static func list(_ ids: [Int64]) -> String { ids.map(String.init).joined(separator: ",") }
}
