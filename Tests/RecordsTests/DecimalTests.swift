import TestSupport
import Testing

@testable import Records

private func decimal(_ text: String) -> Decimal? { Decimal(parsing: text.utf8) }

private func anyDecimal(using random: inout SeededGenerator) -> Decimal {
    let bits = Int.random(in: 0...126, using: &random)
    let word = Int128(truncatingIfNeeded: UInt128(random.next()) << 64 | UInt128(random.next()))
    return Decimal(significand: word >> Int128(127 - bits), exponent: Int32.random(in: -45...45, using: &random))
}

@Suite("A decimal")
struct DecimalTests {
    @Test(
        "is read from the text of a JSON number",
        arguments: [
            ("0", 0, 0), ("-0", 0, 0), ("0.00", 0, 0), ("0e999999999999", 0, 0), ("42", 42, 0), ("-42", -42, 0),
            ("1.10", 110, -2), ("-12.50e3", -1250, 1), ("1e400", 1, 400), ("1E+2", 1, 2), ("25e-3", 25, -3),
            ("0.000001", 1, -6), ("9007199254740993", 9_007_199_254_740_993, 0),
        ] as [(String, Int128, Int32)])
    func parses(text: String, significand: Int128, exponent: Int32) throws {
        let number = try #require(decimal(text))
        #expect(number.significand == significand)
        #expect(number.exponent == exponent)
    }

    @Test(
        "is not read from text that JSON does not call a number",
        arguments: [
            "", "-", "+1", "01", "-01", ".5", "1.", "1.e3", "1e", "1e+", "1e-", " 1", "1 ", "0x10", "1,000", "1_000",
            "NaN",
            "Infinity", "1.2.3", "1e2e3", "--1", "١",
        ])
    func rejects(text: String) {
        #expect(decimal(text) == nil)
    }

