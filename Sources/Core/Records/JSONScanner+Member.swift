import Bytes

extension Record {
    /// A member of a nested object, cut out of its text.
    struct Member: BitwiseCopyable {
        /// The inside of the name's string.
        let name: Slice
        let hasEscapedName: Bool
        let kind: Field.Kind
        let value: Slice
        /// Where the next member begins; nil behind the last.
        let next: Int?
    }

    /// The member that begins at `position` of an object which ends at `end` and has been checked as JSON; nil where there
    /// is none.
    func member(at position: Int, to end: Int) -> Member? {
        let rest = Slice(from: position, to: end)
        store.buffer.check(rest)
        // Invariant: the slice was checked; scanning only reads, and nothing moves the buffer meanwhile.
        var scanner = unsafe JSONScanner(store.buffer.base, rest, enclosing: 0)
        scanner.skipSpace()
        guard scanner.peek == 0x22 else { return nil }
        scanner.position &+= 1
        let start = scanner.position
        guard let hasEscapes = try? scanner.passString() else { return nil }
        let name = Slice(from: start, to: scanner.position &- 1)
        guard (try? scanner.passColon()) != nil, let (kind, value) = try? scanner.passValue() else { return nil }
        scanner.skipSpace()
        let next = scanner.peek == 0x2C ? scanner.position &+ 1 : nil
        return Member(name: name, hasEscapedName: hasEscapes, kind: kind, value: value, next: next)
    }
}
