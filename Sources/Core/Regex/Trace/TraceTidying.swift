/// Leaves out of a trace what it asks twice, and makes one step of several.
struct TraceTidying {
    private let pattern: FlatPattern

    /// - Parameters:
    ///   - places: the captures that somebody asks for afterwards.
    ///   - vectors: gets what runs are compared with.
    /// - Returns: nil where there is no room for that.
    static func tidy(
        _ steps: [TraceStep], of pattern: FlatPattern, places: Set<UInt8>, _ vectors: inout TraceVectors
    ) -> [TraceStep]? {
        let tidying = TraceTidying(pattern: pattern)
        let opened = places.union(steps.filter { $0.code == .refusal }.map(\.opens))
        // From the end: what is closed again later need not be closed before.
        var closed = places
        var used: [TraceStep] = []
        for var step in steps.reversed() {
            if step.code != .refusal, !opened.contains(step.opens) { step.opens = TraceStep.nowhere }
            if closed.remove(step.closes) == nil { step.closes = TraceStep.nowhere }
            if !step.isIdle { used.insert(step, at: 0) }
        }
        let asked = used.indices.filter { !tidying.isImplied(used[$0], by: used[($0 + 1)...]) }.map { used[$0] }
        var tidied: [TraceStep] = []
        for step in joined(asked) {
            guard let step = tidying.vectorised(step, &vectors) else { return nil }
            tidied.append(step)
        }
        return tidied
    }

    /// A run that is compared sixteen bytes at a time, where its set allows; nil where there is no room for what it needs.
    private func vectorised(_ step: TraceStep, _ vectors: inout TraceVectors) -> TraceStep? {
        var step = step
        switch step.code {
        case .untilOne, .untilTwo, .untilThree, .untilFour:
            guard let place = vectors.place(of: set(of: step).inverted.bytes) else { return nil }
            step.table = place
        case .run, .headedRun:
            let ranges = set(of: step).ranges
            guard (1...3).contains(ranges.count),
                let place = vectors.place(
                    of: (0..<3).map { ranges[min($0, ranges.count - 1)] }.flatMap {
                        [$0.lowerBound, UInt8($0.count - 1)]
                    })
            else { return step }
            step.table = place
            if step.code == .headedRun {
                step.code = .headedSpan
            } else if ranges.count == 1, step.count == step.most, step.count <= 16 {
                step.code = .exactSpan
                step.second = Int32(1 << step.count) - 1
            } else if step.most < .max {
                step.code = .shortSpan
            } else {
                step.code = ranges.count == 1 ? .spanOne : .spanThree
            }
        default: break
        }
        return step
    }

    // MARK: What the steps behind ask anyway

    /// The bytes that can stand where the steps begin, as far as these say; a set without members stands for the subject's end.
    private func lead(_ steps: ArraySlice<TraceStep>) -> [ByteSet] {
        var lead: [ByteSet] = []
        for step in steps {
            if step.isGuard { continue }
            if step.code == .end { lead.append(ByteSet()) }
            guard step.isRun || step.code == .here else { return lead }
            if step.isRun {
                let set = set(of: step)
                if step.count == 0 {
                    // It may be empty: then its literal stands here.
                    if step.length > 0 { lead.append(set.union(ByteSet(UInt8(truncatingIfNeeded: step.literal)))) }
                    return lead
                }
                if step.code == .headedRun {
                    lead.append(self.set(at: step.second))
                    return lead
                }
                for _ in 0..<min(8, step.count) { lead.append(set) }
                guard step.code == .run, step.most == step.count else { return lead }
            }
            for place in 0..<Int(step.length) {
                lead.append(ByteSet(UInt8(truncatingIfNeeded: step.literal >> UInt64(8 * place))))
            }
            if lead.count >= 8 { return lead }
        }
        return lead
    }

    private func isImplied(_ step: TraceStep, by rest: ArraySlice<TraceStep>) -> Bool {
        guard step.isGuard else { return false }
        let lead = lead(rest)
        var sets: [ByteSet] = []
        switch step.code {
        case .isIn, .isNotIn: sets = [set(at: step.table)]
        case .areIn, .areNotIn: sets = [set(at: step.table), set(at: step.second)]
        default:
            sets = (0..<Int(step.length)).map { ByteSet(UInt8(truncatingIfNeeded: step.literal >> UInt64(8 * $0))) }
        }
        switch step.code {
        case .isIn, .areIn:
            return lead.count >= sets.count
                && zip(sets, lead).allSatisfy { set, bytes in bytes != ByteSet() && set.union(bytes) == set }
        default: return zip(sets, lead).contains { $0.isDisjoint(with: $1) }
        }
    }

    /// The bytes that a run takes.
    private func set(of step: TraceStep) -> ByteSet {
        let stops: Int
        switch step.code {
        case .untilOne: stops = 1
        case .untilTwo: stops = 2
        case .untilThree: stops = 3
        case .untilFour: stops = 4
        case .rest: return .all
        default: return set(at: step.table)
        }
        var set = ByteSet()
        for stop in 0..<stops { set.insert(pattern.stop(at: Int(step.table) + 16 * stop)) }
        return set.inverted
    }

    private func set(at table: Int32) -> ByteSet {
        var set = ByteSet()
        for byte in UInt8.min...UInt8.max where pattern.isMember(byte, of: Int(table)) { set.insert(byte) }
        return set
    }

    // MARK: Steps that become one

    private static func joined(_ steps: [TraceStep]) -> [TraceStep] {
        var joined: [TraceStep] = []
        for step in steps {
            guard let last = joined.last, let one = join(last, step) else {
                joined.append(step)
                continue
            }
            joined[joined.count - 1] = one
        }
        return joined
    }

    private static func join(_ first: TraceStep, _ second: TraceStep) -> TraceStep? {
        guard first.isRun || first.code == .here, second.isRun || second.code == .here else { return nil }
        let nowhere = TraceStep.nowhere
        var one = first
        if second.code == .here, second.opens == nowhere {
            // A group that closes here closes behind the run, if no literal lies between.
            if second.closes != nowhere {
                guard first.length == 0, first.closes == nowhere else { return nil }
                one.closes = second.closes
            }
            guard first.length + second.length <= 8 else { return nil }
            one.literal |= second.length == 0 ? 0 : second.literal << UInt64(8 * first.length)
            one.mask |= second.length == 0 ? 0 : second.mask << UInt64(8 * first.length)
            one.length += second.length
            return one
        }
        // What opens here opens before the run that follows.
        guard first.code == .here, first.length == 0, first.closes == nowhere, second.opens == nowhere else {
            return nil
        }
        one = second
        one.opens = first.opens
        return one
    }
}
