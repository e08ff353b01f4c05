/// What the first bytes of a node tell: choices are made by looking at them, and not by trying.
extension FlatNode {
    /// The sets that its first bytes must be of, one for each of at most `limit` bytes.
    func lead(_ limit: Int = 2) -> [ByteSet] { leading(limit).sets }

    /// - Returns: `isExact` where the sets are all that it takes, so that what follows stands behind them.
    private func leading(_ limit: Int) -> (sets: [ByteSet], isExact: Bool) {
        switch self {
        case .literal(let bytes): return (bytes.prefix(limit).map { ByteSet($0) }, bytes.count <= limit)
        case .run(let set, let min, let max), .greedy(let set, let min, let max):
            return (Array(repeating: set, count: Swift.min(min, limit)), min == max && min <= limit)
        case .group(_, let inside), .atomic(let inside): return inside.leading(limit)
        case .sequence(let parts):
            var sets: [ByteSet] = []
            for part in parts {
                if case .not = part { continue }
                let next = part.leading(limit - sets.count)
                sets += next.sets
                guard next.isExact else { return (sets, false) }
            }
            return (sets, true)
        case .alternatives(let choices):
            let all = choices.map { $0.leading(limit).sets }
            let shortest = all.map(\.count).min() ?? 0
            let sets = (0..<shortest).map { place in all.reduce(ByteSet()) { $0.union($1[place]) } }
            return (sets, false)
        case .optional, .many, .not, .end: return ([], false)
        }
    }

    /// The sets, at most two, that its first bytes must be of, if it matches whenever they are; nil where more has to be
    /// tried.
    var surety: [ByteSet]? {
        switch self {
        case .literal(let bytes): return bytes.count <= 2 ? bytes.map { ByteSet($0) } : nil
        case .run(let set, let min, _): return min <= 2 ? Array(repeating: set, count: min) : nil
        case .group(_, let inside), .atomic(let inside): return inside.surety
        case .sequence(let parts):
            var sets: [ByteSet] = []
            var isExact = true
            for part in parts {
                guard let next = part.surety, isExact || next.isEmpty, sets.count + next.count <= 2 else { return nil }
                sets += next
                isExact = isExact && part.takesExactly(next.count)
            }
            return sets
        case .optional, .many: return []
        case .alternatives, .not, .end, .greedy: return nil
        }
    }

    private func takesExactly(_ count: Int) -> Bool {
        switch self {
        case .literal(let bytes): bytes.count == count
        case .run(_, let min, let max), .greedy(_, let min, let max): min == count && max == count
        case .group(_, let inside), .atomic(let inside): inside.takesExactly(count)
        case .sequence(let parts): parts.allSatisfy { $0.leastLength == $0.mostLength } && leastLength == count
        case .alternatives, .optional, .many, .not, .end: false
        }
    }

    /// The most bytes it takes, of runs and literals and what is made of them; nil where that has no bound.
    private var mostLength: Int? {
        switch self {
        case .literal(let bytes): return bytes.count
        case .run(_, _, let max), .greedy(_, _, let max): return max
        case .group(_, let inside), .atomic(let inside): return inside.mostLength
        case .sequence(let parts):
            let lengths = parts.compactMap(\.mostLength)
            return lengths.count == parts.count ? lengths.reduce(0, +) : nil
        case .alternatives, .optional, .many: return nil
        case .not, .end: return 0
        }
    }

    /// The literal that it begins with, eight bytes of it at most, and what comes behind; nil where it begins with none.
    var leadingLiteral: (literal: [UInt8], rest: FlatNode)? {
        let parts: [FlatNode] = if case .sequence(let parts) = self { parts } else { [self] }
        guard case .literal(let bytes)? = parts.first, !bytes.isEmpty else { return nil }
        let rest = Array(parts.dropFirst())
        if bytes.count <= 8 { return (bytes, .sequence(rest)) }
        return (Array(bytes.prefix(8)), .sequence([.literal(Array(bytes.dropFirst(8)))] + rest))
    }

    /// The groups that take part in every match.
    var certainGroups: Set<Int> {
        switch self {
        case .literal, .run, .greedy, .optional, .many, .not, .end: return []
        case .group(let number, let inside): return inside.certainGroups.union([number])
        case .atomic(let inside): return inside.certainGroups
        case .sequence(let parts): return parts.reduce(into: []) { $0.formUnion($1.certainGroups) }
        case .alternatives(let choices):
            guard let first = choices.first else { return [] }
            return choices.dropFirst().reduce(first.certainGroups) { $0.intersection($1.certainGroups) }
        }
    }
}
