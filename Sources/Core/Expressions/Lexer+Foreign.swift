/// Signs that mean something in other languages: people bring them along, and each gets a sentence that helps.
extension Lexer {
    private static let foreign: [(sign: String, hint: String)] = [
        ("===", "write =="), ("!==", "write !="), ("<>", "write !="), ("=<", "write <="), ("=>", "write >="),
    ]

    func refuseForeignSign() throws(ExpressionError) {
        for (sign, hint) in Self.foreign where source.bytes[position...].starts(with: sign.utf8) {
            throw source.error(position..<position + sign.utf8.count, "\(sign) is not an operator", hint: hint)
        }
        switch (source[position], source[position + 1]) {
        case (0x26, 0x26), (0x7C, 0x7C): return
        case (0x26, _): throw foreign("& is not an operator", "write &&")
        case (0x7C, _): throw foreign("| is not an operator", "write ||")
        case (0x7E, _): throw foreign("~ is not an operator", "write =~")
        case (0x2E, let next) where Self.isDigit(next):
            throw foreign("a number begins with a digit", "write 0.5 for .5")
        case (0x2E, _): throw foreign("a field is written without a dot before it", "write status for .status")
        case (0x24, _): throw foreign("a field is written by its name alone", "write status for $status")
        case (0x40, _): throw foreign("@ is not part of a name", "put the name in backticks: `@timestamp`")
        default: return
        }
    }

    private func foreign(_ message: String, _ hint: String) -> ExpressionError {
        source.error(position..<position + 1, message, hint: hint)
    }

    /// For a character that begins nothing.
    func unexpectedCharacter() -> ExpressionError {
        let character = String(decoding: source.bytes[position...], as: UTF8.self).first.map(String.init) ?? ""
        let range = position..<position + character.utf8.count
        switch character {
        case "“", "”", "‘", "’", "„", "«", "»":
            return source.error(range, "\(character) is not a quote here", hint: "write \"…\" or '…'")
        default: break
        }
        if source[position] >= 0x80 {
            return source.error(
                range, "'\(character)' cannot stand in a bare name", hint: "put the name in backticks: `größe`")
        }
        let shown = DisplayText.printable(character)
        return source.error(range, shown == character ? "unexpected '\(character)'" : "unexpected control character")
    }
}
