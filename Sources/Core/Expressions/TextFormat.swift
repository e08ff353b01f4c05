import Bytes
import Records

/// A directive of `format`, with the flags, width and precision of printf(3).
struct TextFormat: Sendable {
    enum Conversion: UInt8, Sendable { case text, whole, fixed, hexadecimal, upperHexadecimal, octal }

    enum Piece: Sendable {
        case text(String)
        case value(TextFormat)
    }

    struct ParseError: Error {
        let range: Range<Int>
        let message: String
        var hint: String?
    }

    var conversion = Conversion.text
    var isLeft = false
    var isZeroPadded = false
    /// A plus or a space before numbers that have no minus.
    var sign: UInt8?
    var width = 0
    var precision: Int?

    var takesText: Bool { conversion == .text }
    /// `%s`: the text as it is.
    var isPlain: Bool { conversion == .text && width == 0 && precision == nil }

    static let mostColumns = 1000

    static func pieces(of template: String) throws(ParseError) -> [Piece] {
        let bytes = Array(template.utf8)
        var pieces: [Piece] = []
        var text: [UInt8] = []
        var position = 0
        while position < bytes.count {
            guard bytes[position] == 0x25 else {
                text.append(bytes[position])
                position += 1
                continue
            }
            if position + 1 < bytes.count, bytes[position + 1] == 0x25 {
                text.append(0x25)
                position += 2
                continue
            }
            if !text.isEmpty { pieces.append(.text(String(decoding: text, as: UTF8.self))) }
            text = []
            pieces.append(.value(try directive(bytes, &position)))
        }
        if !text.isEmpty { pieces.append(.text(String(decoding: text, as: UTF8.self))) }
        return pieces
    }

    private static func directive(_ bytes: [UInt8], _ position: inout Int) throws(ParseError) -> TextFormat {
        let start = position
        var format = TextFormat()
        position += 1
        func peek() -> UInt8 { position < bytes.count ? bytes[position] : 0 }
        flags: while true {
            switch peek() {
            case 0x2D: format.isLeft = true
            case 0x30: format.isZeroPadded = true
            case 0x2B: format.sign = 0x2B
            case 0x20: format.sign = format.sign ?? 0x20
            default: break flags
            }
            position += 1
        }
        func number() -> Int {
            var number = 0
            while peek() &- 0x30 < 10 {
                number = min(number * 10 + Int(peek() - 0x30), mostColumns + 1)
                position += 1
            }
            return number
        }
        format.width = number()
        if peek() == 0x2E {
            position += 1
            format.precision = number()
        }
        let letter = peek()
        position += 1
        let range = start..<min(position, bytes.count)
        if format.width > mostColumns || format.precision ?? 0 > mostColumns {
            throw ParseError(range: range, message: "more than \(mostColumns) columns")
        }
        switch letter {
        case 0x73: format.conversion = .text
        case 0x64, 0x69: format.conversion = .whole
        case 0x66: format.conversion = .fixed
        case 0x78: format.conversion = .hexadecimal
        case 0x58: format.conversion = .upperHexadecimal
        case 0x6F: format.conversion = .octal
        default:
            throw ParseError(
                range: range, message: "not a directive of format",
                hint: "there are %s, %d, %f, %x, %X, %o and %%, with flags, width and precision as in printf")
        }
        return format
    }
}
