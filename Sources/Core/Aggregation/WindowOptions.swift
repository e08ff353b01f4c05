import Metrics
import Records

/// How event time is divided, and how long it waits for stragglers. Nanoseconds.
package struct WindowOptions {
    /// Nil: one total for all, or sessions.
    package var grid: WindowGrid?
    /// How many windows of the grid one window is: more than 1 where they slide.
    package var panes = 1
    /// How long a series is silent between two sessions.
    package var sessionGap: Int64?
    package var lateness: Int64
    package var idleAfter: Int64
    /// How many series a window may have.
    package var maxSeries = 10_000
    /// Late records open their window again: what leaves is going to be merged.
    package var keepsLate = false
    /// Windows in which nothing happened leave as well.
    package var fills = false

    /// What is merged becomes one total, whatever its windows.
    package var mergesAll = false

    /// The width that windows are known by; nil where they have none of their own.
    package var width: Int64? { grid.map { $0.width.multipliedReportingOverflow(by: Int64(panes)).partialValue } }

    package var hasWindows: Bool { grid != nil || sessionGap != nil }

    package init(lateness: Int64, idleAfter: Int64) {
        self.lateness = lateness
        self.idleAfter = idleAfter
    }
}
