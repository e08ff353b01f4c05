import Metrics
import Records

/// How event time is divided, and how long it waits for stragglers. Nanoseconds.
struct WindowOptions {
    /// Nil: one total for all, or sessions.
    var grid: WindowGrid?
    /// How many windows of the grid one window is: more than 1 where they slide.
    var panes = 1
    /// How long a series is silent between two sessions.
    var sessionGap: Int64?
    var lateness: Int64
    var idleAfter: Int64
    /// How many series a window may have.
    var maxSeries = 10_000
    /// Late records open their window again: what leaves is going to be merged.
    var keepsLate = false
    /// Windows in which nothing happened leave as well.
    var fills = false

    /// The width that windows are known by; nil where they have none of their own.
    var width: Int64? { grid.map { $0.width.multipliedReportingOverflow(by: Int64(panes)).partialValue } }

    var hasWindows: Bool { grid != nil || sessionGap != nil }
}
