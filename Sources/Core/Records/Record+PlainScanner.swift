import Bytes

/// Lines of which the reader has found that they are ASCII without controls and backslashes, as nearly all of a log's are: a
/// string there ends at the next quote, and a member that has been met before is known by its key.
extension Record {
    /// As `scan(_:)`.
    /// - Parameter isPlain: the line is known to be ASCII without controls and backslashes.
    @inline(__always) package mutating func scan(_ line: Slice, isPlain: Bool) throws(JSONError) {
        guard isPlain, remembersKeys else { return try scan(line) }
        begin(line: line)
        store.buffer.check(line)
        // Not always there already: tables change places where objects are flattened.
        fields.reserve(keyMemory.keys.count)
        // Invariant: the slice was checked, tabling only reads it, and nothing moves the buffer meanwhile; each key is found once
        // at most, so there is room for all fields.
        let known = unsafe KnownMembers(
            of: UnsafePointer(store.buffer.base), from: line.start, to: line.end, keyMemory, into: fields.base)
        unsafe fields.takeUp(known.count)
        if known.count > 0, known.position == line.end {
            shape = keyMemory.shape(known.keys)
        } else {
            try scan(line, from: ScanPlace(position: known.position, expected: known.expected))
        }
        isUnchanged = true
        isLineUTF8 = true
    }
}

/// Members at the beginning of a plain line whose keys were met before, in the order of then; some may be left out.
private struct KnownMembers: BitwiseCopyable {
    /// Where they end: at the end of the line, or before what must be looked at in another way.
    var position: Int
    /// The key that is most likely to come next, as a position in the memory.
    var expected = 0
    var count = 0
    /// Which they are, a bit for each key of the memory.
    var keys: UInt64 = 0

    /// Tables them.
    ///
    /// Invariants for every `unsafe` here: `text` is a buffer's with padding behind `end`, and `position < end` before each
    /// look; `field` is one of as many places as there are keys.
    @unsafe @inline(__always)
    init(
        of text: UnsafePointer<UInt8>, from start: Int, to end: Int, _ memory: borrowing KeyMemory,
        into fields: UnsafeMutablePointer<Field>
    ) {
        position = start
        let scanner = unsafe JSONScanner(text, Slice(from: start, to: end), enclosing: 1)
        var key = unsafe UnsafePointer(memory.keys.base)
        let lastKey = unsafe key + memory.count
        var expectedKey = unsafe key
        var bit: UInt64 = 1
        var field = unsafe fields
        while unsafe key < lastKey {
            guard unsafe key.pointee.bytes.stand(at: text + position) else {
                // The first is that of a record's first member, which has to be there.
                if unsafe field == fields { break }
                unsafe key += 1
                bit &<<= 1
                continue
            }
            let value = unsafe position &+ key.pointee.count
            guard value < end else { break }
            let (next, kind) = scanner.plainValue(at: value)
            guard next > 0 else { break }
            let name = unsafe Slice(
                start: position &+ Int(key.pointee.nameStart), count: Int(key.pointee.nameCount))
            let quotes = kind == .string ? 1 : 0
            unsafe field.initialize(
                to: Field(
                    name: name, tag: key.pointee.tag, value: Slice(from: value &+ quotes, to: next &- quotes),
                    kind: kind))
            unsafe field += 1
            unsafe key += 1
            keys |= bit
            bit &<<= 1
            position = next
            unsafe expectedKey = key
            if next &+ 1 == end, unsafe text[next] == 0x7D {
                position = end
                break
            }
        }
        unsafe count = field - fields
        unsafe expected = expectedKey - UnsafePointer(memory.keys.base)
    }
}
