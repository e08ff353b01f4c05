import Bytes

/// The keys of the records before, in their order: logs repeat their shape, but for members that some records have and others
/// have not. What stands between two values, `,"name":` with whatever
/// space there is in it, is remembered as it was written: where it is the same again, byte for byte, it is as right as it was, and
/// neither its quotes, colon and escapes need be looked for nor its tag be made.
struct KeyMemory: ~Copyable {
    /// What stood between two values, up to 32 bytes, as four words.
    struct Key: BitwiseCopyable {
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        var masks: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        var tag: UInt64 = 0
        /// Bytes up to the value. More than any line has: nothing is remembered.
        var count: Int32 = .max
        /// Where in them the name is.
        var nameStart: Int32 = 0
        var nameCount: Int32 = 0

        static var longest: Int { 32 }
    }

    /// How many are remembered.
    static let size = 32
    /// The first is that of a record's first member, which begins with a brace, the others with commas. The last stays empty.
    private(set) var keys = Slab<Key>(Array(repeating: Key(), count: Self.size + 1))
    private var used = 1

    /// The key that stands here, other than the one that was expected; nil where it is none of them. Those that come after that
    /// first: members are left out more often than turned round.
    @inline(never) func find(_ scanner: JSONScanner, butNot expected: Int) -> Int? {
        // A record's first member is told from others by the place only.
        guard expected > 0 else { return nil }
        var index = expected &+ 1
        while index < used {
            if scanner.isAt(keys[index]) { return index }
            index &+= 1
        }
        index = 1
        while index < min(expected, used) {
            if scanner.isAt(keys[index]) { return index }
            index &+= 1
        }
        return nil
    }

    /// Keeps what stands from `start` up to a value: a separator and a key that has been found to be a JSON string without
    /// escapes. It will be expected before the one that was expected here.
    /// - Returns: what to expect next; never the first, whose place has passed.
    mutating func keep(
        _ buffer: borrowing ByteBuffer, from start: Int, to value: Int, name: Slice, tag: UInt64,
        before expected: Int
    ) -> Int {
        let count = value &- start
        guard expected < Self.size, count <= Key.longest else { return max(expected, 1) }
        func mask(_ word: Int) -> UInt64 {
            let bytes = count &- word &* 8
            return bytes >= 8 ? .max : bytes > 0 ? SWAR.keep(.max, first: bytes) : 0
        }
        if expected > 0, used < Self.size {
            for index in stride(from: used, to: expected, by: -1) { keys[index] = keys[index &- 1] }
            used &+= 1
        }
        keys[expected] = Key(
            words: (
                buffer.word(at: start), buffer.word(at: start &+ 8), buffer.word(at: start &+ 16),
                buffer.word(at: start &+ 24)
            ),
            masks: (mask(0), mask(1), mask(2), mask(3)),
            tag: tag, count: Int32(truncatingIfNeeded: count),
            nameStart: Int32(truncatingIfNeeded: name.start &- start), nameCount: Int32(truncatingIfNeeded: name.count))
        return expected &+ 1
    }
}
