import Bytes
import FilterKit
import Records

/// A time on the command line: a date, an RFC 3339 stamp, `today`, `yesterday`, `now`, or a duration before now.
package enum TimeWord {
    /// - Parameter midnight: the start of the day that an instant lies in; UTC's if nothing is said.
    package static func parse(
        _ text: String, now: Int64, flag: String, midnight: (Int64) -> Int64 = TimeWord.midnight
    ) throws(Failure) -> Int64 {
        switch text {
        case "now": return now
        case "today": return midnight(now)
        // From noon to noon: a day may have 23 or 25 hours.
        case "yesterday": return midnight(midnight(now) - day / 2)
        default: break
        }
        if let time = stamp(text) { return time }
        if let time = stamp(text + "T12:00:00Z") { return midnight(time) }
        if let time = stamp(text + "Z") { return time }
        if let duration = try? DurationText.parse(text) { return now - duration }
        throw Failure(
            .usage,
            "\(flag): '\(text)' is no time, such as 2026-11-01, 2026-11-01T12:00:00Z, yesterday, or 30m for so long ago"
        )
    }

    package static let day: Int64 = 86_400_000_000_000

    package static func midnight(_ time: Int64) -> Int64 {
        time - (time % day + day) % day
    }

    /// The start of the day on the clocks of a place.
    package static func midnight(_ time: Int64, _ zone: TimeZoneRules) -> Int64 {
        let seconds = floor(time, 1_000_000_000)
        let local = seconds + Int64(zone.offset(at: seconds))
        return zone.instant(ofLocal: floor(local, 86_400) * 86_400) * 1_000_000_000
    }

    private static func floor(_ a: Int64, _ b: Int64) -> Int64 { a / b - (a % b < 0 ? 1 : 0) }

    package static func stamp(_ text: String) -> Int64? {
        var buffer = ByteBuffer(capacity: 64)
        buffer.append(text)
        return Timestamp(rfc3339: buffer, Slice(start: 0, count: buffer.count))?.nanoseconds
    }
}
