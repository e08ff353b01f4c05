/// The six levels, and the words that loggers use for them.
package enum Level {
    package static let names = ["trace", "debug", "info", "warn", "error", "fatal"]

    package static let words: [(word: String, level: String)] = [
        ("trace", "trace"), ("trc", "trace"), ("finest", "trace"), ("finer", "trace"), ("verbose", "trace"),
        ("debug", "debug"), ("dbg", "debug"), ("fine", "debug"), ("config", "debug"),
        ("info", "info"), ("inf", "info"), ("information", "info"), ("informational", "info"), ("notice", "info"),
        ("log", "info"), ("default", "info"),
        ("warn", "warn"), ("warning", "warn"), ("wrn", "warn"),
        ("error", "error"), ("err", "error"), ("eror", "error"), ("severe", "error"),
        ("fatal", "fatal"), ("critical", "fatal"), ("crit", "fatal"), ("alert", "fatal"), ("emerg", "fatal"),
        ("emergency", "fatal"), ("panic", "fatal"), ("dpanic", "fatal"), ("ftl", "fatal"),
    ]

    /// The level that a word stands for, whatever its case; nil for a word that nobody knows.
    package static func meant(by word: String) -> String? {
        let word = word.lowercased()
        return words.first { $0.word == word }?.level
    }
}
