import Decompression
import Foundation
import Testing

@testable import Report

@Suite("Pictures for mail")
struct PictureTests {
    private static func report(_ values: [Double?]) -> Report {
        var report = Report()
        report.times = values.indices.map { Int64($0) * 60_000_000_000 }
        report.width = 60_000_000_000
        report.gaps = values.indices.filter { values[$0] == nil }
        return report
    }

    @Test("A bar is as high as its share of the axis, and a time without data is shaded")
    func bars() {
        let values: [Double?] = [0, 5, 10, nil]
        let report = Self.report(values)
        let chart = Report.Chart(
            title: "", kind: .bars, unit: .count, lines: [.init(name: "", style: "main", values: values)])
        let image = ChartPicture(chart: chart, report: report).drawn
        func isBar(_ column: Int, _ share: Double) -> Bool {
            let x = Int((Double(column) + 0.5) * Double(image.width) / 4)
            return image[x, Int((1 - share) * Double(image.height - 1))] == 4
        }
        #expect(!isBar(0, 0.1))
        #expect(isBar(1, 0.3) && !isBar(1, 0.9))
        #expect(isBar(2, 0.3) && isBar(2, 0.77))
        #expect(!isBar(3, 0.1))
        #expect(image[image.width * 7 / 8, image.height / 3] == 3)
    }

    @Test("It is a PNG: signature, chunks that end with IEND, and no number of a chart makes it crash")
    func encoded() {
        for values in [[], [nil], [0], [.infinity, 1], [-5, 1e300, 1e-300], [.nan, nil, 3]] as [[Double?]] {
            let report = Self.report(values)
            for kind in [Report.Chart.Kind.bars, .lines] {
                let line = Report.Line(name: "a", style: "p99", values: values)
                let chart = Report.Chart(title: "", kind: kind, unit: .seconds, lines: [line], before: line)
                let png = ChartPicture(chart: chart, report: report).png
                #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
                #expect(Array(png.suffix(8).prefix(4)) == Array("IEND".utf8))
                #expect(!ChartFigure(chart: chart, report: report, zone: .utc).html.isEmpty)
            }
        }
    }
}
