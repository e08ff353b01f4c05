import Bytes
import Foundation
import Records
import State
import System
import TestSupport
import Testing

@testable import FilterKit

private let second: Int64 = 1_000_000_000

@Suite("What is remembered is saved as often as can be afforded")
struct SavePaceTests {
    @Test("What is saved at once is saved at each mark")
    func small() {
        var pace = SavePace(after: 0)
        for mark in 1...100 as ClosedRange<UInt64> {
            let now = Int64(mark) * second
            #expect(pace.isDue(mark, now: now))
            pace.note(mark, from: now, to: now + 1_000_000)
        }
    }

    @Test("Saving takes a tenth of the time at most", arguments: [100, 300, 1000, 2000] as [Int64])
    func large(milliseconds: Int64) {
        let cost = milliseconds * 1_000_000
        var pace = SavePace(after: 0)
        var now: Int64 = 0
        var saving: Int64 = 0
        for mark in 1...1000 as ClosedRange<UInt64> {
            now += second
            guard pace.isDue(mark, now: now) else { continue }
            pace.note(mark, from: now, to: now + cost)
            now += cost
            saving += cost
        }
        #expect(saving > 0)
        #expect(saving * 10 <= now + cost * 10)
    }

    @Test("A save that takes a minute does not put off the next one for longer than 20 seconds")
    func endless() {
        var pace = SavePace(after: 0)
        pace.note(1, from: 0, to: 60 * second)
        #expect(!pace.isDue(2, now: 79 * second))
        #expect(pace.isDue(2, now: 80 * second))
    }

    @Test(
        "One mark of 32 is saved whatever it costs, so that those on their way do not come to an end", arguments: 1...4)
    func forced(stages: Int) {
        var paces = Array(repeating: SavePace(after: 0), count: stages)
        var committed: UInt64 = 0
        var now: Int64 = 0
        for mark in 1...1000 as ClosedRange<UInt64> {
            now += 1_000_000
            #expect(CommitWatch(committed: committed, every: 1_000_000).hasRoom(after: mark - 1), "mark \(mark)")
            var passes = true
            for stage in paces.indices where passes {
                passes = paces[stage].isDue(mark, now: now)
                // Each takes longer than the one before, and none has the time.
                if passes { paces[stage].note(mark, from: now - Int64(stage + 1) * second, to: now) }
            }
            if passes { committed = mark }
        }
        #expect(committed > 900)
    }

    @Test("A mark goes on if what is remembered was saved at it, and the end of the stream is always saved")
    func inAStream() throws {
        try withScratchDirectory { folder in
            let state = try RunState(opening: folder + "/state", stage: "weir-tail") { false }
            let clock = ManualClock(now: 0)
            let run = FilterRun(
                stage: "weir-heavy", options: try SharedOptions.parse(["--state", folder + "/state"]), clock: clock)
            var record = Record()
            try run.prepare(&record)
            var filter = Heavy(clock: clock)
            let file = try Descriptor.open(appending: folder + "/out")
            var output = RecordOutput(run.options, onTerminal: .readable, descriptor: file)
            run.begin("stdin", isStandardInput: true, modified: nil)
            func put(_ kind: String, _ number: String) {
                let line =
                    "{\"_weir\":\"\(kind)\",\"epoch\":\(state.identity.epoch),\(number),\"nonce\":\"\(state.identity.nonce)\"}"
                run.take(record.store.load(line.utf8), isLast: false, &filter, &record, into: &output)
            }
            put("begin", "\"from\":0")
            for mark in 1...60 {
                clock.now += second
                put("mark", "\"n\":\(mark)")
            }
            put("end", "\"n\":61")
            output.flush()
            file.close()
            let passed = try String(contentsOfFile: folder + "/out", encoding: .utf8).matches(of: /"n":(\d+)/).map(\.1)
            let saved = try FileManager.default.contentsOfDirectory(atPath: folder + "/state").compactMap {
                $0.wholeMatch(of: /weir-heavy\.(\d+)/).map(\.1)
            }
            #expect(run.refusal == nil)
            // After each save of 0.3 s marks pass by for 2.7 s.
            #expect(passed.map { Int($0) } == Array(stride(from: 1, through: 61, by: 3)))
            #expect(Set(saved) == Set(passed))
        }
    }
}

/// Remembers so much that it takes 0.3 s to write it down.
private struct Heavy: LineFilter, ~Copyable {
    let clock: ManualClock

    mutating func process<S: RecordSink & ~Copyable>(
        _ line: Slice, isLast: Bool, _ record: inout Record, in run: FilterRun, into sink: inout S
    ) {}

    var remembersRecords: Bool { true }

    func save(to snapshot: inout SnapshotWriter) {
        clock.now += 300_000_000
        snapshot.append(clock.now)
    }

    mutating func restore(from snapshot: inout SnapshotReader, in run: FilterRun) throws(SnapshotError) {
        _ = try snapshot.signed()
    }
}
