import Bytes

/// The keys of the records before, in their order: logs repeat their shape, but for members that some records have and others
/// have not. What stands between two values, `,"name":` with whatever
/// space there is in it, is remembered as it was written: where it is the same again, byte for byte, it is as right as it was, and
/// neither its quotes, colon and escapes need be looked for nor its tag be made.
@usableFromInline struct KeyMemory: ~Copyable {
    struct Key: BitwiseCopyable {
        /// What stood between two values.
        var bytes = KnownBytes()
        var tag: UInt64 = 0
        /// Where in them the name is.
        var nameStart: Int32 = 0
        var nameCount: Int32 = 0

        var name: [UInt8] { (0..<Int(nameCount)).map { bytes[Int(nameStart) + $0] } }

        /// Bytes up to the value. More than any line has: nothing is remembered.
        var count: Int { bytes.count }
    }

    /// How many are remembered.
    static var size: Int { Int(bits) - 1 }
    /// The first is that of a record's first member, which begins with a brace, the others with commas. The last stays empty.
    private(set) var keys = Slab<Key>(Array(repeating: Key(), count: Self.size + 1))
    /// How many there are, the first member's among them.
    private(set) var count = 1

    /// The bits that say which keys a record has, in `Record.shape`.
    @inlinable static var bits: UInt64 { 33 }
    /// Changes with the keys, and stands above those bits. After 2³¹ changes, which take as many lines, it comes again.
    private(set) var generation: UInt64 = 1
    /// Two keys have the same name, with other space around it: which of them counts is not to be seen from a shape.
    private var hasTwins = false
    private var moves = 0

    /// The shape of a record with these keys, in their order.
    @inline(__always) func shape(_ keys: UInt64) -> UInt64 { hasTwins ? 0 : generation &<< Self.bits | keys }

    /// Whether there may be a key whose name has this tag.
    func mayKnow(_ tag: UInt64) -> Bool { (0..<count).contains { keys[$0].tag == tag } }

    /// The key that stands here, other than the one that was expected; nil where it is none of them. Those that come after that
    /// first: members are left out more often than turned round.
    @inline(never) func find(_ scanner: JSONScanner, butNot expected: Int) -> Int? {
        // A record's first member is told from others by the place only.
        guard expected > 0 else { return nil }
        var index = expected &+ 1
        while index < count {
            if scanner.isAt(keys[index]) { return index }
            index &+= 1
        }
        index = 1
        while index < min(expected, count) {
            if scanner.isAt(keys[index]) { return index }
            index &+= 1
        }
        return nil
    }

    /// A key has come behind one that it was thought to precede, for it was learned from a record that lacked the other: it gets
    /// its place there. Where the order of members means nothing that is given up.
    /// - Returns: what to expect next.
    mutating func putBack(_ known: Int, before expected: Int) -> Int {
        guard known > 0, moves < 256 else { return known &+ 1 }
        moves &+= 1
        nextGeneration()
        let key = keys[known]
        for index in known..<(expected &- 1) { keys[index] = keys[index &+ 1] }
        keys[expected &- 1] = key
        return expected
    }

    private mutating func nextGeneration() {
        generation = generation &+ 1 & (1 << 31 - 1)
        if generation == 0 { generation = 1 }
    }

    /// Keeps what stands from `start` up to a value: a separator and a key that has been found to be a JSON string without
    /// escapes. It will be expected before the one that was expected here.
    /// - Returns: what to expect next; never the first, whose place has passed.
    mutating func keep(
        _ buffer: borrowing ByteBuffer, from start: Int, to value: Int, name: Slice, tag: UInt64,
        before expected: Int
    ) -> Int {
        guard expected < Self.size, let bytes = KnownBytes(buffer, Slice(from: start, to: value)) else {
            return max(expected, 1)
        }
        nextGeneration()
        if expected > 0, count < Self.size {
            for index in stride(from: count, to: expected, by: -1) { keys[index] = keys[index &- 1] }
            count &+= 1
        }
        let key = Key(
            bytes: bytes, tag: tag, nameStart: Int32(truncatingIfNeeded: name.start &- start),
            nameCount: Int32(truncatingIfNeeded: name.count))
        keys[expected] = Key()
        if (0..<count).contains(where: { keys[$0].tag == tag && keys[$0].name == key.name }) { hasTwins = true }
        keys[expected] = key
        return expected &+ 1
    }
}
