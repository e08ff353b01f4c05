/// Rows made into charts and tables: which there are depends on which metrics there are.
enum Charts {
    static func of(
        _ rows: [ReportRow], _ statuses: [ReportRow], before: [ReportRow], against: String?, _ buckets: Buckets,
        _ set: SeriesSet
    ) -> [Report.Chart] {
        var charts: [Report.Chart] = []
        let count = set.count ?? "count"
        func line(_ name: String, _ style: String, _ metric: String) -> Report.Line? {
            let values = buckets.values(rows) { $0.values[metric] }
            return values.contains { $0 != nil } ? Report.Line(name: name, style: style, values: values) : nil
        }
        func earlier(_ metric: String, _ scale: Double = 1) -> Report.Line? {
            let values = buckets.values(before) { $0.values[metric].map { $0 * scale } }
            guard let against, values.contains(where: { $0 != nil }) else { return nil }
            return Report.Line(name: against, style: "before", values: values)
        }
        let classes = statusLines(rows, statuses, count, buckets)
        let requests = classes.isEmpty ? [line("Requests", "main", count)].compactMap(\.self) : classes
        if !requests.isEmpty {
            charts.append(
                Report.Chart(
                    title: classes.isEmpty ? "Requests per second" : "Requests per second, by status", kind: .bars,
                    unit: .perSecond,
                    lines: requests.map { line in
                        Report.Line(
                            name: line.name, style: line.style,
                            values: line.values.map { $0.map { $0 / buckets.seconds } })
                    }, before: earlier(count, 1 / buckets.seconds)))
        }
        if let errors = line("Errors", "server", "error_ratio"), errors.values.contains(where: { ($0 ?? 0) > 0 }) {
            charts.append(
                Report.Chart(
                    title: "Error ratio", kind: .lines, unit: .share, lines: [errors],
                    before: earlier("error_ratio")))
        }
        let latencies = [("p50", "p50", "median"), ("p95", "p95", "p95"), ("p99", "p99", "p99")]
            .compactMap { line($0.1, $0.2, "duration_\($0.0)") }
        if !latencies.isEmpty {
            charts.append(
                Report.Chart(
                    title: "Latency percentiles", kind: .lines, unit: .seconds, lines: latencies))
        }
        let bytes = line("Traffic", "main", "bytes_sum") ?? line("Traffic", "main", "bytes")
        if let bytes {
            charts.append(
                Report.Chart(
                    title: "Traffic per \(Calendar.text(ofWidth: buckets.width))", kind: .bars, unit: .bytes,
                    lines: [bytes]))
        }
        return charts
    }

    /// The worst at the bottom of the stack, where eyes compare heights.
    private static func statusLines(
        _ rows: [ReportRow], _ statuses: [ReportRow], _ count: String, _ buckets: Buckets
    ) -> [Report.Line] {
        ["5", "4", "3", "2"].compactMap { digit in
            let style = ReportBuilder.statusStyles[digit] ?? "main"
            let values =
                statuses.isEmpty
                ? buckets.values(rows) { $0.values["status_\(digit)xx"] }
                : buckets.values(statuses.filter { $0.labels[0].hasPrefix(digit) }) { $0.values[count] }
            guard values.contains(where: { $0 != nil }) else { return nil }
            return Report.Line(name: "\(digit)xx", style: style, values: values)
        }
    }

    static func heat(_ rows: [ReportRow], _ label: String, _ buckets: Buckets, _ set: SeriesSet) -> Report.Heat? {
        let count = set.count ?? "count"
        let metric = rows.contains { $0.values["duration_p95"] != nil } ? "duration_p95" : count
        let byName = Dictionary(grouping: rows) { $0.labels[0] }
        let weight = byName.mapValues { $0.reduce(0) { $0 + ($1.values[count] ?? 0) } }
        let names = byName.keys.sorted { (weight[$0] ?? 0, $1) > (weight[$1] ?? 0, $0) }.prefix(12)
        guard names.count > 1, buckets.starts.count > 2 else { return nil }
        return Report.Heat(
            title: metric == count ? "Requests by \(label) and time" : "95th percentile by \(label) and time",
            unit: metric == count ? .count : .seconds,
            rows: names.map { name in (name, buckets.values(byName[name] ?? []) { $0.values[metric] }) })
    }

    static func table(_ label: String, _ rows: [ReportRow], _ set: SeriesSet, top: Int) -> Report.Table {
        let count = set.count ?? "count"
        let known: [(metric: String, name: String, unit: Report.Unit)] = [
            (count, "requests", .count), ("error_ratio", "errors", .share), ("duration_p50", "median", .seconds),
            ("duration_p95", "p95", .seconds), ("duration_p99", "p99", .seconds), ("bytes_sum", "traffic", .bytes),
            ("visitors", "visitors", .count),
        ]
        let columns = known.filter { column in rows.contains { $0.values[column.metric] != nil } }
        let whole = rows.reduce(0) { $0 + ($1.values[count] ?? 0) }
        let sorted = rows.sorted { a, b in
            let (x, y) = (a.values[count] ?? 0, b.values[count] ?? 0)
            return x != y ? x > y : a.labels.lexicographicallyPrecedes(b.labels)
        }
        return Report.Table(
            title: title(label), columns: columns.map { ($0.name, $0.unit) },
            rows: sorted.prefix(top).map { row in
                (
                    row.labels[0], columns.map { row.values[$0.metric] },
                    whole > 0 ? (row.values[count] ?? 0) / whole : 0
                )
            }, more: max(0, rows.count - top))
    }

    private static func title(_ label: String) -> String {
        let known = [
            "path": "Paths", "client": "Clients", "agent": "User agents", "referrer": "Referrers", "status": "Statuses",
            "template": "Messages", "method": "Methods", "country": "Countries", "host": "Hosts", "level": "Levels",
            "service": "Services", "user": "Users",
        ]
        return known[label] ?? label
    }
}
