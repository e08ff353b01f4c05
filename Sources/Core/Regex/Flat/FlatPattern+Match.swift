import Bytes
import CVector

extension FlatPattern {
    /// A choice that is still open: where the program goes on if what was chosen fails.
    private struct Choice: BitwiseCopyable {
        let operation: Int32
        let group: Int32
        let position: Int
    }

    /// Matches the subject from its first byte on.
    /// - Parameters:
    ///   - base: of a ByteBuffer, with 64 bytes of padding behind its end.
    ///   - start, end: the subject, as positions there.
    ///   - witness: is told of each step.
    ///   - ovector: gets the groups' starts and ends, counted from `start`; a group that took no part has -1 for its start.
    @inline(__always)
    func match<Witness: FlatWitness>(
        _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ ovector: UnsafeMutablePointer<Int>,
        _ witness: inout Witness
    ) -> Outcome {
        unsafe withUnsafeTemporaryAllocation(of: Choice.self, capacity: Self.choiceLimit) { choices in
            unsafe withUnsafeTemporaryAllocation(of: Int.self, capacity: FlatCompiler.slotLimit) { slots in
                guard let choices = choices.baseAddress, let slots = slots.baseAddress else { return .gaveUp }
                return unsafe run(base + start, end &- start, ovector, choices, slots, &witness)
            }
        }
    }

    @inline(__always)
    private func run<Witness: FlatWitness>(
        _ base: UnsafePointer<UInt8>, _ end: Int, _ ovector: UnsafeMutablePointer<Int>,
        _ choices: UnsafeMutablePointer<Choice>, _ slots: UnsafeMutablePointer<Int>, _ witness: inout Witness
    ) -> Outcome {
        for index in 0..<uncertainCount { unsafe ovector[2 &* Int(uncertain[index])] = -1 }
        let tables = unsafe tables
        let stops = unsafe stops
        var position = 0
        var open = 0
        var steps = 0
        var next = unsafe operations
        while true {
            let operation = unsafe next
            unsafe next += 1
            var isRight = true
            switch unsafe operation.pointee.code {
            case .literal:
                isRight = unsafe expect(operation, base, &position, end)
                unsafe next = at(operation.pointee.next)
                if isRight { unsafe witness.passedLiteral(operation.pointee) }
            case .untilOne:
                let to = unsafe weir_find(base, position, end, stops + Int(operation.pointee.table), 1)
                isRight = unsafe take(operation, to, base, &position, end, ovector, &next, &witness)
            case .untilTwo:
                let to = unsafe weir_find(base, position, end, stops + Int(operation.pointee.table), 2)
                isRight = unsafe take(operation, to, base, &position, end, ovector, &next, &witness)
            case .untilThree:
                let to = unsafe weir_find(base, position, end, stops + Int(operation.pointee.table), 3)
                isRight = unsafe take(operation, to, base, &position, end, ovector, &next, &witness)
            case .untilFour:
                let to = unsafe weir_find(base, position, end, stops + Int(operation.pointee.table), 4)
                isRight = unsafe take(operation, to, base, &position, end, ovector, &next, &witness)
            case .headedRun:
                let table = unsafe tables + Int(operation.pointee.table)
                var to = position
                if position < end, unsafe tables[Int(operation.pointee.second) &+ Int(base[position])] != 0 {
                    repeat { to &+= 1 } while unsafe to < end && table[Int(base[to])] != 0
                }
                isRight = unsafe take(operation, to, base, &position, end, ovector, &next, &witness)
            case .run:
                let table = unsafe tables + Int(operation.pointee.table)
                let limit = unsafe min(end, position &+ Int(operation.pointee.most))
                var to = position
                while to < limit, unsafe table[Int(base[to])] != 0 { to &+= 1 }
                isRight = unsafe take(operation, to, base, &position, end, ovector, &next, &witness)
            case .rest: isRight = unsafe take(operation, end, base, &position, end, ovector, &next, &witness)
            case .open:
                unsafe ovector[2 &* Int(operation.pointee.group)] = position
                unsafe witness.opened(operation.pointee)
            case .close:
                unsafe ovector[2 &* Int(operation.pointee.group) &+ 1] = position
                unsafe witness.closed(operation.pointee)
            case .branch:
                let isTaken =
                    unsafe position < end && tables[Int(operation.pointee.table) &+ Int(base[position])] != 0
                if !isTaken { unsafe next = at(operation.pointee.target) }
                unsafe witness.branched(operation.pointee, isTaken: isTaken)
            case .branchTwo:
                let isTaken = unsafe matchesTwo(operation, base, position, end)
                if !isTaken { unsafe next = at(operation.pointee.target) }
                unsafe witness.branched(operation.pointee, isTaken: isTaken)
            case .choice, .choiceIf, .choiceIfTwo, .choiceLiteral:
                var after = position
                let isPossible =
                    switch unsafe operation.pointee.code {
                    case .choiceIf:
                        position < end
                            && (unsafe tables[Int(operation.pointee.table) &+ Int(base[position])] != 0)
                    case .choiceIfTwo: unsafe matchesTwo(operation, base, position, end)
                    case .choiceLiteral: unsafe expect(operation, base, &after, end)
                    default: true
                    }
                unsafe witness.chose(operation.pointee, isPossible: isPossible, open: open)
                guard isPossible else {
                    unsafe next = at(operation.pointee.target)
                    continue
                }
                guard open < Self.choiceLimit, steps < Self.stepLimit else { return .gaveUp }
                steps &+= 1
                unsafe slots[Int(operation.pointee.slot)] = open
                unsafe choices[open] = Choice(
                    operation: operation.pointee.target, group: operation.pointee.group, position: position)
                open &+= 1
                position = after
            case .hold: unsafe slots[Int(operation.pointee.slot)] = open
            case .cut: open = unsafe slots[Int(operation.pointee.slot)]
            case .again:
                open = unsafe slots[Int(operation.pointee.slot)]
                unsafe next = at(operation.pointee.target)
            case .jump: unsafe next = at(operation.pointee.target)
            case .refuse:
                open = unsafe slots[Int(operation.pointee.slot)]
                isRight = false
            case .end:
                isRight = position == end
                if isRight { witness.reachedEnd() }
            case .matched:
                unsafe ovector[0] = 0
                unsafe ovector[1] = position
                return .matched
            }
            if isRight { continue }
            guard open > 0 else { return .noMatch }
            open &-= 1
            let choice = unsafe choices[open]
            unsafe witness.failed(operation.pointee, open: open, group: Int(choice.group))
            unsafe next = at(choice.operation)
            position = choice.position
            // Groups are numbered from the left: those from here on belong to what has failed.
            var group = Int(choice.group)
            while group <= groupCount {
                unsafe ovector[2 &* group] = -1
                group &+= 1
            }
        }
    }

