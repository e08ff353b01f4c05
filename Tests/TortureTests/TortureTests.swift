import Foundation
import TestSupport
import Testing

/// The long runs are for `make torture`, which says how long.
private let cycles = ProcessInfo.processInfo.environment["WEIR_TORTURE_CYCLES"].flatMap(Int.init)
private let seed =
    ProcessInfo.processInfo.environment["WEIR_TORTURE_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0...999_999)

@Suite("Whatever is killed, each record counts exactly once", .serialized)
struct TortureTests {
    @Test("kill -9 of each stage in turn at 10,000 lines/s: each line once in a committing sink")
    func eachStageInTurn() throws {
        try run(Torture(cycles: 8, seed: 29, work: .lines, victim: .inTurn, rotates: false, lifetimes: 50...250))
    }

    @Test("20 times kill -9 in mid-window: the output equals that of an uninterrupted run")
    func midWindow() throws {
        try run(Torture(cycles: 20, seed: 43, rotates: false, lifetimes: 20...150))
    }

    @Test(
        "Killed at random moments while logs are rotated and deleted, nothing is lost and nothing doubled",
        .enabled(if: cycles != nil))
    func torture() throws {
        let cycles = cycles ?? 0
        print("torture: \(cycles) cycles with seed \(seed) (make torture N=\(cycles) SEED=\(seed) repeats them)")
        let start = Date.now
        let lines = try run(Torture(cycles: cycles, seed: seed))
        print("torture: \(lines) lines, each once, in \(Int(Date.now.timeIntervalSince(start))) s")
    }

    @discardableResult
    private func run(_ torture: Torture) throws -> Int {
        try withScratchDirectory { try torture.run(in: $0) }
    }
}
