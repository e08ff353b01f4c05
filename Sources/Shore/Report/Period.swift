import FilterKit
import Records
import Storage

/// What time a report is of, on whose clocks, and what it is compared with.
struct Period {
    private(set) var since: Int64
    let until: Int64
    let zone: TimeZoneRules
    /// The same length of time before, and what that is called.
    let before: (since: Int64, until: Int64)?
    let against: String?

    var seconds: Double { max(1e-9, Double(until - since) / 1e9) }

    /// - Parameters:
    ///   - whole: from the first to behind the last window that is kept.
    ///   - against: `previous`, `yesterday`, `last-week`, `none`, or how long before.
    init(
        since: String?, until: String?, whole: (first: Int64, last: Int64)?, against: String, zone: TimeZoneRules,
        now: Int64
    ) throws(Failure) {
        self.zone = zone
        let midnight = { (time: Int64) in TimeWord.midnight(time, zone) }
        let last = whole?.last ?? now
        self.until =
            try until.map { text throws(Failure) in
                try TimeWord.parse(text, now: now, flag: "--until", midnight: midnight)
            } ?? (since == nil ? last : max(last, min(now, last)))
        self.since =
            try since.map { text throws(Failure) in
                try TimeWord.parse(text, now: now, flag: "--since", midnight: midnight)
            } ?? min(whole?.first ?? self.until &- 1, self.until &- 1)
        guard self.since < self.until else {
            throw Failure(.usage, Self.complaint(since: since, until: until, whole: whole, zone))
        }
        // Times as far apart as these are a clock that was wrong.
        if self.until.subtractingReportingOverflow(self.since).overflow { self.since = self.until - Int64.max / 2 }
        let length = self.until - self.since
        let shift: Int64
        switch against {
        case "none":
            before = nil
            self.against = nil
            return
        case "previous":
            shift = length
            self.against = "the \(DurationText.format(length)) before"
        case "yesterday":
            shift = TimeWord.day
            self.against = "the day before"
        case "last-week":
            shift = 7 * TimeWord.day
            self.against = "a week before"
        default:
            guard let duration = try? DurationText.parse(against), duration > 0 else {
                throw Failure(
                    .usage, "--against: '\(against)' is none of previous, yesterday, last-week, none, and no duration")
            }
            shift = duration
            self.against = "\(against) before"
        }
        let (from, overflow) = self.since.subtractingReportingOverflow(shift)
        before = overflow ? nil : (from, self.until - shift)
    }

    /// Why there is no time in it: which flag is to be another, and what there is.
    private static func complaint(
        since: String?, until: String?, whole: (first: Int64, last: Int64)?, _ zone: TimeZoneRules
    ) -> String {
        let range =
            whole.map { "; there are metrics from \(Calendar.text($0.first, zone)) to \(Calendar.text($0.last, zone))" }
            ?? ""
        guard let since else { return "--until: nothing is kept before \(until ?? "it")\(range)" }
        guard let until else { return "--since: nothing is kept from \(since) on\(range)" }
        return "--until: \(until) is not later than --since \(since)\(range)"
    }
}
