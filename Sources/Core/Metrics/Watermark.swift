/// How far event time has come: no record before the watermark is expected any more, so windows that end at or before
/// it may close.
///
/// It is the latest event time of each source, the minimum of these over the sources that are not idle, less the
/// lateness (DESIGN, "Time"; the term is from Akidau et al., "The Dataflow Model", VLDB 2015). It never goes back,
/// except that a wild first record is taken back (see `Source`). Times are event times in nanoseconds since the epoch;
/// `now` is an arrival time, nanoseconds of any monotonic clock. It holds no clock: the caller injects `now` by `tick`.
@frozen @usableFromInline
package struct Watermark: Sendable {
    /// Nanoseconds that a record may be behind.
    @usableFromInline package let lateness: Int64
    /// Nanoseconds without a record after which a source no longer holds the others back.
    @usableFromInline package let idleAfter: Int64
    /// The sources by their id; to write a state down, and to restore one.
    @usableFromInline package var sources: [Source]
    /// The watermark; `Int64.min` before the first record. A window may close once `time` has reached its end.
    @usableFromInline package var time: Int64
    /// The source that holds the minimum, so that the others need not look for it.
    @usableFromInline var holder: Int

    @inlinable
    package init(lateness: Int64, idleAfter: Int64) {
        self.lateness = max(lateness, 0)
        self.idleAfter = max(idleAfter, 0)
        sources = []
        time = .min
        holder = 0
    }

    /// Whether a record of this time came too late: its moment is before the watermark. (Ask before `observe`, or
    /// after: a record's own time never makes it late.) A window that is still open takes late records too, if the
    /// caller prefers.
    @inlinable @inline(__always)
    package func isLate(_ eventTime: Int64) -> Bool {
        eventTime < time
    }

    /// Takes a record's event time into account. `source` is a small number that the caller gives to each source, from
    /// 0 without gaps (an id beyond the next free one is fine, below 0 is ignored). Returns whether the watermark
    /// moved.
    @inlinable @inline(__always) @discardableResult
    package mutating func observe(_ eventTime: Int64, source: Int = 0) -> Bool {
        if source >= 0, source < sources.count, sources[source].isSteady(eventTime) {
            sources[source].isActive = true
            if eventTime <= sources[source].latest { return false }
            sources[source].latest = eventTime
            // Only the source that holds the minimum can move it.
            return source == holder ? advance() : false
        }
        return observeUnsteady(eventTime, source: source)
    }

    /// One source alone decides, and its time goes on without a jump that is in doubt.
    package var isSteady: Bool {
        sources.count == 1 && sources[0].isConfirmed && sources[0].run == 0 && !sources[0].isIdle
    }

    /// Takes records of the one source into account that were looked at elsewhere, where `isSteady` holds: the first of them,
    /// the latest, and none ahead of those before it by a jump. Returns whether the watermark moved; nil where the first is
    /// a jump from here, and nothing was taken.
    package mutating func observe(from first: Int64, to latest: Int64) -> Bool? {
        guard isSteady, sources[0].isSteady(first) else { return nil }
        sources[0].isActive = true
        sources[0].latest = max(sources[0].latest, latest)
        return advance()
    }

    /// The rare cases: a new source, one that was idle, a jump.
    @usableFromInline
    mutating func observeUnsteady(_ eventTime: Int64, source: Int) -> Bool {
        guard source >= 0 else { return false }
        while sources.count <= source { sources.append(Source()) }
        let before = time
        if sources[source].latest == .min { sources[source].watermarkBefore = time }
        if sources[source].observe(eventTime) {
            // The first record of this source was wild, and what was believed because of it is taken back.
            time = sources[source].watermarkBefore
        }
        advance()
        return time != before
    }
}

extension Watermark {
    /// Goes on from a state that was written down (`sources` and `time`). Arrival times are forgotten: they were told
    /// by the clock of another process.
    package mutating func restore(sources: [Source], time: Int64) {
        self.sources = sources
        self.time = time
        for id in self.sources.indices {
            self.sources[id].lastArrival = nil
            self.sources[id].isActive = false
        }
        holder = 0
        advance()
    }
}
