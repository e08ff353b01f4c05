import Records
import TestSupport
import Testing

@testable import Aggregation

@Suite("Numbers")
struct NumberTests {
    @Test(
        "9007199254740993, Int64.max+1 and 1e400 go through unchanged",
        arguments: ["9007199254740993", "9223372036854775808", "1e400"])
    func unchanged(number: String) throws {
        let aggregation = try Aggregation(
            ["sum(n)", "min(n)", "max(n)", "first(n)", "any(n)", "values(n, 2)", "top(1, n)"], by: ["n"])
        let line = try #require(aggregation(["{\"time\":\"2026-11-24T10:00:00Z\",\"n\":\(number)}"]).first)
        let expected =
            "{\"n\":N,\"n_sum\":N,\"n_min\":N,\"n_max\":N,\"n_first\":N,\"n_any\":N,\"n_values\":[N],"
            + "\"n_top\":[{\"value\":N,\"count\":1}],\"_by\":[\"n\"]}"
        #expect(line == expected.replacing("N", with: number))
    }

    @Test("p99 against the exact value on Pareto, sorted, constant, and merged input: within 1 % relative")
    func quantiles() throws {
        var random = SeededGenerator(seed: 30)
        let pareto = (0..<4000).map { _ in 0.001 / Double.random(in: 0.0001...1, using: &random).squareRoot() }
        let inputs = [
            pareto, pareto.sorted(), Array(pareto.sorted().reversed()), [Double](repeating: 0.25, count: 500),
        ]
        let aggregation = try Aggregation(["p50(duration)", "p99(duration)", "p99.9(duration)"])
        for values in inputs {
            let lines = values.map { "{\"duration\":\(DoubleText.json($0) ?? "null")}" }
            let whole = try aggregation(lines)
            let parts = try [lines.prefix(100), lines.dropFirst(100)].flatMap { try aggregation.partial(Array($0)) }
            #expect(try aggregation.merge(parts) == whole)
            let sorted = values.sorted()
            let line = try #require(whole.first)
            for (name, share) in [("p50", 0.5), ("p99", 0.99), ("p99_9", 0.999)] {
                let match = try #require(line.firstMatch(of: try Regex("\"duration_\(name)\":([0-9.e-]+)")))
                let answer = try #require(match.output[1].substring.flatMap { Double($0) })
                let exact = sorted[max(0, Int((share * Double(sorted.count)).rounded(.up)) - 1)]
                #expect(abs(answer / exact - 1) < 0.01)
            }
        }
    }
}
