import Records

/// Divides event time into tumbling windows of one width, aligned to the epoch: with a width of one minute every window
/// starts at a full minute UTC, and weeks begin on Mondays (`CivilDate.origin`).
///
/// At the ends of `Int64` (the years 1677 and 2262) windows are cut short instead of trapping, and the very last
/// nanosecond is in no window's half-open range though it has a start: a time that far out is a parse error upstream.
@frozen @usableFromInline
package struct WindowClock: Sendable {
    /// Nanoseconds, more than 0.
    @usableFromInline package let width: Int64
    /// When one of the windows begins, in nanoseconds from 1970-01-01.
    @usableFromInline let origin: Int64

    /// When the first window begins that is not before 1970-01-01.
    @inlinable
    package static func origin(ofWidth width: Int64) -> Int64 {
        CivilDate.origin(ofWidth: width, day: 86_400_000_000_000)
    }

    /// Nil if the width is not more than 0.
    @inlinable
    package init?(width: Int64) {
        guard width > 0 else { return nil }
        self.width = width
        origin = Self.origin(ofWidth: width)
    }

    /// When the window starts that `time` is in.
    @inlinable @inline(__always)
    package func start(of time: Int64) -> Int64 {
        let (start, overflow) = time.subtractingReportingOverflow(elapsed(at: time))
        return overflow ? .min : start
    }

    /// Since the window started that `time` is in.
    @inlinable @inline(__always)
    package func elapsed(at time: Int64) -> Int64 {
        // Division rounds towards zero; the start of a window before 1970 is below.
        let remainder = time % width &- origin
        if remainder >= 0 { return remainder }
        return remainder &+ width >= 0 ? remainder &+ width : remainder &+ width &+ width
    }

    /// When the window ends that starts at `start`.
    @inlinable @inline(__always)
    package func end(ofWindowAt start: Int64) -> Int64 {
        // The first window of all is cut at its start, not moved.
        if start == .min { return window(containing: start).end }
        let (end, overflow) = start.addingReportingOverflow(width)
        return overflow ? .max : end
    }

    /// The window that `time` is in. Records come nearly in order, so first ask the last window whether it contains the
    /// time: that saves the division.
    @inlinable
    package func window(containing time: Int64) -> Window {
        let elapsed = elapsed(at: time)
        let (start, isCutBelow) = time.subtractingReportingOverflow(elapsed)
        let (end, isCutAbove) = time.addingReportingOverflow(width &- elapsed)
        return Window(start: isCutBelow ? .min : start, end: isCutAbove ? .max : end)
    }
}
