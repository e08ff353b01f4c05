import Bytes
import FilterKit
import Metrics
import Records

/// The windows that partial states are merged into, until the end of the input.
package final class MergedWindows {
    let plan: AggregatePlan
    private let labels: [String]
    private let options: WindowOptions
    private let codes: [UInt64]
    private var states: [Place: WindowState] = [:]
    /// What windows of a grid are put together of, where one is asked for.
    private var windows: OpenWindows?
    /// By their gaps.
    private var sessions: [Int64: OpenSessions] = [:]
    private var output: WindowOutput
    /// What each part is read into first.
    private var alone: WindowState?

    private struct Place: Hashable {
        let window: Window
        let width: Int64?
    }

    package init(_ plan: AggregatePlan, _ labels: [String], _ options: WindowOptions, _ shape: OutputShape) {
        self.plan = plan
        self.labels = labels
        self.options = options
        codes = plan.measures.map(\.kind.code)
        windows = OpenWindows(options, plan)
        output = WindowOutput(plan, labels: labels, shape, maxSeries: options.maxSeries, fills: options.fills)
    }

    /// Returns why a part cannot be added.
    package func add(_ part: PartialState) throws(SnapshotError) -> String? {
        guard part.words == plan.words, part.codes == codes else {
            return "its '_state' is of other functions: \(part.words.joined(separator: " "))"
        }
        guard let key = selected(part) else {
            return "its series are by \(part.labels.isEmpty ? "nothing" : part.labels.joined(separator: ","))"
        }
        if let gap = part.sessionGap, options.grid == nil, !options.mergesAll { return try add(part, key, gap) }
        guard let state = place(part.window, part.width) else { return "its window is no part of one of --every" }
        // Added to a state apart first: what is damaged must not leave half of itself in the sum.
        let alone = alone ?? WindowState(state.window, width: state.width, plan, limit: 1)
        self.alone = alone
        alone.reset(WindowState.overflow)
        var rest = part.rest
        try alone.merge(into: WindowState.overflow, from: &rest)
        guard rest.isAtEnd else { throw .foreign }
        state.span.add(part.span)
        if part.key == nil {
            state.hasOverflow = true
            state.merge(alone, WindowState.overflow, into: WindowState.overflow)
        } else {
            state.merge(alone, WindowState.overflow, into: state.series(RawSpan(_elements: key.span)))
        }
        return nil
    }

    /// Adds a session, and joins it to those it touches.
    private func add(_ part: PartialState, _ key: [UInt8], _ gap: Int64) throws(SnapshotError) -> String? {
        guard let window = part.window else { throw .foreign }
        let alone = WindowState(window, width: 0, plan, limit: 1)
        var rest = part.rest
        try alone.merge(into: WindowState.overflow, from: &rest)
        guard rest.isAtEnd else { throw .foreign }
        var open = sessions.removeValue(forKey: gap) ?? OpenSessions(gap: gap, plan)
        let number = open.session(
            of: RawSpan(_elements: key.span), from: window.start, to: window.end, watermark: .min)
        if let number { open.pool.merge(alone, WindowState.overflow, into: number) }
        sessions[gap] = open
        return nil
    }

    /// The part's key with only the labels that are wanted; nil if it does not have one of them.
    private func selected(_ part: PartialState) -> [UInt8]? {
        guard let key = part.key else { return [] }
        if labels == part.labels { return key }
        let values = key.split(separator: 0x0A)
        guard values.count == part.labels.count else { return nil }
        var selected: [UInt8] = []
        for label in labels {
            guard let position = part.labels.firstIndex(of: label) else { return nil }
            selected += values[position] + [0x0A]
        }
        return selected
    }

    /// Adds what another one has merged of the same functions, by labels of which these are some, in windows that are parts of
    /// these. Returns whether it could be added.
    package func add(_ other: MergedWindows) -> Bool {
        let columns = labels.compactMap(other.labels.firstIndex)
        guard columns.count == labels.count, other.sessions.isEmpty, other.codes == codes else { return false }
        for state in other.merged {
            guard let target = place(state.width == nil ? nil : state.window, state.width) else { return false }
            target.span.add(state.span)
            for index in 0..<state.table.count {
                var key = state.table.key(at: index)
                if labels != other.labels {
                    let values = key.split(separator: 0x0A)
                    guard values.count == other.labels.count else { return false }
                    key = columns.flatMap { values[$0] + [0x0A] }
                }
                target.merge(state, index + 1, into: target.series(RawSpan(_elements: key.span)))
            }
            guard state.hasOverflow else { continue }
            target.hasOverflow = true
            target.merge(state, WindowState.overflow, into: WindowState.overflow)
        }
        return true
    }

    private func place(_ own: Window?, _ width: Int64?) -> WindowState? {
        if let grid = options.grid {
            guard let window = own else { return nil }
            let whole = grid.window(containing: window.start)
            guard window.end <= whole.end else { return nil }
            return windows?.open(whole)
        }
        let isTotal = options.mergesAll || own == nil
        let window = isTotal ? Window(start: .min, end: .max) : own ?? Window(start: .min, end: .max)
        let place = Place(window: window, width: isTotal ? nil : width)
        if let known = states[place] { return known }
        let state = WindowState(window, width: place.width, plan, limit: options.maxSeries)
        states[place] = state
        return state
    }

    package func emit<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        while let state = windows?.nextAtEnd() { output.emit(state, in: run, into: &sink) }
        for place in sortedPlaces {
            if let state = states[place] { output.emit(state, in: run, into: &sink) }
        }
        for gap in sessions.keys.sorted() {
            for state in sessions[gap]?.close(before: .max) ?? [] { output.emit(state, in: run, into: &sink) }
        }
        output.close(unfilled: windows?.unfilled ?? 0, run)
    }

    /// All windows of a grid, or those of the parts.
    var merged: [WindowState] { (windows?.states ?? []) + sortedPlaces.compactMap { states[$0] } }

    private var sortedPlaces: [Place] {
        states.keys.sorted { ($0.window, $0.width ?? 0) < ($1.window, $1.width ?? 0) }
    }

    func write(to snapshot: inout SnapshotWriter) {
        snapshot.append(UInt64(labels.count))
        for label in labels { snapshot.append(label) }
        output.write(to: &snapshot)
        let open = merged
        snapshot.append(UInt64(open.count))
        for state in open { state.write(to: &snapshot) }
        snapshot.append(UInt64(sessions.count))
        for gap in sessions.keys.sorted() {
            snapshot.append(gap)
            sessions[gap]?.write(to: &snapshot)
        }
    }

    convenience init(
        from snapshot: inout SnapshotReader, _ plan: AggregatePlan, _ options: WindowOptions, _ shape: OutputShape
    ) throws(SnapshotError) {
        var labels: [String] = []
        for _ in 0..<(try snapshot.count()) { labels.append(try snapshot.text()) }
        self.init(plan, labels, options, shape)
        try output.restore(from: &snapshot)
        var open: [WindowState] = []
        for _ in 0..<(try snapshot.count()) {
            open.append(try WindowState(from: &snapshot, plan, limit: options.maxSeries))
        }
        windows?.restore(open, lastLeft: nil)
        if windows == nil {
            for state in open { states[Place(window: state.window, width: state.width)] = state }
        }
        for _ in 0..<(try snapshot.count()) {
            let gap = try snapshot.signed()
            var open = OpenSessions(gap: gap, plan)
            try open.restore(from: &snapshot)
            sessions[gap] = open
        }
    }
}
