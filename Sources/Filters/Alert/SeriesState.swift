import Bytes

/// Where one series stands with its rule: inactive, pending, firing. Times are nanoseconds of event time.
///
/// As in Prometheus, an alert is active from the first record for which its condition is true, and fires when it has
/// been active for the rule's time.
struct SeriesState: Equatable {
    enum Phase: UInt64 { case inactive, pending, firing }
    enum Event: Equatable { case fired, resolved }

    private(set) var phase = Phase.inactive
    /// Since when the condition has held.
    private(set) var activeSince: Int64 = 0
    /// Time of the last record of the series.
    private(set) var lastSeen: Int64 = .min

    init() {}

    func save(to snapshot: inout SnapshotWriter) {
        snapshot.append(phase.rawValue)
        snapshot.append(activeSince)
        snapshot.append(lastSeen)
    }

    init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        guard let phase = Phase(rawValue: try snapshot.unsigned()) else { throw .foreign }
        self.phase = phase
        activeSince = try snapshot.signed()
        lastSeen = try snapshot.signed()
    }

    /// Takes the condition's value at a time, and says what is to be told of it.
    mutating func observe(_ isTrue: Bool, at time: Int64, holdFor: Int64) -> Event? {
        lastSeen = max(lastSeen, time)
        guard isTrue else { return stop() }
        if phase == .inactive {
            phase = .pending
            activeSince = time
        }
        guard phase == .pending else { return nil }
        let (held, isEndless) = time.subtractingReportingOverflow(activeSince)
        guard isEndless || held >= holdFor else { return nil }
        phase = .firing
        return .fired
    }

    /// The series did not appear in a window that has closed: its condition does not hold any more.
    mutating func stop() -> Event? {
        defer { phase = .inactive }
        return phase == .firing ? .resolved : nil
    }
}
