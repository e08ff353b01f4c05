import Bytes

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
    ///   - ovector: gets the groups' starts and ends, counted from `start`; -1 for a group that took no part.
    @inline(__always)
    func match(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ ovector: UnsafeMutablePointer<Int>) -> Outcome
    {
        unsafe withUnsafeTemporaryAllocation(of: Choice.self, capacity: Self.choiceLimit) { choices in
            unsafe withUnsafeTemporaryAllocation(of: Int.self, capacity: FlatCompiler.slotLimit) { slots in
                guard let choices = choices.baseAddress, let slots = slots.baseAddress else { return .gaveUp }
                return unsafe run(base, start, end, ovector, choices, slots)
            }
        }
    }

    @inline(__always)
    private func run(
        _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ ovector: UnsafeMutablePointer<Int>,
        _ choices: UnsafeMutablePointer<Choice>, _ slots: UnsafeMutablePointer<Int>
    ) -> Outcome {
        let groups = 2 &* (groupCount &+ 1)
        unsafe ovector.update(repeating: -1, count: groups)
        let base = unsafe base + start
        let end = end &- start
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
                let word = unsafe UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self)
                let after = unsafe position &+ Int(operation.pointee.count)
                isRight =
                    unsafe (UInt64(littleEndian: word) ^ operation.pointee.words.0) & operation.pointee.words.1 == 0
                    && after <= end
                position = after
            case .untilOne:
                let stop = unsafe operation.pointee.words.0
                isRight = unsafe take(operation, base, &position, end, ovector) { word in
                    let other = word ^ stop
                    return (other &- SWAR.ones) & ~other
                }
            case .untilTwo:
                let stops = unsafe (operation.pointee.words.0, operation.pointee.words.1)
                isRight = unsafe take(operation, base, &position, end, ovector) { word in
                    let first = word ^ stops.0
                    let second = word ^ stops.1
                    return ((first &- SWAR.ones) & ~first) | ((second &- SWAR.ones) & ~second)
                }
            case .untilThree:
                let stops = unsafe operation.pointee.words
                isRight = unsafe take(operation, base, &position, end, ovector) { word in
                    let first = word ^ stops.0
                    let second = word ^ stops.1
                    let third = word ^ stops.2
                    return ((first &- SWAR.ones) & ~first) | ((second &- SWAR.ones) & ~second)
                        | ((third &- SWAR.ones) & ~third)
                }
            case .run:
                let table = unsafe tables + Int(operation.pointee.table)
                let from = position
                let limit = unsafe min(end, from &+ Int(operation.pointee.most))
                while position < limit, unsafe table[Int(base[position])] != 0 { position &+= 1 }
                isRight = unsafe keep(operation, from, position, ovector)
            case .rest:
                let from = position
                position = end
                isRight = unsafe keep(operation, from, position, ovector)
            case .open: unsafe ovector[2 &* Int(operation.pointee.group)] = position
            case .close: unsafe ovector[2 &* Int(operation.pointee.group) &+ 1] = position
            case .branch:
                let table = unsafe tables + Int(operation.pointee.table)
                if position >= end || (unsafe table[Int(base[position])] == 0) {
                    unsafe next = operations + Int(operation.pointee.target)
                }
            case .choiceIf, .choice:
                if unsafe operation.pointee.code == .choiceIf {
                    let table = unsafe tables + Int(operation.pointee.table)
                    if position >= end || (unsafe table[Int(base[position])] == 0) {
                        unsafe next = operations + Int(operation.pointee.target)
                        continue
                    }
                }
                guard open < Self.choiceLimit, steps < Self.stepLimit else { return .gaveUp }
                steps &+= 1
                unsafe slots[Int(operation.pointee.slot)] = open
                unsafe choices[open] = Choice(
                    operation: operation.pointee.target, group: operation.pointee.group, position: position)
                open &+= 1
            case .hold: unsafe slots[Int(operation.pointee.slot)] = open
            case .cut: open = unsafe slots[Int(operation.pointee.slot)]
            case .again:
                open = unsafe slots[Int(operation.pointee.slot)]
                unsafe next = operations + Int(operation.pointee.target)
            case .jump: unsafe next = operations + Int(operation.pointee.target)
            case .refuse:
                open = unsafe slots[Int(operation.pointee.slot)]
                isRight = false
            case .end: isRight = position == end
            case .matched:
                unsafe ovector[0] = 0
                unsafe ovector[1] = position
                return .matched
            }
            if isRight { continue }
            guard open > 0 else { return .noMatch }
            open &-= 1
            let choice = unsafe choices[open]
            unsafe next = operations + Int(choice.operation)
            position = choice.position
            // Groups are numbered from the left: those from here on belong to what has failed.
            var word = 2 &* Int(choice.group)
            while word < groups {
                unsafe ovector[word] = -1
                word &+= 1
            }
        }
    }

    /// Takes bytes up to the first that `stops` flags; false where there are too few.
    @inline(__always)
    private func take(
        _ operation: UnsafeMutablePointer<FlatOperation>, _ base: UnsafePointer<UInt8>, _ position: inout Int,
        _ end: Int,
        _ ovector: UnsafeMutablePointer<Int>, _ stops: (UInt64) -> UInt64
    ) -> Bool {
        let from = position
        while position < end {
            let word = unsafe UInt64(littleEndian: UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self))
            // The first flagged byte is exact; bytes behind the end are not the subject's.
            let flags = stops(word) & SWAR.highs
            if flags != 0 {
                position = min(end, position &+ SWAR.first(flags))
                break
            }
            position &+= 8
        }
        if position > end { position = end }
        return unsafe keep(operation, from, position, ovector)
    }

    /// A run of at least as many bytes as it must have; it may be a group by itself.
    @inline(__always)
    private func keep(
        _ operation: UnsafeMutablePointer<FlatOperation>, _ from: Int, _ to: Int, _ ovector: UnsafeMutablePointer<Int>
    ) -> Bool {
        guard unsafe to &- from >= Int(operation.pointee.count) else { return false }
        let group = unsafe Int(operation.pointee.group)
        if group > 0 {
            unsafe ovector[2 &* group] = from
            unsafe ovector[2 &* group &+ 1] = to
        }
        return true
    }
}
