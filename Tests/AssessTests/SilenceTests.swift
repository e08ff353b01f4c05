import Testing

@testable import Assess

@Suite("How long nothing may come")
struct SilenceTests {
    private static let minute: Int64 = 60

    private func starts(_ minutes: some Sequence<Int>) -> [Int64] { minutes.map { Int64($0) * Self.minute } }

    @Test("Three windows, where each has lines")
    func steady() {
        let silence = Silence(starts(0..<500), width: 60)
        #expect(silence == Silence(starts(0..<400), width: 60))
        #expect(silence.limit == 180 && silence.longest == 0 && silence.holes == 0 && silence.firings == 0)
    }

    @Test("Twice the longest gap, where gaps are usual")
    func gaps() {
        // A line each second minute, and one pause of ten.
        let silence = Silence(starts(stride(from: 0, to: 200, by: 2)) + starts([209]), width: 60)
        #expect(silence.longest == 600 && silence.limit == 1200 && silence.holes == 0)
    }

    @Test("Of lines that come by the clock two turns must be missing, or each hole would call somebody")
    func sample() {
        let silence = Silence(starts(stride(from: 5, to: 5000, by: 60)), width: 60, period: 3600)
        #expect(silence.limit == 7200 && silence.longest == 0)
        #expect(silence.holes == 83 && silence.longestHole == 59 * 60 && silence.firings == 0)
    }

    @Test("A gap far beyond the others is a hole; so is one of more than a week")
    func outage() {
        let usual = starts(stride(from: 0, to: 200, by: 2))
        let outage = Silence(usual + starts(500..<600), width: 60)
        #expect(outage.limit == 180 && outage.holes == 1 && outage.longestHole == 301 * 60 && outage.firings == 1)
        #expect(Silence(starts([0, 1, 20_000, 20_001]), width: 60).holes == 1)
    }

    @Test("Nights are no holes: they come again")
    func nights() {
        // Twelve days of which the second half has no line.
        let days = (0..<12).flatMap { day in stride(from: day * 1440, to: day * 1440 + 720, by: 5) }
        let silence = Silence(starts(days), width: 300)
        #expect(silence.holes == 0 && silence.limit == 86_400)
    }

    @Test("Of a long log the longest gap of each week does not count")
    func weeks() {
        // Three weeks and a day with gaps of a minute, and three longer ones.
        var minutes = Array(stride(from: 0, to: 22 * 1440, by: 2))
        for gap in [3000, 13_000, 23_000] { minutes.removeAll { $0 > gap && $0 < gap + 12 } }
        let silence = Silence(starts(minutes), width: 60)
        #expect(silence.longest == 60)
        #expect(silence.limit == 180 && silence.firings == 3)
    }
}
