import Bytes

/// The keys of the record before, by position: logs repeat their shape, and a key that is the same again, quote and all, need
/// not be looked through for escapes, nor its tag be made.
struct KeyMemory: ~Copyable {
    /// A key of up to 15 bytes without escapes, with its closing quote, as two words.
    struct Key: BitwiseCopyable {
        var words: (UInt64, UInt64) = (0, 0)
        var masks: (UInt64, UInt64) = (0, 0)
        var tag: UInt64 = 0
        /// -1 for none.
        var count = -1
    }

    private static let size = 32
    private var keys = Slab<Key>(Array(repeating: Key(), count: Self.size))

    /// The tag and length of the key that begins at `start`, if it is the one remembered for the position.
    @inline(__always)
    func recall(_ buffer: borrowing ByteBuffer, at start: Int, before end: Int, position: Int) -> (UInt64, Int)? {
        guard position < Self.size else { return nil }
        let key = keys[position]
        let difference =
            (buffer.word(at: start) ^ key.words.0) & key.masks.0
            | (buffer.word(at: start &+ 8) ^ key.words.1) & key.masks.1
        guard difference == 0, key.count >= 0, start &+ key.count < end else { return nil }
        return (key.tag, key.count)
    }

    /// Keeps a key that has been found to be a JSON string without escapes.
    mutating func keep(_ buffer: borrowing ByteBuffer, _ name: Slice, tag: UInt64, position: Int) {
        guard position < Self.size, name.count <= 15 else { return }
        let count = name.count &+ 1
        keys[position] = Key(
            words: (buffer.word(at: name.start), buffer.word(at: name.start &+ 8)),
            masks: (
                count >= 8 ? .max : SWAR.keep(.max, first: count),
                count >= 16 ? .max : count > 8 ? SWAR.keep(.max, first: count &- 8) : 0
            ),
            tag: tag, count: name.count)
    }
}
