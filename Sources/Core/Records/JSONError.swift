/// Why bytes are not JSON, and where: the position counts from the start of the text.
package struct JSONError: Error, Equatable, CustomStringConvertible {
    @frozen package enum Reason: String, Sendable {
        case notAnObject = "not a JSON object"
        case unexpected = "unexpected character"
        case cutShort = "cut short"
        case badNumber = "not a number JSON knows"
        case badEscape = "not an escape JSON knows"
        case control = "control character in a string"
        case badUTF8 = "not UTF-8"
        case tooDeep = "nested deeper than 128 levels"
        case trailing = "text behind the value"
    }

    package let reason: Reason
    package let position: Int

    @usableFromInline init(reason: Reason, position: Int) {
        self.reason = reason
        self.position = position
    }

    package var description: String { "\(reason.rawValue) at byte \(position)" }
}
