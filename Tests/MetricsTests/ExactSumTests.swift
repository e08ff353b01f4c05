import Records
import TestSupport
import Testing

@testable import Metrics

private func decimal(_ text: String) -> Decimal { Decimal(parsing: text.utf8) ?? .zero }

private func sum(_ terms: [Decimal]) -> ExactSum {
    var sum = ExactSum()
    for term in terms { sum.add(term) }
    return sum
}

private func sum(_ terms: String...) -> ExactSum { sum(terms.map(decimal)) }

@Suite("An exact sum")
struct ExactSumTests {
    @Test("of nothing is zero")
    func empty() {
        #expect(ExactSum().description == "0")
        #expect(ExactSum().isZero)
        #expect(ExactSum().decimal == .zero)
    }

    @Test("does not round as floating point would")
    func exact() {
        #expect(sum("0.1", "0.2").description == "0.3")
        #expect(sum("9007199254740993", "1").description == "9007199254740994")
        #expect(sum("1e20", "1e-20", "-1e20").description == "0.00000000000000000001")
        #expect(sum(Array(repeating: decimal("0.1"), count: 1_000)).description == "100")
    }

    @Test("goes beyond 128 bits without losing a digit")
    func wide() {
        let large = sum("170141183460469231731687303715884105727", "170141183460469231731687303715884105727", "1")
        #expect(large.description == "340282366920938463463374607431768211455")
        #expect(large.decimal == nil)
        #expect(sum("1e400", "1", "-1e400").description == "1")
        #expect(sum("1e400", "1", "-1e400").decimal == Decimal(1))
        #expect(sum("1e-900", "1e900", "-1e-900", "-1e900").isZero)
        #expect(sum("1e400", "-1e-400").description.utf8.count == 801)
        #expect(sum("-1e400", "1e399").description == "-9e399")
    }

    @Test("refuses terms out of reach, and counts them")
    func refusal() {
        var sum = sum("1", "1e1001", "1e-1001", "1e2147483647", "1e-2147483648")
        #expect(sum.refused == 4)
        #expect(sum.description == "1")
        expect(sum.add(decimal("1e400")))
        expect(!sum.add(decimal("1e1000")))
        expect(sum.add(decimal("9e999")))
        expect(sum.add(decimal("1e-1000")))
        expect(!sum.addSquare(of: decimal("1e1000")))
        #expect(sum.refused == 6)
    }

    @Test("refuses by value: zeros at the end of a term do not put it out of reach")
    func refusalIsByValue() {
        #expect(sum("0e2000000000").refused == 0)
        var padded = ExactSum()
        expect(padded.add(Decimal(significand: 1_000, exponent: -1_002)))
        expect(padded.add(Decimal(significand: 1_000, exponent: 996)))
        expect(!padded.add(Decimal(significand: 1_000, exponent: 997)))
    }

    @Test(
        "gives the same bytes for any split of its terms, merged in any order", arguments: 1...20 as ClosedRange<UInt64>
    )
    func anySplitAnyOrder(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let spread: ClosedRange<Int32> = seed % 2 == 0 ? -30...30 : -1_050...1_000
        let terms = (0..<200).map { _ in random.decimal(exponents: spread) }
        let whole = sum(terms)
        for _ in 0..<5 {
            var parts = Array(repeating: ExactSum(), count: 7)
            for term in terms.shuffled(using: &random) { parts[Int.random(in: 0..<7, using: &random)].add(term) }
            // Half of the parts go through their written form.
            parts = parts.enumerated().map { index, part in
                index % 2 == 0 ? part : ExactSum(parsing: part.description.utf8, refused: part.refused)!
            }
            var merged = ExactSum()
            for part in parts.shuffled(using: &random) { merged.merge(part) }
            #expect(merged.description == whole.description)
            #expect(merged.refused == whole.refused)
            #expect(merged == whole)
        }
    }

