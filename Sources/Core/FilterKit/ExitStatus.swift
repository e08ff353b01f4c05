import Expressions

/// How a filter ends, after sysexits(3).
package enum ExitStatus: Int32, Sendable {
    case done = 0
    /// The documented negative: an alert fired, nothing matched (`--exit-code`).
    case negative = 1
    case usage = 64
    /// A line was rejected under `--strict`.
    case badData = 65
    case noInput = 66
    case inputOutput = 74
    /// Another run holds the lock.
    case temporary = 75
    case badConfiguration = 78
}

/// A failure that ends the filter: what to say, and the status to say it with.
package struct Failure: Error, CustomStringConvertible {
    package let status: ExitStatus
    package let message: String
    /// Lines to be shown under the message: a text and the caret below it.
    package let place: [String]
    /// The file of a configuration that it is about, with line and column: `rules.yaml:3:14`.
    package let origin: String?

    package init(_ status: ExitStatus, _ message: String, at origin: String? = nil, place: [String] = []) {
        self.status = status
        self.message = message
        self.origin = origin
        self.place = place
    }

    package var description: String { message }
}

extension Failure {
    /// A text and, under its byte at `offset`, a caret: for `place`.
    package static func caret(under offset: Int, of text: String) -> [String] {
        let column = String(decoding: text.utf8.prefix(offset), as: UTF8.self).count
        return [text, String(repeating: " ", count: column) + "^"]
    }

    /// A directory where a file is wanted.
    package static func directory(_ path: String) -> Failure {
        Failure(.noInput, "\(path): is a directory; name files in it, such as \(path)/*")
    }

    /// A mistake in an expression from the command line: what is wrong, and under it the place.
    package init(_ error: ExpressionError, in flag: String? = nil) {
        let place = error.rendered.split(separator: "\n", omittingEmptySubsequences: false).prefix(2)
        self.init(.usage, flag.map { "\($0): \(error)" } ?? "\(error)", place: place.map(String.init))
    }
}
