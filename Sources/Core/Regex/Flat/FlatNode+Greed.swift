extension FlatNode {
    /// The same with every greedy run made final, where that changes nothing: what comes behind the run cannot begin with a
    /// byte that it takes, so that giving back would not help. Nil where it might.
    func settled() -> FlatNode? { settled(before: ByteSet())?.node }

    /// The bytes that it begins with; nil where it may take none.
    var firstBytes: ByteSet? {
        guard leastLength > 0, case let first? = settled(before: ByteSet())?.first else { return nil }
        return first
    }

    /// - Parameter next: the bytes that what follows can begin with. At the end of the subject, or of the pattern, nothing
    ///   has to follow, and a run that takes all it can is right.
    /// - Returns: the node, and the bytes that it and what follows can begin with.
    private func settled(before next: ByteSet) -> (node: FlatNode, first: ByteSet)? {
        switch self {
        case .literal(let bytes): return (self, bytes.first.map { ByteSet($0) } ?? next)
        case .run(let set, let min, _): return (self, min > 0 ? set : set.union(next))
        case .greedy(let set, let min, let max):
            guard set.isDisjoint(with: next) else { return nil }
            return FlatNode.run(set, min: min, max: max).settled(before: next)
        case .group(let number, let inside):
            return inside.settled(before: next).map { (.group(number: number, $0.node), $0.first) }
        case .atomic(let inside): return inside.settled(before: next).map { (.atomic($0.node), $0.first) }
        case .sequence(let parts): return Self.settle(parts, before: next)
        case .alternatives(let choices):
            var nodes: [FlatNode] = []
            var first = ByteSet()
            for choice in choices {
                guard let settled = choice.settled(before: next) else { return nil }
                nodes.append(settled.node)
                first.formUnion(settled.first)
            }
            return (.alternatives(nodes), first)
        case .optional(let inside):
            return inside.settled(before: next).map { (.optional($0.node), $0.first.union(next)) }
        case .many(let inside):
            // Behind one round comes the next.
            guard let once = inside.settled(before: next), let settled = inside.settled(before: once.first.union(next))
            else { return nil }
            return (.many(settled.node), settled.first.union(next))
        case .not(let inside): return inside.settled(before: ByteSet()).map { (.not($0.node), next) }
        case .end: return (self, ByteSet())
        }
    }

    private static func settle(_ parts: [FlatNode], before next: ByteSet) -> (node: FlatNode, first: ByteSet)? {
        var nodes: [FlatNode] = []
        var first = next
        for part in parts.reversed() {
            guard let settled = part.settled(before: first) else { return nil }
            nodes.append(settled.node)
            first = settled.first
        }
        return (.sequence(nodes.reversed()), first)
    }
}
