/// The text of an expression, as bytes: positions are byte offsets everywhere until an error is shown.
struct Source: Sendable {
    let text: String
    let bytes: [UInt8]

    init(_ text: String) {
        self.text = text
        bytes = Array(text.utf8)
    }

    /// The byte at a position; 0, which begins no token, behind the end.
    subscript(_ position: Int) -> UInt8 { position < bytes.count ? bytes[position] : 0 }

    subscript(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// A part as a message shows it: on one line, and not all of a page.
    func shown(_ range: Range<Int>) -> String {
        let text = DisplayText.printable(self[range])
        return text.count > 40 ? "\(text.prefix(39))…" : text
    }

    func error(_ range: Range<Int>, _ message: String, hint: String? = nil) -> ExpressionError {
        ExpressionError(
            source: text, message: DisplayText.printable(message), position: range.lowerBound, length: range.count,
            hint: hint.map(DisplayText.printable))
    }
}
