import System

/// Why there are no rules for a zone; each a sentence that can follow `weir-parse: --timezone: `.
package enum TimeZoneError: Error, Equatable, Sendable, CustomStringConvertible {
    /// No name of a zone: empty, absolute, or with something else than letters, digits, `_`, `-`, `+` and `/`.
    case noName(String)
    case unknown(String, nearest: String?)
    case noDatabase(directory: String)
    case unreadable(SystemError)
    /// The file is not what RFC 8536 says.
    case damaged(String, reason: String)

    package var description: String {
        switch self {
        case .noName(let name):
            "'\(name)' is no name of a time zone; write for example Europe/Berlin, UTC or +02:00"
        case .unknown(let name, let nearest):
            "the time zone '\(name)' does not exist" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
        case .noDatabase(let directory):
            "there is no time zone database in \(directory); install tzdata, or write the distance from UTC, for example +02:00"
        case .unreadable(let error): "\(error)"
        case .damaged(let name, let reason): "the rules of the time zone '\(name)' are damaged: \(reason)"
        }
    }
}
