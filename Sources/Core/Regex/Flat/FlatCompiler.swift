import Bytes

/// Makes a program of a flat pattern.
struct FlatCompiler {
    private(set) var operations: [FlatOperation] = []
    /// 256 bytes for each set that has no faster form: 1 for a member.
    private(set) var tables: [UInt8] = []
    private var slots: UInt8 = 0
    /// The number that the next group has.
    private var nextGroup: Int32 = 1
    private var isTooLarge = false

    /// Places to remember at a time; patterns of logs need a dozen.
    static let slotLimit = 32

    /// - Parameter isWhole: nothing may be left behind the match.
    /// - Returns: nil where the pattern is larger than a program may be.
    static func compile(_ node: FlatNode, isWhole: Bool) -> FlatCompiler? {
        var compiler = FlatCompiler()
        compiler.add(node)
        if isWhole { compiler.emit(FlatOperation(code: .end)) }
        compiler.emit(FlatOperation(code: .matched))
        guard !compiler.isTooLarge, compiler.operations.count < 4096 else { return nil }
        return compiler
    }

    private mutating func emit(_ operation: FlatOperation) { operations.append(operation) }

    private var here: Int32 { Int32(operations.count) }

    private mutating func takeSlot() -> UInt8 {
        if Int(slots) + 1 >= Self.slotLimit { isTooLarge = true }
        defer { slots = isTooLarge ? 0 : slots + 1 }
        return slots
    }

    private mutating func add(_ node: FlatNode) {
        switch node {
        case .literal(let bytes): add(literal: bytes)
        case .run(let set, let min, let max): add(run: set, min, max, group: 0)
        case .greedy: isTooLarge = true
        case .group(let number, .run(let set, let min, let max)):
            nextGroup = Int32(number) + 1
            add(run: set, min, max, group: Int32(number))
        case .group(let number, .sequence(let parts)):
            nextGroup = Int32(number) + 1
            add(group: Int32(number), parts)
        case .group(let number, let inside):
            nextGroup = Int32(number) + 1
            emit(FlatOperation(code: .open, group: Int32(number)))
            add(inside)
            emit(FlatOperation(code: .close, group: Int32(number)))
        case .sequence(let parts): for part in parts { add(part) }
        case .alternatives(let choices): add(choices)
        case .atomic(let inside):
            let slot = takeSlot()
            emit(FlatOperation(code: .hold, slot: slot))
            add(inside)
            emit(FlatOperation(code: .cut, slot: slot))
        case .optional(let inside): add(inside, closing: .cut)
        case .many(let inside): add(inside, closing: .again)
        case .not(let inside): add(inside, closing: .refuse)
        case .end: emit(FlatOperation(code: .end))
        }
    }

    /// A group that begins with a run is opened, and closed for the time being, by that run. If all that can follow in the group
    /// is one choice, the group is closed when the choice is not made.
    private mutating func add(group number: Int32, _ parts: [FlatNode]) {
        var rest = parts[...]
        if case .run(let set, let min, let max)? = parts.first {
            add(run: set, min, max, group: number)
            rest = rest.dropFirst()
        } else {
            emit(FlatOperation(code: .open, group: number))
        }
        // If all that can still come is one choice, the next byte may tell that the run was the whole group.
        let isOnlyChoice = rest.count == 1 && parts.count == 2 && rest.first?.leastLength == 0
        let first = isOnlyChoice ? rest.first?.insideOfChoice?.firstBytes : nil
        let start = operations.count
        if let first { emit(FlatOperation(code: .branch, table: table(of: first))) }
        for part in rest { add(part) }
        emit(FlatOperation(code: .close, group: number))
        if first != nil { operations[start].target = here }
    }

    /// A choice between what is inside and nothing, made final by the operation that closes it.
    private mutating func add(_ inside: FlatNode, closing: FlatOperation.Code) {
        let slot = takeSlot()
        let start = here
        emit(choice(for: inside, slot, group: nextGroup))
        add(inside)
        emit(FlatOperation(code: closing, slot: slot, target: start))
        operations[Int(start)].target = here
    }

    private mutating func add(_ choices: [FlatNode]) {
        var jumps: [Int] = []
        // Any of them may be what was not chosen: its groups have taken no part.
        let group = nextGroup
        for (index, inside) in choices.enumerated() {
            guard index < choices.count - 1 else {
                add(inside)
                continue
            }
            let start = operations.count
            var operation = choice(for: inside, takeSlot(), group: group)
            if operation.code == .choiceIf, Self.isDecided(inside, against: choices[(index + 1)...]) {
                operation.code = .branch
            }
            emit(operation)
            add(inside)
            jumps.append(operations.count)
            emit(FlatOperation(code: .jump))
            operations[start].target = here
        }
        for jump in jumps { operations[jump].target = here }
    }

    /// The next byte tells by itself that none of the others can match.
    private static func isDecided(_ node: FlatNode, against others: ArraySlice<FlatNode>) -> Bool {
        guard let first = node.firstBytes else { return false }
        return others.allSatisfy { $0.firstBytes?.isDisjoint(with: first) ?? false }
    }

    /// The next byte often tells that a choice would fail: then none is made.
    private mutating func choice(for inside: FlatNode, _ slot: UInt8, group: Int32) -> FlatOperation {
        guard let first = inside.firstBytes else { return FlatOperation(code: .choice, slot: slot, group: group) }
        return FlatOperation(code: .choiceIf, slot: slot, group: group, table: table(of: first))
    }

    private mutating func table(of set: ByteSet) -> Int32 {
        let bytes: [UInt8] = (UInt8.min...UInt8.max).map { set.contains($0) ? 1 : 0 }
        for start in stride(from: 0, to: tables.count, by: 256) where tables[start..<(start + 256)].elementsEqual(bytes)
        {
            return Int32(start)
        }
        tables += bytes
        return Int32(tables.count - 256)
    }

    private mutating func add(literal bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = rest.prefix(8)
            rest = rest.dropFirst(8)
            var word: UInt64 = 0
            for (offset, byte) in part.enumerated() { word |= UInt64(byte) << UInt64(8 * offset) }
            let mask: UInt64 = part.count == 8 ? .max : (1 << UInt64(8 * part.count)) - 1
            emit(FlatOperation(code: .literal, count: Int32(part.count), words: (word, mask, 0)))
        }
    }

    private mutating func add(run set: ByteSet, _ min: Int, _ max: Int?, group: Int32) {
        var operation = FlatOperation(code: .run, group: group, count: Int32(min), most: max.map { Int32($0) } ?? .max)
        let stops = set.inverted.bytes
        if max == nil, stops.count <= 3 {
            operation.code = [.rest, .untilOne, .untilTwo, .untilThree][stops.count]
            let words = stops.map { UInt64($0) &* SWAR.ones }
            operation.words = (words.first ?? 0, words.dropFirst().first ?? 0, words.dropFirst(2).first ?? 0)
        } else {
            operation.table = table(of: set)
        }
        emit(operation)
    }
}
