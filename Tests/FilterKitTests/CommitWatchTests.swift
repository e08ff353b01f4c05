import Testing

@testable import FilterKit

@Suite("Marks that nobody commits")
struct CommitWatchTests {
    private let second: Int64 = 1_000_000_000

    @Test("After 30 marks without a commit it is said, once")
    func silence() {
        var watch = CommitWatch(committed: 7, every: second)
        #expect(!look(&watch, 7, 8, at: 0))
        #expect(!look(&watch, 7, 37, at: 29 * second))
        #expect(look(&watch, 7, 38, at: 30 * second))
        #expect(!look(&watch, 7, 99, at: 600 * second))
    }

    @Test("A sink that is slow, but commits, is not complained of")
    func slow() {
        var watch = CommitWatch(committed: 0, every: second)
        for mark in 1...100 as ClosedRange<UInt64> {
            #expect(!look(&watch, mark / 2, mark, at: Int64(mark) * 20 * second))
        }
    }

    @Test("A source that has nothing to mark waits for nothing")
    func idle() {
        var watch = CommitWatch(committed: 0, every: second)
        #expect(!look(&watch, 5, 5, at: 0))
        #expect(!look(&watch, 5, 5, at: 600 * second))
        #expect(!look(&watch, 5, 6, at: 601 * second))
    }

    @Test("The sink does not commit for 10 min: no more than 64 marks are on their way, so no more snapshots are kept")
    func bound() {
        var watch = CommitWatch(committed: 100, every: second)
        var mark: UInt64 = 100
        for time in 0..<600 {
            _ = watch.look(committed: 100, sent: mark, at: Int64(time) * second)
            if watch.hasRoom(after: mark) { mark += 1 }
        }
        #expect(mark == 164)
        _ = watch.look(committed: 130, sent: mark, at: 600 * second)
        #expect(watch.hasRoom(after: mark))
    }

    private func look(_ watch: inout CommitWatch, _ committed: UInt64, _ mark: UInt64, at time: Int64) -> Bool {
        watch.look(committed: committed, sent: mark, at: time)
    }
}
