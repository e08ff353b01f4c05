import Bytes

/// Makes a program of a flat pattern.
struct FlatCompiler {
    private(set) var operations: [FlatOperation] = []
    /// 256 bytes for each set that has no faster form: 1 for a member.
    private(set) var tables: [UInt8] = []
    /// 16 of each byte that ends a run, those of a run one behind the other.
    private(set) var stops: [UInt8] = []
    private var slots: UInt8 = 0
    /// Some operation goes on here, so that what comes next must not become a part of the one before.
    private var label = 0
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
        compiler.operations = FlatFusion.fuse(compiler.operations, compiler.tables)
        return compiler
    }

    private mutating func emit(_ operation: FlatOperation) { operations.append(operation) }

    private var here: Int32 { Int32(operations.count) }

    private mutating func aim(_ operation: Int) {
        operations[operation].target = here
        label = operations.count
    }

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
        case .group(let number, let inside):
            nextGroup = Int32(number) + 1
            let parts: [FlatNode] = if case .sequence(let parts) = inside { parts } else { [inside] }
            add(group: Int32(number), parts)
        case .sequence(let parts): add(parts[...])
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

    private mutating func add(_ parts: ArraySlice<FlatNode>) {
        var rest = parts
        while let part = rest.first {
            if takeRun(&rest, group: 0) { continue }
            add(part)
            rest = rest.dropFirst()
        }
    }

    /// Adds the run that the parts begin with, if there is one: a byte of a set and a run of a larger set are one.
    private mutating func takeRun(_ parts: inout ArraySlice<FlatNode>, group: Int32) -> Bool {
        guard case .run(let set, let min, let max)? = parts.first else { return false }
        parts = parts.dropFirst()
        if min == 1, max == 1, case .run(let more, 0, nil)? = parts.first, set.union(more) == more {
            parts = parts.dropFirst()
            emit(
                FlatOperation(
                    code: .headedRun, group: group, closing: group, count: 1, table: table(of: more),
                    second: table(of: set)))
        } else {
            add(run: set, min, max, group: group)
        }
        return true
    }

    /// A group that begins with a run is opened, and closed for the time being, by that run. If all that can follow in the group
    /// is one choice, the group is closed when the choice is not made.
    private mutating func add(group number: Int32, _ parts: [FlatNode]) {
        var rest = parts[...]
        if takeRun(&rest, group: number) {
            if rest.isEmpty { return }
        } else {
            emit(FlatOperation(code: .open, group: number))
        }
        // If all that can still come is one choice, the next bytes may tell that the run was the whole group.
        let choice = rest.count == 1 && rest.startIndex > 0 ? rest.first?.insideOfChoice : nil
        let start = operations.count
        let isDecided = choice.map { addBranch(for: $0) } ?? false
        add(rest)
        emit(FlatOperation(code: .close, group: number))
        if isDecided { aim(start) }
    }

    /// Goes on where the next bytes may be those of `inside`, and elsewhere if they cannot; false where they do not tell.
    private mutating func addBranch(for inside: FlatNode) -> Bool {
        let lead = inside.lead()
        guard let first = lead.first else { return false }
        var operation = FlatOperation(code: .branch, table: table(of: first))
        if lead.count > 1 {
            operation.code = .branchTwo
            operation.second = table(of: lead[1])
        }
        emit(operation)
        return true
    }

    /// A choice between what is inside and nothing, made final by the operation that closes it.
    private mutating func add(_ inside: FlatNode, closing: FlatOperation.Code) {
        let start = operations.count
        // Where its first bytes decide, nothing has to be tried.
        if closing != .refuse, let surety = inside.surety, !surety.isEmpty, addBranch(for: inside) {
            add(inside)
            if closing == .again { emit(FlatOperation(code: .jump, target: Int32(start))) }
            return aim(start)
        }
        let slot = takeSlot()
        let (choice, rest) = choice(for: inside, slot, group: nextGroup)
        emit(choice)
        add(rest)
        emit(FlatOperation(code: closing, slot: slot, target: Int32(start)))
        aim(start)
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
            var (operation, rest) = choice(for: inside, takeSlot(), group: group)
            if Self.isDecided(inside, against: choices[(index + 1)...]) {
                if operation.code == .choiceIf { operation.code = .branch }
                if operation.code == .choiceIfTwo { operation.code = .branchTwo }
            }
            emit(operation)
            add(rest)
            jumps.append(operations.count)
            emit(FlatOperation(code: .jump))
            aim(start)
        }
        for jump in jumps { aim(jump) }
    }

    /// The next byte tells by itself that none of the others can match.
    private static func isDecided(_ node: FlatNode, against others: ArraySlice<FlatNode>) -> Bool {
        guard let first = node.firstBytes else { return false }
        return others.allSatisfy { $0.firstBytes?.isDisjoint(with: first) ?? false }
    }

    /// The next bytes often tell that a choice would fail: then none is made.
    /// - Returns: the operation, and what is left to be matched behind it.
    private mutating func choice(
        for inside: FlatNode, _ slot: UInt8, group: Int32
    ) -> (operation: FlatOperation, rest: FlatNode) {
        var operation = FlatOperation(code: .choice, slot: slot, group: group)
        if let (literal, rest) = inside.leadingLiteral {
            operation.code = .choiceLiteral
            Self.set(literal[...], in: &operation)
            return (operation, rest)
        }
        let lead = inside.lead()
        guard let first = lead.first else { return (operation, inside) }
        operation.code = .choiceIf
        operation.table = table(of: first)
        if lead.count > 1 {
            operation.code = .choiceIfTwo
            operation.second = table(of: lead[1])
        }
        return (operation, inside)
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
        if let last = operations.last, last.code.isRun, last.length == 0, operations.count > label {
            Self.set(rest.prefix(8), in: &operations[operations.count - 1])
            rest = rest.dropFirst(8)
        }
        while !rest.isEmpty {
            var operation = FlatOperation(code: .literal)
            Self.set(rest.prefix(8), in: &operation)
            emit(operation)
            rest = rest.dropFirst(8)
        }
    }

    static func set(_ literal: ArraySlice<UInt8>, in operation: inout FlatOperation) {
        for (offset, byte) in literal.enumerated() {
            operation.literal |= UInt64(byte) << UInt64(8 * offset)
            operation.mask |= 0xFF << UInt64(8 * offset)
        }
        operation.length = UInt8(literal.count)
    }

    private mutating func add(run set: ByteSet, _ min: Int, _ max: Int?, group: Int32) {
        var operation = FlatOperation(
            code: .run, group: group, closing: group, count: Int32(min), most: max.map { Int32($0) } ?? .max)
        let stops = set.inverted.bytes
        if max == nil, stops.count <= 4 {
            operation.code = [.rest, .untilOne, .untilTwo, .untilThree, .untilFour][stops.count]
            operation.table = Int32(self.stops.count)
            for stop in stops { self.stops += Array(repeating: stop, count: 16) }
        } else {
            operation.table = table(of: set)
        }
        emit(operation)
    }
}