    @Test("agrees with exact decimal arithmetic wherever that fits")
    func agreesWithDecimal() {
        var random = SeededGenerator(seed: 99)
        for _ in 0..<2_000 {
            let (left, right) = (random.decimal(exponents: -25...25), random.decimal(exponents: -25...25))
            if let exact = left.adding(right) { #expect(sum([left, right]).decimal == exact) }
            var square = ExactSum()
            square.addSquare(of: left)
            if let exact = left.multiplied(by: left) { #expect(square.decimal == exact) }
        }
    }

    @Test("of squares is exact for the largest numbers too")
    func squares() {
        var squares = ExactSum()
        squares.addSquare(of: Decimal(significand: .max, exponent: 0))
        #expect(squares.description == "28948022309329048855892746252171976962977213799489202546401021394546514198529")
        squares.addSquare(of: decimal("-1e-900"))
        #expect(squares.description.hasSuffix("1"))
        #expect(squares.description.utf8.count == 77 + 1 + 1_800)
    }

    @Test(
        "does not read what is not a number, or what no sum can be",
        arguments: [
            "", "-", "abc", "1e", "01", "1.", "1e99999", "1e99999999999999999999", "1e-99999",
        ])
    func parsingRefuses(text: String) {
        #expect(ExactSum(parsing: text.utf8) == nil)
    }
}

@Suite("Rounding at output")
struct RoundingTests {
    @Test("gives the mean as the nearest Double to the exact quotient")
    func mean() {
        #expect(Rounding.mean(of: sum("1", "2"), count: 2) == 1.5)
        #expect(Rounding.mean(of: sum("0.1", "0.2"), count: 2) == 0.15)
        #expect(Rounding.mean(of: sum("1"), count: 3) == 1.0 / 3)
        #expect(Rounding.mean(of: sum("-10"), count: 4) == -2.5)
        #expect(Rounding.mean(of: sum("1e30", "1e-30", "-1e30"), count: 1) == 1e-30)
        #expect(Rounding.mean(of: sum("1e400"), count: 1) == .infinity)
        #expect(Rounding.mean(of: ExactSum(), count: 0) == nil)
        #expect(Rounding.mean(of: ExactSum(), count: 5) == 0)
    }

    @Test("rounds the same by the fast and by the long way")
    func fastAndLongWayAgree() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<500 {
            let total = sum([random.decimal(exponents: -18...0)])
            let count = UInt64.random(in: 1...1_000_000, using: &random)
            #expect(Rounding.mean(of: total, count: count) == total.total.divided(by: UInt128(count)))
        }
    }

    @Test("computes a variance without cancellation")
    func variance() {
        var (values, squares) = (ExactSum(), ExactSum())
        for text in ["1000000000000.1", "1000000000000.2", "1000000000000.3"] {
            values.add(decimal(text))
            squares.addSquare(of: decimal(text))
        }
        #expect(Rounding.variance(of: values, squares: squares, count: 3, isSample: true) == 0.01)
        #expect(Rounding.standardDeviation(of: values, squares: squares, count: 3, isSample: true) == 0.1)
        #expect(Rounding.variance(of: values, squares: squares, count: 3) == 0.02 / 3)
        #expect(Rounding.variance(of: values, squares: squares, count: 0) == nil)
        #expect(Rounding.variance(of: sum("5"), squares: sum("25"), count: 1, isSample: true) == nil)
        #expect(Rounding.variance(of: sum("5"), squares: sum("25"), count: 1) == 0)
    }

    @Test("computes a variance of numbers that fit no 128 bits")
    func wideVariance() {
        var (values, squares) = (ExactSum(), ExactSum())
        for text in ["1e60", "3e60"] {
            values.add(decimal(text))
            squares.addSquare(of: decimal(text))
        }
        values.add(decimal("1e-60"))
        values.add(decimal("-1e-60"))
        #expect(Rounding.standardDeviation(of: values, squares: squares, count: 2) == 1e60)
    }
}
