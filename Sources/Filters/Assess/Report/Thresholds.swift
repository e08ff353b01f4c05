import Advice
import Metrics
import Records

/// Where an alert may begin, taken from the log itself: what is out of the ordinary for this service, and what chance alone does not
/// bring about once a week.
struct Thresholds {
    /// Seconds of the windows that metrics are made in.
    let window: Int64
    /// Windows with anything in them, and the median of their counts.
    let windows: Int
    let usualCount: Int
    let mostCount: Int
    /// More events in a window are out of the ordinary.
    let count: Double
    /// Errors are told by their share, where most of what happens is none, else by their number.
    let errors: ShareLimit?
    let errorCount: Double?
    let errorShare: UsualShare
    /// What fails a little, but all the time: over so many seconds.
    let creeping: (limit: ShareLimit, span: Int64)?
    /// Seconds: what one in a hundred takes longer than, or three times what one in twenty does, if that is less; for the hundredth may be
    /// all of an incident. Nil where the log has no durations.
    let latency: Double?
    let durations: ExponentialHistogram?
    /// Answers that blame the client: their share in this log, and where an alert may begin. Nil without a status.
    let refused: (share: UsualShare, limit: ShareLimit)?
    /// Fewer lines in a window are out of the ordinary; nil where windows have few, or there are holes.
    let leastCount: Double?
    let silence: Silence
    /// Nothing comes while all goes well: little is no fault, and no errors are a share of what comes.
    let isQuiet: Bool
    /// Weeks that the log covers.
    let weeks: Double
    /// Lines come by the clock, and nothing can be said of the time between.
    let isCut: Bool
    /// Seconds that windows stay open for what is late.
    let lateness: Int64
    let backtest: Backtest?

    /// Below that share of failures nobody is called at once: it is ten times what an objective of 99.9 % allows.
    private static let leastShare = 0.01
    private static let day: Int64 = 86_400
    /// Events a minute: of fewer no hour has enough to see a small share in.
    private static let sparse = 10.0
    /// Nobody gets up for fewer.
    private static let fewest = 5

    init?(_ assessment: Assessment) {
        guard assessment.counts.time.count > 0 else { return nil }
        let width = assessment.window
        window = width
        let all = assessment.counts.windows.rebinned(to: width)
        let counts = all.values.sorted().map(Double.init)
        guard !counts.isEmpty else { return nil }
        windows = counts.count
        let usual = counts[counts.count / 2]
        usualCount = Int(usual)
        mostCount = Int(counts[counts.count - 1])
        count = Self.beyond(counts, least: 10)
        let perWeek = 7 * 86_400 / Double(width)

        let errors = assessment.signal(.errors)
        // Errors are counted in what was looked at; of a large log that is a part of each window.
        let perWindow = errors?.windows.map { $0.rebinned(to: width) } ?? [:]
        let seen = assessment.profile.windows.rebinned(to: width)
        let share = UsualShare(perWindow, of: seen)
        errorShare = share
        // Windows without an error count, too.
        let odd = Set(share.odd)
        let shares = seen.filter { !odd.contains($0.key) }.map { start, count in
            (start, Double(perWindow[start] ?? 0) / Double(max(count, 1)))
        }
        let high = max(Self.quantile(shares.map(\.1).sorted(), 0.95) * 1.5, share.usual * 3, Self.leastShare)
        let ratio = NumberText.roundedUp(min(high, 1))
        let isTold = errors?.condition != nil
        let limit = ShareLimit(usual: share.likely, ratio: ratio, counts: counts, perWeek: perWeek, fewest: Self.fewest)
        isQuiet = assessment.isQuiet
        let isShare = isTold && ratio < 0.5 && !isQuiet
        self.errors = isShare ? limit : nil
        errorCount =
            isTold && !isShare ? Self.beyond(shares.map { $0.1 * Double(all[$0.0] ?? 0) }.sorted(), least: 5) : nil
        creeping = isShare ? Self.creeping(share.likely, usual, width, besides: limit) : nil
        let refusals = assessment.refused?.windows.rebinned(to: width)
        refused = refusals.flatMap { refusals in
            let share = UsualShare(refusals, of: seen)
            // Refusals come in flocks: half as much again as all but one in twenty windows is more than they do as a rule.
            let shares = seen.map { start, count in Double(refusals[start] ?? 0) / Double(max(count, 1)) }
            let ratio = NumberText.roundedUp(max(Self.quantile(shares.sorted(), 0.95) * 1.5, share.usual * 3, 0.05))
            guard ratio < 0.9 else { return nil }
            return (
                share,
                ShareLimit(usual: share.likely, ratio: ratio, counts: counts, perWeek: perWeek, fewest: Self.fewest)
            )
        }
        let coverage = assessment.coverage
        let least = (Self.quantile(counts, 0.01) * 0.5).rounded(.down)
        leastCount = least >= 5 && (coverage?.share ?? 0) >= 0.9 && !isQuiet ? least : nil
        silence = Silence(
            all.keys.sorted(), width: width, period: assessment.isCut ? coverage?.rhythm?.period : nil)
        weeks = (assessment.counts.time.seconds ?? 0) / (7 * 86_400)
        isCut = assessment.isCut
        durations = assessment.signal(.latency)?.numbers
        latency = durations.flatMap { numbers in
            guard let high = numbers.quantile(0.95), let highest = numbers.quantile(0.99), high > 0 else { return nil }
            return NumberText.roundedUp(min(highest, 3 * high))
        }
        lateness = PipelineScript.lateness(of: assessment.counts.time) / 1_000_000_000
        backtest =
            assessment.sources.allSatisfy(\.isLookedAt)
            ? Backtest(all, errors: perWindow, refused: refusals ?? [:], width: width)
            : nil
    }

