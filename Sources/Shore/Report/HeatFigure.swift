import Records

/// A row for each name, a cell for each time: the darker, the more. Eight steps, of ranks rather than of size, for latencies lie
/// far apart.
struct HeatFigure {
    let heat: Report.Heat
    let report: Report
    let zone: TimeZoneRules

    var html: String {
        let known = heat.rows.flatMap(\.values).compactMap(\.self).sorted()
        let rows = heat.rows.map { row in
            let cells = row.values.enumerated().compactMap { index, value -> String? in
                guard let value else { return nil }
                return
                    "<rect class=\"h\(step(value, known))\" x=\"\(index * 10)\" y=\"0\" width=\"10.2\" height=\"10\"><title>"
                    + HTMLPage.text(
                        "\(row.name)\n\(Calendar.text(report.times[index], zone))\n\(Figure.text(value, heat.unit))")
                    + "</title></rect>"
            }
            return """
                <div class="heatname">\(HTMLPage.text(row.name))</div><svg class="heatrow" viewBox="0 0 \(row.values.count * 10) 10" preserveAspectRatio="none" role="img" aria-label="\(HTMLPage.text(summary(row)))">\(cells.joined())</svg>
                """
        }
        let scale = (0..<8).map { "<i class=\"h\($0)\"></i>" }.joined()
        return """
            <figure class="card heat"><figcaption><h2>\(HTMLPage.text(heat.title))</h2>
            <p class="scale"><span>\(Figure.text(known.first, heat.unit))</span>\(scale)<span>\(Figure.text(known.last, heat.unit))</span></p></figcaption>
            <div class="heatgrid">\(rows.joined(separator: "\n"))<div></div>\(TimeAxis(report: report, zone: zone).html)</div></figure>
            """
    }

    private func summary(_ row: (name: String, values: [Double?])) -> String {
        let known = row.values.compactMap(\.self)
        return "\(row.name): from \(Figure.text(known.min(), heat.unit)) to \(Figure.text(known.max(), heat.unit))"
    }

    private func step(_ value: Double, _ sorted: [Double]) -> Int {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < value { low = middle + 1 } else { high = middle }
        }
        return min(7, low * 8 / max(1, sorted.count))
    }
}
