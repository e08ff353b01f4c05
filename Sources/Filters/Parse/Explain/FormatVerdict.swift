import Formats

/// What a look at a log's lines said of the formats, and which was taken: for `--explain`.
struct FormatVerdict {
    struct Candidate {
        let name: String
        let weight: Int
        /// Lines of the sample that it takes.
        let matches: Int
    }

    let lines: Int
    /// Those that take something, in the order in which they will be tried.
    let candidates: [Candidate]
    /// Formats that take none of the lines.
    let others: Int
    /// The expression of a header that was learned, and the lines that have its time.
    let learned: (regex: String, matches: Int)?

    /// - Parameter formats: how many there are.
    init(_ found: FormatDetection, formats: Int) {
        lines = found.lines
        candidates = found.candidates.filter { $0.parser.learned == nil }.map { candidate in
            let format = candidate.parser.format
            return Candidate(name: format.name, weight: format.weight, matches: candidate.matches)
        }
        others = formats - candidates.count
        learned = found.shape.map { ($0.regex, $0.lines) }
    }

    private static let mostShown = 8

    /// Which format it is, and why.
    var sentence: String {
        let best = candidates.first
        if let learned {
            let taken =
                best.map { "no format takes more than \($0.matches) of \(lines) lines" } ?? "no format takes any line"
            return "\(taken), but \(learned.matches) have a time in the same place: a header was inferred"
        }
        guard let best else {
            return "no known format takes any of \(lines) lines; the next ones are looked at as well"
        }
        let share = "'\(best.name)' is taken: it matches \(best.matches) of \(lines) lines"
        if candidates.count > 1, candidates[1].matches > best.matches {
            let rest = candidates[1]
            return "'\(best.name)' is tried first: it matches \(best.matches) of \(lines) lines and says more than "
                + "'\(rest.name)', which matches \(rest.matches) and takes the others"
        }
        guard candidates.count > 1, candidates[1].matches == best.matches else {
            return candidates.count > 1 ? share + ", more than any other" : share + ", and no other matches any"
        }
        let second = candidates[1]
        guard second.weight == best.weight else {
            return share
                + " as '\(second.name)' does, but its match says more (score \(best.weight) against \(second.weight))"
        }
        return share + " as '\(second.name)' does, and is looked up before it"
    }

    /// A table of the candidates.
    var rows: [String] {
        var rows = [Self.row("lines", "share", "score", "format")]
        if let learned { rows.append(row(learned.matches, "", "inferred", isFirst: true)) }
        for (index, candidate) in candidates.prefix(Self.mostShown).enumerated() {
            let isFirst = index == 0 && learned == nil
            rows.append(row(candidate.matches, "\(candidate.weight)", candidate.name, isFirst: isFirst))
        }
        let hidden = candidates.count - Self.mostShown
        if hidden > 0 { rows.append("and \(hidden) more that match some") }
        rows.append("\(others) formats match none of them")
        if let learned { rows.append("header: \(learned.regex)") }
        return rows
    }

    private func row(_ matches: Int, _ score: String, _ name: String, isFirst: Bool) -> String {
        let share = "\(matches * 100 / max(1, lines)) %"
        return Self.row("\(matches)", share, score, name + (isFirst ? ", tried first" : ""))
    }

    private static func row(_ lines: String, _ share: String, _ score: String, _ format: String) -> String {
        func right(_ text: String) -> String { String(repeating: " ", count: max(0, 6 - text.count)) + text }
        return "\(right(lines)) \(right(share)) \(right(score))  \(format)"
    }
}