    /// A lower share over thirty windows, or fewer where they are wide; over a day where little comes, for only a day has enough then to
    /// tell a small share by. Nil where it would tell no more than a window by itself.
    private static func creeping(
        _ likely: Double, _ usual: Double, _ width: Int64, besides fast: ShareLimit
    ) -> (limit: ShareLimit, span: Int64)? {
        let short = width == 60 ? 1800 : width * 24
        let isSparse = width > 900 || usual * 60 < Double(width) * sparse
        let span = isSparse ? day : short
        guard width * 4 <= span else { return nil }
        let count = usual * Double(span / width)
        // Spans overlap, and each is looked at when a window ends: as if there were three times as many.
        let perWeek = 3 * 7 * 86_400 / Double(span)
        let least = ShareLimit(usual: likely, ratio: 0, counts: [count], perWeek: perWeek).least
        let ratio = NumberText.roundedUp(max(likely * 3, Double(least) / count))
        let limit = ShareLimit(ratio: ratio, least: least)
        let (slow, quick) = (Double(limit.needed(of: count)) / count, Double(fast.needed(of: usual)) / usual)
        return slow < quick / 2 ? (limit, span) : nil
    }

    /// What the busiest windows stay below, and a half of it, or the median and six times the median deviation from it: whichever is
    /// more. Neither moves when a few windows are extreme, and the fewer there are, the more of them may be.
    private static func beyond(_ sorted: [Double], least: Double) -> Double {
        let median = quantile(sorted, 0.5)
        let deviation = quantile(sorted.map { abs($0 - median) }.sorted(), 0.5) * 1.4826
        return NumberText.roundedUp(
            max(quantile(sorted, busy(of: sorted.count)) * 1.5, median + 6 * deviation, least))
    }

    /// The quantile of windows that a few extreme ones do not reach.
    private static func busy(of windows: Int) -> Double { windows >= 300 ? 0.99 : windows >= 40 ? 0.95 : 0.9 }

    /// `hundredth`, of what the quantile leaves out.
    var busiest: String { windows >= 300 ? "hundredth" : windows >= 40 ? "twentieth" : "tenth" }

    private static func quantile(_ sorted: [Double], _ q: Double) -> Double {
        guard !sorted.isEmpty else { return 0 }
        return sorted[min(sorted.count - 1, max(0, Int((q * Double(sorted.count)).rounded(.up)) - 1))]
    }

    /// As `--every` takes it.
    var windowText: String { DurationText.format(window * 1_000_000_000) }
}
