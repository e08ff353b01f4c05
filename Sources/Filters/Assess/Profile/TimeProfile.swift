import Metrics
import Records

/// What the times of the records say: range, resolution, order, holes.
struct TimeProfile {
    struct Gap {
        let from: Timestamp
        let to: Timestamp
        var nanoseconds: Int64 { (to.nanoseconds ?? 0) &- (from.nanoseconds ?? 0) }
    }

    /// Records with a time.
    private(set) var count = 0
    private(set) var first: Timestamp?
    private(set) var last: Timestamp?
    /// Most digits behind the second.
    private(set) var digits: UInt8 = 0
    /// Records whose time lies before that of one before them.
    private(set) var outOfOrder = 0
    /// How far, at most, in nanoseconds.
    private(set) var furthestBack: Int64 = 0
    /// Steps back that no delay explains: another log was put behind this one, or the clock was set.
    private(set) var jumpsBack = 0
    /// How far behind the latest time of all before it a record came, at most, in nanoseconds; jumps count, too.
    private(set) var furthestBehind: Int64 = 0
    /// Whether the minute is one.
    private(set) var minutes = MinuteTrace()
    /// Seconds between one record and the next.
    private(set) var intervals = ExponentialHistogram()
    private var longest: [Gap] = []
    /// The latest time of the run of records that is read.
    private var latest: Timestamp?

    /// Nanoseconds beyond which a step back is a jump.
    private static let longestDelay: Int64 = 3_600_000_000_000

    /// What comes next does not follow what came before.
    mutating func breakOff() {
        latest = nil
        minutes.breakOff()
    }

    mutating func observe(_ time: Timestamp) {
        count += 1
        minutes.observe(time)
        digits = max(digits, time.digits)
        if let last, time < last { furthestBehind = max(furthestBehind, Gap(from: time, to: last).nanoseconds) }
        first = first.map { min($0, time) } ?? time
        last = last.map { max($0, time) } ?? time
        if let latest {
            if time < latest {
                let back = Gap(from: time, to: latest).nanoseconds
                if back > Self.longestDelay {
                    jumpsBack += 1
                    self.latest = time
                    return
                }
                outOfOrder += 1
                furthestBack = max(furthestBack, back)
                return
            }
            let gap = Gap(from: latest, to: time)
            intervals.observe(Double(gap.nanoseconds) / 1e9)
            if gap.nanoseconds > longest.last?.nanoseconds ?? 0 || longest.count < 3 {
                longest.append(gap)
                longest.sort { $0.nanoseconds > $1.nanoseconds }
                if longest.count > 3 { longest.removeLast() }
            }
        }
        latest = time
    }

    /// Silences that are out of the ordinary: twenty times as long as what all but one in a hundred stay below, and a
    /// minute at least.
    var gaps: [Gap] {
        guard intervals.count >= 100, let usual = intervals.quantile(0.99) else { return [] }
        return longest.filter { Double($0.nanoseconds) / 1e9 > max(usual * 20, 60) }
    }

    /// Seconds from the first time to the last.
    var seconds: Double? {
        guard let first, let last, let from = first.nanoseconds, let to = last.nanoseconds else { return nil }
        return Double(to &- from) / 1e9
    }
}
