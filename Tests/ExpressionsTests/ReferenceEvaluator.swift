import Records

/// The language's meaning written a second time, for reading, not for speed: a walk over a tree with a dictionary. Text
/// is a `String`, and every rule stands where it is used.
indirect enum ReferenceExpression {
    case literal(ReferenceValue)
    case field(String)
    case not(ReferenceExpression)
    case negate(ReferenceExpression)
    case binary(String, ReferenceExpression, ReferenceExpression)
    case contains(ReferenceExpression, [ReferenceExpression])
    case choice(ReferenceExpression, ReferenceExpression, ReferenceExpression)
    case call(String, [ReferenceExpression])
}

enum ReferenceValue: Equatable {
    case null
    case bool(Bool)
    case integer(Int64)
    case decimal(Decimal)
    case double(Double)
    case text(String)
}

struct ReferenceEvaluator {
    let fields: [String: ReferenceValue]

    func evaluate(_ expression: ReferenceExpression) -> ReferenceValue {
        switch expression {
        case .literal(let value): value
        case .field(let name): fields[name] ?? .null
        case .not(let operand): .bool(evaluate(operand) != .bool(true))
        case .negate(let operand): arithmetic("-", .integer(0), evaluate(operand))
        case .binary(let sign, let left, let right): binary(sign, left, right)
        case .contains(let subject, let list):
            .bool(list.contains { isTrue(binary("==", subject, $0)) })
        case .choice(let test, let first, let second): evaluate(isTrue(evaluate(test)) ? first : second)
        case .call(let name, let arguments): call(name, arguments.map(evaluate))
        }
    }

    private func isTrue(_ value: ReferenceValue) -> Bool { if case .bool(true) = value { true } else { false } }

    private func binary(
        _ sign: String, _ left: ReferenceExpression, _ right: ReferenceExpression
    ) -> ReferenceValue {
        if case .literal(.null) = right, sign == "==" { return .bool(evaluate(left) == .null) }
        if case .literal(.null) = right, sign == "!=" { return .bool(evaluate(left) != .null) }
        if case .literal(.null) = left, sign == "==" { return .bool(evaluate(right) == .null) }
        if case .literal(.null) = left, sign == "!=" { return .bool(evaluate(right) != .null) }
        let a = evaluate(left)
        let b = evaluate(right)
        switch sign {
        case "&&": return .bool(isTrue(a) && isTrue(b))
        case "||": return .bool(isTrue(a) || isTrue(b))
        case "??": return a == .null ? b : a
        case "+", "-", "*", "/", "%": return arithmetic(sign, a, b)
        default: return .bool(compare(sign, a, b))
        }
    }

    private func compare(_ sign: String, _ a: ReferenceValue, _ b: ReferenceValue) -> Bool {
        if a == .null || b == .null { return false }
        if case .text(let x) = a, case .text(let y) = b {
            return ordered(sign, x == y, x.utf8.lexicographicallyPrecedes(y.utf8))
        }
        if case .bool(let x) = a, case .bool(let y) = b { return ordered(sign, x == y, nil) }
        guard isNumber(a) || isNumber(b), let x = number(a), let y = number(b) else { return sign == "!=" }
        if case .double = x { return ordered(sign, double(x) == double(y), double(x) < double(y)) }
        if case .double = y { return ordered(sign, double(x) == double(y), double(x) < double(y)) }
        guard let p = exact(x), let q = exact(y) else { return false }
        return ordered(sign, p == q, p < q)
    }

    private func ordered(_ sign: String, _ isEqual: Bool, _ isLess: Bool?) -> Bool {
        switch sign {
        case "==": isEqual
        case "!=": !isEqual
        case "<": isLess ?? false
        case "<=": isLess.map { $0 || isEqual } ?? isEqual
        case ">": isLess.map { !$0 && !isEqual } ?? false
        default: isLess.map { !$0 } ?? isEqual
        }
    }

    private func arithmetic(_ sign: String, _ a: ReferenceValue, _ b: ReferenceValue) -> ReferenceValue {
        guard isNumber(a) || isNumber(b), let x = number(a), let y = number(b) else { return .null }
        if sign == "/" { return finite(double(x) / double(y)) }
        if sign == "%" {
            guard let p = whole(x), let q = whole(y), q != 0 else { return .null }
            return .integer(q == -1 ? 0 : p % q)
        }
        if case .integer(let p) = x, case .integer(let q) = y {
            let result =
                sign == "+" ? Int128(p) + Int128(q) : sign == "-" ? Int128(p) - Int128(q) : Int128(p) * Int128(q)
            return Int64(exactly: result).map { .integer($0) } ?? .null
        }
        if let p = exact(x), let q = exact(y) {
            let result = sign == "+" ? p.adding(q) : sign == "-" ? p.subtracting(q) : p.multiplied(by: q)
            return result.map { .decimal($0) } ?? .null
        }
        let (p, q) = (double(x), double(y))
        return finite(sign == "+" ? p + q : sign == "-" ? p - q : p * q)
    }

    private func call(_ name: String, _ arguments: [ReferenceValue]) -> ReferenceValue {
        if name == "is_null" { return .bool(arguments[0] == .null) }
        if arguments.contains(.null) { return .null }
        switch name {
        case "lower": return .text(text(arguments[0]).lowercased())
        case "length": return .integer(Int64(text(arguments[0]).unicodeScalars.count))
        case "concat": return .text(arguments.map(text).joined())
        case "starts_with": return .bool(text(arguments[0]).utf8.starts(with: text(arguments[1]).utf8))
        case "float": return number(arguments[0]) ?? .null
        default: return .null
        }
    }

    // MARK: Values

    private func isNumber(_ value: ReferenceValue) -> Bool {
        switch value {
        case .integer, .decimal, .double: true
        default: false
        }
    }

    private func number(_ value: ReferenceValue) -> ReferenceValue? {
        if isNumber(value) { return value }
        guard case .text(let text) = value, let decimal = Decimal(parsing: text.utf8) else { return nil }
        if text.allSatisfy({ $0.isNumber || $0 == "-" }), let integer = Int64(text) { return .integer(integer) }
        return .decimal(decimal)
    }

    private func exact(_ value: ReferenceValue) -> Decimal? {
        switch value {
        case .integer(let integer): Decimal(integer)
        case .decimal(let decimal): decimal
        default: nil
        }
    }

    private func double(_ value: ReferenceValue) -> Double {
        switch value {
        case .integer(let integer): Double(integer)
        case .decimal(let decimal): decimal.doubleValue
        case .double(let double): double
        default: .nan
        }
    }

    private func whole(_ value: ReferenceValue) -> Int64? {
        if case .double(let double) = value { return Int64(exactly: double) }
        return exact(value)?.asInt64
    }

    private func finite(_ value: Double) -> ReferenceValue { value.isFinite ? .double(value) : .null }

    private func text(_ value: ReferenceValue) -> String {
        switch value {
        case .text(let text): text
        default: json(value)
        }
    }

    /// As the record would be written.
    func json(_ value: ReferenceValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let flag): "\(flag)"
        case .integer(let integer): "\(integer)"
        case .decimal(let decimal): decimal.description
        case .double(let double): DoubleText.json(double) ?? "null"
        case .text(let text): "\"\(text)\""
        }
    }
}
