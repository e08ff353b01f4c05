import TestSupport

/// Records made up from a seed, with everything in them that makes merging hard: numbers beyond 64 bits, decimals of many
/// scales, texts that are numbers, missing fields, duplicates of time and value, and events out of order.
enum SampleRecords {
    /// - Parameter disorder: seconds that an event may be out of order.
    static func make(_ count: Int, seed: UInt64, disorder: Int = 0, paths: Int = 9) -> [String] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { index in
            let second = index / 3 + (disorder > 0 ? Int.random(in: 0...disorder, using: &random) : 0)
            var members = ["\"time\":\"2026-11-24T\(clock(second))Z\""]
            if Int.random(in: 0..<10, using: &random) > 0 {
                members.append("\"path\":\"/\(Int.random(in: 0..<paths, using: &random))\"")
            }
            members.append("\"bytes\":\(number(&random))")
            if Bool.random(using: &random) {
                members.append("\"duration\":0.\(Int.random(in: 1...9999, using: &random))")
            }
            members.append("\"status\":\([200, 200, 200, 404, 500].randomElement(using: &random) ?? 200)")
            members.append("\"client\":\"10.0.\(Int.random(in: 0..<4, using: &random)).\(index % 50)\"")
            members.append("\"total\":\(index * 7 % 900)")
            members.append("\"copies\":\(Int.random(in: 1...3, using: &random))")
            return "{\(members.joined(separator: ","))}"
        }
    }

    private static func clock(_ second: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(second / 3600 % 24)):\(two(second / 60 % 60)):\(two(second % 60))"
    }

    private static func number(_ random: inout SeededGenerator) -> String {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: "9223372036854775807"
        case 1: "-\(Int.random(in: 0...1_000_000, using: &random)).\(Int.random(in: 0...999, using: &random))"
        case 2: "\(Int.random(in: 1...9, using: &random))e\(Int.random(in: -30...60, using: &random))"
        case 3: "\"\(Int.random(in: 0...99, using: &random))\""
        case 4: "0.1"
        case 5: "null"
        default: "\(Int.random(in: 0...100_000, using: &random))"
        }
    }

    /// All functions there are.
    static let functions = [
        "red", "sum(bytes)", "mean(bytes)", "min(bytes)", "max(bytes)", "range(bytes)", "stddev(bytes)",
        "variance(duration)", "median(bytes)", "p99.9(bytes)", "quantile(duration, 0.25)", "count(duration)",
        "distinct(client)", "first(status)", "last(client)", "any(client)", "top(3, client)", "values(client, 4)",
        "histogram(duration)", "histogram(bytes, 0, 10.5, 1e6) as sizes", "apdex(duration, 0.2)", "delta(total)",
        "increase(total)", "ratio(status == 404) as missing",
    ]
}
