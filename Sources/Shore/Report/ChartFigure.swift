import Records

/// A chart: the plot is SVG that stretches, and its axes are HTML around it, so that letters keep their size on any screen. Behind it
/// stands the table that it was drawn from.
struct ChartFigure {
    let chart: Report.Chart
    let report: Report
    let zone: TimeZoneRules

    static let height = 200.0
    static let column = 10.0

    private var plotWidth: Double { Double(report.times.count) * Self.column }

    private var most: Double {
        if chart.kind == .bars {
            return report.times.indices.map { index in
                chart.lines.reduce(0) { $0 + ($1.values[index] ?? 0) }
            }.max() ?? 0
        }
        return chart.lines.flatMap(\.values).compactMap(\.self).max() ?? 0
    }

    var html: String {
        let ticks = Figure.ticks(upTo: most, chart.unit)
        let top = ticks.last ?? 1
        let labels = ticks.map {
            "<span style=\"bottom:\(Self.number($0 / top * 100))%\">\(Figure.text($0, chart.unit))</span>"
        }
        return """
            <figure class="card chart" aria-label="\(HTMLPage.text(chart.title))">
            <figcaption><h2>\(HTMLPage.text(chart.title))</h2>\(legend)</figcaption>
            <div class="frame"><div class="y" aria-hidden="true">\(labels.joined())</div>
            <svg class="plot" viewBox="0 0 \(Self.number(plotWidth)) \(Self.number(Self.height))" preserveAspectRatio="none" role="img" aria-label="\(HTMLPage.text(summary))">
            <defs><pattern id="gap" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch" width="2" height="8"/></pattern></defs>
            \(grid(ticks, top))\(bands)\(gaps)
            \(chart.kind == .bars ? bars(top) : lines(top))
            </svg>
            \(TimeAxis(report: report, zone: zone).html)</div>
            \(data)
            </figure>
            """
    }

    private var legend: String {
        guard chart.lines.count > 1 else { return "" }
        let items = chart.lines.reversed().map { "<li><i class=\"\($0.style)\"></i>\(HTMLPage.text($0.name))</li>" }
        return "<ul class=\"legend\">\(items.joined())</ul>"
    }

    /// What somebody who cannot see the picture should know of it.
    private var summary: String {
        let parts = chart.lines.map { line in
            let known = line.values.compactMap(\.self)
            return
                "\(line.name): from \(Figure.text(known.min(), chart.unit)) to \(Figure.text(known.max(), chart.unit))"
        }
        return chart.title + ". " + parts.joined(separator: "; ")
    }

    private func grid(_ ticks: [Double], _ top: Double) -> String {
        ticks.map { tick in
            let y = Self.number(Self.height - tick / top * Self.height)
            return
                "<line class=\"\(tick == 0 ? "base" : "grid")\" x1=\"0\" x2=\"\(Self.number(plotWidth))\" y1=\"\(y)\" y2=\"\(y)\"/>"
        }.joined()
    }

    private func x(_ time: Int64) -> Double {
        guard let first = report.times.first, report.width > 0 else { return 0 }
        return min(max(0, Double(time - first) / Double(report.width) * Self.column), plotWidth)
    }

    private var bands: String {
        report.bands.map { band in
            let from = x(band.from)
            return
                "<rect class=\"band\" x=\"\(Self.number(from))\" y=\"0\" width=\"\(Self.number(max(2, x(band.until) - from)))\" height=\"\(Self.number(Self.height))\"><title>\(HTMLPage.text(band.name))</title></rect>"
        }.joined()
    }

    private var gaps: String {
        report.gaps.map { index in
            "<rect class=\"gap\" x=\"\(Self.number(Double(index) * Self.column))\" y=\"0\" width=\"\(Self.number(Self.column))\" height=\"\(Self.number(Self.height))\"><title>\(title(index)): no data</title></rect>"
        }.joined()
    }

    private func title(_ index: Int) -> String { Calendar.text(report.times[index], zone) }

    private func bars(_ top: Double) -> String {
        report.times.indices.map { index in
            var y = Self.height
            var parts = ""
            for line in chart.lines {
                guard let value = line.values[index], value > 0 else { continue }
                let height = value / top * Self.height
                y -= height
                parts +=
                    "<rect class=\"\(line.style)\" x=\"\(Self.number(Double(index) * Self.column + 0.75))\" y=\"\(Self.number(y))\" width=\"\(Self.number(Self.column - 1.5))\" height=\"\(Self.number(height))\"/>"
            }
            guard !parts.isEmpty else { return "" }
            return "<g>\(parts)\(tip(index))</g>"
        }.joined(separator: "\n")
    }

    /// What the pointer sees.
    private func tip(_ index: Int) -> String {
        let values = chart.lines.reversed().compactMap { line in
            line.values[index].map { "\(line.name) \(Figure.text($0, chart.unit))" }
        }
        return "<title>\(HTMLPage.text(([title(index)] + values).joined(separator: "\n")))</title>"
    }

    private func lines(_ top: Double) -> String {
        let drawn = chart.lines.reversed().map { line -> String in
            var path = ""
            var isOpen = false
            for (index, value) in line.values.enumerated() {
                guard let value else {
                    isOpen = false
                    continue
                }
                let x = Self.number((Double(index) + 0.5) * Self.column)
                let y = Self.number(Self.height - value / top * Self.height)
                // A point alone is a line of no length, which round caps make a dot.
                path += isOpen ? "L\(x) \(y)" : "M\(x) \(y)h0"
                isOpen = true
            }
            return "<path class=\"line \(line.style)\" d=\"\(path)\"/>"
        }
        let areas = report.times.indices.map { index in
            "<g><rect class=\"touch\" x=\"\(Self.number(Double(index) * Self.column))\" y=\"0\" width=\"\(Self.number(Self.column))\" height=\"\(Self.number(Self.height))\"/>\(tip(index))</g>"
        }
        return drawn.joined(separator: "\n") + areas.joined()
    }

    private var data: String {
        let head = chart.lines.map { "<th scope=\"col\" class=\"number\">\(HTMLPage.text($0.name))</th>" }.joined()
        let rows = report.times.indices.map { index in
            "<tr><th scope=\"row\">\(title(index))</th>"
                + chart.lines.map { "<td class=\"number\">\(Figure.text($0.values[index], chart.unit))</td>" }.joined()
                + "</tr>"
        }
        return
            "<details><summary>The numbers</summary><div class=\"scroll\"><table><thead><tr><th scope=\"col\">from</th>\(head)</tr></thead><tbody>\(rows.joined())</tbody></table></div></details>"
    }

    /// At most two places behind the point.
    static func number(_ value: Double) -> String {
        let rounded = (value * 100).rounded() / 100
        guard let whole = Int(exactly: rounded) else { return "\(rounded)" }
        return "\(whole)"
    }
}

/// The labels under a plot.
struct TimeAxis {
    let report: Report
    let zone: TimeZoneRules

    var html: String {
        let count = Double(max(1, report.times.count))
        let marks = Calendar.marks(report.times, width: report.width, zone)
        let labels = marks.map { index in
            "<span style=\"left:\(ChartFigure.number(Double(index) / count * 100))%\">\(Calendar.label(report.times[index], zone, width: report.width))</span>"
        }
        return "<div class=\"x\" aria-hidden=\"true\">\(labels.joined())</div>"
    }
}
