/// Counts by windows of time, for the thresholds that a log itself suggests. Windows grow when they become many, so that the
/// memory stays small however long the log.
struct WindowCounts {
    /// Each divides the next.
    static let widths: [Int64] = [60, 300, 900, 3600, 6 * 3600, 86_400]
    private static let mostWindows = 20_000

    private(set) var width: Int64 = widths[0]
    private(set) var counts: [Int64: Int] = [:]

    /// - Parameter second: since 1970.
    mutating func add(_ second: Int64, _ count: Int = 1) {
        counts[Self.start(second, width), default: 0] += count
        while counts.count > Self.mostWindows, let wider = Self.widths.first(where: { $0 > width }) {
            counts = rebinned(to: wider)
            width = wider
        }
    }

    static func start(_ second: Int64, _ width: Int64) -> Int64 {
        let rest = second % width
        return second - (rest < 0 ? rest + width : rest)
    }

    func rebinned(to wider: Int64) -> [Int64: Int] {
        guard wider > width else { return counts }
        var result: [Int64: Int] = [:]
        for (start, count) in counts { result[Self.start(start, wider), default: 0] += count }
        return result
    }

    /// Windows wide enough for a statistic: half of those that have anything have thirty or more, and there are some to
    /// compare. The widest that leaves a dozen where the log is thin.
    /// - Parameter least: none is narrower.
    func usefulWidth(from least: Int64) -> Int64 {
        var best = max(width, least)
        for candidate in Self.widths where candidate >= best {
            let counts = rebinned(to: candidate).values.sorted()
            if candidate > max(width, least), counts.count < 12 { break }
            best = candidate
            if counts[counts.count / 2] >= 30 { break }
        }
        return best
    }
}
