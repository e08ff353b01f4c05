import Bytes
import Records

extension FunctionTable {
    static let numbers: [Function] = [
        Function(
            "int", [.init("value", .any)], .number,
            "The whole number in a number or text, its fraction cut off; null where there is none.",
            examples: [.init(#"int("0042")"#, "42"), .init("int(-3.7)", "-3"), .init(#"int("n/a")"#, "null")],
            otherNames: ["to_int", "toint", "integer", "parse_int", "parseint", "trunc"],
            .one { value, record, tally in
                if case .text(let text) = value, let integer = record.store.buffer.integer(text) {
                    return .integer(integer)
                }
                return Rounding.towardsZero.integer(value.number(in: record.store.buffer), &tally)
            }),
        Function(
            "float", [.init("value", .any)], .number,
            "The number in a number or text, exact up to 38 digits; null where there is none.",
            examples: [.init(#"float("1.5") * 2"#, "3"), .init(#"float("abc")"#, "null")],
            otherNames: ["to_number", "tonumber", "number", "to_float", "double", "decimal", "parse_float", "num"],
            .one { value, record, _ in value.number(in: record.store.buffer) }),
        Function(
            "round", [.init("number", .number), .init("digits", .number, preset: .integer(0))], .number,
            "The number rounded to that many digits behind the point, halves away from zero.",
            examples: [.init("round(2.5)", "3"), .init("round(1.255, 2)", "1.26"), .init("round(1 / 3, 2)", "0.33")],
            .two { number, digits, _, _ in
                guard let digits = digits.wholeNumber else { return .null }
                return Rounding.nearest.rounded(number, digits: digits)
            }),
        Function(
            "floor", [.init("number", .number)], .number, "The largest whole number that is not above the number.",
            examples: [.init("floor(2.7)", "2"), .init("floor(-2.1)", "-3")],
            .one { number, _, _ in Rounding.down.rounded(number, digits: 0) }),
        Function(
            "ceil", [.init("number", .number)], .number, "The smallest whole number that is not below the number.",
            examples: [.init("ceil(2.1)", "3"), .init("ceil(-2.7)", "-2")],
            otherNames: ["ceiling"],
            .one { number, _, _ in Rounding.up.rounded(number, digits: 0) }),
        Function(
            "abs", [.init("number", .number)], .number, "The number without its sign.",
            examples: [.init("abs(-3)", "3"), .init("abs(-0.5)", "0.5")],
            .one { number, _, tally in
                switch number {
                case .integer(let value):
                    return ArithmeticOperator.counted(Int64(exactly: value.magnitude).map { .integer($0) }, &tally)
                case .decimal(let value): return ArithmeticOperator.counted(value.absolute.map { .decimal($0) }, &tally)
                case .double(let value): return .double(value.magnitude)
                default: return .null
                }
            }),
        Function(
            "min", [.init("number", .number), .init("number", .number, isRepeated: true)], .number,
            "The smallest of the numbers; null if one of them is.",
            examples: [.init("min(3, 1, 2)", "1")],
            otherNames: ["least"],
            .repeated { left, right, _, _ in Relation.betweenNumbers(left, right) == .greater ? right : left }),
        Function(
            "max", [.init("number", .number), .init("number", .number, isRepeated: true)], .number,
            "The largest of the numbers; null if one of them is.",
            examples: [.init("max(3, 1, 2)", "3"), .init("max(0.5, duration)", "null")],
            otherNames: ["greatest"],
            .repeated { left, right, _, _ in Relation.betweenNumbers(left, right) == .less ? right : left }),
    ]
}
