/// The cheapest way to turn the expected lines into the printed ones. It costs nothing exactly if they match; otherwise it is
/// the difference to show, and it tells which lines to keep when the transcript is recorded anew.
struct Comparison {
    enum Step {
        case same(ExpectedLine, PrintedLine)
        /// A line under an ellipsis, or an ellipsis itself.
        case elided(PrintedLine)
        case ellipsis(ExpectedLine)
        case missing(ExpectedLine)
        case unexpected(PrintedLine)
    }

    let steps: [Step]

    var isMatch: Bool {
        steps.allSatisfy {
            switch $0 {
            case .same, .elided, .ellipsis: true
            case .missing, .unexpected: false
            }
        }
    }

    init(expected: [ExpectedLine], printed: [PrintedLine]) {
        let costs = Self.costs(expected, printed)
        var steps: [Step] = []
        var (e, p) = (0, 0)
        while e < expected.count || p < printed.count {
            let cost = costs[e][p]
            if e < expected.count, expected[e].isAnyLines {
                if cost == costs[e + 1][p] {
                    steps.append(.ellipsis(expected[e]))
                    e += 1
                } else {
                    steps.append(.elided(printed[p]))
                    p += 1
                }
            } else if e < expected.count, p < printed.count, cost == costs[e + 1][p + 1],
                expected[e].matches(printed[p])
            {
                steps.append(.same(expected[e], printed[p]))
                (e, p) = (e + 1, p + 1)
            } else if e < expected.count, cost == costs[e + 1][p] + 1 {
                steps.append(.missing(expected[e]))
                e += 1
            } else {
                steps.append(.unexpected(printed[p]))
                p += 1
            }
        }
        self.steps = steps
    }

    /// The cost of each rest: `costs[e][p]` for the expected lines from `e` and the printed ones from `p`.
    private static func costs(_ expected: [ExpectedLine], _ printed: [PrintedLine]) -> [[Int]] {
        var costs = Array(repeating: Array(repeating: 0, count: printed.count + 1), count: expected.count + 1)
        for e in stride(from: expected.count, through: 0, by: -1) {
            for p in stride(from: printed.count, through: 0, by: -1) {
                var cost = e == expected.count && p == printed.count ? 0 : Int.max
                if e < expected.count {
                    cost = min(cost, costs[e + 1][p] + (expected[e].isAnyLines ? 0 : 1))
                }
                if p < printed.count {
                    cost = min(cost, costs[e][p + 1] + (e < expected.count && expected[e].isAnyLines ? 0 : 1))
                }
                if e < expected.count, p < printed.count, expected[e].matches(printed[p]) {
                    cost = min(cost, costs[e + 1][p + 1])
                }
                costs[e][p] = cost
            }
        }
        return costs
    }

    /// As `diff -u` shows it.
    var difference: String {
        steps.map {
            switch $0 {
            case .same(let line, _), .ellipsis(let line): "  \(line.source)"
            case .elided(let line): "  \(line.recorded)"
            case .missing(let line): "- \(line.source)"
            case .unexpected(let line): "+ \(line.recorded)"
            }
        }.joined(separator: "\n")
    }

    /// What the transcript should say: patterns that still match stay, everything else is taken from the output.
    var recorded: [String] {
        var lines = steps.compactMap { step in
            switch step {
            case .same(let line, _), .ellipsis(let line): line.source
            case .unexpected(let line): line.recorded
            case .elided, .missing: nil as String?
            }
        }
        // An empty line at the end would belong to the explanation.
        if lines.last == "" { lines[lines.count - 1] = "(esc)" }
        return lines
    }
}

extension ExpectedLine {
    fileprivate var isAnyLines: Bool { if case .anyLines = kind { true } else { false } }
}
