import Bytes
import Records

/// How `format_time` writes a time: the directives of strftime(3), in English, and those for fractions that time layouts
/// have.
enum TimeText {
    enum Step: Sendable {
        case text(String)
        /// The letter of a directive.
        case part(UInt8)
        /// So many digits of the second's fraction; nil for as many as the time has.
        case fraction(Int?)
        /// A point and the digits of the fraction, if there are some.
        case pointAndFraction
    }

    struct ParseError: Error {
        let message: String
        let hint: String
    }

    static let letters = "YymdejHkIlMSpaAbBhuwzZsGV"
    /// What others stand for.
    private static let short: [UInt8: String] = [0x46: "%Y-%m-%d", 0x54: "%H:%M:%S", 0x52: "%H:%M", 0x44: "%m/%d/%y"]

    static func steps(of layout: String) throws(ParseError) -> [Step] {
        var steps: [Step] = []
        var text: [UInt8] = []
        var rest = Array(layout.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == 0x25 else {
                text.append(byte)
                continue
            }
            var letter = rest.popFirst() ?? 0
            if letter == 0x25 {
                text.append(0x25)
                continue
            }
            if let whole = short[letter] {
                rest = Array(whole.utf8) + rest
                continue
            }
            if !text.isEmpty { steps.append(.text(String(decoding: text, as: UTF8.self))) }
            text = []
            var width: Int?
            if letter &- 0x31 < 9 {
                width = Int(letter - 0x30)
                letter = rest.popFirst() ?? 0
            }
            switch letter {
            case 0x66, 0x4E: steps.append(.fraction(width))
            case 0x4C where width == nil: steps.append(.fraction(3))
            case 0x2E where width == nil && rest.first == 0x66:
                rest.removeFirst()
                steps.append(.pointAndFraction)
            case _ where width == nil && letters.utf8.contains(letter): steps.append(.part(letter))
            default:
                let shown = letter == 0 ? "%" : "%\(DisplayText.printable(String(decoding: [letter], as: UTF8.self)))"
                throw ParseError(
                    message: "'\(shown)' is no directive of a time",
                    hint: "there are %Y %m %d %H %M %S %F %T %L %f %z and others, see weir-expr(7)")
            }
        }
        if !text.isEmpty { steps.append(.text(String(decoding: text, as: UTF8.self))) }
        return steps
    }
}
