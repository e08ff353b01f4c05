import Records

/// Times as the clocks of a place show them.
enum Calendar {
    private static func floor(_ a: Int64, _ b: Int64) -> Int64 { a / b - (a % b < 0 ? 1 : 0) }

    /// `2026-11-20 09:30`
    static func text(_ time: Int64, _ zone: TimeZoneRules) -> String {
        let parts = parts(time, zone)
        return parts.date + " " + parts.clock
    }

    /// `09:30`, or `20 Nov` where a day begins.
    static func label(_ time: Int64, _ zone: TimeZoneRules, width: Int64) -> String {
        let parts = parts(time, zone)
        let digits = parts.date.split(separator: "-")
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard parts.clock == "00:00", digits.count == 3, let month = Int(digits[1]), let day = Int(digits[2]) else {
            return parts.clock
        }
        return "\(day) \(months[month - 1])"
    }

    private static func parts(_ time: Int64, _ zone: TimeZoneRules) -> (date: String, clock: String) {
        let seconds = floor(time, 1_000_000_000)
        let local = Timestamp(nanoseconds: (seconds + Int64(zone.offset(at: seconds))) * 1_000_000_000).text
        return (String(local.prefix(10)), String(local.dropFirst(11).prefix(5)))
    }

    /// `5 minutes`
    static func text(ofWidth width: Int64) -> String {
        let seconds = width / 1_000_000_000
        for (unit, name) in [(604_800, "week"), (86_400, "day"), (3600, "hour"), (60, "minute"), (1, "second")]
        where seconds >= unit && seconds % Int64(unit) == 0 {
            let count = seconds / Int64(unit)
            return count == 1 ? name : "\(count) \(name)s"
        }
        return DurationText.format(width)
    }

    /// Positions of the marks of a time axis: at most eight, at times that the clock shows as round.
    static func marks(_ times: [Int64], width: Int64, _ zone: TimeZoneRules) -> [Int] {
        guard let first = times.first, let last = times.last else { return [] }
        let span = (last - first) / 1_000_000_000 + width / 1_000_000_000
        let steps: [Int64] = [
            60, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172_800, 604_800, 1_209_600,
        ]
        guard let step = steps.first(where: { span / $0 <= 8 && $0 * 1_000_000_000 >= width }) else {
            return Array(stride(from: 0, to: times.count, by: max(1, times.count / 8)))
        }
        return times.indices.filter { index in
            let seconds = floor(times[index], 1_000_000_000)
            return (seconds + Int64(zone.offset(at: seconds))) % step == 0
        }
    }
}
