/// One word or sign of an expression, and the bytes of the source that it takes up.
struct Token: Equatable {
    enum Kind: Equatable {
        /// A field's or a function's name, or a word of the language (`in`, `true`).
        case word(String)
        /// A field's name in backticks, which is never a word of the language.
        case quotedName(String)
        case text(String)
        /// A string right of `=~` or `!~`: its backslashes are the pattern's business.
        case pattern(String)
        case number(Literal)
        /// `$1`, `$name`: what a group of the pattern before it matched.
        case capture(String)
        case sign(Sign)
        case end
    }

    let kind: Kind
    let range: Range<Int>

    func isSign(_ sign: Sign) -> Bool { kind == .sign(sign) }
    func isWord(_ word: String) -> Bool { kind == .word(word) }
}

/// Operators and punctuation.
enum Sign: String {
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case match = "=~"
    case mismatch = "!~"
    case and = "&&"
    case or = "||"
    case not = "!"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divide = "/"
    case remainder = "%"
    case open = "("
    case close = ")"
    case openBracket = "["
    case closeBracket = "]"
    case comma = ","
    case dot = "."
    case question = "?"
    case colon = ":"
    case coalesce = "??"
    /// Stands in assignments only; lexed everywhere, so that `status = 500` gets a sentence that helps.
    case assign = "="
}
