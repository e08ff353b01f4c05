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
        case (0x2E, _):
            let name = word(from: position + 1)
            throw foreign("a field is written without a dot before it", name.map { "write \($0) for .\($0)" })
        case (0x24, _): throw foreign("a group of a pattern is $1, or $name", nil)
        case (0x40, _):
            let name = word(from: position + 1) ?? "timestamp"
            throw foreign("@ is not part of a name", "put the name in backticks: `@\(name)`")
        default: return
        }
    }

    /// The name, or what would be one in other languages, that begins at a position.
    private func word(from start: Int) -> String? {
        var end = start
        while Self.continuesName(source[end]) || source[end] >= 0x80 { end += 1 }
        return end > start ? source[start..<end] : nil
    }

    private func foreign(_ message: String, _ hint: String?) -> ExpressionError {
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
            var start = position
            while start > 0, Self.continuesName(source[start - 1]) { start -= 1 }
            let name = word(from: start) ?? ""
            return source.error(
                start..<start + name.utf8.count, "only letters of ASCII stand in a bare name",
                hint: "put the name in backticks: `\(name)`")
        }
        let shown = DisplayText.printable(character)
        return source.error(range, shown == character ? "unexpected '\(character)'" : "unexpected control character")
    }
}
