/// A span of event time, from `start` up to, and without, `end`. Nanoseconds since the epoch.
@frozen @usableFromInline
package struct Window: Hashable, Sendable {
    @usableFromInline package var start: Int64
    @usableFromInline package var end: Int64

    @inlinable @inline(__always)
    package init(start: Int64, end: Int64) {
        self.start = start
        self.end = end
    }

    @inlinable @inline(__always)
    package func contains(_ time: Int64) -> Bool {
        start <= time && time < end
    }
}

extension Window: Comparable {
    @inlinable
    package static func < (left: Window, right: Window) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }
}
