import Bytes

/// Texts, each with a number, found by all their bytes.
struct ExactIndex: ~Copyable {
    struct Entry: BitwiseCopyable {
        let text: Slice
        let value: Int
        /// The next of those with the same hash; -1 for none.
        let next: Int
    }

    private var texts = ByteBuffer(capacity: 1 << 12)
    private var entries = Slab<Entry>(capacity: 64)
    private var heads: [UInt64: Int] = [:]

    /// Of equal texts the first counts.
    mutating func insert(_ text: String, _ value: Int) {
        let start = texts.count
        texts.append(text)
        let slice = Slice(from: start, to: texts.count)
        let hash = TextHash.hash(texts, slice)
        guard find(texts, slice, hash) == nil else { return texts.truncate(to: start) }
        entries.append(Entry(text: slice, value: value, next: heads[hash] ?? -1))
        heads[hash] = entries.count - 1
    }

    func find(_ buffer: borrowing ByteBuffer, _ text: Slice) -> Int? { find(buffer, text, TextHash.hash(buffer, text)) }

    private func find(_ buffer: borrowing ByteBuffer, _ text: Slice, _ hash: UInt64) -> Int? {
        var index = heads[hash] ?? -1
        while index >= 0 {
            let entry = entries[index]
            if buffer.equal(text, texts, entry.text) { return entry.value }
            index = entry.next
        }
        return nil
    }
}
