import Metrics
import Records

/// How a period is cut for charts: at most about a hundred windows of a width that people think in.
struct Buckets {
    let width: Int64
    let starts: [Int64]

    private static let second: Int64 = 1_000_000_000
    private static let widths: [Int64] = [
        1, 5, 10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 604_800,
    ].map { $0 * second }

    init(since: Int64, until: Int64, window: Int64, zone: TimeZoneRules) {
        let wanted = max(window, (until - since) / 120)
        width = Self.widths.first { $0 >= wanted && $0 % window == 0 } ?? window
        guard let grid = WindowGrid(width: width, zone: zone) else {
            starts = []
            return
        }
        var starts: [Int64] = []
        var time = since
        while time < until, starts.count < 2000 {
            let window = grid.window(containing: time)
            starts.append(window.start)
            time = window.end
        }
        self.starts = starts
    }

    /// Puts rows where they belong; nil where there is none.
    func values(_ rows: [ReportRow], _ value: (ReportRow) -> Double?) -> [Double?] {
        var values = [Double?](repeating: nil, count: starts.count)
        var positions: [Int64: Int] = [:]
        for (position, start) in starts.enumerated() { positions[start] = position }
        for row in rows {
            guard let time = row.time, let position = positions[time], let number = value(row) else { continue }
            values[position] = (values[position] ?? 0) + number
        }
        return values
    }

    var seconds: Double { Double(width) / 1e9 }
}
