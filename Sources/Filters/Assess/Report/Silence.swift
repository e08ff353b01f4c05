/// How long nothing may come before that is out of the ordinary, from the gaps between windows that have lines. Holes are left out: an
/// outage says nothing of how long a service is quiet as a rule. Of a log that comes by the clock, two turns are as long as one can know.
struct Silence: Equatable {
    /// Seconds without a line that are out of the ordinary.
    let limit: Int64
    /// The longest gap that is none, in seconds.
    let longest: Int64
    /// Gaps that were left out, and how long the longest of them is.
    let holes: Int
    let longestHole: Int64
    /// Gaps, holes among them, that are as long as the limit.
    let firings: Int

    /// Beyond so many times what nine in ten of the gaps stay below, a gap is a hole; one of more than a week always is.
    private static let far: Int64 = 20
    private static let week: Int64 = 7 * 86_400

    /// - Parameters:
    ///   - starts: of windows with lines, in order, in seconds.
    ///   - period: seconds after which lines come again, where they come by the clock and most of the time has none: each gap is a hole.
    init(_ starts: [Int64], width: Int64, period: Int64? = nil) {
        let gaps = zip(starts, starts.dropFirst()).map { $1 - $0 - width }.filter { $0 > 0 }.sorted()
        var kept = period == nil ? gaps : []
        if period == nil {
            let fence = gaps.count < 10 ? Self.week : max(gaps[(gaps.count - 1) * 9 / 10], width) * Self.far
            kept = gaps.filter { $0 <= min(fence, Self.week) }
        }
        holes = gaps.count - kept.count
        longestHole = holes > 0 ? gaps[gaps.count - 1] : 0
        // What comes once a week may be told: of a long log the longest gaps do not count, one for each week.
        let covered = (starts.last ?? 0) - (starts.first ?? 0) - gaps.suffix(holes).reduce(0, +)
        kept.removeLast(min(kept.count, Int(covered / Self.week)))
        longest = kept.last ?? 0
        let quiet = max(3 * width, min(86_400, (2 * longest + width - 1) / width * width))
        let limit = period.map { max(quiet, (2 * $0 + width - 1) / width * width) } ?? quiet
        self.limit = limit
        firings = gaps.reduce(0) { $0 + ($1 >= limit ? 1 : 0) }
    }
}
