import Bytes
import Expressions
import FilterKit
import Records

/// Holds metric records against rules, in event time, and says what fires and what is resolved. It knows nothing of outputs:
/// live alerts, `--backtest` and `--test` are all made of it.
struct AlertEngine: ~Copyable {
    let rules: [BoundRule]
    private(set) var groups: [SeriesGroup] = []
    /// What happened since it was looked at last; whoever looks takes it away.
    var events: [AlertEvent] = []
    /// The time of the records that come now; `Int64.min` before the first.
    private(set) var now: Int64 = .min

    /// The width of the window of the last record.
    private(set) var width: Int64?
    /// Of each rule, what it kept to itself.
    private(set) var counts: [Counts]

    /// What a rule kept to itself.
    struct Counts: Equatable {
        /// Conditions that did not hold long enough.
        var neverFired = 0
        /// Times that a condition ceased to hold and held again before the alert was over.
        var heldOver = 0
    }

    private var slots = FieldSlots()
    private var times: TimeReader
    private(set) var actives: [ActiveAlert?] = []
    private var vacant: [Int] = []
    /// How many are active, and how many of these have been looked at at `now`.
    private var activeCount = 0
    private var lookedAtNow = 0
    /// No window of what is active is narrower.
    private var narrowest = Int64.max
    private(set) var absences = Absences()
    /// Event time at which to look for series that are to be forgotten.
    private var nextSweep = Int64.min
    /// Off, every rule is looked at for every record: the same, more slowly.
    var usesIndex = true
    /// Off, everything stays in memory: the same, with more of it.
    var forgets = true

    /// - Parameter run: told what could not be computed, and which fields never came.
    init(_ rules: [AlertRule], in run: FilterRun, _ record: inout Record) {
        times = TimeReader(&record)

        var bound: [BoundRule] = []
        for rule in rules { bound.append(BoundRule.bind(rule, in: run, &record)) }
        self.rules = bound
        counts = Array(repeating: Counts(), count: rules.count)
        for (index, rule) in rules.enumerated() { add(rule, index, in: run, &record) }
        for group in groups { group.seal() }
    }

    private mutating func add(_ rule: AlertRule, _ index: Int, in run: FilterRun, _ record: inout Record) {
        // An absent record has no labels to go by: without `by` there is one series, of everything.
        let by = rule.absentFor == nil ? rule.by : rule.by ?? []
        let known = groups.firstIndex { $0.by == by }
        if known == nil { groups.append(SeriesGroup(by: by, &record)) }
        let place = known ?? groups.count - 1
        let group = groups[place]
        if let limit = rule.absentFor { absences.silences.append(.init(rule: index, group: place, limit: limit)) }
        for expression in rule.expressions {
            for call in expression.calls where !group.lookBacks.contains(where: { $0.call.field == call.field }) {
                group.lookBacks.append(BoundLookBack(call, in: run, &record))
            }
            if !expression.asksForAbsence { run.expect(expression.fieldNames, &record) }
            run.expect(levelsOf: expression.expression, &record)
        }
        let firstTest = group.tests.count
        var kind = SeriesGroup.Kind.expression
        if rule.absentFor != nil {
            kind = .absence
        } else if let thresholds = rule.condition?.expression.thresholds, rule.condition?.calls.isEmpty == true {
            kind = .thresholds
            for threshold in thresholds {
                guard let test = ThresholdTest(threshold, slot: slots.slot(of: threshold.field, &record)) else {
                    kind = .expression
                    break
                }
                group.tests.append(test)
            }
        }
        let mayBeAbsent = rule.condition.map { $0.asksForAbsence } ?? true
        let fields = mayBeAbsent ? 0 : slots.bits(of: rule.condition?.fieldNames ?? [], &record)
        var column: Int32 = -1
        if let field = rule.condition?.measured?.fieldName, rule.absentFor == nil,
            rule.condition?.calls.contains(where: { $0.field == field }) == false
        {
            column = group.recent.column(of: slots.slot(of: field, &record))
        }
        group.entries.append(
            SeriesGroup.Entry(
                rule: Int32(index), kind: kind, firstTest: Int32(firstTest),
                testCount: Int32(group.tests.count - firstTest), fields: fields, column: column))
    }

