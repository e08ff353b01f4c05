import Bytes
import Metrics

extension WindowState {
    /// Writes the window and all of its series.
    func write(to snapshot: inout SnapshotWriter) {
        snapshot.append(window.start)
        snapshot.append(window.end)
        snapshot.append(width != nil)
        if let width { snapshot.append(width) }
        span.write(to: &snapshot)
        snapshot.append(hasOverflow)
        snapshot.append(UInt64(table.count))
        for series in 0...table.count {
            if let key = key(of: series) { snapshot.append(key) }
            write(series, to: &snapshot)
        }
    }

    convenience init(
        from snapshot: inout SnapshotReader, _ plan: AggregatePlan, limit: Int
    ) throws(SnapshotError) {
        let window = Window(start: try snapshot.signed(), end: try snapshot.signed())
        let width = try snapshot.flag() ? try snapshot.signed() : nil
        self.init(window, width: width, plan, limit: limit)
        span = try EventSpan(from: &snapshot)
        let hadOverflow = try snapshot.flag()
        let count = try snapshot.count()
        try merge(into: Self.overflow, from: &snapshot)
        for _ in 0..<count {
            let key = try snapshot.run()
            try merge(into: series(RawSpan(_elements: key.span)), from: &snapshot)
        }
        hasOverflow = hasOverflow || hadOverflow
    }

    /// Writes what is kept of one series.
    func write(_ series: Int, to snapshot: inout SnapshotWriter) {
        snapshot.append(counts[series])
        for measure in measures { measure.write(series, to: &snapshot) }
    }

    /// Adds what was written of a series.
    func merge(into series: Int, from snapshot: inout SnapshotReader) throws(SnapshotError) {
        count(series, try snapshot.unsigned())
        for measure in measures { try measure.merge(into: series, from: &snapshot) }
    }
}
