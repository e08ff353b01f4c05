import Testing

@testable import Assess

@Suite("How soon a fault is told that begins anywhere in a window")
struct MeanWaitTests {
    @Test("What any part of a window tells waits for half a window, what only a whole one tells for one and a half")
    func bounds() {
        #expect(abs(MeanWait.windows { _ in 1 } - 0.5) < 1e-9)
        #expect(abs(MeanWait.windows { $0 >= 1 ? 1 : 0 } - MeanWait.untilWhole) < 1e-9)
        #expect(MeanWait.windows { _ in 0 } == .infinity)
        // Half of a window has to be in the fault: those that begin later wait for the next.
        #expect(abs(MeanWait.windows { $0 > 0.5 ? 1 : 0 } - 1) < 0.01)
    }

    @Test("It is the mean of what happens when faults are begun at random")
    func simulated() {
        let limit = ShareLimit(ratio: 0.01, least: 5)
        let (count, share) = (120.0, 0.05)
        var state: UInt64 = 7
        func random() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(1 << 53)
        }
        var sum = 0.0
        let rounds = 20_000
        for _ in 0..<rounds {
            let begin = random()
            var window = 0.0
            while true {
                let part = window == 0 ? 1 - begin : 1
                if random() < limit.chance(share: share * part, of: count) { break }
                window += 1
            }
            sum += window + 1 - begin
        }
        let expected = MeanWait.windows { limit.chance(share: share * $0, of: count) }
        #expect(abs(sum / Double(rounds) - expected) < 0.03 * expected)
    }
}
