import Bytes
import Metrics
import Records

/// The sessions that are open: for each key, runs of events of which none is further than the gap from the next.
///
/// A session closes when the watermark is the gap behind its last event. An event between two sessions makes one of them.
struct OpenSessions {
    struct Session {
        var start: Int64
        var last: Int64
        /// Of its key in the table.
        var key: Int
        var isOpen = true
    }

    let gap: Int64
    private let plan: AggregatePlan
    /// What is kept of each session: it is the series with its number.
    private let held: Held<WindowState>
    var pool: WindowState { held.object }
    var uncountedPool: Uncounted<WindowState> { held.uncounted }
    /// By number; number 0, which is the overflow series of the pool, is none.
    private var sessions: [Session] = [Session(start: 0, last: 0, key: 0, isOpen: false)]
    private var free: [Int] = []
    private var table = SeriesTable()
    /// The numbers of each key's open sessions.
    private var byKey: [[Int]] = []
    private var idleKeys = 0
    private var deadlines = DeadlineQueue()

    init?(_ options: WindowOptions, _ plan: AggregatePlan) {
        guard let gap = options.sessionGap else { return nil }
        self.init(gap: gap, plan)
    }

    init(gap: Int64, _ plan: AggregatePlan) {
        self.gap = gap
        self.plan = plan
        held = Held(Self.makePool(plan))
    }

    private static func makePool(_ plan: AggregatePlan) -> WindowState {
        WindowState(Window(start: .min, end: .max), width: 0, plan, limit: .max)
    }

    var isEmpty: Bool { sessions.count == free.count + 1 }

    // MARK: Events

    /// The session that an event belongs to, new or not; nil if it had closed already.
    mutating func session(of key: RawSpan, at time: Int64, watermark: Int64) -> Int? {
        session(of: key, from: time, to: time, watermark: watermark)
    }

    /// As above, of a run of events.
    mutating func session(of key: RawSpan, from start: Int64, to last: Int64, watermark: Int64) -> Int? {
        let index = table.existingIndex(ofKey: key)
        if let index, let number = byKey[index].first(where: { touches(sessions[$0], start, last) }) {
            widen(number, start, last)
            if byKey[index].count > 1 { join(number, of: index) }
            return number
        }
        if deadline(last) <= watermark { return nil }
        return open(key, start, last)
    }

    private func touches(_ session: Session, _ start: Int64, _ last: Int64) -> Bool {
        session.last.isWithin(gap, before: start) && last.isWithin(gap, before: session.start)
    }

    private mutating func widen(_ number: Int, _ start: Int64, _ last: Int64) {
        if start < sessions[number].start { sessions[number].start = start }
        if last > sessions[number].last { sessions[number].last = last }
    }

    /// Puts the key's sessions that touch this one now into it.
    private mutating func join(_ number: Int, of key: Int) {
        for other in byKey[key] where other != number {
            guard touches(sessions[number], sessions[other].start, sessions[other].last) else { continue }
            widen(number, sessions[other].start, sessions[other].last)
            pool.merge(pool, other, into: number)
            forget(other)
        }
    }

    private mutating func open(_ key: RawSpan, _ start: Int64, _ last: Int64) -> Int {
        let (index, isNew) = table.index(ofKey: key)
        if isNew { byKey.append([]) } else if byKey[index].isEmpty { idleKeys -= 1 }
        let number: Int
        if let unused = free.popLast() {
            number = unused
            sessions[number] = Session(start: start, last: last, key: index)
        } else {
            number = sessions.count
            sessions.append(Session(start: start, last: last, key: index))
            pool.makeRoom()
        }
        byKey[index].append(number)
        deadlines.add(deadline(last), number)
        return number
    }

    private func deadline(_ last: Int64) -> Int64 {
        let (deadline, overflow) = last.addingReportingOverflow(gap)
        return overflow ? .max : deadline
    }

    private mutating func forget(_ number: Int) {
        let key = sessions[number].key
        sessions[number].isOpen = false
        byKey[key].removeAll { $0 == number }
        pool.reset(number)
        free.append(number)
        if byKey[key].isEmpty { idleKeys += 1 }
    }

