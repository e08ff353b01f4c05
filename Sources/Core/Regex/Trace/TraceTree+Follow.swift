import Bytes
import CVector

extension TraceTree {
    /// Follows the tree along a subject.
    /// - Parameters:
    ///   - base: of a ByteBuffer, with 64 bytes of padding behind its end.
    ///   - start, end: the subject, as positions there.
    /// - Returns: the number of the trace, whose groups lie among the captures; -1 where the tree does not say.
    @inline(__always)
    func follow(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        guard stepCount > 0 else { return -1 }
        let root = unsafe UnsafeMutableRawPointer(steps)
        let vectors = unsafe UnsafePointer(vectors.base)
        let captures = unsafe captures
        var step = unsafe steps
        var position = start
        while true {
            var to = position
            switch unsafe step.pointee.code {
            case .untilOne: to = unsafe weir_until(base, position, end, vectors + Int(step.pointee.table), 1)
            case .untilTwo: to = unsafe weir_until(base, position, end, vectors + Int(step.pointee.table), 2)
            case .untilThree: to = unsafe weir_until(base, position, end, vectors + Int(step.pointee.table), 3)
            case .untilFour: to = unsafe weir_until(base, position, end, vectors + Int(step.pointee.table), 4)
            case .spanOne:
                to = unsafe weir_span(base, position, end, vectors + Int(step.pointee.table), 1)
                to = unsafe weir_at_most(to, position &+ Int(step.pointee.most))
            case .spanThree:
                to = unsafe weir_span(base, position, end, vectors + Int(step.pointee.table), 3)
                to = unsafe weir_at_most(to, position &+ Int(step.pointee.most))
            case .headedSpan:
                if unsafe pattern.isMember(base[position], of: Int(step.pointee.second)) {
                    to = unsafe weir_span(base, position, end, vectors + Int(step.pointee.table), 3)
                }
            case .run, .headedRun: to = unsafe plainRun(step, base, position, end)
            case .rest: to = end
            case .here: break
            case .end:
                if position == end {
                    unsafe step = at(root, step.pointee.next)
                    continue
                }
                let other = unsafe step.pointee.otherwise
                if other < 0 { return -1 }
                unsafe step = at(root, other)
                continue
            case .matched:
                let number = unsafe Int(step.pointee.next)
                unsafe captures[Int(TraceStep.whole)] = Capture(
                    start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: position))
                let count = unsafe hits[number] &+ 1
                unsafe hits[number] = count
                if count >= 64, count & (count &- 1) == 0 { grow() }
                return number
            default:
                if unsafe passes(step, base, &position, end) {
                    unsafe step = at(root, step.pointee.next)
                    continue
                }
                let other = unsafe step.pointee.otherwise
                if other < 0 { return -1 }
                unsafe step = at(root, other)
                continue
            }
            let word = unsafe UInt64(littleEndian: UnsafeRawPointer(base + to).loadUnaligned(as: UInt64.self))
            let behind = unsafe to &+ Int(step.pointee.length)
            if unsafe (word ^ step.pointee.literal) & step.pointee.mask == 0, behind <= end,
                unsafe to &- position >= Int(step.pointee.count)
            {
                unsafe captures[Int(step.pointee.opens)].start = Int32(truncatingIfNeeded: position)
                unsafe captures[Int(step.pointee.closes)].end = Int32(truncatingIfNeeded: to)
                position = behind
                unsafe step = at(root, step.pointee.next)
            } else {
                let other = unsafe step.pointee.otherwise
                if other < 0 { return -1 }
                unsafe step = at(root, other)
            }
        }
    }

    @inline(__always)
    private func at(_ root: UnsafeMutableRawPointer, _ distance: Int32) -> UnsafeMutablePointer<TraceStep> {
        unsafe (root + Int(distance)).assumingMemoryBound(to: TraceStep.self)
    }

    /// Where the run of a step ends whose set has no vectors.
    @inline(never)
    private func plainRun(
        _ step: UnsafeMutablePointer<TraceStep>, _ base: UnsafePointer<UInt8>, _ position: Int, _ end: Int
    ) -> Int {
        let table = unsafe Int(step.pointee.table)
        var to = position
        if unsafe step.pointee.code == .headedRun || step.pointee.attempted == .headedRun {
            guard position < end, unsafe pattern.isMember(base[position], of: Int(step.pointee.second)) else {
                return to
            }
            to &+= 1
        }
        let limit = unsafe min(end, position &+ Int(step.pointee.most))
        while to < limit, unsafe pattern.isMember(base[to], of: table) { to &+= 1 }
        return to
    }

    /// The steps that take no bytes. They are few: most are implied by those that do.
    @inline(never)
    private func passes(
        _ step: UnsafeMutablePointer<TraceStep>, _ base: UnsafePointer<UInt8>, _ position: inout Int, _ end: Int
    ) -> Bool {
        switch unsafe step.pointee.code {
        case .isIn: return unsafe isIn(step.pointee.table, base, position, end)
        case .isNotIn: return unsafe !isIn(step.pointee.table, base, position, end)
        case .areIn: return unsafe areIn(step, base, position, end)
        case .areNotIn: return unsafe !areIn(step, base, position, end)
        case .isNotLiteral: return unsafe !stands(step, base, at: position, end)
        case .refusal:
            guard unsafe fails(step, base, position, end) else { return false }
            position = unsafe Int(captures[Int(step.pointee.opens)].start)
            return true
        default: return false
        }
    }

    private func isIn(_ table: Int32, _ base: UnsafePointer<UInt8>, _ position: Int, _ end: Int) -> Bool {
        unsafe position < end && pattern.isMember(base[position], of: Int(table))
    }

    private func areIn(
        _ step: UnsafeMutablePointer<TraceStep>, _ base: UnsafePointer<UInt8>, _ position: Int, _ end: Int
    ) -> Bool {
        unsafe isIn(step.pointee.table, base, position, end) && isIn(step.pointee.second, base, position &+ 1, end)
    }

    private func stands(
        _ step: UnsafeMutablePointer<TraceStep>, _ base: UnsafePointer<UInt8>, at place: Int, _ end: Int
    ) -> Bool {
        let word = unsafe UInt64(littleEndian: UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self))
        return unsafe (word ^ step.pointee.literal) & step.pointee.mask == 0
            && place &+ Int(step.pointee.length) <= end
    }

    /// What a refusal attempts does fail here.
    private func fails(
        _ step: UnsafeMutablePointer<TraceStep>, _ base: UnsafePointer<UInt8>, _ position: Int, _ end: Int
    ) -> Bool {
        var to = position
        let stops = unsafe pattern.stops + Int(step.pointee.table)
        switch unsafe step.pointee.attempted {
        case .untilOne: to = unsafe weir_find(base, position, end, stops, 1)
        case .untilTwo: to = unsafe weir_find(base, position, end, stops, 2)
        case .untilThree: to = unsafe weir_find(base, position, end, stops, 3)
        case .untilFour: to = unsafe weir_find(base, position, end, stops, 4)
        case .run, .headedRun: to = unsafe plainRun(step, base, position, end)
        case .rest: to = end
        case .here: break
        case .end: return position != end
        default: return true
        }
        return unsafe to &- position < Int(step.pointee.count) || !stands(step, base, at: to, end)
    }
}
