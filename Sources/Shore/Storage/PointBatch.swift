import Bytes

/// Points on their way into the table, put into its order first: then each page is written once, and not once for each of its points.
struct PointBatch: ~Copyable {
    private struct Row {
        var key: PreparedStatement.Key
        var start: Int32
        var metrics: Int32
        /// Bytes behind the metrics; less than 0 where there is no state.
        var state: Int32
    }

    private var rows: [Row] = []
    private var bytes = ByteBuffer(capacity: 1 << 20)

    var count: Int { rows.count }
    /// Bytes that wait.
    var size: Int { bytes.count }

    /// Begins a point; its metrics are appended to `bytes`, then its state.
    mutating func add(
        _ key: PreparedStatement.Key, _ record: borrowing ByteBuffer, metrics: Slice, _ source: borrowing ByteBuffer,
        state: Slice?
    ) {
        let start = bytes.count
        bytes.append(record, metrics)
        if let state { bytes.append(source, state) }
        rows.append(
            Row(
                key: key, start: Int32(start), metrics: Int32(metrics.count),
                state: state.map { Int32($0.count) } ?? -1))
    }

    /// Writes all, those that came last last, and forgets them.
    mutating func write(_ insert: borrowing PreparedStatement) throws {
        let order = rows.indices.sorted { a, b in
            let (x, y) = (rows[a].key, rows[b].key)
            if x.series != y.series { return x.series < y.series }
            if x.time != y.time { return x.time < y.time }
            return x.part != y.part ? x.part < y.part : a < b
        }
        for index in order {
            let row = rows[index]
            let metrics = Int(row.metrics)
            let whole = Slice(start: Int(row.start), count: metrics + Int(max(0, row.state)))
            var failure: (any Error)?
            bytes.withSpan(whole) { span in
                do {
                    try insert.execute(
                        row.key, metrics: span.extracting(0..<metrics),
                        state: row.state < 0 ? nil : span.extracting(metrics..<whole.count))
                } catch { failure = error }
            }
            if let failure { throw failure }
        }
        removeAll()
    }

    mutating func removeAll() {
        rows.removeAll(keepingCapacity: true)
        bytes.removeAll()
    }
}
