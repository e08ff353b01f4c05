import Aggregation
import Bytes
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
    /// The labels' values, as states have them.
    let key: [UInt8]
}

/// One window of a series, as it is kept.
package struct StoredPoint {
    package let series: Int64
    /// Nanoseconds since 1970.
    package let time: Int64
    /// A JSON array; empty where there is a state, which says more.
    package let metrics: [UInt8]
    package let state: PartialState?
    /// There is one, and it cannot be read.
    package var isStateDamaged = false
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
                metrics: metrics.compactMap(\.string),
                key: Array(labels.map { $0.value.json + "\n" }.joined().utf8))
        }
    }

    /// The first and the last time of the points of these series in a range; nil if there are none.
    package func span(
        of series: [StoredSeries], since: Int64 = .min, until: Int64 = .max
    ) throws -> (first: Int64, last: Int64)? {
        let edges = try PreparedStatement(
            database,
            """
            SELECT (SELECT time FROM point WHERE series = ?1 AND time >= ?2 AND time < ?3 ORDER BY time LIMIT 1),
              (SELECT time FROM point WHERE series = ?1 AND time >= ?2 AND time < ?3 ORDER BY time DESC LIMIT 1)
            """)
        var span: (first: Int64, last: Int64)?
        for one in series {
            edges.begin(one.id, since, until)
            guard try edges.step(), !edges.isNull(0) else { continue }
            let (first, last) = (edges.integer(0), edges.integer(1))
            span = (min(span?.first ?? first, first), max(span?.last ?? last, last))
        }
        edges.reset()
        return span
    }

    /// The points of some series, in no order that matters.
    /// - Parameter origin: only of this one; nil for all.
    package func points(
        of series: [StoredSeries], since: Int64, until: Int64, origin: Int64? = nil,
        _ body: (StoredPoint) throws -> Void
    ) throws {
        let select = try PreparedStatement(
            database,
            """
            SELECT time, metrics, head, state FROM point
            WHERE series = ? AND time >= ? AND time < ?\(origin.map { " AND origin = \($0)" } ?? "")
            """)
        var models: [Int64: PartialState] = [:]
        for one in series {
            select.begin(one.id, since, until)
            while try select.step() {
                let time = select.integer(0)
                var state: PartialState?
                let hasState = !select.isNull(3)
                if hasState {
                    let rest = select.bytes(3)
                    if select.isNull(2) {
                        state = try? PartialState(reading: rest)
                    } else {
                        let head = select.integer(2)
                        if models[head] == nil { models[head] = try model(head, one) }
                        state = models[head]?.moved(to: time, width: one.window, key: one.key, rest: rest)
                    }
                }
                try body(
                    StoredPoint(
                        series: one.id, time: time, metrics: state == nil ? select.bytes(1) : [], state: state,
                        isStateDamaged: hasState && state == nil))
            }
            select.reset()
        }
    }

    /// A state with this head, of nothing.
    private func model(_ head: Int64, _ series: StoredSeries) throws -> PartialState? {
        let data = try Data.fetchOne(database, sql: "SELECT bytes FROM head WHERE id = ?", arguments: [head])
        var bytes = ByteBuffer(capacity: 256)
        bytes.append([UInt8](data ?? Data()))
        PartialState.appendFrame(
            start: 0, width: series.window, ByteBuffer(capacity: 0), key: Slice.empty, to: &bytes)
        return try? PartialState(reading: bytes.contents)
    }

    package func origins() throws -> [Int64: String] {
        try Row.fetchAll(database, sql: "SELECT id, name FROM origin").reduce(into: [:]) { $0[$1[0]] = $1[1] }
    }

    /// Alerts that began in the range, each with whose it is.
    package func alertRecords(since: Int64, until: Int64) throws -> [(origin: String, record: String)] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT origin.name, alert.record FROM alert JOIN origin ON origin.id = alert.origin
                WHERE starts_at >= ? AND starts_at < ? ORDER BY starts_at, fingerprint, origin.id
                """, arguments: [since, until]
        ).map { ($0[0], $0[1]) }
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
}
