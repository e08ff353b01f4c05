/// A chart's plot as a picture: twice as large as it is shown, for fine screens.
struct ChartPicture {
    let chart: Report.Chart
    let report: Report

    static let width = 1160
    static let height = 280

    /// The colours of the page when it is light.
    private static let palette: [UInt32] = [
        0xFFFFFF, 0xE8EDF1, 0xF8E0DD, 0xEFF2F5, 0x2B6CB0, 0x5B9BD5, 0x9FB4C7, 0xE0A030, 0xC8372D, 0x6AA9A0, 0x5A6673,
    ]
    private static let colors: [String: UInt8] = [
        "main": 4, "ok": 5, "moved": 6, "client": 7, "server": 8, "median": 9, "p95": 7, "p99": 8, "before": 10,
    ]

    static func color(_ style: String) -> String {
        let text = String(palette[Int(colors[style] ?? 4)], radix: 16)
        return "#" + String(repeating: "0", count: 6 - text.count) + text
    }

    var png: [UInt8] { drawn.encoded }

    var drawn: PNGImage {
        var image = PNGImage(width: Self.width, height: Self.height, palette: Self.palette)
        let figure = ChartFigure(chart: chart, report: report, zone: .utc)
        let scale = figure.scale
        let count = max(1, report.times.count)
        let step = Double(Self.width) / Double(count)
        let height = Double(Self.height)
        for gap in report.gaps { image.fill(x: Double(gap) * step, y: 0, width: step, height: height, 3) }
        for band in report.bands {
            let from = figure.share(band.from) * Double(Self.width)
            let until = figure.share(band.until) * Double(Self.width)
            image.fill(x: from, y: 0, width: max(4, until - from), height: height, 2)
        }
        for tick in scale.ticks {
            image.fill(x: 0, y: min(height - 2, y(tick, scale)), width: Double(Self.width), height: 2, 1)
        }
        if chart.kind == .bars {
            for index in 0..<count {
                var top = height
                for line in chart.lines {
                    guard index < line.values.count, let value = line.values[index], value > 0 else { continue }
                    let size = scale.position(value) * height
                    top -= size
                    image.fill(
                        x: Double(index) * step + step * 0.08, y: top, width: step * 0.84, height: size,
                        Self.colors[line.style] ?? 4)
                }
            }
        }
        if let before = chart.before { draw(before, scale, step, dashed: true, &image) }
        if chart.kind == .lines {
            for line in chart.lines.reversed() { draw(line, scale, step, dashed: false, &image) }
        }
        return image
    }

    private func y(_ value: Double, _ scale: Scale) -> Double {
        Double(Self.height) - scale.position(value) * Double(Self.height)
    }

    private func draw(_ line: Report.Line, _ scale: Scale, _ step: Double, dashed: Bool, _ image: inout PNGImage) {
        var last: (x: Double, y: Double)?
        for (index, value) in line.values.enumerated() {
            guard let value else {
                last = nil
                continue
            }
            let point = (x: (Double(index) + 0.5) * step, y: min(Double(Self.height) - 2, y(value, scale)))
            let isShown = !dashed || index % 2 == 0
            if isShown {
                image.line(from: last ?? point, to: point, thickness: dashed ? 3 : 4, Self.colors[line.style] ?? 4)
            }
            last = point
        }
    }
}
