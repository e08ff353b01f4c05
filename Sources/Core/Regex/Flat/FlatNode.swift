/// What flat patterns are made of: the part of PCRE2's syntax in which a run never gives back what it took.
indirect enum FlatNode: Equatable {
    case literal([UInt8])
    /// As many bytes of a set as there are, from `min` to `max` of them, and none given back (`[^ ]++`).
    case run(ByteSet, min: Int, max: Int?)
    /// The same, but it would give back: only while a pattern is read, see `settled`.
    case greedy(ByteSet, min: Int, max: Int?)
    case group(number: Int, FlatNode)
    case sequence([FlatNode])
    /// Tried in their order; another one is tried when what follows does not match.
    case alternatives([FlatNode])
    /// Once if it matches, and that is final: `(?:…)?+`.
    case optional(FlatNode)
    /// As often as it matches, and that is final: `(?:…)*+`.
    case many(FlatNode)
    /// `(?>…)`: once it has matched, it is not tried differently.
    case atomic(FlatNode)
    /// `(?!…)`
    case not(FlatNode)
    /// `\z`, and `$`, which is the same under PCRE2_DOLLAR_ENDONLY.
    case end

    static var nothing: FlatNode { .sequence([]) }

    /// The least number of bytes it takes.
    var leastLength: Int {
        switch self {
        case .literal(let bytes): bytes.count
        case .run(_, let min, _), .greedy(_, let min, _): min
        case .group(_, let inside), .atomic(let inside): inside.leastLength
        case .sequence(let parts): parts.reduce(0) { $0 + $1.leastLength }
        case .alternatives(let choices): choices.map(\.leastLength).min() ?? 0
        case .optional, .many, .not, .end: 0
        }
    }

    /// What may be taken or not, and that is final.
    var insideOfChoice: FlatNode? {
        switch self {
        case .optional(let inside), .many(let inside): inside
        default: nil
        }
    }

    var hasGroups: Bool {
        switch self {
        case .literal, .run, .greedy, .end: false
        case .group: true
        case .sequence(let parts), .alternatives(let parts): parts.contains(where: \.hasGroups)
        case .optional(let inside), .many(let inside), .atomic(let inside), .not(let inside): inside.hasGroups
        }
    }

    /// Every byte that it may take from a subject without backslashes; nil where it needs one. In most formats a backslash is
    /// what may bring a quote into a field.
    var plainBytes: ByteSet? {
        switch self {
        case .literal(let bytes):
            return bytes.contains(0x5C) ? nil : bytes.reduce(ByteSet()) { $0.union(ByteSet($1)) }
        case .run(let set, _, _), .greedy(let set, _, _): return set
        case .group(_, let inside), .atomic(let inside): return inside.plainBytes
        case .optional(let inside), .many(let inside): return inside.plainBytes ?? ByteSet()
        case .sequence(let parts):
            var all = ByteSet()
            for part in parts {
                guard let bytes = part.plainBytes else { return nil }
                all.formUnion(bytes)
            }
            return all
        case .alternatives(let choices):
            let possible = choices.compactMap(\.plainBytes)
            return possible.isEmpty ? nil : possible.reduce(ByteSet()) { $0.union($1) }
        case .not, .end: return ByteSet()
        }
    }

    /// The same for each group in it, by number.
    var plainBytesOfGroups: [Int: ByteSet] {
        switch self {
        case .literal, .run, .greedy, .not, .end: [:]
        case .group(let number, let inside):
            inside.plainBytesOfGroups.merging([number: inside.plainBytes ?? ByteSet()]) { $1 }
        case .optional(let inside), .many(let inside), .atomic(let inside): inside.plainBytesOfGroups
        case .sequence(let parts), .alternatives(let parts):
            parts.reduce(into: [:]) { $0.merge($1.plainBytesOfGroups) { $1 } }
        }
    }
}
