import Bytes
import Records

extension Lexer {
    /// A string: `"…"` or `'…'` with JSON's escapes. An escape that JSON does not have, as in `"\d"`, stays backslash
    /// and letter, so a pattern that is passed around as text does not lose its backslashes.
    mutating func text() throws(ExpressionError) -> Token {
        let start = position
        let quote = source[start]
        var bytes: [UInt8] = []
        position += 1
        while source[position] != quote {
            guard position < source.bytes.count else { throw unclosed(start) }
            if source[position] == 0x5C {
                try appendEscape(to: &bytes)
            } else {
                bytes.append(source[position])
                position += 1
            }
        }
        position += 1
        return Token(kind: .text(String(decoding: bytes, as: UTF8.self)), range: start..<position)
    }

    /// A string right of `=~`: all of it goes to the regex engine as it stands, so `"\d+"` needs no second backslash,
    /// and an offset in the pattern is one in the source. A backslash keeps a quote from ending it.
    mutating func pattern() throws(ExpressionError) -> Token {
        let start = position
        let quote = source[start]
        position += 1
        while source[position] != quote {
            guard position < source.bytes.count else { throw unclosed(start) }
            position += source[position] == 0x5C && position + 1 < source.bytes.count ? 2 : 1
        }
        position += 1
        return Token(kind: .pattern(source[start + 1..<position - 1]), range: start..<position)
    }

    private func unclosed(_ start: Int) -> ExpressionError {
        source.error(start..<start + 1, "this quote is never closed")
    }

    private mutating func appendEscape(to bytes: inout [UInt8]) throws(ExpressionError) {
        let letter = source[position + 1]
        guard letter != 0x75 else { return try appendUnicodeEscape(to: &bytes) }
        // Behind the last byte there is nothing to escape; the missing quote is found next.
        guard position + 1 < source.bytes.count else { return position += 1 }
        position += 2
        switch letter {
        case 0x22, 0x27, 0x2F, 0x5C: bytes.append(letter)
        case 0x62: bytes.append(0x08)
        case 0x66: bytes.append(0x0C)
        case 0x6E: bytes.append(0x0A)
        case 0x72: bytes.append(0x0D)
        case 0x74: bytes.append(0x09)
        default: bytes += [0x5C, letter]
        }
    }

    /// `\u00e9`, and `\ud83d\ude00` for what lies beyond 16 bits; half a pair becomes U+FFFD.
    private mutating func appendUnicodeEscape(to bytes: inout [UInt8]) throws(ExpressionError) {
        let start = position
        guard let unit = hexUnit(at: position) else {
            var end = start + 2
            while ByteBuffer.hexValue(source[end]) != nil { end += 1 }
            throw source.error(start..<end, "\\u needs four hexadecimal digits")
        }
        position += 6
        var scalar = unit
        if unit & 0xFC00 == 0xD800, let low = hexUnit(at: position), low & 0xFC00 == 0xDC00 {
            scalar = 0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF)
            position += 6
        }
        bytes += Array(String(Character(Unicode.Scalar(scalar) ?? "\u{FFFD}")).utf8)
    }

    private func hexUnit(at position: Int) -> UInt32? {
        guard source[position] == 0x5C, source[position + 1] == 0x75 else { return nil }
        var unit: UInt32 = 0
        for offset in 2..<6 {
            guard let digit = ByteBuffer.hexValue(source[position + offset]) else { return nil }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }
}
