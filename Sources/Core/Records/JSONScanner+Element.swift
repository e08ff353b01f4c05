import Bytes

extension Record {
    /// An element of an array, cut out of its text.
    struct Element: BitwiseCopyable {
        let kind: Field.Kind
        let value: Slice
        /// Where the next element begins; nil behind the last.
        let next: Int?
    }

    /// The element that begins at `position` of an array which ends at `end` and has been checked as JSON; nil where there
    /// is none.
    func element(at position: Int, to end: Int) -> Element? {
        let rest = Slice(from: position, to: end)
        store.buffer.check(rest)
        // Invariant: the slice was checked; scanning only reads, and nothing moves the buffer meanwhile.
        var scanner = unsafe JSONScanner(store.buffer.base, rest, enclosing: 0)
        scanner.skipSpace()
        guard scanner.peek != 0x5D, let (kind, value) = try? scanner.passValue() else { return nil }
        scanner.skipSpace()
        let next = scanner.peek == 0x2C ? scanner.position &+ 1 : nil
        return Element(kind: kind, value: value, next: next)
    }

    /// Which kind of JSON value the slice is, with nothing but white space around it, and the slice as a field has it; nil
    /// where it is none.
    package func json(_ slice: Slice) -> (kind: Field.Kind, value: Slice)? {
        store.buffer.check(slice)
        // Invariant: as above.
        var scanner = unsafe JSONScanner(store.buffer.base, slice, enclosing: 0)
        scanner.skipSpace()
        guard let (kind, value) = try? scanner.passValue() else { return nil }
        scanner.skipSpace()
        return scanner.position == scanner.end ? (kind, value) : nil
    }
}
