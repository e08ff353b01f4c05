import Aggregation
import Bytes
import FilterKit
import GRDB
import Metrics
import Records

/// Makes wide windows of narrow ones, by merging their states: the same bytes as if weir-aggregate had made them of the log.
///
/// Days in which something was written since the last time are noted in the table `changed`; only their windows are made again,
/// those of a day in one transaction.
package struct Rollup {
    /// What was done, to be told.
    package struct Outcome {
        package var windows = 0
        /// Points without a state, which cannot be merged.
        package var stateless = 0
        /// Windows that stay as they are, for the narrower ones that they were made of are gone.
        package var final = 0
    }

    private let connection: Connection
    /// Rising.
    private let grids: [WindowGrid]

    /// - Parameter widths: nanoseconds, each a multiple of the one before.
    package init(_ connection: Connection, widths: [Int64], zone: TimeZoneRules) throws(Failure) {
        self.connection = connection
        var grids: [WindowGrid] = []
        for width in widths.sorted() {
            guard let grid = WindowGrid(width: width, zone: zone) else {
                throw Failure(.usage, "--to: '\(DurationText.format(width))' is no width of windows")
            }
            if let last = grids.last, width % last.width != 0 {
                throw Failure(
                    .usage, "--to: \(DurationText.format(width)) is no multiple of \(DurationText.format(last.width))")
            }
            grids.append(grid)
        }
        self.grids = grids
    }

    package func run(_ run: FilterRun) throws -> Outcome {
        var outcome = Outcome()
        guard let widest = grids.last else { return outcome }
        let days = try Int64.fetchAll(
            connection.database, sql: "SELECT DISTINCT day FROM changed WHERE window < ? ORDER BY day",
            arguments: [widest.width])
        // Days of one window of the widest belong together.
        var group: [Int64] = []
        for day in days {
            if let first = group.first, first != day, range(of: first, in: widest).end <= start(of: day) {
                try rollUp(group, &outcome, run)
                group = []
            }
            group.append(day)
        }
        if !group.isEmpty { try rollUp(group, &outcome, run) }
        return outcome
    }

    private func start(of day: Int64) -> Int64 { day &* TimeWord.day }

    /// The windows that a day of UTC touches.
    private func range(of day: Int64, in grid: WindowGrid) -> Window {
        Window(
            start: grid.window(containing: start(of: day)).start,
            end: grid.window(containing: start(of: day) &+ TimeWord.day - 1).end)
    }

    private func rollUp(
        _ days: [Int64], _ outcome: inout Outcome, _ run: FilterRun
    ) throws {
        try connection.begin()
        var known = try connection.series()
        for grid in grids {
            var ranges: [Window] = []
            for day in days {
                let range = range(of: day, in: grid)
                if let last = ranges.last, range.start <= last.end {
                    ranges[ranges.count - 1] = Window(start: last.start, end: max(last.end, range.end))
                } else {
                    ranges.append(range)
                }
            }
            for range in ranges { try make(grid, range, known, &outcome, run) }
            known = try connection.series()
        }
        for day in days {
            try connection.database.execute(
                sql: "DELETE FROM changed WHERE day = ? AND window < ?", arguments: [day, grids.last?.width])
        }
        try connection.commit()
    }

    /// Makes the windows of a range, for each shape and origin of the narrowest ones that there are.
    private func make(
        _ grid: WindowGrid, _ range: Window, _ known: [StoredSeries], _ outcome: inout Outcome, _ run: FilterRun
    ) throws {
        let database = connection.database
        let origins = try Row.fetchAll(database, sql: "SELECT id, name FROM origin ORDER BY id")
        let retained = try connection.retained()
        for (_, series) in Dictionary(grouping: known, by: \.shape).sorted(by: { $0.key < $1.key }) {
            let widths = Set(series.map(\.window)).filter { $0 < grid.width && grid.width % $0 == 0 }.sorted()
            for origin in origins {
                for width in widths {
                    var range = range
                    if let since = retained[width], since > range.start {
                        // A window of which something is gone is not made again.
                        var start = range.start
                        while start < since, start < range.end {
                            start = grid.window(containing: start).end
                            outcome.final += 1
                        }
                        range = Window(start: start, end: range.end)
                    }
                    guard range.start < range.end else { continue }
                    let own = series.filter { $0.window == width }
                    guard
                        try merge(own, range, grid, origin[0], origin[1], &outcome, run)
                    else { continue }
                    break
                }
            }
        }
    }

    /// Returns whether there was anything.
    private func merge(
        _ series: [StoredSeries], _ range: Window, _ grid: WindowGrid, _ origin: Int64, _ name: String,
        _ outcome: inout Outcome, _ run: FilterRun
    ) throws -> Bool {
        var merged: [[String]: MergedWindows] = [:]
        var isEmpty = true
        var stateless = 0
        try connection.points(of: series, since: range.start, until: range.end, origin: origin) { point in
            isEmpty = false
            guard let state = point.state, let windows = windows(state, grid, &merged),
                (try? windows.add(state)) == .some(nil)
            else {
                stateless += 1
                return
            }
        }
        outcome.stateless += stateless
        guard !isEmpty else { return false }
        var sink = RecordLinesSink()
        for words in merged.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            merged[words]?.emit(in: run, into: &sink)
        }
        var record = Records.Record(store: ByteStore(input: 1 << 14))
        var writer = try PointWriter(connection, origin: name, &record)
        for line in sink.lines {
            try record.scan(record.store.load(line))
            if case .written = try writer.add(&record) { outcome.windows += 1 }
        }
        try writer.flush()
        return true
    }

    private func windows(
        _ state: PartialState, _ grid: WindowGrid, _ merged: inout [[String]: MergedWindows]
    ) -> MergedWindows? {
        if let known = merged[state.words] { return known }
        guard let plan = try? AggregatePlan(state.words) else { return nil }
        var options = WindowOptions(lateness: 0, idleAfter: 0)
        options.grid = grid
        options.maxSeries = .max
        var shape = OutputShape()
        shape.isPartial = true
        let windows = MergedWindows(plan, state.labels, options, shape)
        merged[state.words] = windows
        return windows
    }
}

/// Takes records as lines: another record's names mean nothing to who reads them.
private struct RecordLinesSink: RecordSink, ~Copyable {
    private(set) var lines: [[UInt8]] = []

    mutating func receive(_ record: inout Records.Record) {
        var line = ByteBuffer(capacity: 512)
        record.write(to: &line)
        lines.append(line.contents)
    }
}
