import Bytes
import System

/// The source's side of a state directory: begins a run in it, alone, from the last committed mark.
package final class RunState {
    package let directory: StateDirectory
    package private(set) var identity: RunIdentity
    /// Where the run begins.
    package let start: Commitment
    /// The mark at whose place the run before ended well, where no sink took part in it.
    package let uncommittedEnd: UInt64?
    package private(set) var snapshots: StageSnapshots
    private let lock: FileLock?

    /// Takes the run's lock and a new epoch, and makes sure that no stage of an earlier run is left.
    ///
    /// The order keeps a stage out that was started by an earlier run and comes late: it takes its lock first and looks at the
    /// epoch then, we do it the other way round, so one of us sees the other.
    /// - Parameter pause: called while a stage is still running; false gives up.
    package init(opening path: String, stage: String, pause: () -> Bool) throws(StateError) {
        directory = try StateDirectory(opening: path, creating: true)
        lock = try directory.lockRun()
        try directory.refuseBroken()
        let previous = try Self.begin(in: directory)
        _ = try directory.requireCommitment()
        var identity = previous
        identity.epoch += 1
        identity.ended = nil
        try directory.save(identity)
        self.identity = identity
        while let stage = try directory.runningStage() {
            guard pause() else {
                throw StateError(.busy, "\(path): \(stage) of an earlier run is still using this state")
            }
        }
        // The sink of an earlier run may have committed until it left.
        start = try directory.requireCommitment()
        uncommittedEnd = start.epoch == previous.epoch ? nil : previous.ended
        for name in try directory.stages() {
            var snapshots = try StageSnapshots(of: name, in: directory)
            snapshots.removeAbandoned(after: start.mark)
            snapshots.removeOld(committed: start.mark)
        }
        snapshots = try StageSnapshots(of: stage, in: directory)
    }

    /// The identity of the directory; a new one gets it, and its first commitment before that.
    private static func begin(in directory: StateDirectory) throws(StateError) -> RunIdentity {
        if let identity = try directory.identity() { return identity }
        if let commitment = try directory.commitment(), commitment.mark > 0 {
            throw directory.unusable(RunIdentity.name, "is missing")
        }
        try directory.save(Commitment())
        return RunIdentity.fresh()
    }

    /// What the source remembered at the mark where the run begins; nil in the first run.
    package func memory() throws(StateError) -> [UInt8]? {
        if let memory = try snapshots.load(at: start.mark) { return memory }
        if start.mark == 0 { return nil }
        throw directory.unusable("\(snapshots.stage).\(start.mark)", "is missing")
    }

    package func save(_ memory: [UInt8], at mark: UInt64) throws(StateError) { try snapshots.save(memory, at: mark) }

    /// The last mark committed so far; what is older than that is removed.
    package func committed() throws(StateError) -> UInt64 {
        let mark = try directory.requireCommitment().mark
        snapshots.removeOld(committed: mark)
        return mark
    }

    /// The weaker mode: the source itself commits.
    package func commit(_ mark: UInt64) throws(StateError) {
        try directory.save(Commitment(mark: mark, epoch: identity.epoch, stages: [snapshots.stage], receipt: nil))
        snapshots.removeOld(committed: mark)
    }

    /// The stream has ended well at a mark.
    package func end(at mark: UInt64) throws(StateError) {
        identity.ended = mark
        try directory.save(identity)
    }
}
