import Foundation
import Synchronization
import System
import Testing

@testable import Tail

@Suite("The generations of a log, while somebody rotates it")
struct ListingTests {
    private let folder = Folder()

    @Test("All that came before the file that has the log's name are there, whenever it is renamed")
    func rotating() throws {
        folder.append("0\n", to: "a.log")
        let state = Rotation([FileIdentity(try FileStatus(of: folder["a.log"])): 0])
        let path = folder.path
        let writer = Thread { Self.rotate(in: path, state) }
        writer.start()
        while !state.isDone.load(ordering: .acquiring) {
            state.looks.add(1, ordering: .releasing)
            var listings = Listings()
            let wall = Int64(Date().timeIntervalSince1970 * 1e9)
            let found = listings.entries(of: PathParts(folder["a.log"]), path: folder["a.log"], wall: wall)
            let entries = try #require(found)
            guard let last = entries.last, last.age == .current else { continue }
            let number = state.numbers.withLock { $0[last.identity] }
            #expect(entries.count - 1 == number)
        }
        #expect(state.looks.load(ordering: .relaxed) > 400)
    }

    /// Once for each look, at whatever moment of it that comes.
    private static func rotate(in folder: String, _ state: Rotation) {
        let (log, next) = (folder + "/a.log", folder + "/next")
        for number in 1...800 {
            let looks = state.looks.load(ordering: .acquiring)
            while state.looks.load(ordering: .acquiring) == looks { sched_yield() }
            _ = FileManager.default.createFile(atPath: next, contents: Data("\(number)\n".utf8))
            if let status = try? FileStatus(of: next) {
                state.numbers.withLock { $0[FileIdentity(status)] = number }
            }
            rename(log, log + ".\(number)")
            rename(next, log)
        }
        state.isDone.store(true, ordering: .releasing)
    }

    private final class Rotation: Sendable {
        let isDone = Atomic(false)
        let looks = Atomic(0)
        /// Which generation each file is.
        let numbers: Mutex<[FileIdentity: Int]>

        init(_ numbers: [FileIdentity: Int]) { self.numbers = Mutex(numbers) }
    }
}
