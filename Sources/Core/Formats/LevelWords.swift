import Bytes
import Records

/// The words that loggers use for levels, ready to be looked for in a record.
final class LevelWords {
    private let words: [(tag: UInt64, word: Slice, level: Slice)]
    /// Words of up to eight bytes, which their tag is all of, and what was found for them: a log has a few.
    private var known = Slab<Known>(Array(repeating: Known(tag: 0, count: 0, level: nil), count: 16))

    struct Known: BitwiseCopyable {
        let tag: UInt64
        let count: Int
        let level: Slice?
    }

    /// - Parameter own: the format's words; they go before the usual ones.
    init(own: [(word: String, level: String)], _ record: inout Record) {
        var kept: [String: Slice] = [:]
        for level in Level.names { kept[level] = record.store.keep(level.utf8) }
        var words: [(UInt64, Slice, Slice)] = []
        for (word, level) in own.map({ ($0.word.lowercased(), $0.level) }) + Level.words {
            guard let level = kept[level] else { continue }
            let slice = record.store.keep(word.utf8)
            words.append((record.store.buffer.tag(slice), slice, level))
        }
        self.words = words
    }

    /// The level that a word stands for, whatever its case; nil for a word that nobody knows.
    func level(of word: Slice, in buffer: borrowing ByteBuffer) -> Slice? {
        guard word.count <= 8, word.count > 0 else { return find(word, buffer) }
        let tag = buffer.tag(word)
        let place = SWAR.place(of: tag, bits: 4)
        if known[place].tag == tag, known[place].count == word.count { return known[place].level }
        let level = find(word, buffer)
        known[place] = Known(tag: tag, count: word.count, level: level)
        return level
    }

    private func find(_ word: Slice, _ buffer: borrowing ByteBuffer) -> Slice? {
        guard word.count <= 16 else { return nil }
        let tag = buffer.lowercasedTag(word)
        for entry in words where entry.tag == tag && entry.word.count == word.count {
            if word.count <= 8 || buffer.equalIgnoringCase(word, entry.word) { return entry.level }
        }
        return nil
    }
}
