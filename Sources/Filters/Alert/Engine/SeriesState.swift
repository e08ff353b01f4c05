import Bytes

/// Where one series stands with its rule: inactive, pending, firing. Times are nanoseconds of event time.
///
/// The machine is Prometheus' (rules/alerting.go, `AlertingRule.Eval`): an alert is active from the first time at which its
/// condition holds, fires when it has been active for the rule's time, and goes on firing for `keepFiringFor` after the
/// condition has ceased to hold.
struct SeriesState: Equatable, BitwiseCopyable {
    enum Phase: UInt64 { case inactive, pending, firing }
    enum Event: Equatable { case fired, resolved }

    /// How long a condition must hold, and how long it may cease to.
    struct Timing: Equatable, Sendable {
        var holdFor: Int64 = 0
        var keepFiringFor: Int64 = 0
    }

    private(set) var phase = Phase.inactive
    /// Since when the condition has held.
    private(set) var activeSince: Int64 = 0
    /// When it was looked at last: at a record of the series, or where there should have been one.
    private(set) var lastLook: Int64 = .min
    /// Since when it has been firing though the condition does not hold.
    private(set) var keptSince: Int64?

    init() {}

    /// Takes the condition's value at a time, and says what is to be told of it.
    mutating func look(_ holds: Bool, at time: Int64, _ timing: Timing) -> Event? {
        lastLook = max(lastLook, time)
        guard holds else { return cease(at: time, timing) }
        keptSince = nil
        if phase == .inactive {
            phase = .pending
            activeSince = time
        }
        guard phase == .pending, Self.distance(activeSince, time) >= timing.holdFor else { return nil }
        phase = .firing
        return .fired
    }

    private mutating func cease(at time: Int64, _ timing: Timing) -> Event? {
        guard phase == .firing else {
            phase = .inactive
            return nil
        }
        if timing.keepFiringFor > 0 {
            let since = keptSince ?? time
            keptSince = since
            if Self.distance(since, time) < timing.keepFiringFor { return nil }
        }
        phase = .inactive
        keptSince = nil
        return .resolved
    }

    /// The series is missing from every window that begins before `end`: those of `width`, one behind the other from the one
    /// looked at last. Without a width, the one time is `last`.
    /// - Returns: when it is resolved, if it is.
    mutating func miss(before end: Int64, every width: Int64?, last: Int64, _ timing: Timing) -> Int64? {
        guard phase != .inactive else { return nil }
        guard let width, width > 0 else {
            guard lastLook < last else { return nil }
            return look(false, at: last, timing) == nil ? nil : last
        }
        let (next, isEndless) = lastLook.addingReportingOverflow(width)
        guard !isEndless, next < end else { return nil }
        if look(false, at: next, timing) != nil { return next }
        guard phase == .firing, let keptSince else { return nil }
        // The first window that begins when it has been kept long enough; those before it change nothing.
        let (due, isNever) = keptSince.addingReportingOverflow(timing.keepFiringFor)
        let missing = isNever ? Int64.max : max(0, Self.distance(next, due))
        let windows = missing / width + (missing % width == 0 ? 0 : 1)
        let (span, isFar) = windows.multipliedReportingOverflow(by: width)
        let (time, isBeyond) = next.addingReportingOverflow(span)
        if !isFar, !isBeyond, time < end { return look(false, at: time, timing) == nil ? nil : time }
        lastLook = next &+ Self.distance(next, end &- 1) / width &* width
        return nil
    }

    /// How far `later` is behind `earlier`, as far as 64 bits go.
    static func distance(_ earlier: Int64, _ later: Int64) -> Int64 {
        let (distance, overflow) = later.subtractingReportingOverflow(earlier)
        return overflow ? (later > earlier ? .max : .min) : distance
    }

    // MARK: Over a restart

    func save(to snapshot: inout SnapshotWriter) {
        snapshot.append(phase.rawValue)
        snapshot.append(activeSince)
        snapshot.append(lastLook)
        snapshot.append(keptSince != nil)
        snapshot.append(keptSince ?? 0)
    }

    init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        guard let phase = Phase(rawValue: try snapshot.unsigned()) else { throw .foreign }
        self.phase = phase
        activeSince = try snapshot.signed()
        lastLook = try snapshot.signed()
        let isKept = try snapshot.flag()
        let since = try snapshot.signed()
        keptSince = isKept ? since : nil
    }
}
