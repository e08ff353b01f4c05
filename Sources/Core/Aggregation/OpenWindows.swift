import Bytes
import Metrics
import Records

/// The windows of a grid that are open, oldest first, and which of them may leave.
///
/// Sliding windows are put together, when they leave, of the windows of the grid that they cover: each record is counted
/// once, however many windows it is in, and since states merge exactly nothing is lost by it.
struct OpenWindows {
    private let grid: WindowGrid
    private let panes: Int
    private let width: Int64
    private let options: WindowOptions
    private let plan: AggregatePlan
    private(set) var states: [WindowState] = []
    /// The window of the record before: the next one's, most of the time.
    private var current: Held<WindowState>?
    private var currentWindow = Window(start: .max, end: .max)
    /// The start of the last window that left.
    private(set) var lastLeft: Int64?
    private var lateParts = LateParts()
    /// The end of the last window that left because the input ended, and not because its time had come.
    private var flushed = Int64.min
    /// Empty windows that were too many to be filled.
    private(set) var unfilled = 0
    /// One that left and was written, whose memory the next one takes.
    private var spare: WindowState?

    /// More empty windows in a row than these are not filled: a clock was wrong, or the log was put away for years.
    private static let mostFilled = 100_000

    init?(_ options: WindowOptions, _ plan: AggregatePlan) {
        guard let grid = options.grid, let width = options.width else { return nil }
        self.grid = grid
        self.width = width
        self.options = options
        self.plan = plan
        panes = options.panes
    }

    var first: WindowState? { states.first }

    /// The state that takes what happened at `time`; nil if all windows that it is in have left.
    @inline(__always) mutating func state(at time: Int64, watermark: Int64) -> Uncounted<WindowState>? {
        if currentWindow.contains(time) { return current?.uncounted }
        find(time, watermark)
        return currentWindow.contains(time) ? current?.uncounted : nil
    }

    private mutating func setCurrent(_ state: WindowState?) {
        current = state.map { Held($0) }
        currentWindow = state?.window ?? Window(start: .max, end: .max)
    }

    private mutating func find(_ time: Int64, _ watermark: Int64) {
        let window = grid.window(containing: time)
        let isLate = grid.end(of: panes, from: window.start) <= watermark
        if isLate, !options.keepsLate { return }
        let state = open(window)
        // One that is open though it has left has been opened again.
        if isLate || window.start < flushed, state.part == 0 { state.part = lateParts.next(window.start) }
        setCurrent(state)
    }

    /// The state of a window of the grid.
    mutating func open(_ window: Window) -> WindowState {
        let index = index(of: window)
        if index < states.count, states[index].window == window { return states[index] }
        let state = make(window, width: grid.width)
        states.insert(state, at: index)
        return state
    }

    /// One with nothing in it, and with room for what is likely to come: much the same as in the one before.
    private mutating func make(_ window: Window, width: Int64) -> WindowState {
        // A copy of this that is made to look ahead has the same spare one, and must leave it alone.
        if isKnownUniquelyReferenced(&spare), let state = spare.take() {
            state.begin(window, width: width)
            return state
        }
        let state = WindowState(window, width: width, plan, limit: options.maxSeries)
        if let before = states.last { state.reserve(before.table.count) }
        return state
    }

    /// Takes a window that left back once it was written, and nobody else needs it.
    mutating func takeBack(_ state: consuming WindowState) {
        var state = state
        if isKnownUniquelyReferenced(&state), state.isWellUsed { spare = state }
    }

    /// Where the window is, or would stand.
    private func index(of window: Window) -> Int {
        var index = 0
        var end = states.count
        while index < end {
            let middle = (index + end) / 2
            if states[middle].window.start < window.start { index = middle + 1 } else { end = middle }
        }
        return index
    }

    /// Adds what another one has of a window of the same grid, which it does not need any more.
    mutating func add(_ state: WindowState) {
        let index = index(of: state.window)
        if index < states.count, states[index].window == state.window { return states[index].merge(state) }
        states.insert(state, at: index)
    }

