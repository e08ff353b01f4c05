/// A name for columns that belong together.
struct Preset {
    let name: String
    let calls: [String]
    let description: String

    static let all = [
        Preset(
            name: "red",
            calls: [
                "count", "rate", #"ratio(status >= 500 || level in ("error", "fatal")) as error_ratio"#,
                "p50(duration)", "p95(duration)", "p99(duration)",
            ],
            description: "rate, errors and duration: the golden signals of what answers requests")
    ]

    static func named(_ name: String) -> Preset? { all.first { $0.name == name } }
}
