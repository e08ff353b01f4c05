extension Watermark {
    /// Tells the time of the injected clock: sources without a record for `idleAfter` become idle. Returns whether the
    /// watermark moved.
    ///
    /// While some source is not idle, idle ones just do not hold it back. When all are, event time goes on as the clock
    /// does, from the latest record on, so the last windows of a quiet log close too.
    ///
    /// Call it when there is no input to be read, and only then: a source whose lines wait in a full pipe is not idle.
    /// A batch run never calls it.
    @discardableResult
    package mutating func tick(now: Int64) -> Bool {
        let before = time
        for id in sources.indices {
            if sources[id].isActive || sources[id].lastArrival == nil {
                sources[id].lastArrival = now
                sources[id].isActive = false
            } else if let last = sources[id].lastArrival, now.saturatingDifference(last) >= idleAfter {
                sources[id].isIdle = true
            }
        }
        advance()
        if let elapsed = quietEventTime(now) { raise(to: elapsed) }
        return time != before
    }

    /// The latest event time of all sources plus what the clock has counted since; nil if one is not idle.
    private func quietEventTime(_ now: Int64) -> Int64? {
        var latest: Int64?
        for source in sources {
            guard source.isIdle, let last = source.lastArrival else { return nil }
            guard source.latest != .min else { continue }
            let reached = source.latest.saturatingSum(max(now.saturatingDifference(last), 0))
            latest = max(latest ?? .min, reached)
        }
        return latest
    }

    /// Declares that a source has ended (its file was read to the end and will not grow): it holds nobody back until it
    /// has a record again.
    package mutating func end(source: Int) {
        guard source >= 0, source < sources.count else { return }
        sources[source].isIdle = true
        advance()
    }

    /// Moves the watermark to the minimum over the sources that are not idle. Returns whether it moved.
    @usableFromInline @discardableResult
    mutating func advance() -> Bool {
        if sources.count == 1, !sources[0].isIdle { return raise(to: sources[0].latest) }
        var minimum: Int64?
        for id in sources.indices where !sources[id].isIdle && sources[id].latest != .min {
            if minimum == nil || sources[id].latest < minimum ?? .max {
                minimum = sources[id].latest
                holder = id
            }
        }
        guard let minimum else { return false }
        return raise(to: minimum)
    }

    @discardableResult
    private mutating func raise(to eventTime: Int64) -> Bool {
        guard eventTime != .min else { return false }
        let raised = eventTime.saturatingDifference(lateness)
        guard raised > time else { return false }
        time = raised
        return true
    }
}
