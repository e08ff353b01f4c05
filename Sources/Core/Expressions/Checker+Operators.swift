import Records
import Regex

extension Checker {
    func checkArithmetic(
        _ operation: ArithmeticOperator, _ left: Syntax, _ right: Syntax, _ range: Range<Int>
    ) throws(ExpressionError) -> Checked {
        let left = try check(left)
        let right = try check(right)
        try requireNumber(left, operation.sign)
        try requireNumber(right, operation.sign)
        if left.type == .text, right.type == .text { throw notNumbers(range, .text, operation.sign) }
        if operation == .divide || operation == .remainder, right.syntax.literal?.isZero == true {
            throw source.error(right.syntax.range, "division by zero")
        }
        return (Syntax(.arithmetic(operation, left.syntax, right.syntax), range), .number)
    }

    /// A text that is a number will do, and one that is not known yet may be.
    func requireNumber(_ operand: Checked, _ sign: Sign) throws(ExpressionError) {
        switch operand.type {
        case .any, .number: return
        case .text where operand.syntax.literal?.isNonNumericText != true: return
        default: throw notNumbers(operand.syntax.range, operand.type, sign)
        }
    }

    private func notNumbers(_ range: Range<Int>, _ type: StaticType, _ sign: Sign) -> ExpressionError {
        let hint = sign == .plus && type == .text ? "write concat(a, b) to join texts" : nil
        return source.error(range, "\(sign.rawValue) needs numbers, this is \(type.phrase)", hint: hint)
    }

    func checkComparison(
        _ comparison: Comparison, _ left: Syntax, _ right: Syntax, _ range: Range<Int>
    ) throws(ExpressionError) -> Checked {
        try requireTimes(comparison, left, right)
        let isNullTest = left.isNull || right.isNull
        let first = try check(left)
        let second = try check(right)
        if isNullTest {
            guard comparison.isEquality else {
                throw source.error(
                    left.isNull ? left.range : right.range, "null has no order", hint: "write x == null or x != null")
            }
            let operand = left.isNull ? second : first
            return (Syntax(.isNull(operand.syntax, isNegated: comparison == .notEqual), range), .bool)
        }
        try requireComparable(left, first, second)
        if !comparison.isEquality, first.type == .bool || second.type == .bool {
            throw source.error(
                first.type == .bool ? left.range : right.range, "true and false have no order", hint: hint(left))
        }
        return (Syntax(.comparison(comparison, first.syntax, second.syntax), range), .bool)
    }

    /// Two types that are never equal are a mistake: `!x == 5`, `length(a) == "b"`.
    private func requireComparable(_ left: Syntax, _ first: Checked, _ second: Checked) throws(ExpressionError) {
        if first.type == .any || second.type == .any || first.type == .null || second.type == .null { return }
        if first.type == second.type { return }
        let isTextWithNumber = [first.type, second.type].allSatisfy { $0 == .text || $0 == .number }
        let isNonNumeric =
            first.syntax.literal?.isNonNumericText == true || second.syntax.literal?.isNonNumericText == true
        if isTextWithNumber, !isNonNumeric { return }
        throw source.error(
            second.syntax.range, "this is \(second.type.phrase), and what it is compared with is \(first.type.phrase)",
            hint: hint(left))
    }

    /// `!x == 5` negates x, not the comparison.
    private func hint(_ left: Syntax) -> String? {
        if case .not = left.form { "! binds to what stands next to it: write !(a == b)" } else { nil }
    }

    func checkMatch(
        _ subject: Syntax, _ pattern: Syntax.Pattern, _ range: Range<Int>
    ) throws(ExpressionError) -> Checked {
        let checked = try check(subject)
        if checked.type == .bool || checked.type == .null {
            let sign = pattern.isNegated ? Sign.mismatch : .match
            throw source.error(
                subject.range, "\(sign.rawValue) needs a text on its left, this is \(checked.type.phrase)",
                hint: hint(subject).map { _ in "write x !~ \"…\"" })
        }
        do throws(PatternError) { _ = try CompiledPattern(pattern.text) } catch {
            // An offset of the pattern is one of the source: nothing was unescaped.
            let position = min(pattern.range.lowerBound + 1 + error.offset, pattern.range.upperBound - 1)
            throw source.error(position..<position + 1, "in the pattern: \(error.message)")
        }
        return (Syntax(.match(checked.syntax, pattern), range), .bool)
    }

    /// `null` in the list asks for null, as `x == null` does.
    func checkMembership(
        _ subject: Syntax, _ elements: [Syntax], _ range: Range<Int>
    ) throws(ExpressionError) -> Checked {
        if subject.isNull { throw source.error(subject.range, "null is not searched for", hint: "write x == null") }
        let first = try check(subject)
        var checked: [Syntax] = []
        for element in elements where !element.isNull {
            let second = try check(element)
            try requireComparable(subject, first, second)
            checked.append(second.syntax)
        }
        let isNull = Syntax(.isNull(first.syntax, isNegated: false), range)
        if checked.isEmpty { return (isNull, .bool) }
        let membership = Syntax(.membership(first.syntax, checked), range)
        return (checked.count == elements.count ? membership : Syntax(.any([isNull, membership]), range), .bool)
    }
}

extension Literal {
    /// A text that no arithmetic can use.
    fileprivate var isNonNumericText: Bool {
        if case .text(let text) = self { Decimal(parsing: text.utf8) == nil && Double(text) == nil } else { false }
    }

    fileprivate var isZero: Bool {
        switch self {
        case .integer(let value): value == 0
        case .decimal(let value): value.isZero
        case .double(let value): value == 0
        default: false
        }
    }
}
