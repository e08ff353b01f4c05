import Records
import TestSupport
import Testing

@testable import Metrics

private func histogram(_ values: some Sequence<Double>) -> ExponentialHistogram {
    var histogram = ExponentialHistogram()
    for value in values { histogram.observe(value) }
    return histogram
}

private func buckets(_ histogram: ExponentialHistogram) -> [ExponentialHistogram.Bucket] {
    var buckets: [ExponentialHistogram.Bucket] = []
    histogram.forEachBucket {
        buckets.append($0)
        return true
    }
    return buckets
}

/// The nearest-rank quantile of sorted values.
private func exactQuantile(_ sorted: [Double], percent: Int) -> Double {
    sorted[max((sorted.count * percent + 99) / 100, 1) - 1]
}

private let distributions: [String] = ["Pareto", "sorted", "constant", "mixed signs", "any bits"]

private func values(_ distribution: String, using random: inout SeededGenerator) -> [Double] {
    (1...10_000).map { step in
        switch distribution {
        case "Pareto": 0.001 / (1 - Double.random(in: 0..<1, using: &random)).squareRoot()
        case "sorted": Double(step) / 8
        case "constant": 0.25
        case "mixed signs": Double.random(in: -10...10, using: &random)
        default: Double(bitPattern: random.next() & 0xBFEF_FFFF_FFFF_FFFF)
        }
    }
}

@Suite("An exponential histogram")
struct ExponentialHistogramTests {
    @Test("is within 0.55 % of the exact quantile", arguments: distributions)
    func error(distribution: String) throws {
        var random = SeededGenerator(seed: 11)
        let values = values(distribution, using: &random)
        let sorted = values.sorted()
        let histogram = histogram(values)
        for percent in 0...100 {
            let exact = exactQuantile(sorted, percent: percent)
            let estimate = try #require(histogram.quantile(Double(percent) / 100))
            #expect(abs(estimate - exact) <= abs(exact) * 0.0055, "p\(percent)")
        }
    }

    @Test("has the same state for any split of its values, merged in any order", arguments: distributions)
    func merging(distribution: String) {
        var random = SeededGenerator(seed: 12)
        let values = values(distribution, using: &random)
        let whole = histogram(values)
        var parts = Array(repeating: ExponentialHistogram(), count: 5)
        for value in values.shuffled(using: &random) { parts[Int.random(in: 0..<5, using: &random)].observe(value) }
        var merged = ExponentialHistogram()
        for part in parts.shuffled(using: &random) { merged.merge(part) }
        #expect(buckets(merged) == buckets(whole))
        #expect(merged.minimum == whole.minimum)
        #expect(merged.maximum == whole.maximum)
        #expect(merged.count == whole.count)
    }

