/// The filters of the other binary, which this one knows by name only: who asks for one before it was built is told how.
enum ShoreFilters {
    static let all = [
        (name: "store", abstract: "Keep metrics in a file, and get them back."),
        (name: "report", abstract: "Draw a report of metrics."),
        (name: "notify", abstract: "Tell people of alerts."),
        (name: "top", abstract: "Watch metrics on the terminal."),
    ]

    static var list: String { all.map { WeirCommand.line("weir-\($0.name)", $0.abstract) }.joined(separator: "\n") }

    static func has(_ word: String) -> Bool { all.contains { $0.name == word } }
}
