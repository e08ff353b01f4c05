import FilterKit
import Records

/// A report for an issue or a wiki.
struct MarkdownReport {
    let report: Report
    let zone: TimeZoneRules

    var text: String {
        var lines = ["# \(Self.text(report.title))", ""]
        lines.append("\(Calendar.text(report.since, zone)) to \(Calendar.text(report.until, zone))")
        if let quality = report.quality { lines += ["", Self.text(quality)] }
        if !report.tiles.isEmpty {
            lines += ["", "| | | change |", "|---|--:|--:|"]
            lines += report.tiles.map { "| \(Self.text($0.name)) | \($0.value) | \($0.change?.text ?? "") |" }
        }
        for chart in report.charts {
            lines += ["", "## \(Self.text(chart.title))", ""]
            for line in chart.lines.reversed() {
                let most = Figure.text(line.values.compactMap(\.self).max(), chart.unit)
                lines.append("- \(Self.text(line.name)): `\(TextReport.spark(line.values, 60))` max \(most)")
            }
        }
        if !report.bands.isEmpty { lines += ["", "## Alerts", ""] }
        for band in report.bands {
            let until = band.isOpen ? "now" : Calendar.text(band.until, zone)
            lines.append("- \(Calendar.text(band.from, zone)) to \(until): \(Self.text(band.name))")
        }
        for table in report.tables {
            lines += ["", "## \(Self.text(table.title))", ""]
            lines.append("| | " + table.columns.map(\.name).joined(separator: " | ") + " | share |")
            lines.append("|---|" + table.columns.map { _ in "--:|" }.joined() + "--:|")
            for row in table.rows {
                let numbers = zip(row.values, table.columns).map { Figure.text($0, $1.unit) }
                lines.append(
                    "| \(Self.text(row.name)) | " + numbers.joined(separator: " | ")
                        + " | \(Figure.text(row.share, .share)) |")
            }
            if table.more > 0 { lines.append("\nand \(Figure.count(Double(table.more))) more") }
        }
        if !report.notes.isEmpty { lines += [""] + report.notes.map(Self.text) }
        return lines.map { $0 + "\n" }.joined()
    }

    /// Every character that could be markup is escaped, and markup of HTML is no markup.
    static func text(_ text: String) -> String {
        var result = ""
        for scalar in HTMLText.escape(TerminalText.harmless(text)).unicodeScalars {
            if "\\`*_{}[]()#+-.!|~:@=/".unicodeScalars.contains(scalar) { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result
    }
}