    // MARK: Records

    /// The record's time; nil where what is called so is none, and `other` where it has none.
    mutating func time(of record: borrowing Record, or other: () -> Int64) -> Int64? {
        switch times.time(of: record) {
        case .none: other()
        case .wrong: nil
        case .time(let time): time
        }
    }

    /// Takes a record whose time is not before `now`.
    mutating func take(_ record: inout Record, at time: Int64) {
        if time > now {
            advance(to: time)
            now = time
            lookedAtNow = 0
        }
        let width = times.width(of: record)
        self.width = width
        if time >= nextSweep, forgets { sweep() }
        slots.read(record)
        for place in groups.indices {
            let group = groups[place]
            let series = group.series(of: record, at: time, width: width)
            group.recent.add(series, at: time, slots)
            for lookBack in group.lookBacks { lookBack.look(series, at: time, width: width, &record) }
            guard usesIndex, group.index.isUsable else {
                for entry in 0..<group.entries.count { judge(entry, group, series, place, &record) }
                continue
            }
            group.index.find(slots, into: &group.candidates)
            for word in 0..<group.index.width {
                var bits = group.candidates[word] | group.activeBits(of: series, word: word)
                while bits != 0 {
                    let entry = word &* 64 &+ bits.trailingZeroBitCount
                    guard entry < group.entries.count else { break }
                    judge(entry, group, series, place, &record)
                    bits &= bits &- 1
                }
            }
        }
    }

    /// Holds a record against one rule.
    private mutating func judge(
        _ index: Int, _ group: SeriesGroup, _ series: Int, _ place: Int, _ record: inout Record
    ) {
        let entry = group.entries[index]
        if entry.fields != 0, entry.fields & slots.present == 0 { return }
        let holds: Bool
        switch entry.kind {
        case .thresholds: holds = meets(entry, group, &record)
        case .expression: holds = rules[Int(entry.rule)].condition?.isTrue(&record) ?? true
        case .absence: return hear(Int(entry.rule), series, place, width, &record)
        }
        let known = group.place(series, index)
        if known != nil || holds { look(known, holds, index, series, place, width, &record) }
    }

    @inline(__always) private func meets(
        _ entry: SeriesGroup.Entry, _ group: SeriesGroup, _ record: inout Record
    ) -> Bool {
        for index in Int(entry.firstTest)..<Int(entry.firstTest &+ entry.testCount) {
            switch group.tests[index].outcome(slots) {
            case .holds: continue
            case .fails: return false
            case .unsure: return rules[Int(entry.rule)].condition?.isTrue(&record) ?? true
            }
        }
        return true
    }

    private mutating func look(
        _ known: Int?, _ holds: Bool, _ index: Int, _ series: Int, _ place: Int, _ width: Int64?, _ record: inout Record
    ) {
        let group = groups[place]
        let rule = Int(group.entries[index].rule)
        let bound = rules[rule]
        let active = known ?? activate(rule, index, series, place)
        guard var alert = actives[active] else { return }
        actives[active] = nil
        var holds = holds
        // Once it fires, what clears it is what counts.
        if let clear = bound.clear, alert.state.phase == .firing { holds = !clear.isTrue(&record) }
        if alert.state.lastLook < now || known == nil { lookedAtNow += 1 }
        if alert.width != width { narrowest = min(narrowest, width ?? .max) }
        alert.width = width
        let before = alert.state
        let event = alert.state.look(holds, at: now, bound.rule.timing)
        count(before, alert.state, rule)
        bound.measure(&record, into: &alert.value)
        if holds { alert.heldValue.replaceSubrange(alert.heldValue.startIndex..., with: alert.value) }
        if let event { tell(event, &alert, at: now, SampleReader.members(of: record)) }
        settle(alert, active)
    }

