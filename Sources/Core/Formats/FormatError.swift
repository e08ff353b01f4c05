/// A format that cannot be used: what is wrong, and where its file says so.
package struct FormatError: Error, Equatable, CustomStringConvertible {
    /// The file; where a format has none, `format NAME`.
    package let subject: String
    /// Nil where it is about the whole: a file that cannot be read.
    package let place: Place?
    /// One line, with what may have been meant.
    package let message: String

    package struct Place: Equatable, Sendable {
        /// Counted from 1, as editors do; the column in characters.
        package let line: Int
        package let column: Int
        /// The line, or what of a long one lies around the place.
        package let text: String
        /// What of `text` stands before the place.
        package let before: String
    }

    init(subject: String, place: Place?, message: String) {
        self.subject = subject
        self.place = place
        self.message = message
    }

    init(format: String, message: String) { self.init(subject: "format \(format)", place: nil, message: message) }

    /// `app.json:3:14`
    package var origin: String { place.map { "\(subject):\($0.line):\($0.column)" } ?? subject }

    package var description: String { place == nil ? "\(origin): \(message)" : "\(origin): error: \(message)" }

    /// The line, and a caret under the place.
    /// - Parameter width: columns of a text on a terminal.
    package func excerpt(width: (String) -> Int = \.count) -> [String] {
        guard let place else { return [] }
        return [place.text, String(repeating: " ", count: width(place.before)) + "^"]
    }
}
