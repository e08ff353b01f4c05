/// An expression as a tree, with the place in the source of each of its parts.
struct Syntax: Sendable {
    indirect enum Form: Sendable {
        case literal(Literal)
        case field(String)
        case negation(Syntax)
        case not(Syntax)
        case arithmetic(ArithmeticOperator, Syntax, Syntax)
        case comparison(Comparison, Syntax, Syntax)
        /// `a && b && c` is one node: a chain of any length is no nesting.
        case all([Syntax])
        case any([Syntax])
        case match(Syntax, Pattern)
        case membership(Syntax, [Syntax])
        case coalesce(Syntax, Syntax)
        case conditional(Syntax, Syntax, Syntax)
        case call(Call)
        /// `http["id"]`, `tags[0]`, and `parse_url(referrer).host`
        case member(Syntax, Syntax)
        /// `"db" in tags`
        case element(Syntax, Syntax)
        /// `$1`: what a group of a pattern that stands before it in the text has matched in this record.
        case capture(Pattern, group: Int)
        /// One directive of `format`.
        case formatted(Syntax, TextFormat)
        /// `now()`
        case now
        /// `x == null`, `x != null`, `is_null(x)`: made by the checker, since other comparisons with
        /// null are false.
        case isNull(Syntax, isNegated: Bool)
        /// `exists(x)`
        case exists(String)
    }

    struct Pattern: Sendable {
        let text: String
        /// Of the whole literal, quotes included.
        let range: Range<Int>
        let isNegated: Bool
    }

    struct Call: Sendable {
        let name: String
        let nameRange: Range<Int>
        var arguments: [Syntax]
    }

    var form: Form
    let range: Range<Int>

    /// Nodes on the longest way down. Everything that walks a tree recurses, so this is what bounds the stack.
    let depth: Int

    /// Deeper than a person writes, shallow enough for the smallest stack.
    static var maximalDepth: Int { 200 }

    init(_ form: Form, _ range: Range<Int>) {
        self.form = form
        self.range = range
        depth = 1 + form.children.reduce(0) { max($0, $1.depth) }
    }

    var literal: Literal? { if case .literal(let literal) = form { literal } else { nil } }
    var fieldName: String? { if case .field(let name) = form { name } else { nil } }
    var isNull: Bool { literal == .null }
}

extension Syntax.Form {
    var children: [Syntax] {
        switch self {
        case .literal, .field, .exists, .capture, .now: []
        case .negation(let operand), .not(let operand), .isNull(let operand, _), .match(let operand, _),
            .formatted(let operand, _):
            [operand]
        case .member(let container, let key): [container, key]
        case .element(let subject, let array): [subject, array]
        case .arithmetic(_, let left, let right), .comparison(_, let left, let right), .coalesce(let left, let right):
            [left, right]
        case .all(let terms), .any(let terms): terms
        case .membership(let subject, let elements): [subject] + elements
        case .conditional(let condition, let first, let second): [condition, first, second]
        case .call(let call): call.arguments
        }
    }
}
