/// The figures at the head of a report.
enum Tiles {
    static func of(
        _ now: [String: Double], before: [String: Double], seconds: Double, _ set: SeriesSet
    ) -> [Report.Tile] {
        var tiles: [Report.Tile] = []
        func add(_ name: String, _ value: Double?, _ earlier: Double?, _ unit: Report.Unit, _ more: Report.Mood) {
            guard let value else { return }
            var tile = Report.Tile(name: name, value: Figure.text(value, unit))
            if let earlier, let text = Figure.change(value, earlier) {
                let isMore = value > earlier
                let less: Report.Mood = more == .worse ? .better : more == .better ? .worse : .neutral
                tile.change = (text, text == "±0 %" ? .neutral : isMore ? more : less)
            }
            tiles.append(tile)
        }
        if let name = set.count, let count = now[name] {
            add(name == "count" ? "Requests" : "Hits", count, before[name], .count, .neutral)
            add("Rate", count / seconds, before[name].map { $0 / seconds }, .perSecond, .neutral)
        }
        add("Visitors", now["visitors"] ?? now["client_distinct"], before["visitors"], .count, .neutral)
        add("Errors", now["error_ratio"], before["error_ratio"], .share, .worse)
        for (name, title) in [("p50", "Median"), ("p95", "95th percentile"), ("p99", "99th percentile")] {
            add(title, now["duration_\(name)"], before["duration_\(name)"], .seconds, .worse)
        }
        let bytes = now["bytes_sum"] ?? now["bytes"]
        add("Traffic", bytes, before["bytes_sum"] ?? before["bytes"], .bytes, .neutral)
        return tiles
    }

    /// How each figure went, where a chart shows it.
    static func addCourses(_ tiles: inout [Report.Tile], _ charts: [Report.Chart]) {
        for index in tiles.indices {
            let wanted: (unit: Report.Unit, line: String?)? =
                switch tiles[index].name {
                case "Rate": (.perSecond, nil)
                case "Errors": (.share, nil)
                case "Median": (.seconds, "median")
                case "95th percentile": (.seconds, "p95")
                case "99th percentile": (.seconds, "p99")
                case "Traffic": (.bytes, nil)
                default: nil
                }
            guard let wanted, let chart = charts.first(where: { $0.unit == wanted.unit }) else { continue }
            let lines = chart.lines.filter { wanted.line == nil || $0.style == wanted.line }
            guard let count = lines.first?.values.count else { continue }
            tiles[index].course = (0..<count).map { position in
                let known = lines.compactMap { $0.values[position] }
                return known.isEmpty ? nil : known.reduce(0, +)
            }
        }
    }
}
