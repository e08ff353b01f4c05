import FilterKit
import Records

/// A report for terminals and plain mail: 80 columns, bars and sparklines of block elements.
struct TextReport {
    let report: Report
    let zone: TimeZoneRules
    private static let blocks = Array("▁▂▃▄▅▆▇█")
    private static let columns = 80

    var text: String { lines.map { $0 + "\n" }.joined() }

    private var lines: [String] {
        var lines = [TerminalText.harmless(report.title)]
        lines.append(String(repeating: "═", count: min(Self.columns, TerminalText.width(lines[0]))))
        lines.append("\(Calendar.text(report.since, zone)) to \(Calendar.text(report.until, zone))")
        if let against = report.against { lines.append("compared with \(against)") }
        if let quality = report.quality { lines.append(TerminalText.harmless(quality)) }
        lines.append("")
        for tile in report.tiles {
            lines.append(
                Self.pad(tile.name, 18) + Self.padLeft(tile.value, 12) + (tile.change.map { "  \($0.text)" } ?? ""))
        }
        for chart in report.charts {
            lines += ["", chart.title]
            let width = chart.lines.map { TerminalText.width($0.name) }.max() ?? 0
            for line in chart.lines.reversed() {
                let known = line.values.compactMap(\.self)
                lines.append(
                    "  " + Self.pad(line.name, width) + "  " + Self.spark(line.values, 48) + "  max "
                        + Figure.text(known.max(), chart.unit))
            }
        }
        if !report.bands.isEmpty { lines += ["", "Alerts"] }
        for band in report.bands {
            lines.append(
                "  \(Calendar.text(band.from, zone)) to \(band.isOpen ? "now" : Calendar.text(band.until, zone))  "
                    + TerminalText.harmless(band.name))
        }
        for table in report.tables { lines += [""] + self.table(table) }
        if !report.gaps.isEmpty {
            lines += [
                "",
                "\(report.gaps.count) of \(report.times.count) times of \(Calendar.text(ofWidth: report.width)) have no data.",
            ]
        }
        if !report.notes.isEmpty { lines += [""] + report.notes.map(TerminalText.harmless) }
        return lines
    }

    private func table(_ table: Report.Table) -> [String] {
        let texts = table.rows.map { row in zip(row.values, table.columns).map { Figure.text($0, $1.unit) } }
        let widths = table.columns.indices.map { column in
            max(TerminalText.width(table.columns[column].name), texts.map { TerminalText.width($0[column]) }.max() ?? 0)
        }
        let room = max(12, Self.columns - 12 - widths.reduce(0) { $0 + $1 + 2 })
        let names = table.rows.map { TerminalText.harmless($0.name) }
        let width = min(room, max(TerminalText.width(table.title), names.map(TerminalText.width).max() ?? 0))
        var lines = [
            Self.pad(table.title, width) + zip(table.columns, widths).map { "  " + Self.padLeft($0.name, $1) }.joined()
        ]
        let most = table.rows.map(\.share).max() ?? 1
        for (index, row) in table.rows.enumerated() {
            let numbers = zip(texts[index], widths).map { "  " + Self.padLeft($0, $1) }.joined()
            lines.append(
                Self.pad(Self.cut(names[index], width), width) + numbers + "  " + Self.bar(row.share / most, 10))
        }
        if table.more > 0 { lines.append("and \(Figure.count(Double(table.more))) more") }
        return lines
    }

    private static func bar(_ share: Double, _ width: Int) -> String {
        String(repeating: "█", count: max(0, min(width, Int((share.isFinite ? share * Double(width) : 0).rounded()))))
    }

    /// The course of values in so many columns: each the largest of those it stands for; a gap is a dot.
    static func spark(_ values: [Double?], _ width: Int) -> String {
        let values = values.map { $0.flatMap { $0.isFinite ? $0 : nil } }
        guard !values.isEmpty, let most = values.compactMap(\.self).max(), most > 0 else { return "" }
        let columns = min(width, values.count)
        return String(
            (0..<columns).map { column -> Character in
                let range = (column * values.count / columns)..<((column + 1) * values.count / columns)
                guard let value = values[range].compactMap(\.self).max() else { return "·" }
                return blocks[max(0, min(7, Int(value / most * 7.999)))]
            })
    }

    private static func cut(_ text: String, _ width: Int) -> String {
        guard TerminalText.width(text) > width else { return text }
        var kept = ""
        for character in text where TerminalText.width(kept) + TerminalText.width(String(character)) < width {
            kept.append(character)
        }
        return kept + "…"
    }

    static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - TerminalText.width(text)))
    }

    static func padLeft(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - TerminalText.width(text))) + text
    }
}