    // MARK: What is active

    private mutating func activate(_ rule: Int, _ index: Int, _ series: Int, _ place: Int) -> Int {
        let alert = ActiveAlert(rule: rule, entry: index, series: series, group: place)
        activeCount += 1
        let active = vacant.popLast() ?? actives.count
        if active == actives.count { actives.append(alert) } else { actives[active] = alert }
        groups[place].setPlace(active, series, index)
        return active
    }

    /// Puts it back, or lets it go if it is not active any more.
    private mutating func settle(_ alert: ActiveAlert, _ active: Int) {
        guard alert.state.phase == .inactive else {
            actives[active] = alert
            return
        }
        actives[active] = nil
        groups[alert.group].setPlace(nil, alert.series, alert.entry)
        vacant.append(active)
        activeCount -= 1
        if alert.state.lastLook == now { lookedAtNow -= 1 }
    }

    private mutating func tell(
        _ event: SeriesState.Event, _ alert: inout ActiveAlert, at time: Int64, _ samples: [UInt8]
    ) {
        let group = groups[alert.group]
        if event == .fired {
            alert.labels = rules[alert.rule].rule.labels(
                of: group.table.key(at: alert.series), value: alert.heldValue)
        }
        events.append(
            AlertEvent(
                rule: alert.rule, isFiring: event == .fired, time: time, startsAt: alert.state.activeSince,
                labels: alert.labels, value: alert.value, heldValue: alert.heldValue, width: alert.width,
                recent: group.recent.values(of: alert.series, column: group.entries[alert.entry].column),
                samples: samples))
    }

    private mutating func count(_ before: SeriesState, _ after: SeriesState, _ rule: Int) {
        if before.phase == .pending, after.phase == .inactive { counts[rule].neverFired += 1 }
        if before.keptSince != nil, after.keptSince == nil, after.phase == .firing { counts[rule].heldOver += 1 }
    }

    // MARK: Forgetting

    /// Forgets the series that do not come any more, so that memory holds those of the last hours, not of all times.
    private mutating func sweep() {
        let (next, overflow) = now.addingReportingOverflow(Retention.least / 2)
        nextSweep = overflow ? .max : next
        for place in groups.indices {
            let silences = absences.silences.filter { $0.group == place }
            let moved = groups[place].forget(at: now, width: width) { series in
                silences.contains { $0.awaits(series) }
            }
            guard let moved else { continue }
            for index in actives.indices where actives[index]?.group == place {
                if let series = actives[index]?.series { actives[index]?.series = moved[series] }
            }
            for index in absences.silences.indices where absences.silences[index].group == place {
                absences.silences[index].move(moved)
            }
        }
    }

    // MARK: Time

    /// Time has come so far: windows that begin before have closed, and what was not in them was missing.
    /// - Parameter slack: how much later than that a window may still come.
    mutating func advance(to time: Int64, slack: Int64 = 0) {
        let first = events.count
        let (end, overflow) = time.subtractingReportingOverflow(slack)
        if !overflow { missWindows(before: end) }
        fallSilent(at: time)
        sortEvents(from: first)
    }

    /// What time alone brought about is told by time, rule and labels: the same order in every run, whichever series came first.
    private mutating func sortEvents(from first: Int) {
        guard events.count - first > 1 else { return }
        let sorted = events[first...].sorted { left, right in
            if (left.time, left.rule) != (right.time, right.rule) {
                return (left.time, left.rule) < (right.time, right.rule)
            }
            return left.labels.lexicographicallyPrecedes(right.labels)
        }
        events.replaceSubrange(first..., with: sorted)
    }

