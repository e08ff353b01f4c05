/// Cuts an expression into tokens, one at a time, so that the first error in the text is the one that is told.
struct Lexer {
    let source: Source
    var position = 0
    /// The token before was `=~` or `!~`: a string now is a pattern.
    private var expectsPattern = false
    /// `5m` is a number, of seconds.
    let takesDurations: Bool

    init(_ source: Source, takesDurations: Bool = false) {
        self.source = source
        self.takesDurations = takesDurations
    }

    mutating func next() throws(ExpressionError) -> Token {
        while Self.isSpace(source[position]) { position += 1 }
        let isPattern = expectsPattern
        expectsPattern = false
        switch source[position] {
        case _ where position >= source.bytes.count: return Token(kind: .end, range: position..<position)
        case let byte where Self.startsName(byte): return name()
        case let byte where Self.isDigit(byte): return try number()
        case 0x22, 0x27: return try isPattern ? pattern() : text()
        case 0x60: return try quotedName()
        case 0x24 where Self.continuesName(source[position + 1]): return capture()
        case 0x2E where isBehindOperand && Self.startsName(source[position + 1]):
            position += 1
            return Token(kind: .sign(.dot), range: position - 1..<position)
        default: return try sign()
        }
    }

    /// `status`, and with dots `log._raw`: a dot belongs to the name where more of a name follows it.
    private mutating func name() -> Token {
        let start = position
        while Self.continuesName(source[position])
            || source[position] == 0x2E && Self.continuesName(source[position + 1])
        {
            position += 1
        }
        return Token(kind: .word(source[start..<position]), range: start..<position)
    }

    /// Any field name at all, between backticks; there are no escapes.
    private mutating func quotedName() throws(ExpressionError) -> Token {
        let start = position
        guard let end = source.bytes[(start + 1)...].firstIndex(of: 0x60) else {
            throw source.error(start..<start + 1, "this backtick is never closed")
        }
        position = end + 1
        guard end > start + 1 else { throw source.error(start..<position, "a field name is missing between backticks") }
        return Token(kind: .quotedName(source[start + 1..<end]), range: start..<position)
    }

    /// `$1`, `$name`.
    private mutating func capture() -> Token {
        let start = position
        position += 1
        while Self.continuesName(source[position]) { position += 1 }
        return Token(kind: .capture(source[start + 1..<position]), range: start..<position)
    }

    /// `).name`, `].name`: a point right behind what closes is followed by a member's name.
    private var isBehindOperand: Bool { position > 0 && "])`".utf8.contains(source[position - 1]) }

    private mutating func sign() throws(ExpressionError) -> Token {
        let start = position
        try refuseForeignSign()
        for length in [2, 1] where start + length <= source.bytes.count {
            guard let sign = Sign(rawValue: source[start..<start + length]) else { continue }
            position += length
            expectsPattern = sign == .match || sign == .mismatch
            return Token(kind: .sign(sign), range: start..<position)
        }
        throw unexpectedCharacter()
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    static func startsName(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte == 0x5F }
    static func continuesName(_ byte: UInt8) -> Bool { startsName(byte) || isDigit(byte) }
}
