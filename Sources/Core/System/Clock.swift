import Glibc

/// Where a filter's time comes from. Tests and back-tests turn a manual one; nothing sleeps.
package protocol Clock {
    /// Wall time in nanoseconds since 1970-01-01T00:00:00Z.
    var now: Int64 { get }
    /// Never goes back: for what has been idle how long. Nanoseconds from an unstated start.
    var monotonic: Int64 { get }
}

package struct SystemClock: Clock {
    package init() {}

    package var now: Int64 { read(CLOCK_REALTIME) }
    package var monotonic: Int64 { read(CLOCK_MONOTONIC) }

    private func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        guard unsafe clock_gettime(clock, &time) == 0 else { return 0 }
        return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}

/// A clock that stands still until it is told.
package final class ManualClock: Clock {
    package var now: Int64
    package var monotonic: Int64 { now }

    package init(now: Int64) { self.now = now }
}
