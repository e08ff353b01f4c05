/// Makes one step of several: a run is followed to the literal that mostly comes behind it, past the choices that are not made
/// where that literal stands. All operations stay where they are, for whoever comes to them another way.
struct FlatFusion {
    private let operations: [FlatOperation]
    private let tables: [UInt8]

    static func fuse(_ operations: [FlatOperation], _ tables: [UInt8]) -> [FlatOperation] {
        let fusion = FlatFusion(operations: operations, tables: tables)
        return operations.indices.map { fusion.fused(at: $0) }
    }

    private func fused(at index: Int) -> FlatOperation {
        var fused = operations[index]
        guard fused.code.isRun || fused.code == .literal else { return fused }
        var literal = Self.bytes(of: fused)
        let isHard = !literal.isEmpty
        var place = index + 1
        // Where nothing has been taken yet, the choices on the way, none of which is made.
        var passed: [FlatOperation] = []
        var next = place
        walk: while true {
            let operation = operations[place]
            switch operation.code {
            case .jump: place = Int(operation.target)
            case .close where literal.isEmpty && fused.closing == operation.group: place += 1
            case .close where literal.isEmpty && fused.closing == 0 && fused.group == 0 && passed.isEmpty:
                fused.closing = operation.group
                place += 1
            case .branch, .branchTwo, .choiceIf, .choiceIfTwo, .choiceLiteral:
                guard literal.isEmpty else { break walk }
                passed.append(operation)
                place = Int(operation.target)
                continue
            case .literal:
                let more = Self.bytes(of: operation)
                guard literal.count + more.count <= 8 else { break walk }
                literal += more
                place += 1
            default: break walk
            }
            if passed.isEmpty || !literal.isEmpty { next = place }
        }
        guard !literal.isEmpty, passed.allSatisfy({ !isMade($0, before: literal) }) else {
            // Only what stands there in any case.
            if passed.isEmpty { fused.next = Int32(next) }
            return fused
        }
        fused.isSoft = !isHard && !passed.isEmpty
        fused.next = Int32(next)
        fused.literal = 0
        fused.mask = 0
        FlatCompiler.set(literal[...], in: &fused)
        return fused
    }

    private static func bytes(of operation: FlatOperation) -> [UInt8] {
        (0..<Int(operation.length)).map { UInt8(truncatingIfNeeded: operation.literal >> UInt64(8 * $0)) }
    }

    /// The choice may be made where the literal stands.
    private func isMade(_ choice: FlatOperation, before literal: [UInt8]) -> Bool {
        switch choice.code {
        case .choiceLiteral: return !zip(literal, Self.bytes(of: choice)).contains { $0 != $1 }
        case .branch, .choiceIf: return isMember(literal[0], of: choice.table)
        default:
            return isMember(literal[0], of: choice.table)
                && (literal.count < 2 || isMember(literal[1], of: choice.second))
        }
    }

    private func isMember(_ byte: UInt8, of table: Int32) -> Bool { tables[Int(table) + Int(byte)] != 0 }
}
