import Foundation
import Synchronization
import Testing

@testable import Tail

/// What is rotated changes while it is looked at: names between the reading of names and the opening of files, contents between two
/// reads. A writer rotates in a thread of its own, without a pause, so that it happens at every point of a look.
@Suite("Rotation in the midst of looks")
struct ConcurrentRotationTests {
    private let folder = Folder()

    @Test("Each line once, in order, whatever puts the log aside", arguments: Rotator.Way.allCases, [false, true])
    func eachOnce(way: Rotator.Way, restarts: Bool) {
        let generations = way.generations
        let linesEach = 7
        folder.append(lines(1...linesEach), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]], now: Int64(Date.now.timeIntervalSince1970) * 1_000_000_000)
        let rotator = Rotator(way)
        rotator.start(in: folder, generations: generations, linesEach: linesEach)
        var looks = 0
        while !rotator.isFinished {
            rotator.looks.add(1, ordering: .releasing)
            tail.look()
            looks += 1
            if restarts, looks % 16 == 0 { tail.restart() }
        }
        tail.settle()
        let between = tail.log.texts.filter { $0.hasPrefix("between") }
        #expect(Set(between).count == between.count)
        let (came, due) = (tail.log.texts.filter { !$0.hasPrefix("between") }, texts(1...(generations * linesEach)))
        let place = zip(came, due).enumerated().first { $1.0 != $1.1 }?.offset ?? min(came.count, due.count)
        #expect(
            came.count == due.count && place == due.count,
            "\(came.count) lines of \(due.count); \(came.dropFirst(place).first ?? "nothing") is where \(due.dropFirst(place).first ?? "nothing") is due"
        )
        tail.close()
    }
}

/// Writes lines to a log and rotates it. The first generation is there already.
final class Rotator: Sendable {
    enum Way: CaseIterable {
        /// Each under a name of its own, the lower number the newer.
        case renamed, copied, copiedAndPacked
        /// Lines come between the copy and the truncation: some are read, and then lost to the copy.
        case copiedWhileWritten
        /// As logrotate(8) does it: `.1` becomes `.2` first.
        case renamedInTurn, copiedInTurn

        var isCopied: Bool { self != .renamed && self != .renamedInTurn }
        var isInTurn: Bool { self == .renamedInTurn || self == .copiedInTurn }
        /// Names in turn are as many renames as there are generations.
        var generations: Int { isInTurn ? 30 : 60 }
    }

    private let way: Way
    private let hasFinished = Atomic(false)
    /// How many have been begun.
    let looks = Atomic(0)

    init(_ way: Way) { self.way = way }

    var isFinished: Bool { hasFinished.load(ordering: .acquiring) }

    func start(in folder: Folder, generations: Int, linesEach: Int) {
        Thread.detachNewThread { [self] in
            for generation in 1..<generations {
                // Now and then some come within one look; else each at whatever moment of one.
                let looked = looks.load(ordering: .acquiring)
                while generation % 5 > 1, looks.load(ordering: .acquiring) == looked { sched_yield() }
                putAside(in: folder, generation, of: generations)
                folder.append(lines((generation * linesEach + 1)...((generation + 1) * linesEach)), to: "a.log")
            }
            hasFinished.store(true, ordering: .releasing)
        }
    }

    private func putAside(in folder: Folder, _ generation: Int, of generations: Int) {
        if way.isInTurn {
            for older in stride(from: generation - 1, to: 0, by: -1) {
                folder.rename("a.log.\(older)", to: "a.log.\(older + 1)")
            }
        }
        let name = "a.log.\(way.isInTurn ? 1 : generations - generation)"
        guard way.isCopied else { return folder.rename("a.log", to: name) }
        folder.copy("a.log", to: name)
        if way == .copiedWhileWritten {
            for line in 0..<20 { folder.append("between \(generation) and \(line)\n", to: "a.log") }
        }
        folder.truncate("a.log")
        if way == .copiedAndPacked { folder.gzip(name) }
    }
}
