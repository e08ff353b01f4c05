/// How far a place's clocks are from UTC, and when that changes: for stamps without a zone, and to align days.
///
/// Local times that do not exist or exist twice:
/// - in a gap (clocks go forward), the time that would have been: 02:30 where 02:00 becomes 03:00 is read as 03:30;
/// - in a fold (clocks go back), the earlier of the two instants.
/// Both are one rule: around a change, a local time is read with the offset from before it.
package struct TimeZoneRules: Equatable, Sendable {
    /// A run of time in which one offset holds: seconds since 1970, of UTC or of local time as it was asked for.
    @frozen @usableFromInline package struct Span: BitwiseCopyable, Equatable, Sendable {
        @usableFromInline package let from: Int64
        @usableFromInline package let until: Int64
        /// Seconds east of UTC.
        @usableFromInline package let offset: Int32

        @inlinable @inline(__always) package func contains(_ seconds: Int64) -> Bool {
            seconds >= from && seconds < until
        }
    }

    package static let utc = TimeZoneRules(offset: 0)

    /// Offsets hold from these instants on; the first holds before the first instant too, so there is one more of them.
    private let instants: [Int64]
    /// The same changes in local time: the later of the two clocks, made ascending.
    private let locals: [Int64]
    private let offsets: [Int32]
    /// From here on, in UTC and in local time, the rules repeat themselves every 400 years.
    private let cycleStart: Int64?
    /// What the zone calls its times: letters as a word, and the offset, or `ScannedStamp.noOffset` for several.
    private let names: [UInt64: Int32]

    /// The Gregorian calendar with its weekdays repeats after 146 097 days.
    static let cycle: Int64 = 146_097 * 86_400

    /// A fixed distance from UTC in seconds, east positive.
    package init(offset: Int32) {
        self.init(first: offset, changes: [], cycleStart: nil, names: [:])
    }

    /// - Parameter changes: ascending instants and the offsets from there on.
    init(first: Int32, changes: [(at: Int64, offset: Int32)], cycleStart: Int64?, names: [UInt64: Int32]) {
        var locals: [Int64] = []
        var before = first
        var latest = Int64.min
        for change in changes {
            latest = max(latest, change.at + Int64(max(before, change.offset)))
            locals.append(latest)
            before = change.offset
        }
        instants = changes.map(\.at)
        self.locals = locals
        offsets = [first] + changes.map(\.offset)
        self.cycleStart = cycleStart
        self.names = names
    }

    package var isFixed: Bool { instants.isEmpty }

    /// Seconds east of UTC at an instant.
    package func offset(at seconds: Int64) -> Int32 { span(at: seconds).offset }

    /// The instant of a local time (seconds since 1970 as if in UTC), which is no further from 1970 than 2⁶⁰ seconds.
    package func instant(ofLocal local: Int64) -> Int64 { local &- Int64(span(ofLocal: local).offset) }

    /// The span around an instant, in UTC.
    package func span(at seconds: Int64) -> Span { span(seconds, instants) }

    /// The span around a local time, in local time.
    package func span(ofLocal local: Int64) -> Span { span(local, locals) }

    /// What `name`, letters as a word, says in this zone: nil where it is not used here, `ScannedStamp.noOffset` where it
    /// stood for several offsets over the years.
    func offset(named name: UInt64) -> Int32? { names[name] }

    private func span(_ seconds: Int64, _ starts: [Int64]) -> Span {
        // Before the cycle the changes are listed one by one, and in its first turn too.
        guard let cycleStart, seconds >= cycleStart else { return span(seconds, starts, shift: 0) }
        let shift = (seconds &- cycleStart) / Self.cycle &* Self.cycle
        return span(seconds &- shift, starts, shift: shift)
    }

    private func span(_ seconds: Int64, _ starts: [Int64], shift: Int64) -> Span {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low &+ high) / 2
            if starts[middle] <= seconds { low = middle &+ 1 } else { high = middle }
        }
        var from = low == 0 ? Int64.min : starts[low &- 1] &+ shift
        var until = low == starts.count ? Int64.max : starts[low] &+ shift
        if let cycleStart, seconds >= cycleStart {
            from = max(from, cycleStart &+ shift)
            until = min(until, cycleStart &+ shift &+ Self.cycle)
        }
        return Span(from: from, until: until, offset: offsets[low])
    }
}
