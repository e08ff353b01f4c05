import Records

/// How many fail as a rule, without the windows in which more failed than chance explains: an incident in a log must not become what is
/// usual, or no alert would tell of the next one.
struct UsualShare: Equatable {
    /// Of the windows that do not stand out.
    private(set) var failed = 0
    private(set) var total = 0
    /// Of all.
    private(set) var allFailed = 0
    private(set) var allTotal = 0
    /// When windows begin that stand out, in order; none where they would be most of them, for then it is their way.
    private(set) var odd: [Int64] = []

    var all: Double { allTotal > 0 ? Double(allFailed) / Double(allTotal) : 0 }
    var usual: Double { total > 0 ? Double(failed) / Double(total) : 0 }
    /// One more than were seen: none in a thousand does not say that there will be none in the next.
    var likely: Double { Double(failed + 1) / Double(total + 1) }

    /// Windows are left out until none of those that stay has a number of failures of which fewer than a tenth of a window were to be
    /// expected in all of the log.
    /// - Parameters:
    ///   - failures: by the start of a window; those without any need not be in it.
    ///   - events: that may fail, by the start of a window.
    init(_ failures: [Int64: Int], of events: [Int64: Int]) {
        allFailed = failures.values.reduce(0, +)
        allTotal = events.values.reduce(0, +)
        (failed, total) = (allFailed, allTotal)
        let rarest = 0.1 / Double(max(events.count, 1))
        for _ in 0..<32 {
            let found = failures.filter { start, count in
                let mean = likely * Double(events[start] ?? 0)
                return Double(count) > mean && Chance.atLeast(count, mean: mean) < rarest
            }
            let starts = found.keys.sorted()
            if starts == odd { return }
            guard starts.count * 2 <= events.count else {
                (failed, total, odd) = (allFailed, allTotal, [])
                return
            }
            odd = starts
            failed = allFailed - found.values.reduce(0, +)
            total = allTotal - starts.reduce(0) { $0 + (events[$1] ?? 0) }
        }
    }

    /// Failures in windows that stand out, and when: `54 in 7 windows of 1m`, `from … to …`; nil where none does.
    func text(width: Int64) -> (count: String, time: String)? {
        guard let first = odd.first.flatMap({ Timestamp(seconds: $0) }), let last = odd.last,
            let end = Timestamp(seconds: last + width)
        else { return nil }
        let windows = odd.count == 1 ? "one window" : "\(NumberText.grouped(odd.count)) windows"
        // One thing that happened, or several.
        let isOne = last + width - (odd.first ?? 0) <= 2 * Int64(odd.count) * width
        return (
            "\(NumberText.grouped(allFailed - failed)) in \(windows) of \(DurationText.format(width * 1_000_000_000))",
            odd.count == 1
                ? "at \(first.text)" : isOne ? "from \(first.text) to \(end.text)" : "the first at \(first.text)"
        )
    }
}
