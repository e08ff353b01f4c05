import FilterKit
import Records

/// A report for readers of mail: tables and pictures, each rule of style in its place, for most of them know nothing else.
struct MailPage {
    let report: Report
    let zone: TimeZoneRules

    private static let font = "font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif"
    private static let soft = "color:#5a6673"

    /// How the picture of a chart is called in the message.
    static func name(ofChart index: Int) -> String { "chart\(index + 1)@weir-report" }

    var html: String {
        """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>\(HTMLPage.text(report.title))</title></head>
        <body style="margin:0;padding:16px 8px;background:#f4f6f8;color:#17202a;\(Self.font);font-size:15px;line-height:1.4">
        <table role="presentation" align="center" width="620" cellpadding="0" cellspacing="0" style="max-width:100%;margin:0 auto">
        <tr><td style="padding:0 0 12px"><div style="font-size:22px;font-weight:bold">\(HTMLPage.text(report.title))</div>
        <div style="\(Self.soft)">\(period)</div>\(report.quality.map { "<div style=\"\(Self.soft)\">\(HTMLPage.text($0))</div>" } ?? "")</td></tr>
        \(tiles)
        \(report.charts.enumerated().map(chart).joined(separator: "\n"))
        \(bands)
        \(report.tables.map(table).joined(separator: "\n"))
        <tr><td style="\(Self.soft);font-size:13px">\(report.notes.map { "<p>\(HTMLPage.text($0))</p>" }.joined())</td></tr>
        </table></body></html>

        """
    }

    private var period: String {
        var text = "\(Calendar.text(report.since, zone)) to \(Calendar.text(report.until, zone))"
        if let against = report.against { text += ", compared with \(HTMLPage.text(against))" }
        return text
    }

    private func card(_ content: String) -> String {
        "<tr><td style=\"background:#ffffff;border:1px solid #dde3e9;padding:12px 14px\">\(content)</td></tr><tr><td style=\"height:12px;font-size:1px;line-height:1px\">&nbsp;</td></tr>"
    }

    private func heading(_ text: String) -> String {
        "<div style=\"font-weight:bold;padding-bottom:8px\">\(HTMLPage.text(text))</div>"
    }

    private var tiles: String {
        guard !report.tiles.isEmpty else { return "" }
        let cells = report.tiles.map { tile in
            let mood = tile.change.map { change in
                let color =
                    change.mood == .better ? "#1d7a46" : change.mood == .worse ? "#b3261e" : "#5a6673"
                return "<div style=\"font-size:13px;color:\(color)\">\(change.text)</div>"
            }
            return
                "<td valign=\"top\" width=\"25%\" style=\"padding:4px 6px\"><div style=\"font-size:13px;\(Self.soft)\">\(HTMLPage.text(tile.name))</div><div style=\"font-size:20px;font-weight:bold;white-space:nowrap\">\(tile.value)</div>\(mood ?? "")</td>"
        }
        let rows = stride(from: 0, to: cells.count, by: 4).map { start in
            "<tr>\(cells[start..<min(cells.count, start + 4)].joined())</tr>"
        }
        return card(
            "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\">\(rows.joined())</table>")
    }

    private func chart(_ index: Int, _ chart: Report.Chart) -> String {
        let figure = ChartFigure(chart: chart, report: report, zone: zone)
        let lines = chart.lines.reversed() + (chart.before.map { [$0] } ?? [])
        let legend = lines.map { line in
            "<span style=\"color:\(ChartPicture.color(line.style))\">&#9632;</span> \(HTMLPage.text(line.name))"
        }.joined(separator: " &nbsp; ")
        let marks = Calendar.marks(report.times, width: report.width, zone)
        let ends = [marks.first, marks.count > 2 ? marks[marks.count / 2] : nil, marks.count > 1 ? marks.last : nil]
        let labels = zip(ends, ["left", "center", "right"]).map { index, side in
            let text = index.map { Calendar.label(report.times[$0], zone, width: report.width) } ?? ""
            return "<td align=\"\(side)\" width=\"33%\" style=\"font-size:12px;\(Self.soft)\">\(text)</td>"
        }
        let grid = figure.scale.ticks.dropFirst().map { Figure.text($0, chart.unit) }.joined(separator: ", ")
        return card(
            heading(chart.title) + "<div style=\"font-size:12px;\(Self.soft)\">lines at \(grid)"
                + (chart.lines.count > 1 || chart.before != nil ? " &nbsp; \(legend)" : "") + "</div>"
                + "<img src=\"cid:\(Self.name(ofChart: index))\" width=\"580\" height=\"140\" alt=\"\(HTMLPage.text(figure.summary))\" style=\"display:block;width:100%;max-width:580px\">"
                + "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\"><tr>\(labels.joined())</tr></table>"
        )
    }

    private var bands: String {
        guard !report.bands.isEmpty else { return "" }
        let rows = report.bands.map { band in
            "<tr><td style=\"padding:3px 0\">\(HTMLPage.text(band.name))</td><td align=\"right\" style=\"padding:3px 0;white-space:nowrap\">\(Calendar.text(band.from, zone)) to \(band.isOpen ? "<b style=\"color:#b3261e\">now</b>" : Calendar.text(band.until, zone))</td></tr>"
        }
        return card(
            heading("Alerts")
                + "<table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" style=\"font-size:14px\">\(rows.joined())</table>"
        )
    }

    private func table(_ table: Report.Table) -> String {
        let head = table.columns.map {
            "<th align=\"right\" style=\"padding:3px 0 3px 10px;font-weight:normal;font-size:12px;\(Self.soft)\">\($0.name)</th>"
        }
        let most = max(table.rows.map(\.share).max() ?? 1, 1e-9)
        let rows = table.rows.map { row in
            let numbers = zip(row.values, table.columns).map { value, column in
                let isBad = column.name == "errors" && (value ?? 0) >= 0.01
                return
                    "<td align=\"right\" valign=\"top\" style=\"padding:3px 0 3px 10px;white-space:nowrap\(isBad ? ";color:#b3261e" : "")\">\(Figure.text(value, column.unit))</td>"
            }
            let share = max(1, Int((row.share.isFinite ? row.share / most * 100 : 0).rounded()))
            let bar =
                "<div style=\"width:\(share)%;height:3px;background:#2b6cb0;font-size:1px;line-height:1px\">&nbsp;</div>"
            return
                "<tr><td style=\"padding:3px 0;word-break:break-all\">\(HTMLPage.text(row.name))\(bar)</td>\(numbers.joined())</tr>"
        }
        let more =
            table.more > 0
            ? "<div style=\"\(Self.soft);font-size:13px\">and \(Figure.count(Double(table.more))) more</div>" : ""
        return card(
            heading(table.title)
                + "<table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" style=\"font-size:14px\"><tr><th></th>\(head.joined())</tr>\(rows.joined())</table>\(more)"
        )
    }
}
