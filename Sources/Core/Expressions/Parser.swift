/// Makes a tree of tokens, by precedence climbing. From loose to tight:
///
///     ? :    ||    &&    == != < <= > >= =~ !~ in    ??    + -    * / %    ! - (before an operand)
///
/// `??` binds tighter than comparisons (as in Swift), since `bytes ?? 0 > 100` means the default, not the answer.
struct Parser {
    let source: Source
    private var lexer: Lexer
    /// The token not yet taken.
    private(set) var token: Token
    /// Calls of the parser that are open; a tree bounds its own depth, but parentheses leave nothing in it.
    private var depth = 0
    /// The pattern read last, which `$1` means.
    private(set) var lastPattern: Syntax.Pattern?

    init(_ text: String, takesDurations: Bool = false) throws(ExpressionError) {
        source = Source(text)
        lexer = Lexer(source, takesDurations: takesDurations)
        token = try lexer.next()
    }

    // MARK: Tokens

    mutating func advance() throws(ExpressionError) { token = try lexer.next() }

    mutating func take(_ sign: Sign) throws(ExpressionError) -> Bool {
        guard token.isSign(sign) else { return false }
        try advance()
        return true
    }

    mutating func takeEnd() throws(ExpressionError) {
        guard token.kind == .end else { throw unexpectedBehindOperand() }
    }

    // MARK: Depth

    private mutating func enter() throws(ExpressionError) {
        depth += 1
        if depth > Syntax.maximalDepth { throw tooDeep(token.range) }
    }

    private func tooDeep(_ range: Range<Int>) -> ExpressionError {
        source.error(
            range.lowerBound..<min(range.lowerBound + 1, range.upperBound),
            "the expression is nested more than \(Syntax.maximalDepth) levels deep")
    }

    func node(_ form: Syntax.Form, _ range: Range<Int>) throws(ExpressionError) -> Syntax {
        let node = Syntax(form, range)
        if node.depth > Syntax.maximalDepth { throw tooDeep(range) }
        return node
    }

    // MARK: Expressions

    /// A whole expression: `cond ? a : b` is the loosest.
    mutating func expression() throws(ExpressionError) -> Syntax {
        try enter()
        defer { depth -= 1 }
        let condition = try operation(.or)
        let question = token
        guard try take(.question) else { return condition }
        let first = try expression()
        guard try take(.colon) else {
            if token.kind == .end { throw source.error(question.range, "this '?' has no ':'", hint: "write a ? b : c") }
            throw unexpectedBehindOperand()
        }
        let second = try expression()
        return try node(
            .conditional(condition, first, second), condition.range.lowerBound..<second.range.upperBound)
    }

    /// Operands joined by operators that bind at least as tightly as `loosest`.
    private mutating func operation(_ loosest: Precedence) throws(ExpressionError) -> Syntax {
        var left = try operand()
        while let infix = InfixOperator(token), infix.precedence >= loosest {
            let sign = token
            try advance()
            let form = try join(left, infix, sign)
            left = try node(form.0, left.range.lowerBound..<form.end)
        }
        return left
    }

    /// What stands right of an operator that has been taken.
    private mutating func join(
        _ left: Syntax, _ infix: InfixOperator, _ sign: Token
    ) throws(ExpressionError) -> (Syntax.Form, end: Int) {
        switch infix {
        case .and, .or:
            let terms = try chain(left, infix)
            let end = terms.last?.range.upperBound ?? left.range.upperBound
            return (infix == .and ? .all(terms) : .any(terms), end)
        case .comparison(let comparison):
            let right = try operation(.coalesce)
            try refuseChain()
            return (.comparison(comparison, left, right), right.range.upperBound)
        case .match(let isNegated):
            let pattern = try pattern(right: sign, isNegated: isNegated)
            lastPattern = pattern
            try refuseChain()
            return (.match(left, pattern), pattern.range.upperBound)
        case .membership:
            if let array = try array() {
                try refuseChain()
                return (.element(left, array), array.range.upperBound)
            }
            let (elements, end) = try list(behind: sign)
            try refuseChain()
            return (.membership(left, elements), end)
        case .coalesce:
            try enter()
            defer { depth -= 1 }
            let right = try operation(.coalesce)
            return (.coalesce(left, right), right.range.upperBound)
        case .arithmetic(let arithmetic):
            try refusePercentage(left, sign)
            let right = try operation(infix.precedence.tighter)
            return (.arithmetic(arithmetic, left, right), right.range.upperBound)
        }
    }

    private mutating func chain(_ first: Syntax, _ infix: InfixOperator) throws(ExpressionError) -> [Syntax] {
        var terms = [first]
        repeat { terms.append(try operation(infix.precedence.tighter)) } while try take(infix == .and ? .and : .or)
        return terms
    }

    /// An operand with the signs before it.
    private mutating func operand() throws(ExpressionError) -> Syntax {
        let start = token.range.lowerBound
        let isNot = token.isSign(.not)
        guard isNot || token.isSign(.minus) else { return try subscripts(of: primary()) }
        try enter()
        defer { depth -= 1 }
        try advance()
        if !isNot, case .number(let literal) = token.kind, let negated = literal.negated {
            let end = token.range.upperBound
            try advance()
            return try node(.literal(negated), start..<end)
        }
        let operand = try operand()
        return try node(isNot ? .not(operand) : .negation(operand), start..<operand.range.upperBound)
    }
}
