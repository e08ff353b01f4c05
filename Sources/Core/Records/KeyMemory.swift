import Bytes

/// The keys of the record before, by position: logs repeat their shape. What stands between two values, `,"name":` with whatever
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

    static let size = 32
    private(set) var keys = Slab<Key>(Array(repeating: Key(), count: Self.size))

    /// Keeps what stands from `start` up to a value: a separator and a key that has been found to be a JSON string without
    /// escapes.
    mutating func keep(
        _ buffer: borrowing ByteBuffer, from start: Int, to value: Int, name: Slice, tag: UInt64, at position: Int
    ) {
        let count = value &- start
        guard position < Self.size, count <= Key.longest else { return }
        func mask(_ word: Int) -> UInt64 {
            let bytes = count &- word &* 8
            return bytes >= 8 ? .max : bytes > 0 ? SWAR.keep(.max, first: bytes) : 0
        }
        keys[position] = Key(
            words: (
                buffer.word(at: start), buffer.word(at: start &+ 8), buffer.word(at: start &+ 16),
                buffer.word(at: start &+ 24)
            ),
            masks: (mask(0), mask(1), mask(2), mask(3)),
            tag: tag, count: Int32(truncatingIfNeeded: count),
            nameStart: Int32(truncatingIfNeeded: name.start &- start), nameCount: Int32(truncatingIfNeeded: name.count))
    }
}
