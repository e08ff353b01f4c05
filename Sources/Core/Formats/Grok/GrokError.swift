/// What is wrong with a grok pattern or a file of them, with the line it stands in and a caret under the place.
package struct GrokError: Error, Equatable, CustomStringConvertible {
    /// A word that nobody knows, and those that there are: for "did you mean".
    package struct UnknownWord: Equatable, Sendable {
        package let word: String
        package let known: [String]
    }

    package let message: String
    /// The line and the caret below it; empty where a line number says enough.
    package let place: [String]
    package let unknown: UnknownWord?

    package var description: String { message }

    /// - Parameter offset: the byte of the text that the caret points to.
    init(_ message: String, at offset: Int, in text: [UInt8], unknown: UnknownWord? = nil) {
        self.message = message
        self.unknown = unknown
        let offset = min(offset, text.count)
        let start = text[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let end = text[offset...].firstIndex(of: 0x0A) ?? text.count
        let column = String(decoding: text[start..<offset], as: UTF8.self).count
        place = [String(decoding: text[start..<end], as: UTF8.self), String(repeating: " ", count: column) + "^"]
    }
}

/// A mistake in one text, before it is known where that text came from.
struct GrokFault: Error {
    let message: String
    let offset: Int
    var unknown: GrokError.UnknownWord?
}
