/// What is wrong with an expression, where, and what to write instead.
package struct ExpressionError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The whole text that was given.
    package let source: String
    /// One line, without the place and without the hint.
    package let message: String
    /// Byte offset of the place in the source.
    package let position: Int
    /// Bytes that the place takes up; 0 where something is missing.
    package let length: Int
    /// What to write instead: `write ==`, `did you mean 'lower'?`
    package let hint: String?

    package init(source: String, message: String, position: Int, length: Int, hint: String?) {
        self.source = source
        self.message = message
        self.position = position
        self.length = length
        self.hint = hint
    }

    /// Message and hint on one line.
    package var description: String { hint.map { "\(message); \($0)" } ?? message }

    /// Three lines: the line of the source, carets under the place, and the description. To be printed from the first
    /// column on, or the carets stand wrong.
    package var rendered: String {
        let bytes = Array(source.utf8)
        var start = min(max(position, 0), bytes.count)
        // Into the middle of a character no caret can point.
        while start > 0, start < bytes.count, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        let lineStart = bytes[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let lineEnd = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        let end = max(start, min(start + length, lineEnd))
        func text(_ range: Range<Int>) -> String {
            DisplayText.printable(String(decoding: bytes[range], as: UTF8.self))
        }
        let indent = String(repeating: " ", count: DisplayText.columns(text(lineStart..<start)))
        let carets = String(repeating: "^", count: max(1, DisplayText.columns(text(start..<end))))
        return "\(text(lineStart..<lineEnd))\n\(indent)\(carets)\n\(description)"
    }
}