    /// Adds the open sessions of another one, and joins what touches.
    mutating func add(_ other: OpenSessions) {
        for number in other.sessions.indices where other.sessions[number].isOpen {
            let session = other.sessions[number]
            let mine = other.table.withKey(at: session.key) {
                self.session(of: $0, from: session.start, to: session.last, watermark: .min)
            }
            if let mine { pool.merge(other.pool, number, into: mine) }
        }
    }

    // MARK: Closing

    /// Takes out the sessions that the watermark has passed: those that ended first come first.
    mutating func close(before watermark: Int64) -> [WindowState] {
        var ended: [Int] = []
        while let number = deadlines.next(before: watermark) {
            guard sessions[number].isOpen else { continue }
            let deadline = deadline(sessions[number].last)
            if deadline <= watermark { ended.append(number) } else { deadlines.add(deadline, number) }
        }
        // A number that was used again is in the queue twice.
        let closed = inOrder(Set(ended)).map { number in
            defer { forget(number) }
            return state(of: number)
        }
        if idleKeys > 1024, idleKeys > table.count / 2 { forgetIdleKeys() }
        return closed
    }

    /// A time at or before which no session ends, if it is not after the watermark.
    func nextEnd(before watermark: Int64) -> Int64? {
        deadlines.earliest.flatMap { $0 <= watermark ? $0 : nil }
    }

    private func inOrder(_ numbers: some Collection<Int>) -> [Int] {
        numbers.sorted { left, right in
            let (a, b) = (sessions[left], sessions[right])
            if a.last != b.last { return a.last < b.last }
            if a.start != b.start { return a.start < b.start }
            return table.key(at: a.key).lexicographicallyPrecedes(table.key(at: b.key))
        }
    }

    /// A session as a window with one series.
    private func state(of number: Int) -> WindowState {
        let session = sessions[number]
        let window = Window(start: session.start, end: session.last)
        let width = session.last.subtractingReportingOverflow(session.start)
        let state = WindowState(window, width: width.overflow ? .max : width.partialValue, plan, limit: .max)
        state.sessionGap = gap
        table.withKey(at: session.key) { state.merge(pool, number, into: state.series($0)) }
        return state
    }

    private mutating func forgetIdleKeys() {
        var kept = SeriesTable()
        var keptSessions: [[Int]] = []
        for index in 0..<table.count where !byKey[index].isEmpty {
            table.withKey(at: index) { _ = kept.index(ofKey: $0) }
            for number in byKey[index] { sessions[number].key = keptSessions.count }
            keptSessions.append(byKey[index])
        }
        table = kept
        byKey = keptSessions
        idleKeys = 0
    }

    /// As they would leave if the input ended now.
    var drafts: [WindowState] { inOrder(sessions.indices.filter { sessions[$0].isOpen }).map(state) }

    // MARK: Snapshot

    func write(to snapshot: inout SnapshotWriter) {
        let open = inOrder(sessions.indices.filter { sessions[$0].isOpen })
        snapshot.append(UInt64(open.count))
        for number in open {
            snapshot.append(sessions[number].start)
            snapshot.append(sessions[number].last)
            snapshot.append(table.key(at: sessions[number].key))
            pool.write(number, to: &snapshot)
        }
    }

    mutating func restore(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        for _ in 0..<(try snapshot.count()) {
            let (start, last) = (try snapshot.signed(), try snapshot.signed())
            let key = try snapshot.run()
            guard start <= last,
                let number = session(of: RawSpan(_elements: key.span), from: start, to: last, watermark: .min)
            else { throw .foreign }
            try pool.merge(into: number, from: &snapshot)
        }
    }
}

extension Int64 {
    /// Whether the other is less than `gap` behind this one, or before it.
    fileprivate func isWithin(_ gap: Int64, before other: Int64) -> Bool {
        let (distance, overflow) = other.subtractingReportingOverflow(self)
        return overflow ? other < self : distance < gap
    }
}
