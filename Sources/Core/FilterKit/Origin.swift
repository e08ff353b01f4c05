import Bytes

/// Where a line came from, for messages and rejects.
package struct Origin: Equatable, Sendable {
    /// A path as it was given, or `stdin`.
    package var source: String
    package var line = 0
    /// Position of the line's first byte in the source.
    package var offset: Int64 = 0
    /// When the source was last written, in nanoseconds since 1970; nil for what is not a file.
    package var modified: Int64?

    package init(source: String) { self.source = source }

    /// The line, or where only the byte is known (the line came in an envelope), that.
    package var place: String { line > 0 ? "\(source):\(line)" : "\(source): byte \(offset)" }
}
