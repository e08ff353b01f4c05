extension LineReader {
    /// What is here of the unfinished line, to be kept while the store is used for something else.
    package func unfinished(in store: borrowing ByteStore) -> (bytes: [UInt8], passedOver: Int) {
        (store.buffer.copy(Slice(from: cursor, to: filled)), passedOver)
    }

    /// Takes up an unfinished line, before anything is read: its first bytes, and how many more were passed over. `offset`, as
    /// the reader was made with it, is the line's first byte.
    package mutating func resume(_ bytes: [UInt8], passedOver: Int, in store: inout ByteStore) {
        let slice = store.load(bytes)
        filled = slice.end
        skipAhead(passedOver)
    }

    /// The bytes that are here belong to a line beyond the limit, and so many that follow are known to have no newline: they are
    /// not read again.
    package mutating func skipAhead(_ bytes: Int) {
        guard bytes > 0 else { return }
        passedOver += bytes
        isPassingOver = true
        searched = filled
    }
}
