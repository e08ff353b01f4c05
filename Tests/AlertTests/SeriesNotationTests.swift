import Testing

@testable import Alert

@Suite("The notation of promtool's series")
struct SeriesNotationTests {
    @Test(
        "Values",
        arguments: [
            ("1 2.5 -3", ["1", "2.5", "-3"]), ("0+1x3", ["0", "1", "2", "3"]), ("10-2.5x2", ["10", "7.5", "5"]),
            ("1x2 _ stale _x2 1e3", ["1", "1", "1", nil, nil, nil, nil, "1e3"]), ("-1-1x1", ["-1", "-2"]), ("", []),
        ] as [(String, [String?])])
    func values(_ example: (text: String, values: [String?])) throws {
        #expect(try SeriesNotation.values(example.text) == example.values)
    }

    @Test("What is none", arguments: ["one", "1+x3", "1+1x", "1+1x-1", "1x9999999999", "0x2000000", "NaN", "+1"])
    func noValues(_ text: String) {
        #expect(throws: SeriesNotation.Failure.self) { try SeriesNotation.values(text) }
    }

    @Test("Series")
    func series() throws {
        let series = try SeriesNotation(#"http_errors{path="/a b", q='it\'s', } "#)
        #expect(series.name == "http_errors")
        #expect(series.labels.map(\.name) == ["path", "q"])
        #expect(series.labels.map(\.value) == ["/a b", "it's"])
        for wrong in ["", "{a=\"b\"}", "x{a}", "x{a=b}", "x{a=\"b}", "x{a=\"b\"", "x y"] {
            #expect(throws: SeriesNotation.Failure.self) { try SeriesNotation(wrong) }
        }
    }
}
