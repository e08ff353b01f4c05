import Bytes
import FilterKit
import Foundation
import GRDB
import Records

/// What of a store is wanted.
package struct PointQuery: Sendable {
    /// Nanoseconds since 1970; the end is not in it.
    package var since = Int64.min
    package var until = Int64.max
    /// In nanoseconds; nil for all widths.
    package var window: Int64?
    /// The series that have exactly these labels; nil for all.
    package var labels: [String]?

    package init() {}
}

/// Gives the points of a store as records: in the order of their times, those of one time by their series.
package struct PointReader: ~Copyable {
    private struct Series {
        let window: [UInt8]
        let labels: [(name: FieldName, json: [UInt8])]
        let metrics: [FieldName]
        let by: Slice
    }

    private let database: Database
    private let query: PointQuery
    private let time, window, by, state: FieldName
    private var series: [Int64: Series] = [:]

    package init(_ connection: Connection, _ query: PointQuery, _ record: inout Records.Record) throws {
        database = connection.database
        self.query = query
        time = record.name("time")
        window = record.name("window")
        by = record.name("_by")
        state = record.name("_state")
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT series.id, series.window, series.labels, shape.labels, shape.metrics
                FROM series JOIN shape ON shape.id = series.shape WHERE ? IS NULL OR series.window = ?
                """, arguments: [query.window, query.window])
        for row in rows {
            let names = try JSONTree(parsing: Array((row[3] as String).utf8)).elements.compactMap(\.string)
            if let wanted = query.labels, wanted.sorted() != names.sorted() { continue }
            let labels = try JSONTree(parsing: Array((row[2] as String).utf8)).members
            let metrics = try JSONTree(parsing: Array((row[4] as String).utf8)).elements.compactMap(\.string)
            series[row[0]] = Series(
                window: Array(DurationText.format(row[1]).utf8),
                labels: labels.map { (Self.name($0.name, &record), Array($0.value.json.utf8)) },
                metrics: metrics.map { Self.name($0, &record) },
                by: record.store.keep(Array((row[3] as String).utf8)))
        }
    }

    private static func name(_ text: String, _ record: inout Record) -> FieldName { record.name(text) }

    /// Builds each record in turn, until the body says that it is enough.
    package func each(_ record: inout Records.Record, _ body: (inout Records.Record) -> Bool) throws {
        let ids = series.keys.sorted().map(String.init).joined(separator: ",")
        let order =
            series.count == 1 ? "" : "ORDER BY time, (SELECT labels FROM series WHERE id = series), series, origin"
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT series, time, metrics, state FROM point
                WHERE series IN (\(ids)) AND time >= ? AND time < ? \(order)
                """, arguments: [query.since, query.until])
        while let row = try rows.next() {
            guard let series = series[row[0]] else { continue }
            try build(&record, series, row)
            if !body(&record) { return }
        }
    }

    private func build(_ record: inout Record, _ series: Series, _ row: Row) throws {
        record.clear()
        let start = record.store.buffer.count
        Timestamp(nanoseconds: row[1]).append(to: &record.store.buffer)
        record.append(time, Slice(from: start, to: record.store.buffer.count), .string)
        record.append(window, Self.put(series.window, &record), .string)
        for label in series.labels { record.append(label.name, json: Self.put(label.json, &record)) }
        let metrics = Self.put(try row.withUnsafeData(atIndex: 2) { $0.map(Array.init) ?? [] }, &record)
        append(metrics, series.metrics, &record)
        record.append(by, series.by, .array)
        guard let state = try row.withUnsafeData(atIndex: 3, { $0.map(Array.init) }) else { return }
        let bytes = Self.put(state, &record)
        let text = record.store.buffer.count
        record.store.buffer.appendBase64(of: bytes)
        record.append(self.state, Slice(from: text, to: record.store.buffer.count), .string)
    }

    private static func put(_ bytes: [UInt8], _ record: inout Record) -> Slice {
        let start = record.store.buffer.count
        record.store.buffer.append(bytes)
        return Slice(from: start, to: record.store.buffer.count)
    }

    /// Appends the values of a JSON array under their names.
    private func append(_ array: Slice, _ names: [FieldName], _ record: inout Record) {
        var start = array.start + 1
        var depth = 0
        var isInText = false
        var position = start
        var column = 0
        while position < array.end, column < names.count {
            let byte = record.store[position]
            if isInText {
                if byte == 0x5C { position += 1 } else if byte == 0x22 { isInText = false }
            } else if byte == 0x22 {
                isInText = true
            } else if byte == 0x5B || byte == 0x7B {
                depth += 1
            } else if depth == 0, byte == 0x2C || byte == 0x5D {
                record.append(names[column], json: Slice(from: start, to: position))
                column += 1
                start = position + 1
            } else if byte == 0x5D || byte == 0x7D {
                depth -= 1
            }
            position += 1
        }
    }
}
