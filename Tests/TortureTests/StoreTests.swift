import Foundation
import TestSupport
import Testing

private let isTorture = ProcessInfo.processInfo.environment["WEIR_TORTURE_CYCLES"] != nil

@Suite("A store that is killed", .serialized)
struct StoreTests {
    @Test("kill -9 in mid-add, a hundred times in make torture: integrity check ok after each, nothing lost or doubled")
    func midAdd() throws {
        // One of eight ends well.
        let torture = Torture(
            cycles: isTorture ? 115 : 8, seed: 9, work: .store, rotates: false, lifetimes: 20...400)
        _ = try withScratchDirectory { try torture.run(in: $0) }
    }
}
