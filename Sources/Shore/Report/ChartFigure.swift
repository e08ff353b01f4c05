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

    var scale: Scale {
        var values = chart.lines.flatMap(\.values).compactMap(\.self)
        if chart.kind == .bars {
            values = report.times.indices.map { index in chart.lines.reduce(0) { $0 + ($1.values[index] ?? 0) } }
        }
        return Scale(values + (chart.before?.values.compactMap(\.self) ?? []), chart.unit)
    }

    var html: String {
        let scale = scale
        let labels = scale.ticks.map {
            "<span style=\"bottom:\(Self.number(scale.position($0) * 100))%\">\(Figure.text($0, chart.unit))</span>"
        }
        return """
            <figure class="card chart" aria-label="\(HTMLPage.text(chart.title))">
            <figcaption><h2>\(HTMLPage.text(chart.title))</h2>\(legend)</figcaption>
            <div class="frame"><div class="y" aria-hidden="true">\(labels.joined())</div>
            <svg class="plot" viewBox="0 0 \(Self.number(plotWidth)) \(Self.number(Self.height))" preserveAspectRatio="none" role="img" aria-label="\(HTMLPage.text(summary))">
            <defs><pattern id="gap" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch" width="2" height="8"/></pattern></defs>
            \(grid(scale))\(bands)\(gaps)
            \(chart.kind == .bars ? bars(scale) : "")\(lines(scale))
            </svg>
            \(TimeAxis(report: report, zone: zone).html)</div>
            \(data)
            </figure>
            """
    }

    private var all: [Report.Line] { (chart.before.map { [$0] } ?? []) + chart.lines }

    private var legend: String {
        guard chart.lines.count > 1 || chart.before != nil else { return "" }
        let items = all.reversed().map { "<li><i class=\"\($0.style)\"></i>\(HTMLPage.text($0.name))</li>" }
        return "<ul class=\"legend\">\(items.joined())</ul>"
    }

    /// What somebody who cannot see the picture should know of it.
    var summary: String {
        let parts = chart.lines.map { line in
            let known = line.values.compactMap(\.self)
            return
                "\(line.name): from \(Figure.text(known.min(), chart.unit)) to \(Figure.text(known.max(), chart.unit))"
        }
        return chart.title + ". " + parts.joined(separator: "; ")
    }

    private func grid(_ scale: Scale) -> String {
        scale.ticks.enumerated().map { index, tick in
            let y = Self.number(Self.height - scale.position(tick) * Self.height)
            return
                "<line class=\"\(index == 0 ? "base" : "grid")\" x1=\"0\" x2=\"\(Self.number(plotWidth))\" y1=\"\(y)\" y2=\"\(y)\"/>"
        }.joined()
    }

    private func x(_ time: Int64) -> Double { share(time) * plotWidth }

    /// Where a time lies, from 0 at the left to 1 at the right.
    func share(_ time: Int64) -> Double {
        guard let first = report.times.first, report.width > 0 else { return 0 }
        let share = (Double(time) - Double(first)) / Double(report.width) / Double(report.times.count)
        return min(max(0, share), 1)
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

    private func bars(_ scale: Scale) -> String {
        report.times.indices.map { index in
            var y = Self.height
            var parts = ""
            for line in chart.lines {
                guard let value = line.values[index], value > 0 else { continue }
                let height = scale.position(value) * Self.height
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
        let values = all.reversed().compactMap { line in
            line.values[index].map { "\(line.name) \(Figure.text($0, chart.unit))" }
        }
        return "<title>\(HTMLPage.text(([title(index)] + values).joined(separator: "\n")))</title>"
    }

    private func path(_ line: Report.Line, _ scale: Scale, _ style: String) -> String {
        var path = ""
        var isOpen = false
        for (index, value) in line.values.enumerated() {
            guard let value else {
                isOpen = false
                continue
            }
            let x = Self.number((Double(index) + 0.5) * Self.column)
            let y = Self.number(Self.height - scale.position(value) * Self.height)
            // A point alone is a line of no length, which round caps make a dot.
            path += isOpen ? "L\(x) \(y)" : "M\(x) \(y)h0"
            isOpen = true
        }
        return "<path class=\"\(style)\" d=\"\(path)\"/>"
    }

    private func lines(_ scale: Scale) -> String {
        let before = chart.before.map { path($0, scale, "line before") } ?? ""
        guard chart.kind == .lines else { return before }
        let drawn = chart.lines.reversed().map { path($0, scale, "line \($0.style)") }
        let areas = report.times.indices.map { index in
            "<g><rect class=\"touch\" x=\"\(Self.number(Double(index) * Self.column))\" y=\"0\" width=\"\(Self.number(Self.column))\" height=\"\(Self.number(Self.height))\"/>\(tip(index))</g>"
        }
        return before + drawn.joined(separator: "\n") + areas.joined()
    }

    private var data: String {
        let head = all.map { "<th scope=\"col\" class=\"number\">\(HTMLPage.text($0.name))</th>" }.joined()
        let rows = report.times.indices.map { index in
            "<tr><th scope=\"row\">\(title(index))</th>"
                + all.map { "<td class=\"number\">\(Figure.text($0.values[index], chart.unit))</td>" }.joined()
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
        let texts = marks.map { Calendar.label(report.times[$0], zone, width: report.width) }
        // Where there is little room, days stay; where there are none, every other mark.
        let hasDays = texts.contains { !$0.contains(":") }
        let labels = zip(marks, texts).enumerated().map { position, mark in
            let isMinor = hasDays ? mark.1.contains(":") : position % 2 == 1
            return
                "<span\(isMinor ? " class=\"minor\"" : "") style=\"left:\(ChartFigure.number(Double(mark.0) / count * 100))%\">\(mark.1)</span>"
        }
        return "<div class=\"x\" aria-hidden=\"true\">\(labels.joined())</div>"
    }
}
