/// Is told what a flat pattern's program does with a subject. The one that learns makes a trace of it; the other, which is asked
/// most of the time, costs nothing.
protocol FlatWitness {
    /// A run ended, and the literal behind it stands there or is not needed.
    mutating func ran(_ operation: FlatOperation, literalStands: Bool)
    mutating func passedLiteral(_ operation: FlatOperation)
    mutating func opened(_ operation: FlatOperation)
    mutating func closed(_ operation: FlatOperation)
    /// A branch, or a choice, was taken or was not. A choice that was taken stays open, as number `open`.
    mutating func branched(_ operation: FlatOperation, isTaken: Bool)
    mutating func chose(_ operation: FlatOperation, isPossible: Bool, open: Int)
    mutating func reachedEnd()
    /// The operation failed, and what was chosen as number `open` is given up with all groups from `group` on.
    mutating func failed(_ operation: FlatOperation, open: Int, group: Int)
}

/// Looks away.
struct NoWitness: FlatWitness {
    @inline(__always) mutating func ran(_ operation: FlatOperation, literalStands: Bool) {}
    @inline(__always) mutating func passedLiteral(_ operation: FlatOperation) {}
    @inline(__always) mutating func opened(_ operation: FlatOperation) {}
    @inline(__always) mutating func closed(_ operation: FlatOperation) {}
    @inline(__always) mutating func branched(_ operation: FlatOperation, isTaken: Bool) {}
    @inline(__always) mutating func chose(_ operation: FlatOperation, isPossible: Bool, open: Int) {}
    @inline(__always) mutating func reachedEnd() {}
    @inline(__always) mutating func failed(_ operation: FlatOperation, open: Int, group: Int) {}
}
