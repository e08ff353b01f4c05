/// A regular expression that PCRE2 refuses: its message, and the byte of the pattern it stumbled over.
package struct PatternError: Error, Equatable, CustomStringConvertible {
    package let message: String
    package let offset: Int

    package var description: String { "\(message) at byte \(offset)" }
}

/// Why a match was given up, which is not the same as finding none.
package enum MatchFailure: String, Error, Sendable {
    case matchLimit = "match-limit"
    case stackExhausted = "jit-stack"
    case other = "regex-failure"
}

package enum MatchOutcome: Equatable {
    case matched
    case noMatch
    case failed(MatchFailure)
}

package struct PatternOptions: OptionSet, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }

    /// Bytes instead of UTF-8: 1.4 times as fast. For log formats, whose patterns split on ASCII.
    package static let bytes = PatternOptions(rawValue: 1)
    /// The pattern must match the whole subject.
    package static let whole = PatternOptions(rawValue: 2)
    package static let caseless = PatternOptions(rawValue: 4)
    /// Interprets instead of compiling to machine code: the plain path that the fast one is held against.
    package static let interpreted = PatternOptions(rawValue: 8)
    /// PCRE2's machine code even where the pattern is flat: what the flat path is held against.
    package static let machineCode = PatternOptions(rawValue: 16)
    /// Machine code gets the 32 KiB of the thread's stack that PCRE2 takes by itself, instead of a stack of its own: for patterns
    /// that come by the thousand.
    package static let threadStack = PatternOptions(rawValue: 32)
    /// A flat pattern's whole program on every subject: what following its traces is held against.
    package static let untraced = PatternOptions(rawValue: 64)
}
