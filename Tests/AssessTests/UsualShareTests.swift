import Testing

@testable import Assess

@Suite("What fails as a rule")
struct UsualShareTests {
    private func minutes(_ counts: [Int]) -> [Int64: Int] {
        Dictionary(uniqueKeysWithValues: counts.enumerated().map { (Int64($0.offset) * 60, $0.element) })
    }

    @Test("A few failures by chance are usual")
    func chance() {
        let share = UsualShare(minutes([0, 1, 0, 0, 2, 1, 0, 0, 1, 0]), of: minutes(Array(repeating: 100, count: 10)))
        #expect(share.odd.isEmpty && share.failed == 5 && share.usual == 0.005)
    }

    @Test("An incident is not, though it lasts for a third of the log")
    func incident() {
        var failures = Array(repeating: 0, count: 30)
        for minute in 10..<19 { failures[minute] = 5 + minute % 8 }
        failures[3] = 1
        let share = UsualShare(minutes(failures), of: minutes(Array(repeating: 100, count: 30)))
        #expect(share.odd == (10..<19).map { Int64($0) * 60 })
        #expect(share.text(width: 60)?.time == "from 1970-01-01T00:10:00Z to 1970-01-01T00:19:00Z")
        #expect(share.failed == 1 && share.total == 2100 && share.allFailed == failures.reduce(0, +))
    }

    @Test("What most windows have is their way")
    func way() {
        let failures = (0..<30).map { $0 % 3 == 0 ? 0 : 20 }
        let share = UsualShare(minutes(failures), of: minutes(Array(repeating: 100, count: 30)))
        #expect(share.odd.isEmpty && share.failed == 400)
    }

    @Test("As many of more requests are no incident")
    func busy() {
        let share = UsualShare(minutes([1, 1, 1, 10]), of: minutes([100, 100, 100, 1000]))
        #expect(share.odd.isEmpty)
    }

    @Test("Nothing of nothing")
    func empty() { #expect(UsualShare([:], of: [:]).usual == 0) }
}
