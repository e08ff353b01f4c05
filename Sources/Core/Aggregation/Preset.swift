/// A name for columns that belong together. The fields are those that all formats have in common (weir-record(5)).
package struct Preset {
    let name: String
    let description: String
    let calls: [String]

    private static let errors = #"ratio(status >= 500 || level in ("error", "fatal")) as error_ratio"#

    static let all = [
        Preset(
            name: "red", description: "rate, errors and duration of what answers requests",
            calls: ["count", "rate", errors, "p50(duration)", "p95(duration)", "p99(duration)"]),
        Preset(
            name: "golden", description: "the four golden signals: latency, traffic, errors and saturation",
            calls: [
                "p50(duration)", "p99(duration)", "rate", errors, "max(saturation ?? utilization) as saturation",
            ]),
        Preset(
            name: "use", description: "utilization, saturation and errors of what is used",
            calls: [
                "mean(utilization)", "max(utilization)", "max(saturation ?? queue) as saturation",
                #"count(level in ("error", "fatal")) as errors"#,
            ]),
        Preset(
            name: "traffic", description: "hits, visitors and bytes",
            calls: ["count as hits", "distinct(client) as visitors", "sum(bytes) as bytes"]),
        Preset(
            name: "http", description: "requests by the class of their status, with durations and bytes",
            calls: [
                "count", "rate", "count(status >= 200 && status < 300) as status_2xx",
                "count(status >= 300 && status < 400) as status_3xx",
                "count(status >= 400 && status < 500) as status_4xx", "count(status >= 500) as status_5xx",
                "p50(duration)", "p95(duration)", "p99(duration)", "sum(bytes)",
            ]),
    ]

    static func named(_ name: String) -> Preset? { all.first { $0.name == name } }

    /// What a preset stands for, in lines that can be copied to a shell.
    var explanation: String {
        "\(name): \(description)\n" + calls.map { "  \(Self.quoted($0))\n" }.joined()
    }

    private static func quoted(_ call: String) -> String {
        call.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A } ? call : "'\(call)'"
    }

    /// The explanation of words of the command line; of all presets, if there are none.
    package static func explain(_ words: [String]) -> String {
        if words.isEmpty { return all.map(\.explanation).joined() }
        return words.map { named($0)?.explanation ?? "\(quoted($0))\n" }.joined()
    }
}
