import Records
import TestSupport
import Testing

@testable import Expressions

/// Makes expressions at random, as trees for the reference and as text for the compiler.
private struct ExpressionSource {
    var random: SeededGenerator

    mutating func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: 0..<choices.count, using: &random)] }

    mutating func value() -> ReferenceValue {
        pick([
            .null, .bool(true), .bool(false), .integer(0), .integer(1), .integer(-7), .integer(500), .integer(.max),
            .integer(.min), .decimal(Decimal(significand: 15, exponent: -1)),
            .decimal(Decimal(significand: -5, exponent: -3)),
            .decimal(Decimal(significand: 1, exponent: 30)), .text(""), .text("a"), .text("GET"), .text("500"),
            .text("1.5"),
            .text("größe"), .text("-7"), .text("007"),
        ])
    }

    mutating func expression(_ depth: Int) -> ReferenceExpression {
        if depth == 0 || Int.random(in: 0..<8, using: &random) == 0 {
            let isField = Int.random(in: 0..<5, using: &random) > 0
            return isField ? .field(pick(["a", "b", "c", "d.e", "missing"])) : .literal(value())
        }
        switch Int.random(in: 0..<10, using: &random) {
        case 0: return .not(expression(depth - 1))
        case 1: return .negate(expression(depth - 1))
        case 2: return .contains(expression(depth - 1), [expression(0), expression(depth - 1)])
        case 3: return .choice(expression(depth - 1), expression(depth - 1), expression(depth - 1))
        case 4: return .call(pick(["lower", "length", "float", "is_null"]), [expression(depth - 1)])
        case 5: return .call(pick(["concat", "starts_with"]), [expression(depth - 1), expression(depth - 1)])
        default:
            let sign = pick(["&&", "||", "??", "+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">="])
            return .binary(sign, expression(depth - 1), expression(depth - 1))
        }
    }
}

extension ReferenceExpression {
    /// With parentheses everywhere; precedence has tests of its own.
    fileprivate var text: String {
        switch self {
        case .literal(let value): ReferenceEvaluator(fields: [:]).json(value)
        case .field(let name): name
        case .not(let operand): "!(\(operand.text))"
        case .negate(let operand): "-(\(operand.text))"
        case .binary(let sign, let left, let right): "(\(left.text)) \(sign) (\(right.text))"
        case .contains(let subject, let list): "(\(subject.text)) in (\(list.map(\.text).joined(separator: ", ")))"
        case .choice(let test, let first, let second): "(\(test.text)) ? (\(first.text)) : (\(second.text))"
        case .call(let name, let arguments): "\(name)(\(arguments.map(\.text).joined(separator: ", ")))"
        }
    }
}

@Suite("A bound expression")
struct DifferentialTests {
    @Test("gives what a plain walk over the tree gives", arguments: 0..<8)
    func sameAsReference(seed: Int) throws {
        var source = ExpressionSource(random: SeededGenerator(seed: UInt64(seed)))
        var compared = 0
        for _ in 0..<2500 {
            let tree = source.expression(4)
            guard var evaluation = try? Evaluation(tree.text) else { continue }
            for _ in 0..<3 {
                let fields = ["a": source.value(), "b": source.value(), "c": source.value(), "d.e": source.value()]
                let reference = ReferenceEvaluator(fields: fields)
                let line =
                    "{" + fields.map { "\"\($0.key)\":\(reference.json($0.value))" }.sorted().joined(separator: ",")
                    + "}"
                let expected = reference.evaluate(tree)
                let result = try evaluation.json(line)
                #expect(result == reference.json(expected), "\(tree.text) of \(line)")
                let isTrue = try evaluation.isTrue(line)
                #expect(isTrue == (expected == .bool(true)), "\(tree.text) of \(line)")
                compared += 1
            }
        }
        // What the checker refuses as certain mistakes is left out; enough must be left.
        #expect(compared > 1500)
    }
}
