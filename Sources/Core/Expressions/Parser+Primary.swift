extension Parser {
    /// A literal, a field, a call, or an expression in parentheses.
    mutating func primary() throws(ExpressionError) -> Syntax {
        let range = token.range
        switch token.kind {
        case .number(let literal): return try literalNode(literal)
        case .text(let text): return try literalNode(.text(text))
        case .word("true"): return try literalNode(.bool(true))
        case .word("false"): return try literalNode(.bool(false))
        case .word("null"): return try literalNode(.null)
        case .word(let name):
            try refuseForeignWord(name)
            try advance()
            return token.isSign(.open) ? try call(name, range) : try node(.field(name), range)
        case .quotedName(let name):
            try advance()
            return try node(.field(name), range)
        case .capture(let name): return try capture(name)
        case .sign(.open): return try parenthesized()
        default: throw missingOperand()
        }
    }

    private mutating func literalNode(_ literal: Literal) throws(ExpressionError) -> Syntax {
        let range = token.range
        try advance()
        return try node(.literal(literal), range)
    }

    private mutating func parenthesized() throws(ExpressionError) -> Syntax {
        let open = token
        try advance()
        let inner = try expression()
        if token.isSign(.comma) {
            throw source.error(token.range, "a list stands only right of in", hint: "write x in (a, b)")
        }
        try close(open)
        return inner
    }

    private mutating func call(_ name: String, _ range: Range<Int>) throws(ExpressionError) -> Syntax {
        let (arguments, end) = try arguments()
        return try node(
            .call(Syntax.Call(name: name, nameRange: range, arguments: arguments)), range.lowerBound..<end)
    }

    /// `(a, b)`, or `()`; the token is the opening parenthesis.
    mutating func arguments() throws(ExpressionError) -> (arguments: [Syntax], end: Int) {
        let open = token
        try advance()
        var arguments: [Syntax] = []
        if !token.isSign(.close) {
            repeat { arguments.append(try expression()) } while try take(.comma)
        }
        let end = token.range.upperBound
        try close(open)
        return (arguments, end)
    }

    private mutating func close(_ open: Token) throws(ExpressionError) {
        if token.kind == .end { throw source.error(open.range, "this '(' is never closed") }
        guard try take(.close) else { throw unexpectedBehindOperand() }
    }

    /// `[key]` and `.name` behind an operand, any number of them.
    mutating func subscripts(of operand: Syntax) throws(ExpressionError) -> Syntax {
        var operand = operand
        while true {
            let start = operand.range.lowerBound
            if token.isSign(.openBracket) {
                let open = token
                try advance()
                if token.isSign(.closeBracket) {
                    throw source.error(open.range.lowerBound..<token.range.upperBound, "a key or an index is missing")
                }
                let key = try expression()
                let end = token.range.upperBound
                if token.kind == .end { throw source.error(open.range, "this '[' is never closed") }
                guard try take(.closeBracket) else { throw unexpectedBehindOperand() }
                operand = try node(.member(operand, key), start..<end)
            } else if token.isSign(.dot) {
                try advance()
                guard case .word(let path) = token.kind else { throw missingOperand() }
                let range = token.range
                try advance()
                for name in path.split(separator: ".") {
                    let key = try node(.literal(.text(String(name))), range)
                    operand = try node(.member(operand, key), start..<range.upperBound)
                }
            } else {
                return operand
            }
        }
    }

    /// A field or something of one right of `in`, which is to be an array; nil where a list in parentheses stands.
    mutating func array() throws(ExpressionError) -> Syntax? {
        switch token.kind {
        case .word(let word) where !["true", "false", "null", "in"].contains(word): break
        case .quotedName: break
        default: return nil
        }
        return try subscripts(of: primary())
    }

    /// The list right of `in`.
    mutating func list(behind word: Token) throws(ExpressionError) -> (elements: [Syntax], end: Int) {
        guard token.isSign(.open) else {
            throw source.error(
                token.range, "right of in stands a list", hint: "write x in (a, b)")
        }
        let list = try arguments()
        if list.arguments.isEmpty { throw source.error(word.range.lowerBound..<list.end, "the list is empty") }
        return (list.arguments, list.end)
    }

    /// The pattern right of `=~` or `!~`.
    mutating func pattern(right sign: Token, isNegated: Bool) throws(ExpressionError) -> Syntax.Pattern {
        guard case .pattern(let text) = token.kind else {
            let operatorText = isNegated ? "!~" : "=~"
            let hint = token.isSign(.divide) ? "write \(operatorText) \"…\" for /…/" : "write \(operatorText) \"…\""
            let range = token.kind == .end ? sign.range : token.range
            throw source.error(range, "the pattern of \(operatorText) must be a string", hint: hint)
        }
        let range = token.range
        try advance()
        return Syntax.Pattern(text: text, range: range, isNegated: isNegated)
    }
}