    /// Passes the operation's literal; false where something else stands there.
    @inline(__always)
    private func expect(
        _ operation: UnsafeMutablePointer<FlatOperation>, _ base: UnsafePointer<UInt8>, _ position: inout Int,
        _ end: Int
    ) -> Bool {
        let word = unsafe UInt64(littleEndian: UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self))
        position &+= unsafe Int(operation.pointee.length)
        return unsafe (word ^ operation.pointee.literal) & operation.pointee.mask == 0 && position <= end
    }

    /// Ends a run at `to`, and passes the literal behind it; false where the run is too short, or nothing else may stand behind
    /// it.
    @inline(__always)
    private func take<Witness: FlatWitness>(
        _ operation: UnsafeMutablePointer<FlatOperation>, _ to: Int, _ base: UnsafePointer<UInt8>,
        _ position: inout Int, _ end: Int, _ ovector: UnsafeMutablePointer<Int>,
        _ next: inout UnsafeMutablePointer<FlatOperation>, _ witness: inout Witness
    ) -> Bool {
        guard unsafe to &- position >= Int(operation.pointee.count) else { return false }
        // What is no group goes to the place of the whole match, which is filled in last.
        unsafe ovector[2 &* Int(operation.pointee.group)] = position
        unsafe ovector[2 &* Int(operation.pointee.closing) &+ 1] = to
        position = to
        if unsafe expect(operation, base, &position, end) {
            unsafe next = at(operation.pointee.next)
            unsafe witness.ran(operation.pointee, literalStands: true)
            return true
        }
        position = to
        guard unsafe operation.pointee.isSoft else { return false }
        unsafe witness.ran(operation.pointee, literalStands: false)
        return true
    }

    @inline(__always) private func at(_ distance: Int32) -> UnsafeMutablePointer<FlatOperation> {
        unsafe (UnsafeMutableRawPointer(operations) + Int(distance)).assumingMemoryBound(to: FlatOperation.self)
    }

    @inline(__always)
    private func matchesTwo(
        _ operation: UnsafeMutablePointer<FlatOperation>, _ base: UnsafePointer<UInt8>, _ position: Int, _ end: Int
    ) -> Bool {
        unsafe position &+ 1 < end && tables[Int(operation.pointee.table) &+ Int(base[position])] != 0
            && tables[Int(operation.pointee.second) &+ Int(base[position &+ 1])] != 0
    }
}
