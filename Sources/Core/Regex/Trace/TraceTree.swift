import Bytes

/// The ways that a flat pattern's program went on the lines before, as a tree that is followed without choices: lines of a log
/// are mostly of a few shapes, and of each shape only what can differ is looked at. (Trace trees: Gal, Franz: Incremental Dynamic
/// Code Generation with Trace Trees, UC Irvine 2006; the guards are byte comparisons here.)
///
/// A line that can be followed to a leaf is matched by the program, with the same groups: each check that decided on the way
/// is asked, but for those that others imply. A line that cannot is the program's, and is learned if it matches.
///
/// Invariants for every `unsafe` in this type: `steps` has `stepCount` steps, the distances in them lead to one of these, and
/// behind each but `matched` lies another; `captures` has 64 places, and the places in steps are below; the tables are those of
/// `pattern`, which lives as long.
@safe final class TraceTree {
    let pattern: FlatPattern
    private(set) var traces: [Trace] = []
    private(set) var stepCount = 0
    private(set) var steps: UnsafeMutablePointer<TraceStep>
    let captures: UnsafeMutablePointer<Capture>
    private(set) var vectors = TraceVectors()
    /// Lines that were followed to their leaf, of each trace.
    let hits: UnsafeMutablePointer<Int>
    /// Lines that were not.
    private var missed = 0
    /// Lines that were learned, or could not be.
    private var learned = 0
    private var isWorthwhile = true

    struct Trace {
        let steps: [TraceStep]
        /// The groups that took part, with their places among the captures.
        let groups: [(group: Int, place: Int)]
    }

    static let traceLimit = 32
    private static let learnLimit = 128
    private static let stepLimit = 1024

    /// - Parameter captures: 64 places, which live as long as the tree.
    init(_ pattern: FlatPattern, captures: UnsafeMutablePointer<Capture>) {
        self.pattern = pattern
        unsafe self.captures = captures
        unsafe steps = .allocate(capacity: 1)
        unsafe hits = .allocate(capacity: Self.traceLimit)
        unsafe hits.initialize(repeating: 0, count: Self.traceLimit)
    }

    deinit {
        unsafe steps.deallocate()
        unsafe hits.deallocate()
    }

    /// Another line could not be followed. Where nearly none can be, it is not worth the trying.
    /// - Returns: whether to learn it.
    func noteMiss() -> Bool {
        missed &+= 1
        if missed & 0xFF == 0, missed > 4 &* followed {
            isWorthwhile = false
            stepCount = 0
        }
        return isWorthwhile && learned < Self.learnLimit && traces.count < Self.traceLimit
    }

    /// Subjects that were followed to a leaf.
    var followed: Int { traces.indices.reduce(0) { unsafe $0 + hits[$1] } }

    func learn(_ recorder: TraceRecorder) {
        learned += 1
        guard !recorder.isTooLong, traces.count < Self.traceLimit else { return }
        let taken = recorder.places.sorted { $0.key < $1.key }.map { (group: Int($0.key), place: Int($0.value)) }
        let groups = [(group: 0, place: Int(TraceStep.whole))] + taken
        let places = Set(taken.map { UInt8($0.place) })
        guard var steps = TraceTidying.tidy(recorder.steps, of: pattern, places: places, &vectors) else { return }
        steps.append(TraceStep(.matched))
        guard traces.reduce(steps.count, { $0 + $1.steps.count }) <= Self.stepLimit else { return }
        if traces.isEmpty {
            unsafe self.steps.deallocate()
            unsafe self.steps = .allocate(capacity: Self.stepLimit)
        }
        traces.append(Trace(steps: steps, groups: groups))
        grow()
    }

    /// Builds the tree anew, so that what came most often is tried first.
    @inline(never) func grow() {
        stepCount = 0
        let patience = Int32(clamping: 16 + followed / 16)
        let order = traces.indices.sorted { unsafe (hits[$1], $0) < (hits[$0], $1) }
        for number in order { add(traces[number].steps, number, patience) }
    }

    /// Adds what the tree does not have yet, behind all that it has: so each step but `matched` is followed by the one that comes
    /// next, and only those that are tried where one fails have to be found.
    private func add(_ trace: [TraceStep], _ number: Int, _ patience: Int32) {
        var place = 0
        for step in trace {
            if place < stepCount {
                while unsafe !steps[place].asksTheSame(as: step) {
                    let stride = Int32(MemoryLayout<TraceStep>.stride)
                    if unsafe steps[place].otherwise == 0 {
                        unsafe steps[place].otherwise = Int32(stepCount - place) * stride
                        place = stepCount
                        break
                    }
                    place += unsafe Int(steps[place].otherwise / stride)
                }
            }
            if place == stepCount {
                unsafe (steps + place).initialize(to: step)
                unsafe steps[place].patience = patience
                stepCount += 1
            }
            if step.code == .matched { unsafe steps[place].trace = Int32(number) }
            place += 1
        }
    }
}
