import FilterKit
import Records
import Testing

@testable import Report

@Suite("Figures of a report")
struct FigureTests {
    @Test(
        "Three digits that count, and a unit",
        arguments: [
            (0, Report.Unit.count, "0"), (999, .count, "999"), (1234, .count, "1\u{202F}234"),
            (1_234_567, .count, "1.23 M"), (0.5, .perSecond, "0.5/s"), (0.00001, .share, "<0.01 %"),
            (0.1234, .share, "12.3 %"), (1, .share, "100 %"), (0.0123, .seconds, "12.3ms"),
            (1024 * 1024, .bytes, "1MiB"),
        ] as [(Double, Report.Unit, String)])
    func texts(value: Double, unit: Report.Unit, text: String) {
        #expect(Figure.text(value, unit) == text)
    }

    @Test("What is no number is a dash")
    func nothing() {
        #expect(Figure.text(nil, .count) == "–")
        #expect(Figure.text(.nan, .seconds) == "–")
        #expect(Figure.text(.infinity, .bytes) == "–")
    }

    @Test(
        "An axis has a few round steps, and reaches over what is drawn",
        arguments: [0.00003, 0.7, 3, 17, 99, 1e6, 3e15])
    func ticks(most: Double) {
        for unit in [Report.Unit.count, .perSecond, .share, .bytes] {
            let ticks = Figure.ticks(upTo: most, unit)
            #expect(ticks.count >= 2 && ticks.count <= 7)
            #expect(ticks[0] == 0)
            #expect((ticks.last ?? 0) >= most)
        }
    }

    @Test("Durations that lie far apart are drawn in steps of equal ratios")
    func logarithmic() {
        let scale = Scale([0.001, 0.02, 9], .seconds)
        #expect(scale.ticks == [0.001, 0.01, 0.1, 1, 10])
        #expect(scale.position(0.001) == 0)
        #expect(abs(scale.position(0.1) - 0.5) < 1e-9)
        #expect(scale.position(10) == 1)
        #expect(scale.position(0) == 0)
        #expect(Scale([1, 3], .seconds).ticks[0] == 0)
        #expect(Scale([], .seconds).ticks == [0, 1])
    }

    @Test("A change says how much, and whether that is a lot")
    func changes() {
        #expect(Figure.change(11, 10) == "+10 %")
        #expect(Figure.change(5, 10) == "−50 %")
        #expect(Figure.change(40, 10) == "×4")
        #expect(Figure.change(10, 10) == "±0 %")
        #expect(Figure.change(1, 0) == nil)
    }

    @Test("Nothing of a log is markup, and nothing turns a terminal's text around")
    func inert() {
        let hostile = "<img src=x onerror='a()'>&\"\u{202E}\u{1B}]0;x\u{7}"
        let html = HTMLPage.text(hostile)
        #expect(!html.contains("<") && !html.contains("\"") && !html.contains("'"))
        #expect(!html.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{202E}" })
        #expect(!MarkdownReport.text("[a](http://b)|<i>").contains("]("))
    }

    @Test("Sparklines show gaps as points, and the largest of what a column stands for")
    func sparks() {
        #expect(TextReport.spark([0, 4, nil, 8], 10) == "▁▄·█")
        #expect(TextReport.spark([1, 8, 1, 1], 2) == "█▁")
        #expect(TextReport.spark([], 10).isEmpty)
        #expect(Sparkline(values: [nil, nil]).svg.isEmpty)
        #expect(Sparkline(values: [1, 2, nil, 2, 1]).svg.contains("<path"))
    }
}
