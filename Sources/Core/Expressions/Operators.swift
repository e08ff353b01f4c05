/// How tightly an operator holds its operands.
enum Precedence: Int, Comparable {
    case or, and, comparison, coalesce, sum, product, prefix

    static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

    var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .prefix }
}

/// An operator between two operands.
enum InfixOperator: Equatable {
    case or, and, coalesce, membership
    case comparison(Comparison)
    case match(isNegated: Bool)
    case arithmetic(ArithmeticOperator)

    init?(_ token: Token) {
        if token.isWord("in") {
            self = .membership
            return
        }
        guard case .sign(let sign) = token.kind else { return nil }
        switch sign {
        case .or: self = .or
        case .and: self = .and
        case .coalesce: self = .coalesce
        case .match: self = .match(isNegated: false)
        case .mismatch: self = .match(isNegated: true)
        case .equal: self = .comparison(.equal)
        case .notEqual: self = .comparison(.notEqual)
        case .less: self = .comparison(.less)
        case .lessOrEqual: self = .comparison(.lessOrEqual)
        case .greater: self = .comparison(.greater)
        case .greaterOrEqual: self = .comparison(.greaterOrEqual)
        case .plus: self = .arithmetic(.add)
        case .minus: self = .arithmetic(.subtract)
        case .times: self = .arithmetic(.multiply)
        case .divide: self = .arithmetic(.divide)
        case .remainder: self = .arithmetic(.remainder)
        default: return nil
        }
    }

    var precedence: Precedence {
        switch self {
        case .or: .or
        case .and: .and
        case .comparison, .match, .membership: .comparison
        case .coalesce: .coalesce
        case .arithmetic(.add), .arithmetic(.subtract): .sum
        case .arithmetic: .product
        }
    }
}
