import Records

/// Divides event time into windows side by side: of one width and aligned to the epoch, or to the clocks of a place.
///
/// With a zone, windows start when the place's clocks show a multiple of the width since 1970-01-01T00:00: days at
/// midnight, weeks with Mondays, on the days of a change of the clocks 23 or 25 hours apart. Windows of an hour or less keep
/// their width; they are aligned to what the clocks show, and a change of the clocks cuts them.
package struct WindowGrid: Sendable {
    /// Nanoseconds, more than 0.
    package let width: Int64
    private let clock: WindowClock
    private let zone: TimeZoneRules?

    private static let second: Int64 = 1_000_000_000
    private static let hour: Int64 = 3600 * second

    /// Nil if the width is not more than 0, or not of whole seconds where there is a zone.
    package init?(width: Int64, zone: TimeZoneRules? = nil) {
        guard let clock = WindowClock(width: width) else { return nil }
        if let zone, zone != .utc {
            guard width % Self.second == 0 else { return nil }
            self.zone = zone
        } else {
            self.zone = nil
        }
        self.width = width
        self.clock = clock
    }

    /// The window that `time` is in.
    package func window(containing time: Int64) -> Window {
        guard let zone else { return clock.window(containing: time) }
        let seconds = Self.floor(time, Self.second) / Self.second
        let span = zone.span(at: seconds)
        let width = self.width / Self.second
        let local = seconds &+ Int64(span.offset)
        let origin = WindowClock.origin(ofWidth: self.width) / Self.second
        let start = Self.floor(local &- origin, width) &+ origin
        if self.width <= Self.hour {
            let offset = Int64(span.offset)
            return Window(
                start: Self.nanoseconds(max(start &- offset, span.from)),
                end: Self.nanoseconds(min(start &+ width &- offset, span.until)))
        }
        let end = zone.instant(ofLocal: start &+ width)
        // Clocks that go back over a boundary show the time before it once more; what happens then comes after it.
        if seconds >= end {
            return Window(
                start: Self.nanoseconds(end), end: Self.nanoseconds(zone.instant(ofLocal: start &+ width &* 2)))
        }
        return Window(start: Self.nanoseconds(zone.instant(ofLocal: start)), end: Self.nanoseconds(end))
    }

    /// The start of the window before the one that starts at `start`.
    package func start(before start: Int64) -> Int64 {
        start == .min ? start : window(containing: start - 1).start
    }

    /// The end of the last of so many windows from `start` on.
    package func end(of count: Int, from start: Int64) -> Int64 {
        var end = start
        for _ in 0..<count where end < .max { end = window(containing: end).end }
        return end
    }

    /// The largest multiple that is not above the number; at the lower end of 64 bits, the number itself.
    private static func floor(_ number: Int64, _ step: Int64) -> Int64 {
        let remainder = number % step
        let (result, overflow) = number.subtractingReportingOverflow(remainder < 0 ? remainder &+ step : remainder)
        return overflow ? number : result
    }

    private static func nanoseconds(_ seconds: Int64) -> Int64 {
        let (product, overflow) = seconds.multipliedReportingOverflow(by: second)
        return overflow ? (seconds < 0 ? .min : .max) : product
    }
}
