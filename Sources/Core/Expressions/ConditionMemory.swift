import Bytes
import Records

/// What a condition said of values that came before: of one that compares one or two fields with constants, such as
/// `status >= 500 || level in ("error", "fatal")`, the same short texts give the same answer, and a log has few of them.
struct ConditionMemory: ~Copyable {
    /// What the fields of a record hold, as it stands there.
    struct Key: BitwiseCopyable, Equatable {
        /// Their first eight bytes.
        var first: UInt64 = 0
        var second: UInt64 = 0
        /// Lengths and kinds.
        var shape: UInt64 = 0
    }

    struct Entry: BitwiseCopyable {
        /// No values have this shape.
        var key = Key(shape: .max)
        var answer = false
    }

    private static let size = 64
    private static let longest = 8
    private static let absent: UInt64 = 0xFFFF

    private var places: Slab<FieldPlace>
    private var entries = Slab([Entry](repeating: Entry(), count: ConditionMemory.size))

    /// Nil of a condition that reads something else, or is answered sooner than it is remembered.
    init?(_ program: borrowing Program) {
        var names: [FieldName] = []
        for index in 0..<program.nodes.count {
            guard program.nodes[index].isPlainCondition else { return nil }
            if let field = program.nodes[index].field, !names.contains(where: { $0.slice == field.slice }) {
                names.append(field)
            }
        }
        guard 1...2 ~= names.count, program.nodes[Int(program.root)].hasTerms else { return nil }
        places = Slab(names.map { FieldPlace($0) })
    }

    /// Nil of values that are too long to be remembered.
    @inline(__always) mutating func key(of record: inout Record) -> Key? {
        var key = Key()
        guard let shape = add(0, &record, &key.first) else { return nil }
        key.shape = shape
        if places.count > 1 {
            guard let shape = add(1, &record, &key.second) else { return nil }
            key.shape |= shape &<< 16
        }
        return key
    }

    @inline(__always) private mutating func add(_ place: Int, _ record: inout Record, _ word: inout UInt64) -> UInt64? {
        guard let position = places[place].find(in: &record) else { return Self.absent }
        let field = record[position]
        guard field.value.count <= Self.longest else { return nil }
        word = record.store.buffer.tag(field.value)
        return UInt64(truncatingIfNeeded: field.value.count) | UInt64(field.kind.rawValue) &<< 8
    }

    @inline(__always) func answer(_ key: Key) -> Bool? {
        let entry = entries[place(key)]
        return entry.key == key ? entry.answer : nil
    }

    mutating func remember(_ answer: Bool, _ key: Key) { entries[place(key)] = Entry(key: key, answer: answer) }

    @inline(__always) private func place(_ key: Key) -> Int {
        // Not alike for the two words: values that change places should find other places.
        SWAR.place(of: key.first ^ key.shape ^ key.second &* 3, bits: 6)
    }
}

extension Node {
    /// Whether it reads nothing but fields and constants, and says whether or what they are.
    fileprivate var isPlainCondition: Bool {
        switch self {
        case .constant, .field, .not, .all, .any, .compare, .compareField, .fieldEquals, .membership, .isNull, .exists:
            true
        default: false
        }
    }

    /// Whether answering takes several steps.
    fileprivate var hasTerms: Bool {
        switch self {
        case .all, .any, .membership: true
        default: false
        }
    }
}
