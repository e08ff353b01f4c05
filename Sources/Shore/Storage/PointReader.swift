import Aggregation
import Bytes
import Expressions
import FilterKit
import Foundation
import GRDB
import Records

/// Gives the points of a store as records: in the order of their times, those of one time by their series.
///
/// The table is in the order of series. So it is read in slices of time, each of which is put into order in memory.
package struct PointReader: ~Copyable {
    private struct Series {
        let id: Int64
        let width: Int64
        let window: Slice
        let labels: [(name: FieldName, json: Slice)]
        /// The labels' values, as states have them.
        let key: Slice
        let metrics: [FieldName]
        let by: Slice
    }

    private struct Row {
        let time: Int64
        let series: Int32
        let start: Int32
        let metrics: Int32
        /// Bytes of the state behind the metrics; less than 0 where there is none.
        let state: Int32
        let head: Int64
        let origin: Int64
    }

    private let database: Database
    private let query: PointQuery
    private let time, window, by, state: FieldName
    private let select: PreparedStatement
    /// In the order of their labels.
    private let series: [Series]
    private let heads: [Int64: Slice]
    private var rows: [Row] = []
    private var bytes: ByteBuffer
    private var whole: ByteBuffer

    /// Points of a slice, as a rule: a few hundred bytes each.
    private static let slice: Int64 = 100_000

    package init(_ connection: Connection, _ query: PointQuery, _ record: inout Records.Record) throws {
        let select = try PreparedStatement(
            connection.database,
            """
            SELECT time, metrics, head, state, origin FROM point WHERE series = ? AND time >= ? AND time < ?
            ORDER BY time, origin, part
            """)
        let window = record.name("window")
        let by = record.name("_by")
        var heads: [Int64: Slice] = [:]
        for row in try GRDB.Row.fetchAll(connection.database, sql: "SELECT id, bytes FROM head") {
            heads[row[0]] = record.store.keep([UInt8](row[1] as Data))
        }
        let rows = try GRDB.Row.fetchAll(
            connection.database,
            sql: """
                SELECT series.id, series.window, series.labels, shape.labels, shape.metrics
                FROM series JOIN shape ON shape.id = series.shape WHERE ? IS NULL OR series.window = ?
                ORDER BY series.labels, series.id
                """, arguments: [query.window, query.window])
        let conditions = query.conditions.flatMap(\.conjuncts).map { ($0.fieldNames, $0.bind(to: &record)) }
        var series: [Series] = []
        for row in rows {
            let names = try JSONTree(parsing: Array((row[3] as String).utf8)).elements.compactMap(\.string)
            if let wanted = query.labels, wanted.sorted() != names.sorted() { continue }
            let labels = try JSONTree(parsing: Array((row[2] as String).utf8)).members
            let metrics = try JSONTree(parsing: Array((row[4] as String).utf8)).elements.compactMap(\.string)
            let one = Series(
                id: row[0], width: row[1], window: record.store.keep(DurationText.format(row[1]).utf8),
                labels: labels.map { (Self.name($0.name, &record), record.store.keep($0.value.json.utf8)) },
                key: record.store.keep(labels.map { $0.value.json + "\n" }.joined().utf8),
                metrics: metrics.map { Self.name($0, &record) },
                by: record.store.keep((row[3] as String).utf8))
            let unknown = Set(metrics + ["time", "_state"])
            let decided = conditions.filter { names, _ in
                !names.contains { name in unknown.contains(name) || unknown.contains(String(name.prefix { $0 != "." }))
                }
            }
            if !decided.isEmpty {
                record.clear()
                record.append(window, one.window, .string)
                for label in one.labels { record.append(label.name, json: label.json) }
                record.append(by, one.by, .array)
                guard decided.allSatisfy({ $0.1.isTrue(&record) }) else { continue }
            }
            series.append(one)
        }
        // Last, for what cannot be copied must not be left half made.
        database = connection.database
        self.select = select
        self.query = query
        time = record.name("time")
        self.window = window
        self.by = by
        state = record.name("_state")
        self.series = series
        self.heads = heads
        bytes = ByteBuffer(capacity: 1 << 16)
        whole = ByteBuffer(capacity: 1024)
    }

    private static func name(_ text: String, _ record: inout Record) -> FieldName { record.name(text) }

    /// Builds each record in turn, until the body says that it is enough. The body is told the number of the origin.
    package mutating func each(_ record: inout Records.Record, _ body: (inout Records.Record, Int64) -> Bool) throws {
        guard let span = try span() else { return }
        let narrowest = max(1, series.map(\.width).min() ?? 1)
        let (product, overflow) = narrowest.multipliedReportingOverflow(by: max(1, Self.slice / Int64(series.count)))
        // One series is in order as it is; its slices are only for memory's sake.
        let width = overflow ? .max : product
        var start = span.first
        while start < span.end {
            let (sum, overflow) = start.addingReportingOverflow(width)
            let end = overflow ? span.end : min(sum, span.end)
            try read(from: start, to: end)
            for row in rows {
                build(&record, row)
                if !body(&record, row.origin) { return }
            }
            start = end
        }
    }

    /// From the first point that is wanted to behind the last.
    private func span() throws -> (first: Int64, end: Int64)? {
        let edges = try PreparedStatement(
            database,
            """
            SELECT (SELECT time FROM point WHERE series = ?1 AND time >= ?2 AND time < ?3 ORDER BY time LIMIT 1),
              (SELECT time FROM point WHERE series = ?1 AND time >= ?2 AND time < ?3 ORDER BY time DESC LIMIT 1)
            """)
        var span: (first: Int64, end: Int64)?
        for one in series {
            edges.begin(one.id, query.since, query.until)
            guard try edges.step(), !edges.isNull(0) else { continue }
            let (first, last) = (edges.integer(0), edges.integer(1))
            let end = last == .max ? last : last + 1
            span = (min(span?.first ?? first, first), max(span?.end ?? end, end))
        }
        edges.reset()
        return span
    }

    /// Takes in all points of a slice, in the order in which they are given.
    private mutating func read(from start: Int64, to end: Int64) throws {
        rows.removeAll(keepingCapacity: true)
        bytes.removeAll()
        for index in series.indices {
            select.begin(series[index].id, start, end)
            while try select.step() {
                let metrics = select.append(1, to: &bytes)
                let state = select.isNull(3) ? nil : select.append(3, to: &bytes)
                rows.append(
                    Row(
                        time: select.integer(0), series: Int32(index), start: Int32(metrics.start),
                        metrics: Int32(metrics.count), state: state.map { Int32($0.count) } ?? -1,
                        head: select.isNull(2) ? -1 : select.integer(2), origin: select.integer(4)))
            }
            select.reset()
        }
        guard series.count > 1 else { return }
        // Rows of one series and time stay in their order: that of origins and parts.
        rows.sort { a, b in
            a.time != b.time ? a.time < b.time : a.series != b.series ? a.series < b.series : a.start < b.start
        }
    }

    private mutating func build(_ record: inout Record, _ row: Row) {
        let series = series[Int(row.series)]
        record.clear()
        let start = record.store.buffer.count
        Timestamp(nanoseconds: row.time).append(to: &record.store.buffer)
        record.append(time, Slice(from: start, to: record.store.buffer.count), .string)
        record.append(window, series.window, .string)
        for label in series.labels { record.append(label.name, json: label.json) }
        let metrics = record.store.buffer.count
        record.store.buffer.append(bytes, Slice(start: Int(row.start), count: Int(row.metrics)))
        append(Slice(from: metrics, to: record.store.buffer.count), series.metrics, &record)
        record.append(by, series.by, .array)
        guard row.state >= 0 else { return }
        whole.removeAll()
        if let head = heads[row.head] {
            whole.append(record.store.buffer, head)
            PartialState.appendFrame(
                start: row.time, width: series.width, record.store.buffer, key: series.key, to: &whole)
        }
        whole.append(bytes, Slice(start: Int(row.start + row.metrics), count: Int(row.state)))
        let text = record.store.buffer.count
        record.store.buffer.append(base64: whole, Slice(start: 0, count: whole.count))
        record.append(state, Slice(from: text, to: record.store.buffer.count), .string)
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
