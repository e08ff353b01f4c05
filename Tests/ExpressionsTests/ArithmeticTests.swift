import TestSupport
import Testing

@testable import Expressions

@Suite("Arithmetic")
struct ArithmeticTests {
    @Test(
        "binds as in C, and ?? tighter than comparisons",
        arguments: [
            ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("10 - 4 - 3", "3"), ("2 * 3 % 4", "2"), ("-2 * 3", "-6"),
            ("7 - -2", "9"), ("--2", "2"), ("x ?? 1 + 1", "2"), ("x ?? 0 > 100", "false"), ("x ?? y ?? 3", "3"),
            ("1 < 2 == true", ""), ("true || false && false", "true"), ("1 + 1 == 2 && !false", "true"),
            ("true ? 1 : false ? 2 : 3", "1"), ("x == null ? 1 : 2", "1"), ("!true || true", "true"),
        ].filter { !$0.1.isEmpty })
    func precedence(expression: String, expected: String) throws { #expect(try value(expression) == expected) }

    @Test(
        "is exact for integers and decimals",
        arguments: [
            ("0.1 + 0.2", "0.3"), ("x * 3", "3.3"), ("x - 1.1", "0"), ("y + 1", "9223372036854775808"),
            ("9223372036854775807 - 1", "9223372036854775806"), ("7 % 3", "1"), ("-7 % 3", "-1"), ("7.0 % 3", "1"),
            ("z % -1", "0"), ("1e400 * 1e-400", "1"), ("-9223372036854775808", "-9223372036854775808"),
        ])
    func exact(expression: String, expected: String) throws {
        let record = #"{"x":1.10,"y":9223372036854775807.0,"z":-9223372036854775808}"#
        #expect(try value(expression, record) == expected)
    }

    @Test(
        "divides as doubles",
        arguments: [("10 / 4", "2.5"), ("10 / 5", "2"), ("1 / 3", "0.3333333333333333"), ("x / y", "0.5")])
    func division(expression: String, expected: String) throws {
        #expect(try value(expression, #"{"x":1,"y":2.0}"#) == expected)
    }

    @Test(
        "gives null, and counts, where no number holds the result",
        arguments: [
            "big + 1", "-small", "big * big", "small - 1", "abs(small)", "1 / zero", "1 % zero", "zero / zero",
            "int(huge)",
        ])
    func overflow(expression: String) throws {
        var evaluation = try Evaluation(expression)
        #expect(
            try evaluation.json(
                #"{"big":9223372036854775807,"small":-9223372036854775808,"zero":0,"huge":1e300}"#) == "null")
        #expect(evaluation.bound.overflows == 1)
    }

    @Test(
        "gives null, uncounted, where there are no two numbers",
        arguments: [
            "x + 1", "text + 1", "flag * 2", "list - 1", "text + text", "digits + digits", "1.5 % digits", "-text",
        ])
    func noNumbers(expression: String) throws {
        var evaluation = try Evaluation(expression)
        #expect(try evaluation.json(#"{"text":"a","flag":true,"list":[1],"digits":"12"}"#) == "null")
        #expect(evaluation.bound.overflows == 0)
    }

    @Test("takes text that is entirely a number, beside a number")
    func numericText() throws {
        #expect(try value("digits * 2", #"{"digits":"12"}"#) == "24")
        #expect(try value("1 - digits", #"{"digits":"1.50"}"#) == "-0.5")
        #expect(try value("-digits", #"{"digits":"12"}"#) == "-12")
    }

    @Test("keeps text and JSON as they are")
    func otherValues() throws {
        #expect(try value("x", #"{"x":"a\"\u0001"}"#) == #""a\"\u0001""#)
        #expect(try value("x", #"{"x":[1, {"a":2}]}"#) == #"[1, {"a":2}]"#)
        #expect(try value("x ?? 1", #"{"x":{}}"#) == "{}")
    }

    @Test("int(a / b) of whole numbers is what int makes of the quotient, however large they are")
    func wholeQuotients() throws {
        var random = SeededGenerator(seed: 7)
        var fused = try Evaluation("int(a / b)")
        var plain = try Evaluation("int((a / b) ?? null)")
        let odd: [Int64] = [0, 1, -1, 3, 1 << 52, 1 << 53, 1 << 53 - 1, -(1 << 53) + 1, 1 << 53 + 1, .max, .min]
        func number() -> String {
            switch Int.random(in: 0..<6, using: &random) {
            case 0: "\(odd.randomElement(using: &random) ?? 0)"
            case 1: "\(Int64.random(in: -1000...1000, using: &random))"
            case 2: "\(Int64.random(in: .min ... .max, using: &random))"
            case 3: "\(Int.random(in: -99...99, using: &random)).5"
            case 4: "\"\(Int.random(in: -99...99, using: &random))\""
            default: ["null", "true", "\"x\"", "1e400"].randomElement(using: &random) ?? "null"
            }
        }
        for _ in 0..<3000 {
            let line = "{\"a\":\(number()),\"b\":\(number())}"
            #expect(try fused.json(line) == plain.json(line), "\(line)")
        }
        #expect(fused.bound.overflows == plain.bound.overflows)
    }
}
