import Bytes
import Records

/// The six levels, and the words that loggers use for them.
struct LevelWords {
    static let levels = ["trace", "debug", "info", "warn", "error", "fatal"]

    private static let usual: [(String, String)] = [
        ("trace", "trace"), ("trc", "trace"), ("finest", "trace"), ("finer", "trace"), ("verbose", "trace"),
        ("debug", "debug"), ("dbg", "debug"), ("fine", "debug"), ("config", "debug"),
        ("info", "info"), ("inf", "info"), ("information", "info"), ("informational", "info"), ("notice", "info"),
        ("log", "info"), ("default", "info"),
        ("warn", "warn"), ("warning", "warn"), ("wrn", "warn"),
        ("error", "error"), ("err", "error"), ("eror", "error"), ("severe", "error"),
        ("fatal", "fatal"), ("critical", "fatal"), ("crit", "fatal"), ("alert", "fatal"), ("emerg", "fatal"),
        ("emergency", "fatal"), ("panic", "fatal"), ("dpanic", "fatal"), ("ftl", "fatal"),
    ]

    private let words: [(tag: UInt64, word: Slice, level: Slice)]

    /// - Parameter own: the format's words; they go before the usual ones.
    init(own: [(word: String, level: String)], _ record: inout Record) {
        var kept: [String: Slice] = [:]
        for level in Self.levels { kept[level] = record.store.keep(level.utf8) }
        var words: [(UInt64, Slice, Slice)] = []
        for (word, level) in own.map({ ($0.word.lowercased(), $0.level) }) + Self.usual {
            guard let level = kept[level] else { continue }
            let slice = record.store.keep(word.utf8)
            words.append((record.store.buffer.tag(slice), slice, level))
        }
        self.words = words
    }

    /// The level that a word stands for, whatever its case; nil for a word that nobody knows.
    func level(of word: Slice, in record: borrowing Record) -> Slice? {
        guard word.count <= 16 else { return nil }
        let tag = record.store.buffer.lowercasedTag(word)
        for entry in words where entry.tag == tag && entry.word.count == word.count {
            if word.count <= 8 || record.store.buffer.equalIgnoringCase(word, entry.word) { return entry.level }
        }
        return nil
    }
}