    @Test("holds any 38 digits, and refuses what does not fit 127 bits instead of rounding it")
    func limits() {
        #expect(
            decimal("99999999999999999999999999999999999999")?.description == "99999999999999999999999999999999999999")
        #expect(decimal("170141183460469231731687303715884105727") != nil)
        #expect(decimal("170141183460469231731687303715884105728") == nil)
        #expect(decimal("0.\(String(repeating: "12", count: 40))") == nil)
        #expect(decimal("1e2147483647") != nil)
        #expect(decimal("1e2147483648") == nil)
        #expect(decimal("1e99999999999999999999999999") == nil)
    }

    @Test("does not count trailing or leading zeros as digits")
    func zerosAreNoDigits() {
        let zeros = String(repeating: "0", count: 60)
        #expect(decimal("1\(zeros)") == Decimal(significand: 1, exponent: 60))
        #expect(decimal("1234567890123456789012345\(zeros)")?.normalized.exponent == 60)
        #expect(decimal("0.\(zeros)1") == Decimal(significand: 1, exponent: -61))
        #expect(decimal("12345678901234567890.\(zeros)")?.description == "12345678901234567890")
    }

    @Test(
        "is written in one canonical form, whatever form it came in",
        arguments: [
            ("0", "0"), ("-0.0", "0"), ("1.10", "1.1"), ("100", "100"), ("1e2", "100"), ("12.50e3", "12500"),
            ("-0.5", "-0.5"),
            ("1e20", "100000000000000000000"), ("1e21", "1e21"), ("1.5e30", "1.5e30"),
            ("15e20", "1500000000000000000000"), ("1e400", "1e400"),
            ("-1e-400", "-1e-400"),
            ("0.00000000000000000001", "0.00000000000000000001"), ("1e-21", "0.000000000000000000001"),
            ("1e-22", "1e-22"),
            ("125e-24", "1.25e-22"), ("9007199254740993", "9007199254740993"),
            ("123456789012345678901234567890", "123456789012345678901234567890"),
            ("1.50000000000000000000000", "1.5"),
        ])
    func writes(text: String, canonical: String) {
        #expect(decimal(text)?.description == canonical)
    }

    @Test("reads its own text back as an equal number")
    func roundTrip() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<2_000 {
            let number = anyDecimal(using: &random)
            let text = number.description
            #expect(decimal(text) == number)
            #expect(decimal(text)?.description == text)
        }
    }

    @Test("is equal to another form of the same number")
    func equality() {
        #expect(decimal("1.0") == decimal("1"))
        #expect(decimal("1e3") == decimal("1000.000"))
        #expect(decimal("0") == decimal("-0e7"))
        #expect(decimal("1.0000000000000000000000000000000000001") != decimal("1"))
    }

    @Test(
        "is compared exactly, however far apart the exponents are",
        arguments: [
            ("9007199254740992", "9007199254740993"), ("9007199254740993", "1e400"), ("-1e400", "9007199254740993"),
            ("1e-400", "1e-399"), ("-1", "-1e-2147483647"), ("0", "1e-2147483647"), ("-1e2147483647", "0"),
            ("1e2147483646", "1e2147483647"), ("9.99e37", "1e38"), ("170141183460469231731687303715884105727", "2e38"),
            ("1.7014118346046923173168730371588410572", "2"), ("99999999999999999999999999999999999999", "1e38"),
        ])
    func comparison(less: String, greater: String) throws {
        let (less, greater) = (try #require(decimal(less)), try #require(decimal(greater)))
        #expect(less < greater)
        #expect(!(greater < less))
        #expect(less != greater)
        #expect(less <= less)
    }

    @Test("is ordered as the differences say")
    func orderAgreesWithSubtraction() {
        var random = SeededGenerator(seed: 2)
        for _ in 0..<5_000 {
            let (left, right) = (anyDecimal(using: &random), anyDecimal(using: &random))
            guard let difference = left.subtracting(right) else { continue }
            #expect((left < right) == difference.isNegative)
            #expect((left == right) == difference.isZero)
        }
    }

    @Test("adds, subtracts and multiplies without rounding")
    func arithmetic() {
        #expect(decimal("0.1")?.adding(decimal("0.2")!)?.description == "0.3")
        #expect(decimal("1.10")?.adding(decimal("2.90")!)?.description == "4")
        #expect(decimal("1e20")?.adding(decimal("1e-17")!)?.description == "100000000000000000000.00000000000000001")
        #expect(decimal("9007199254740993")?.subtracting(decimal("1")!)?.description == "9007199254740992")
        #expect(decimal("1.5")?.multiplied(by: decimal("-1.5")!)?.description == "-2.25")
        #expect(decimal("0")?.adding(decimal("1e400")!)?.description == "1e400")
        #expect(decimal("0")?.multiplied(by: decimal("1e400")!)?.description == "0")
    }

    @Test("gives nil instead of a rounded or wrapped result")
    func overflow() {
        let largest = Decimal(significand: .max, exponent: 0)
        #expect(largest.adding(Decimal(1)) == nil)
        #expect(largest.multiplied(by: Decimal(2)) == nil)
        #expect(decimal("1e40")?.adding(Decimal(1)) == nil)
        #expect(decimal("1e2147483647")?.multiplied(by: decimal("1e1")!) == nil)
        #expect(decimal("1e2147483647")?.adding(decimal("1e-2147483648")!) == nil)
        let smallest = Decimal(significand: .min, exponent: 0)
        #expect(smallest.negated == nil)
        #expect(smallest.description == "-170141183460469231731687303715884105728")
        #expect(smallest < Decimal(significand: .max, exponent: -1))
    }

    @Test("overflows or not by its value, not by its form")
    func overflowDependsOnTheValue() {
        let padded = Decimal(significand: 1_000_000_000_000_000_000_000_000_000_000, exponent: -30)
        #expect(padded.multiplied(by: padded) == Decimal(1))
        #expect(padded.adding(decimal("1e30")!)?.description == "1000000000000000000000000000001")
    }

    @Test("gives the integer it is, and no integer for a fraction or an overflow")
    func integers() {
        #expect(decimal("1.50e1")?.asInt64 == 15)
        #expect(decimal("1e18")?.asInt64 == 1_000_000_000_000_000_000)
        #expect(decimal("-9223372036854775808")?.asInt64 == .min)
        #expect(decimal("9223372036854775808")?.asInt64 == nil)
        #expect(decimal("1.5")?.asInt64 == nil)
        #expect(decimal("1e400")?.asInt64 == nil)
        #expect(decimal("1e-400")?.asInt64 == nil)
    }

    @Test(
        "is rounded to significant digits, half to even",
        arguments: [
            ("12345", 3, "12300"), ("0.0012355", 4, "0.001236"), ("0.0012345", 4, "0.001234"), ("99.96", 3, "100"),
            ("-2.5", 1, "-2"), ("7", 5, "7"),
        ])
    func rounding(text: String, digits: Int, expected: String) {
        #expect(decimal(text)?.rounded(significantDigits: digits).description == expected)
    }

    @Test("converts to the nearest Double, as strtod does")
    func doubles() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<20_000 {
            let number = anyDecimal(using: &random)
            #expect(number.doubleValue == Double("\(number.significand)e\(number.exponent)"))
        }
        #expect(decimal("9007199254740993")?.doubleValue == 9_007_199_254_740_992)
        #expect(decimal("9007199254740993.0000000000000000001")?.doubleValue == 9_007_199_254_740_994)
        #expect(decimal("0.30000000000000004")?.doubleValue == 0.1 + 0.2)
        #expect(decimal("1e400")?.doubleValue == .infinity)
        #expect(decimal("-1e-400")?.doubleValue == 0)
        #expect(decimal("5e-324")?.doubleValue == .leastNonzeroMagnitude)
    }
}

