import Glibc
import TestSupport
import Testing

@testable import State

@Suite("Runs in a state directory")
struct RunStateTests {
    private func withState(_ body: (String) throws -> Void) throws {
        try withScratchDirectory { try body($0 + "/state") }
    }

    private func runAtOnce(_ path: String) throws -> RunState {
        try RunState(opening: path, stage: "weir-tail") { false }
    }

    private func run(_ path: String) throws -> RunState { try whenFree { try runAtOnce(path) } }

    private func stage(_ path: String, _ run: RunState, _ name: String = "weir-parse") throws -> StageState {
        try whenFree {
            try StageState(
                opening: path, stage: name, nonce: run.identity.nonce, epoch: run.identity.epoch, from: run.start.mark)
        }
    }

    /// A program that another test starts has copies of our descriptors until it is executed, and so holds a lock for a moment
    /// longer than we do.
    private func whenFree<T>(_ body: () throws -> T) throws -> T {
        for _ in 0..<1000 {
            do { return try body() } catch let error as StateError where error.kind == .busy {
                guard error.message.contains("using this state") else { throw error }
                usleep(5000)
            }
        }
        return try body()
    }

    @Test("Each run has an epoch of its own, and the nonce stays")
    func epochs() throws {
        try withState { path in
            let first = try run(path).identity
            let second = try run(path).identity
            #expect(first.epoch == 1 && second.epoch == 2)
            #expect(first.nonce == second.nonce && first.nonce.utf8.count == 32)
        }
    }

    @Test(
        "Two runs at once on one state directory: the second is refused, and a stage that is left over keeps the next one out"
    )
    func exclusion() throws {
        try withState { path in
            var first: RunState? = try run(path)
            var left: StageState? = try stage(path, #require(first))
            #expect(throws: StateError(.busy, "\(path): another run is using this state")) { try runAtOnce(path) }
            first = nil
            let message = "\(path): weir-parse of an earlier run is still using this state"
            #expect(throws: StateError(.busy, message)) {
                // The run's own lock may be held a moment longer, which is not what is asked here.
                while true {
                    do { _ = try runAtOnce(path) } catch let error as StateError
                        where error.message.contains("another run")
                    {
                        usleep(5000)
                        continue
                    }
                    return
                }
            }
            withExtendedLifetime(left) {}
            left = nil
            _ = try run(path)
        }
    }

    @Test("A run waits a moment for stages of a run that was killed")
    func waiting() throws {
        try withState { path in
            var first: RunState? = try run(path)
            var left: StageState? = try stage(path, #require(first))
            first = nil
            var looks = 0
            let next = try whenFree {
                try RunState(opening: path, stage: "weir-tail") {
                    looks += 1
                    if looks == 3 { left = nil }
                    if looks > 3 { usleep(5000) }
                    return looks < 1000
                }
            }
            #expect(next.identity.epoch > 1)
            #expect(looks >= 3 && left == nil)
        }
    }

    @Test(
        "A stage of an earlier run that comes late is refused, and so is a sink that wants to commit under an older epoch"
    )
    func late() throws {
        try withState { path in
            var first: RunState? = try run(path)
            let nonce = try #require(first?.identity.nonce)
            let sink = try stage(path, #require(first), "weir-commit")
            first = nil
            // As if the lock had been lost, as on some network file systems: the epoch alone has to do.
            var identity = try #require(try sink.directory.identity())
            identity.epoch += 1
            try sink.directory.save(identity)
            let busy = StateError(.busy, "\(path): a later run has taken over")
            #expect(throws: busy) { try sink.commit(5, stages: [], receipt: []) }
            #expect(try sink.directory.requireCommitment().mark == 0)
            #expect(throws: busy) {
                try StageState(opening: path, stage: "weir-parse", nonce: nonce, epoch: 1, from: 0)
            }
        }
    }

    @Test("A stage goes on from what it remembered at the committed mark")
    func resuming() throws {
        try withState { path in
            do {
                let run = try run(path)
                let parse = try stage(path, run)
                let sink = try stage(path, run, "weir-commit")
                #expect(try parse.memory() == nil)
                for mark in 1...3 as ClosedRange<UInt64> {
                    try run.save([UInt8(mark)], at: mark)
                    try parse.save([UInt8(mark) + 100], at: mark)
                }
                try sink.commit(2, stages: ["weir-parse", "weir-commit"], receipt: [7])
            }
            let run = try run(path)
            #expect(run.start == Commitment(mark: 2, epoch: 1, stages: ["weir-parse", "weir-commit"], receipt: [7]))
            #expect(try run.memory() == [2])
            #expect(try stage(path, run).memory() == [102])
            #expect(try run.directory.names().filter { $0.hasSuffix(".3") } == [])
            // One that was not in the pipeline then has nothing to remember; one that was must have it.
            #expect(try stage(path, run, "weir-alert").memory() == nil)
            try run.directory.disk.remove("weir-parse.2")
            #expect(throws: StateError.self) { try stage(path, run).memory() }
        }
    }

    @Test(
        "A file that is gone is noticed, and nothing is read again in silence",
        arguments: ["run", "commit", "weir-tail.1"])
    func missing(name: String) throws {
        try withState { path in
            do {
                let run = try run(path)
                let sink = try stage(path, run, "weir-commit")
                try run.save([1], at: 1)
                try sink.commit(1, stages: ["weir-commit"], receipt: [])
                try run.directory.disk.remove(name)
            }
            #expect {
                _ = try run(path).memory()
            } throws: {
                ($0 as? StateError)?.kind == .unusable
            }
        }
    }

    @Test("A stage with the state of another pipeline is refused")
    func otherState() throws {
        try withState { path in
            let run = try run(path)
            let other = try self.run(path + "2")
            #expect {
                try stage(path + "2", run)
            } throws: {
                ($0 as? StateError)?.message.contains("is not the state of this stream") == true
            }
            withExtendedLifetime(other) {}
        }
    }

    @Test("After a reset, a run begins at the beginning, with another nonce")
    func reset() throws {
        try withState { path in
            var nonce = ""
            do {
                let run = try run(path)
                nonce = run.identity.nonce
                try run.save([1], at: 1)
                try run.commit(1)
                close(creat(path + "/note-of-mine", 0o600))
                try run.directory.reset()
                #expect(try run.directory.names() == ["lock", "note-of-mine"])
            }
            let run = try run(path)
            #expect(run.start.mark == 0 && run.identity.nonce != nonce)
        }
    }

    @Test("A clean end that was never committed is told to the next run")
    func uncommittedEnd() throws {
        try withState { path in
            do {
                let run = try run(path)
                try run.save([1], at: 1)
                try run.end(at: 1)
            }
            #expect(try run(path).uncommittedEnd == 1)
            #expect(try run(path).uncommittedEnd == nil)
        }
    }
}
