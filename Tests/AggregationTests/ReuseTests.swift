import Bytes
import TestSupport
import Testing

@testable import Aggregation

@Suite("What is used again")
struct ReuseTests {
    private static let minute: Int64 = 60_000_000_000

    /// A window's lines: of few or many series, with values near each other or far apart, and now and then none.
    private static func lines(ofMinute minute: Int, _ random: inout SeededGenerator) -> [String] {
        let paths = [1, 3, 40, 500].randomElement(using: &random) ?? 1
        let scales: [Double] = [1, 1e-3, 1e9, -4]
        let scale = scales.randomElement(using: &random) ?? 1
        return (0..<Int.random(in: 1...600, using: &random)).map { _ in
            let path = Int.random(in: 0..<paths, using: &random)
            let value = Int.random(in: -3...40, using: &random)
            let status = [200, 404, 503].randomElement(using: &random) ?? 200
            return "{\"time\":\"2026-11-24T10:\(minute / 10)\(minute % 10):00Z\",\"path\":\"/\(path)\","
                + "\"status\":\(status),\"client\":\"c\(value)\",\"duration\":\(Double(value) * scale)}"
        }
    }

    @Test(
        "A window that takes the memory of one before holds nothing of it",
        arguments: [["red"], SampleRecords.functions, ["distinct(client)", "sum(duration)", "max(duration)", "http"]])
    func windows(words: [String]) throws {
        var random = SeededGenerator(seed: 41)
        var aggregation = try Aggregation(words, by: ["path"], every: Self.minute)
        aggregation.options.lateness = 0
        aggregation.options.maxSeries = 400
        let windows = (0..<60).map { Self.lines(ofMinute: $0, &random) }
        let together = try aggregation(windows.flatMap(\.self))
        let alone = try windows.flatMap { try aggregation($0) }
        #expect(together == alone)
    }

    @Test("A number's text is the same whether it is remembered or not")
    func texts() throws {
        var random = SeededGenerator(seed: 42)
        var remembering = ColumnTexts()
        var forgetful = ColumnTexts(remembers: false)
        var left = ByteBuffer(capacity: 64)
        var right = ByteBuffer(capacity: 64)
        let readings = [Reading.rate, .ratio(0), .quantile(0, .zero)]
        var numbers: [Double] = [0, -0.0, 1, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, 1e300, 1 / 3.0, 0.1]
        for _ in 0..<20_000 {
            if Bool.random(using: &random) { numbers.append(Double(Int.random(in: 0...9000, using: &random)) / 60) }
            let number = numbers.randomElement(using: &random) ?? 0
            let reading = readings.randomElement(using: &random) ?? .rate
            remembering.append(number, reading, to: &left)
            forgetful.append(number, reading, to: &right)
            left.append(0x0A)
            right.append(0x0A)
        }
        #expect(left.contents == right.contents)
    }
}
