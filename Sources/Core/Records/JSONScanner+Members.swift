import Bytes

extension JSONText {
    /// Passes members of a plain line's object that have known keys, one behind the other: strings without escapes, numbers
    /// without exponents, words.
    /// - Parameters:
    ///   - keys: of each member what stands before its value, `,"name":`.
    ///   - first, last: the keys that are to stand there, without the last.
    ///   - end: of the line. A brace follows at least.
    /// - Returns: where they end; 0 where something else stands there.
    package static func passMembers(
        _ buffer: borrowing ByteBuffer, _ keys: borrowing Slab<KnownBytes>, from first: Int, to last: Int,
        at start: Int, before end: Int
    ) -> Int {
        let rest = Slice(from: start, to: end)
        buffer.check(rest)
        precondition(first >= 0 && last <= keys.count)
        // Invariants: the slice was checked, and the buffer is borrowed; `position` lies before `end`, behind which there is
        // padding; `key` is one of the keys.
        let text = unsafe UnsafePointer(buffer.base)
        let scanner = unsafe JSONScanner(text, rest, enclosing: 1)
        var key = unsafe keys.base + first
        let behind = unsafe keys.base + last
        var position = start
        while unsafe key < behind {
            guard unsafe key.pointee.stand(at: text + position) else { return 0 }
            let value = unsafe position &+ key.pointee.count
            guard value < end else { return 0 }
            position = scanner.plainValue(at: value).next
            guard position > 0 else { return 0 }
            unsafe key += 1
        }
        return position
    }
}
