import Bytes
import FilterKit
import Metrics

extension AggregateFilter {
    /// All that is remembered between records: the question, so that nobody else's answer is taken up, then the open
    /// windows, event time, and the books.
    package func save(to snapshot: inout SnapshotWriter) {
        snapshot.append(PartialState.header(plan, labels: output.labels))
        snapshot.append(options.width ?? options.sessionGap ?? 0)
        watermark.write(to: &snapshot)
        sources.write(to: &snapshot)
        late.flush()
        output.write(to: &snapshot)
        let lastLeft = windows?.lastLeft
        snapshot.append(lastLeft != nil)
        if let lastLeft { snapshot.append(lastLeft) }
        let open = windows?.states ?? total.map { [$0.object] } ?? []
        snapshot.append(UInt64(open.count))
        for state in open { state.write(to: &snapshot) }
        sessions?.write(to: &snapshot)
        windows?.writeParts(to: &snapshot)
    }

    package mutating func restore(from snapshot: inout SnapshotReader, in run: FilterRun) throws(SnapshotError) {
        guard try snapshot.run() == PartialState.header(plan, labels: output.labels),
            try snapshot.signed() == options.width ?? options.sessionGap ?? 0
        else { throw .foreign }
        try watermark.restore(from: &snapshot)
        try sources.restore(from: &snapshot)
        try output.restore(from: &snapshot)
        let lastLeft = try snapshot.flag() ? try snapshot.signed() : nil
        var open: [WindowState] = []
        for _ in 0..<(try snapshot.count()) {
            open.append(try WindowState(from: &snapshot, plan, limit: options.maxSeries))
        }
        if windows != nil {
            windows?.restore(open, lastLeft: lastLeft)
        } else if total != nil {
            guard open.count == 1 else { throw .foreign }
            total = Held(open[0])
        }
        try sessions?.restore(from: &snapshot)
        try windows?.restoreParts(from: &snapshot)
    }
}
