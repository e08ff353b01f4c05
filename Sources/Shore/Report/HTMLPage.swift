import FilterKit
import Records

/// A report as one page of HTML: no script, no request to anywhere, light and dark, for screens of any width and for paper.
struct HTMLPage {
    let report: Report
    let zone: TimeZoneRules

    /// Names from logs, harmless in markup and for the eye.
    static func text(_ text: String) -> String { HTMLText.escape(TerminalText.harmless(text)) }

    var html: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="weir \(Version.text)">
        <title>\(Self.text(report.title))</title>
        <link rel="icon" href="data:,">
        <style>
        \(Self.style)
        </style>
        </head>
        <body>
        <header>
        <h1>\(Self.text(report.title))</h1>
        <p>\(period)</p>
        \(report.quality.map { "<p>\(Self.text($0))</p>" } ?? "")
        </header>
        <main>
        \(tiles)
        <div class="charts">
        \(report.charts.map { ChartFigure(chart: $0, report: report, zone: zone).html }.joined(separator: "\n"))
        </div>
        \(report.heats.map { HeatFigure(heat: $0, report: report, zone: zone).html }.joined(separator: "\n"))
        \(bands)
        <div class="tables">
        \(report.tables.map(table).joined(separator: "\n"))
        </div>
        \(notes)
        </main>
        <footer><p>Made by weir-report. This page loads nothing and runs nothing.</p></footer>
        </body>
        </html>

        """
    }

    private var period: String {
        let zoneName = zone.isFixed ? "UTC" : "local time"
        var text =
            "<time>\(Calendar.text(report.since, zone))</time> to <time>\(Calendar.text(report.until, zone))</time> \(zoneName)"
        if let against = report.against { text += ", compared with \(Self.text(against))" }
        return text
    }

    private var tiles: String {
        guard !report.tiles.isEmpty else { return "" }
        let items = report.tiles.map { tile in
            let change = tile.change.map { "<dd class=\"change \($0.mood.rawValue)\">\($0.text)</dd>" } ?? ""
            return
                "<div class=\"tile\"><dt>\(Self.text(tile.name))</dt><dd class=\"value\">\(tile.value)</dd>\(change)\(Sparkline(values: tile.course).svg)</div>"
        }
        return
            "<section aria-label=\"In short\"><dl class=\"tiles\">\n\(items.joined(separator: "\n"))\n</dl></section>"
    }

    private var bands: String {
        guard !report.bands.isEmpty else { return "" }
        let rows = report.bands.map { band in
            "<tr><th scope=\"row\">\(Self.text(band.name))</th><td>\(Calendar.text(band.from, zone))</td><td>"
                + (band.isOpen ? "<strong class=\"firing\">firing</strong>" : Calendar.text(band.until, zone))
                + "</td><td class=\"number\">\(Self.text(band.value))</td></tr>"
        }
        return """
            <section class="card"><h2>Alerts</h2><div class="scroll"><table>
            <thead><tr><th scope="col">alert</th><th scope="col">from</th><th scope="col">until</th><th scope="col" class="number">value</th></tr></thead>
            <tbody>\(rows.joined(separator: "\n"))</tbody></table></div></section>
            """
    }

    private func table(_ table: Report.Table) -> String {
        let head = table.columns.map { "<th scope=\"col\" class=\"number\">\($0.name)</th>" }.joined()
        let most = table.rows.map(\.share).max() ?? 1
        let rows = table.rows.map { row in
            let numbers = zip(row.values, table.columns).map { value, column in
                "<td class=\"number\(column.name == "errors" && (value ?? 0) >= 0.01 ? " worse" : "")\">\(Figure.text(value, column.unit))</td>"
            }.joined()
            let bar = most > 0 ? Figure.digits(row.share / most * 100) : "0"
            return "<tr><th scope=\"row\"><span class=\"name\">\(Self.text(row.name))</span>"
                + "<svg class=\"bar\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                + "<rect width=\"\(bar)\" height=\"4\"/></svg></th>\(numbers)<td class=\"number share\">\(Figure.text(row.share, .share))</td></tr>"
        }
        let more = table.more > 0 ? "<p class=\"more\">and \(Figure.count(Double(table.more))) more</p>" : ""
        return """
            <section class="card"><h2>\(Self.text(table.title))</h2><div class="scroll"><table>
            <thead><tr><th scope="col"><span class="hidden">name</span></th>\(head)<th scope="col" class="number share">share</th></tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody></table></div>\(more)</section>
            """
    }

    private var notes: String {
        var notes = report.notes
        if !report.gaps.isEmpty {
            notes.append(
                "\(report.gaps.count) of \(report.times.count) times of \(Calendar.text(ofWidth: report.width)) have no data; they are hatched."
            )
        }
        guard !notes.isEmpty else { return "" }
        return "<section class=\"notes\"><h2>How far to trust this</h2><ul>"
            + notes.map { "<li>\(Self.text($0))</li>" }.joined() + "</ul></section>"
    }
}
