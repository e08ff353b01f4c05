/// What is wrong with the text of a time layout, and where.
package struct TimeLayoutError: Error, Equatable, Sendable, CustomStringConvertible {
    package let layout: String
    /// Bytes before the fault.
    package let position: Int
    /// A sentence without its full stop: `%q is not known (…)`.
    package let message: String

    package var description: String { "\(message), at byte \(position + 1) of '\(layout)'" }
}