@Suite("A Double on the stream")
struct DoubleTextTests {
    @Test(
        "is the shortest JSON number that reads back",
        arguments: [
            (0, "0"), (-0.0, "0"), (1, "1"), (-42, "-42"), (0.1, "0.1"), (0.1 + 0.2, "0.30000000000000004"),
            (1.0 / 3, "0.3333333333333333"),
            (9_007_199_254_740_992, "9007199254740992"), (1e20, "100000000000000000000"), (1e21, "1e21"),
            (1.5e300, "1.5e300"),
            (0.000001, "0.000001"), (0.0000015, "0.0000015"), (0.00000015, "1.5e-7"), (-2.5e-10, "-2.5e-10"),
            (.leastNonzeroMagnitude, "5e-324"),
            (1.2345678901234568e20, "123456789012345680000"),
        ] as [(Double, String)])
    func writes(value: Double, text: String) {
        #expect(DoubleText.json(value) == text)
    }

    @Test("does not exist if the value is not finite", arguments: [Double.infinity, -.infinity, .nan])
    func nonFinite(value: Double) {
        #expect(DoubleText.json(value) == nil)
        #expect(Decimal(shortest: value) == nil)
    }

    @Test("has exactly the digits of the standard library's shortest description")
    func agreesWithDescription() {
        var random = SeededGenerator(seed: 4)
        for step in 0..<100_000 {
            let value: Double
            switch step % 4 {
            case 0:
                value = Double(
                    sign: .plus, exponent: .random(in: -22...72, using: &random),
                    significand: .random(in: 1..<2, using: &random))
            case 1:
                value =
                    Double(Int.random(in: 1...1_000_000, using: &random))
                    / Double(Int.random(in: 1...1_000_000, using: &random))
            case 2: value = Double(sign: .plus, exponent: .random(in: -22...72, using: &random), significand: 1)
            default: value = Double(bitPattern: random.next())
            }
            guard value.isFinite else { continue }
            let text = DoubleText.json(value) ?? ""
            #expect(Double(text) == value)
            #expect(decimal(text) == decimal(value.description), "\(value)")
        }
    }

    @Test("is JSON whatever the value")
    func isJSON() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<20_000 {
            let value = Double(bitPattern: random.next())
            guard let text = DoubleText.json(value) else { continue }
            #expect(decimal(text) != nil)
            #expect(text.utf8.count <= 25)
        }
    }
}
