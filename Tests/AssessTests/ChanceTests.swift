import Testing

@testable import Assess

@Suite("What chance alone brings about")
struct ChanceTests {
    @Test(
        "Poisson's tail is that of the tables",
        arguments: [
            (3, 0.048, 1.7781020061780062e-05), (1, 1.0, 0.63212), (12, 2.7, 2.6458261545903028e-05),
            (130, 100.0, 0.002282093054317036),
        ])
    func tail(_ least: Int, _ mean: Double, _ expected: Double) {
        #expect(abs(Chance.atLeast(least, mean: mean) / expected - 1) < 0.001)
    }

    @Test("None is certain, some of nothing impossible, and a mean beyond counting is no trap")
    func edges() {
        #expect(Chance.atLeast(0, mean: 5) == 1)
        #expect(Chance.atLeast(1, mean: 0) == 0)
        #expect(Chance.atLeast(5, mean: .infinity) == 1)
        #expect(Chance.atLeast(1_000_000, mean: 1_000_000) > 0.49)
    }

    private static let minutes = 7 * 1440.0

    @Test("The more requests there are, the more must fail, and the smaller the share that does")
    func rates() {
        var before = ShareLimit(ratio: 0, least: 0)
        for count in [10.0, 100, 1000, 10_000, 100_000] {
            let limit = ShareLimit(usual: 0.0004, ratio: 0, counts: [count], perWeek: Self.minutes)
            #expect(limit.least > before.least)
            #expect(before.least == 0 || Double(limit.least) / count < Double(before.least) / (count / 10))
            before = limit
        }
    }

    @Test("It is the least that chance passes less than once a week")
    func least() {
        let counts = (0..<500).map { Double(20 + $0 % 100) }
        let limit = ShareLimit(usual: 0.002, ratio: 0.01, counts: counts, perWeek: Self.minutes)
        func perWeek(_ least: Int) -> Double {
            let tried = ShareLimit(ratio: 0.01, least: least)
            return counts.reduce(0) { $0 + tried.chance(share: 0.002, of: $1) } / Double(counts.count) * Self.minutes
        }
        #expect(perWeek(limit.least) < 1.05)
        #expect(perWeek(limit.least - 1) > 0.95)
    }

    @Test("One failure alone calls nobody")
    func one() {
        #expect(ShareLimit(usual: 0, ratio: 0.01, counts: [30], perWeek: 168).least == 2)
    }
}