    private mutating func missWindows(before time: Int64) {
        guard activeCount > 0, now != .min else { return }
        // All that is active was there, and no window lies in between.
        if lookedAtNow == activeCount, SeriesState.distance(now, time) <= narrowest { return }
        var narrowest = Int64.max
        for active in actives.indices {
            guard var alert = actives[active] else { continue }
            narrowest = min(narrowest, alert.width ?? .max)
            let wasNow = alert.state.lastLook == now
            let before = alert.state
            let end = alert.state.miss(before: time, every: alert.width, last: now, rules[alert.rule].rule.timing)
            count(before, alert.state, alert.rule)
            // A new look at an old time is one of those of now, or beyond.
            if wasNow, alert.state.lastLook != now { lookedAtNow -= 1 }
            if !wasNow, alert.state.lastLook == now { lookedAtNow += 1 }
            if let end { tell(.resolved, &alert, at: end, []) }
            settle(alert, active)
        }
        self.narrowest = narrowest
    }

    /// The end of the input: what was not in the last window was missing there.
    mutating func finish() {
        let (end, overflow) = now.addingReportingOverflow(1)
        let first = events.count
        if now != .min, !overflow { missWindows(before: end) }
        sortEvents(from: first)
    }

    // MARK: Silence

    private mutating func hear(
        _ rule: Int, _ series: Int, _ place: Int, _ width: Int64?, _ record: inout Record
    ) {
        guard rules[rule].condition?.isTrue(&record) ?? true else { return }
        let until = now.addingReportingOverflow(width ?? 0)
        for index in absences.silences.indices where absences.silences[index].rule == rule {
            let since = absences.silences[index].hear(series, until: until.overflow ? .max : until.partialValue)
            if let since { tellOfSilence(rule, series, place, isFiring: false, at: now, since: since) }
        }
    }

    /// Begins to wait for records of which none may ever come.
    mutating func beginToWait(at time: Int64) {
        for index in absences.silences.indices {
            let silence = absences.silences[index]
            guard groups[silence.group].by == [], silence.heardUntil.isEmpty else { continue }
            _ = absences.silences[index].hear(groups[silence.group].series(Array("{}".utf8)), until: time)
        }
    }

    private mutating func fallSilent(at time: Int64) {
        guard absences.nextDue <= time else { return }
        for index in absences.silences.indices {
            let (rule, group) = (absences.silences[index].rule, absences.silences[index].group)
            for (series, due) in absences.silences[index].fall(silent: time) {
                let since = absences.silences[index].heardUntil[series]
                tellOfSilence(rule, series, group, isFiring: true, at: due, since: since)
            }
        }
    }

    private mutating func tellOfSilence(
        _ rule: Int, _ series: Int, _ place: Int, isFiring: Bool, at time: Int64, since: Int64
    ) {
        let value = Self.seconds(since: since, time)
        let key = groups[place].table.key(at: series)
        events.append(
            AlertEvent(
                rule: rule, isFiring: isFiring, time: time, startsAt: since,
                labels: rules[rule].rule.labels(of: key, value: value), value: value, heldValue: value, width: nil))
    }

    // MARK: Over a restart

    mutating func setNow(_ time: Int64) { now = time }

    mutating func restoreActive(
        _ rule: Int, _ key: [UInt8], _ snapshot: inout SnapshotReader
    ) throws(SnapshotError) {
        guard let (place, index) = entry(of: rule) else { throw .foreign }
        let series = groups[place].series(key)
        let active = activate(rule, index, series, place)
        guard var alert = actives[active] else { return }
        try alert.restore(from: &snapshot)
        narrowest = min(narrowest, alert.width ?? .max)
        actives[active] = alert
    }

    private func entry(of rule: Int) -> (place: Int, index: Int)? {
        for place in groups.indices {
            for index in 0..<groups[place].entries.count where Int(groups[place].entries[index].rule) == rule {
                return (place, index)
            }
        }
        return nil
    }

    mutating func restoreSilence(_ rule: Int, _ key: [UInt8], _ heardUntil: Int64, _ isFiring: Bool) -> Bool {
        guard let index = absences.silences.firstIndex(where: { $0.rule == rule }) else { return false }
        let series = groups[absences.silences[index].group].series(key)
        _ = absences.silences[index].hear(series, until: heardUntil)
        absences.silences[index].isFiring[series] = isFiring
        return true
    }
}