    // MARK: Leaving

    /// The next window that the watermark has passed; nil when there is none any more.
    mutating func next(before watermark: Int64) -> WindowState? {
        if panes == 1, !options.fills {
            guard let first = states.first, first.window.end <= watermark else { return nil }
            states.removeFirst()
            if current?.object === first { setCurrent(nil) }
            return first
        }
        while let start = nextStart(watermark) {
            let window = Window(start: start, end: grid.end(of: panes, from: start))
            guard window.end <= watermark else { return nil }
            let state = slide(window)
            lastLeft = start
            let following = grid.window(containing: start).end
            states.removeAll { $0.window.start < following }
            if currentWindow.start < following { setCurrent(nil) }
            if let state { return state }
        }
        return nil
    }

    /// When the window that leaves next ends, if that is not after the watermark.
    func nextEnd(before watermark: Int64) -> Int64? {
        if panes == 1, !options.fills {
            guard let first = states.first, first.window.end <= watermark else { return nil }
            return first.window.end
        }
        // At the end of the input the last window is the last that has something in it.
        if watermark == .max, states.isEmpty { return nil }
        var copy = self
        return copy.next(before: watermark)?.window.end
    }

    /// Where the next window begins that has something in it, or is to be filled.
    private mutating func nextStart(_ watermark: Int64) -> Int64? {
        let following = lastLeft.map { grid.end(of: 1, from: $0) }
        var start = following
        if let first = states.first {
            var earliest = first.window.start
            for _ in 1..<max(panes, 1) { earliest = grid.start(before: earliest) }
            if !options.fills || start == nil || isFarAhead(earliest, of: start ?? 0) {
                start = max(start ?? .min, earliest)
            }
        } else if !options.fills {
            return nil
        }
        return start
    }

    private mutating func isFarAhead(_ start: Int64, of following: Int64) -> Bool {
        let (distance, overflow) = start.subtractingReportingOverflow(following)
        guard overflow || distance / grid.width > Self.mostFilled else { return false }
        unfilled += overflow ? Self.mostFilled : Int(distance / grid.width)
        return true
    }

    /// The state of a window that covers several of the grid; nil if it is empty, and need not be filled.
    private mutating func slide(_ window: Window) -> WindowState? {
        let parts = states.filter { $0.window.start >= window.start && $0.window.start < window.end }
        guard !parts.isEmpty || options.fills else { return nil }
        if panes == 1, let only = parts.first { return only }
        let state = make(window, width: width)
        for part in parts { state.merge(part) }
        return state
    }

    /// At the end of the input all windows leave, whatever the watermark: the last is the last that has something in it.
    mutating func nextAtEnd() -> WindowState? {
        guard !states.isEmpty, let state = next(before: .max) else { return nil }
        flushed = max(flushed, state.window.end)
        return state
    }

    /// What is open, as it would leave if the input ended now. The states are copies where windows overlap.
    var drafts: [WindowState] {
        guard panes > 1 else { return states }
        var copy = self
        var drafts: [WindowState] = []
        while let state = copy.nextAtEnd() { drafts.append(state) }
        return drafts
    }

    // MARK: Going on from what was written down

    /// What `restore` cannot know of the windows: which of them were opened again.
    func writeParts(to snapshot: inout SnapshotWriter) {
        for state in states { snapshot.append(state.part) }
        snapshot.append(flushed)
        lateParts.write(to: &snapshot)
    }

    mutating func restoreParts(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        for state in states { state.part = try snapshot.unsigned() }
        flushed = try snapshot.signed()
        lateParts = try LateParts(from: &snapshot)
    }

    mutating func restore(_ states: [WindowState], lastLeft: Int64?) {
        self.states = states
        self.lastLeft = lastLeft
        setCurrent(nil)
    }
}
