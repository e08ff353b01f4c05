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
        let vectors = unsafe UnsafePointer(vectors.base)
        let captures = unsafe captures
        var step = unsafe steps
        var position = start
        while true {
            attempt: do {
                var to: Int
                switch unsafe step.pointee.code {
                case .untilOne: to = unsafe weir_until(base, position, end, vectors + Int(step.pointee.table), 1)
                case .untilTwo: to = unsafe weir_until(base, position, end, vectors + Int(step.pointee.table), 2)
                case .untilThree: to = unsafe weir_until(base, position, end, vectors + Int(step.pointee.table), 3)
                case .untilFour: to = unsafe weir_until(base, position, end, vectors + Int(step.pointee.table), 4)
                case .spanOne: to = unsafe weir_span(base, position, end, vectors + Int(step.pointee.table), 1)
                case .spanThree: to = unsafe weir_span(base, position, end, vectors + Int(step.pointee.table), 3)
                case .headedSpan:
                    to = position
                    if unsafe pattern.isMember(base[position], of: Int(step.pointee.second)) {
                        to = unsafe weir_span(base, position, end, vectors + Int(step.pointee.table), 3)
                    }
                case .shortSpan:
                    to = unsafe weir_span(base, position, end, vectors + Int(step.pointee.table), 3)
                    to = unsafe weir_at_most(to, position &+ Int(step.pointee.most))
                case .exactSpan:
                    // 0 where there are fewer, which lies less than `count` bytes, one at least, behind any position.
                    let places = unsafe UInt32(truncatingIfNeeded: step.pointee.second)
                    to = unsafe weir_exactly(
                        base, position, vectors + Int(step.pointee.table), Int(step.pointee.count), places)
                case .run, .headedRun: to = unsafe plainRun(step, base, position, end)
                // Apart: else a compiler has each step begin with it.
                case .rest: to = weir_apart(end)
                case .here: to = position
                case .end:
                    guard position == end else { break attempt }
                    unsafe step += 1
                    continue
                case .isIn, .isNotIn, .areIn, .areNotIn, .isNotLiteral, .refusal:
                    let place = unsafe passes(step, base, position, end)
                    guard place >= 0 else { break attempt }
                    position = place
                    unsafe step += 1
                    continue
                case .matched:
                    let number = unsafe Int(step.pointee.trace)
                    unsafe captures[Int(TraceStep.whole)] = Capture(
                        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: position))
                    let count = unsafe hits[number] &+ 1
                    unsafe hits[number] = count
                    if count >= 64, count & (count &- 1) == 0 { grow() }
                    return number
                }
                // Where the run is as long as ever, nothing that follows has to wait for where it ends.
                let guess = unsafe position &+ Int(step.pointee.usual)
                let foreseen = weir_apart(guess)
                if to == guess {
                    weir_keep_branch()
                    to = foreseen
                } else {
                    let length = to &- position
                    guard unsafe length >= Int(step.pointee.count) else { break attempt }
                    if unsafe step.pointee.usual >= 0 { unsafe step.pointee.noteLength(length) }
                }
                let word = unsafe UInt64(littleEndian: UnsafeRawPointer(base + to).loadUnaligned(as: UInt64.self))
                let behind = unsafe to &+ Int(step.pointee.length)
                guard unsafe (word ^ step.pointee.literal) & step.pointee.mask == 0, behind <= end else {
                    break attempt
                }
                unsafe captures[Int(step.pointee.opens)].start = Int32(truncatingIfNeeded: position)
                unsafe captures[Int(step.pointee.closes)].end = Int32(truncatingIfNeeded: to)
                position = behind
                unsafe step += 1
                continue
            }
            // The step does not hold: another may.
            let distance = unsafe Int(step.pointee.otherwise)
            guard distance > 0 else { return -1 }
            unsafe step = (UnsafeMutableRawPointer(step) + distance).assumingMemoryBound(to: TraceStep.self)
        }
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
    /// - Returns: where the line is taken up; -1 where the step does not hold. By value: a position that is passed on to be
    ///   changed lies in memory, and each step waits for it there (a tenth of all).
    @inline(never)
    private func passes(
        _ step: UnsafeMutablePointer<TraceStep>, _ base: UnsafePointer<UInt8>, _ position: Int, _ end: Int
    ) -> Int {
        let holds =
            switch unsafe step.pointee.code {
            case .isIn: unsafe isIn(step.pointee.table, base, position, end)
            case .isNotIn: unsafe !isIn(step.pointee.table, base, position, end)
            case .areIn: unsafe areIn(step, base, position, end)
            case .areNotIn: unsafe !areIn(step, base, position, end)
            case .isNotLiteral: unsafe !stands(step, base, at: position, end)
            case .refusal: unsafe fails(step, base, position, end)
            default: false
            }
        guard holds else { return -1 }
        return unsafe step.pointee.code == .refusal ? Int(captures[Int(step.pointee.opens)].start) : position
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