    @Test("comes back from its buckets, as they are written down")
    func restoring() throws {
        var random = SeededGenerator(seed: 13)
        let whole = histogram(values("any bits", using: &random))
        var restored = ExponentialHistogram()
        for bucket in buckets(whole).reversed() { expect(restored.add(bucket)) }
        expect(restored.widen(minimum: try #require(whole.minimum), maximum: try #require(whole.maximum)))
        #expect(buckets(restored) == buckets(whole))
        #expect(restored.count == 10_000)
        #expect(restored.quantile(0.5) == whole.quantile(0.5))
    }

    @Test("refuses buckets that no Double has, and a range that is none")
    func hostileState() {
        var histogram = ExponentialHistogram()
        expect(!histogram.add(.init(sign: .positive, index: 65_536, count: 1)))
        expect(!histogram.add(.init(sign: .negative, index: -68_738, count: 1)))
        expect(!histogram.add(.init(sign: .zero, index: 1, count: 1)))
        expect(!histogram.widen(minimum: 2, maximum: 1))
        expect(!histogram.widen(minimum: .nan, maximum: 1))
        #expect(histogram.count == 0)
        expect(histogram.add(.init(sign: .positive, index: 0, count: .max)))
        expect(histogram.add(.init(sign: .positive, index: 0, count: .max)))
        #expect(histogram.count == .max)
    }

    @Test("refuses infinities and NaN")
    func nonFinite() {
        var histogram = ExponentialHistogram()
        expect(!histogram.observe(.infinity))
        expect(!histogram.observe(-.infinity))
        expect(!histogram.observe(.nan))
        #expect(histogram.count == 0)
        #expect(histogram.quantile(0.5) == nil)
        #expect(histogram.minimum == nil)
    }

    @Test("holds every finite Double, the smallest and the largest too")
    func extremes() {
        let values: [Double] = [
            .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude,
            -.greatestFiniteMagnitude, 0, -0.0, 1,
        ]
        let histogram = histogram(values)
        #expect(histogram.count == 8)
        #expect(histogram.zeroCount == 2)
        #expect(histogram.minimum == -.greatestFiniteMagnitude)
        #expect(histogram.quantile(1) == .greatestFiniteMagnitude)
        #expect(BucketScale.index(of: .leastNonzeroMagnitude) == BucketScale.indices.lowerBound)
        #expect(BucketScale.index(of: .greatestFiniteMagnitude) == BucketScale.indices.upperBound)
    }

    @Test("ranks by the nearest rank, in decimal")
    func nearestRank() {
        let hundred = histogram((1...100).map(Double.init))
        #expect(hundred.quantile(0) == 1)
        #expect(hundred.quantile(1) == 100)
        // The Double 0.07 is more than 7/100; the rank is 7 all the same.
        #expect(abs((hundred.quantile(0.07) ?? 0) - 7) < 0.05)
        #expect(abs((hundred.quantile(0.071) ?? 0) - 8) < 0.05)
        #expect(abs((hundred.quantile(Decimal(significand: 5, exponent: -1)) ?? 0) - 50) < 0.3)
        #expect(hundred.quantile(Decimal(significand: 1, exponent: -2_000_000_000)) == 1)
        #expect(hundred.quantile(1.5) == nil)
        #expect(hundred.quantile(-0.1) == nil)
        #expect(hundred.quantile(.nan) == nil)
    }

    @Test("is empty again, and reusable, after removeAll")
    func removal() {
        var histogram = histogram([1, -2, 0])
        histogram.removeAll()
        #expect(buckets(histogram).isEmpty)
        histogram.observe(1e300)
        #expect(histogram.quantile(0.5) == 1e300)
        #expect(buckets(histogram).count == 1)
    }
}

@Suite("OpenTelemetry's scale 6")
struct BucketScaleTests {
    /// `value^64`, exactly.
    private func power64(_ value: UInt64) -> DecimalAccumulator {
        var power = DecimalAccumulator()
        power.add(UInt128(value), isNegative: false, exponent: 0)
        for _ in 0..<6 { power = power.multiplied(by: power) }
        return power
    }

    private func powerOfTwo(_ exponent: Int) -> DecimalAccumulator {
        var power = DecimalAccumulator()
        power.add(1, isNegative: false, exponent: 0)
        for _ in 0..<exponent {
            let half = power
            power.add(half)
        }
        return power
    }

    @Test("has for boundaries the first Doubles above the powers of 2^(1/64)")
    func boundaries() {
        for step in 1..<64 {
            let boundary = BucketScale.boundaries[step] + 1 << 52
            let exact = powerOfTwo(52 * 64 + step)
            var above = power64(boundary)
            above.add(exact, negated: true)
            #expect(!above.digits.isNegative)
            #expect(!above.digits.digits.isEmpty)
            var below = power64(boundary - 1)
            below.add(exact, negated: true)
            #expect(below.digits.isNegative)
        }
    }

    @Test(
        "includes a bucket's upper bound, so a power of two is in the bucket below it",
        arguments: [
            (1, -1), (1.0.nextUp, 0), (2, 63), (4, 127), (0.5, -65), (2.0.nextDown, 63), (0.5.nextUp, -64), (1.5, 37),
        ] as [(Double, Int)])
    func upperBounds(value: Double, index: Int) {
        #expect(BucketScale.index(of: value) == index)
    }

    @Test("never has a larger value in a smaller bucket, and an estimate near every value")
    func monotony() {
        var random = SeededGenerator(seed: 14)
        for _ in 0..<20_000 {
            let value = Double(bitPattern: random.next() & 0x7FEF_FFFF_FFFF_FFFF)
            guard value > 0, value < .greatestFiniteMagnitude else { continue }
            let index = BucketScale.index(of: value)
            #expect(BucketScale.indices.contains(index))
            #expect(BucketScale.index(of: value.nextUp) >= index)
            if value.isNormal { #expect(abs(BucketScale.estimate(of: index) - value) <= value * 0.0054164) }
        }
    }
}
