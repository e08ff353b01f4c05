import Bytes
import FilterKit
import GRDB
import Metrics
import Records

/// Finds the series of a metric record. Records repeat: what was looked up in the database once is found here without it,
/// and without allocating.
struct SeriesIndex: ~Copyable {
    struct Known {
        let id: Int64
        /// Nanoseconds; 0 where the text of the window is none.
        let width: Int64
    }

    /// Where in records of one kind things stand.
    struct Layout {
        let shape: Int64
        let labels: [Int]
        let metrics: [Int]
        let labelNames: [String]
        /// A quantile in records without states, which wider windows cannot be made of.
        let quantile: String?
    }

    private let time, window, by, state: FieldName
    private var layoutKeys = SeriesTable()
    private var layouts: [Layout] = []
    private var seriesKeys = SeriesTable()
    private var known: [Known] = []
    /// Of the series that was asked for last; its labels' values are `labels`.
    private(set) var key = ByteBuffer(capacity: 1024)
    private(set) var labels = Slice.empty

    init(_ record: inout Record) {
        time = record.name("time")
        window = record.name("window")
        by = record.name("_by")
        state = record.name("_state")
    }

    /// The position of a metric record's layout; nil where it has no metrics.
    mutating func layout(of record: borrowing Record, _ database: Database) throws -> Int? {
        key.removeAll()
        for position in 0..<record.count {
            key.append(record.store.buffer, record[position].name)
            key.append(record[position].kind.isText ? 0x22 : 0x3A)
            if record.isNamed(by, at: position) { key.append(record.store.buffer, record[position].value) }
        }
        let (index, isNew) = key.withSpan(Slice(start: 0, count: key.count)) { layoutKeys.index(ofKey: $0) }
        if isNew { layouts.append(try makeLayout(record, database)) }
        return layouts[index].metrics.isEmpty ? nil : index
    }

    func lostQuantile(of layout: Int) -> String? { layouts[layout].quantile }

    func metrics(of layout: Int) -> [Int] { layouts[layout].metrics }

    /// The record's series, by its layout, window and labels; nil if its window is none.
    mutating func series(_ record: inout Record, _ layout: Int, window: Int, _ database: Database) throws -> Known? {
        key.removeAll()
        key.append(integer: Int64(layout))
        key.append(0x0A)
        key.append(record.store.buffer, record[window].value)
        key.append(0x0A)
        let start = key.count
        for position in layouts[layout].labels {
            append(position, &record)
            key.append(0x0A)
        }
        let (index, isNew) = key.withSpan(Slice(start: 0, count: key.count)) { seriesKeys.index(ofKey: $0) }
        labels = Slice(from: start, to: key.count)
        if isNew {
            let width = (try? DurationText.parse(record.store.text(record[window].value))) ?? 0
            let values = key.text(labels).split(separator: "\n")
            let members = zip(layouts[layout].labelNames, values).map { "\(JSONTree.text($0).json):\($1)" }
            let row: [any DatabaseValueConvertible] = [
                layouts[layout].shape, width, "{\(members.joined(separator: ","))}",
            ]
            let id = width > 0 ? try Self.id("series", ["shape", "window", "labels"], row, database) : 0
            known.append(Known(id: id, width: width))
        }
        return known[index].width > 0 ? known[index] : nil
    }

    /// A label's JSON text: the same for the same text, whatever its escapes.
    private mutating func append(_ position: Int, _ record: inout Record) {
        guard record[position].kind == .escapedString, case .text(let text) = record.value(at: position) else {
            return record.writeValue(at: position, to: &key)
        }
        key.append(0x22)
        key.append(escaping: record.store.buffer, text)
        key.append(0x22)
    }

    private func makeLayout(_ record: borrowing Record, _ database: Database) throws -> Layout {
        var labels: [Int] = []
        var metrics: [Int] = []
        let named = record.position(of: by).flatMap { position in
            try? JSONTree(parsing: Array(record.store.text(record[position].value).utf8)).elements.compactMap(\.string)
        }
        for position in 0..<record.count {
            let own = [time, window, by, state].contains { record.isNamed($0, at: position) }
            if own { continue }
            let isLabel = named?.contains(record.nameText(at: position)) ?? record[position].kind.isText
            if isLabel { labels.append(position) } else { metrics.append(position) }
        }
        let labelNames = labels.map { record.nameText(at: $0) }
        let metricNames = metrics.map { JSONTree.text(record.nameText(at: $0)) }
        let shape =
            metrics.isEmpty
            ? 0
            : try Self.id(
                "shape", ["labels", "metrics"],
                [JSONTree.array(labelNames.map(JSONTree.text)).json, JSONTree.array(metricNames).json], database)
        let quantile =
            record.position(of: state) == nil
            ? metrics.map { record.nameText(at: $0) }.first(where: Self.isQuantile) : nil
        return Layout(shape: shape, labels: labels, metrics: metrics, labelNames: labelNames, quantile: quantile)
    }

    /// `p99`, `duration_p95`, `median(bytes)`: as weir-aggregate names them.
    private static func isQuantile(_ name: String) -> Bool {
        if name.hasPrefix("median") || name.hasSuffix("median") { return true }
        let part = name.split { !$0.isLetter && !$0.isNumber }.last { $0.first == "p" }
        return part.map { $0.count > 1 && $0.dropFirst().allSatisfy(\.isWholeNumber) } ?? false
    }

    /// The id of the row with these values, which is made if it is not there.
    static func id(
        _ table: String, _ columns: [String], _ values: [any DatabaseValueConvertible], _ database: Database
    ) throws -> Int64 {
        let condition = columns.map { "\($0) = ?" }.joined(separator: " AND ")
        let arguments = StatementArguments(values.map { Optional($0) })
        if let id = try Int64.fetchOne(
            database, sql: "SELECT id FROM \(table) WHERE \(condition)", arguments: arguments)
        {
            return id
        }
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        try database.execute(
            sql: "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))", arguments: arguments)
        return database.lastInsertedRowID
    }
}
