import Bytes
import System

/// A stage's side of a state directory, from the stream's begin to its end: its lock, its snapshots, and for a sink the
/// commitment.
package final class StageState {
    package let directory: StateDirectory
    package let stage: String
    package let epoch: UInt64
    /// The mark from which the stream begins.
    package let start: UInt64
    private let nonce: String
    private var snapshots: StageSnapshots
    /// Who committed the mark that the stream begins from, and what was said of it.
    package let resumed: Commitment
    private let lock: FileLock?

    /// Takes the stage's place in the run that the stream announced.
    package init(
        opening path: String, stage: String, nonce: String, epoch: UInt64, from start: UInt64
    ) throws(StateError) {
        directory = try StateDirectory(opening: path, creating: false)
        self.stage = stage
        self.epoch = epoch
        self.start = start
        self.nonce = nonce
        lock = try directory.lockStage(stage)
        try directory.refuseBroken()
        resumed = try directory.requireCommitment()
        snapshots = try StageSnapshots(of: stage, in: directory)
        try checkEpoch()
        guard resumed.mark == start else {
            throw StateError(
                .unusable, "\(path): the stream begins at mark \(start), and mark \(resumed.mark) is committed here")
        }
    }

    /// Makes sure that the run is still the last one in the directory.
    package func checkEpoch() throws(StateError) {
        guard let identity = try directory.identity(), identity.nonce == nonce else {
            throw StateError(
                .unusable,
                "\(directory.path): is not the state of this stream; --state must name the same directory for all "
                    + "stages (WEIR_STATE does)")
        }
        guard identity.epoch == epoch else {
            throw StateError(.busy, "\(directory.path): a later run has taken over")
        }
    }

    /// What the stage remembered at the mark where the stream begins; nil where it had not been in the pipeline.
    package func memory() throws(StateError) -> [UInt8]? {
        // Of a time before that it may have left something, which is out of date.
        if !resumed.stages.contains(stage) { return nil }
        if let memory = try snapshots.load(at: start) { return memory }
        throw directory.unusable("\(stage).\(start)", "is missing")
    }

    package func save(_ memory: [UInt8], at mark: UInt64) throws(StateError) {
        try snapshots.save(memory, at: mark)
        snapshots.removeOld(committed: try directory.requireCommitment().mark)
    }

    /// The sink takes over the output, as it was at the mark where the stream begins.
    package func takeOver(receipt: [UInt8]) throws(StateError) {
        try commit(start, stages: resumed.stages, receipt: receipt)
    }

    /// Publishes a mark as committed; what the sink wrote up to it is durable.
    package func commit(_ mark: UInt64, stages: [String], receipt: [UInt8]) throws(StateError) {
        try checkEpoch()
        try directory.save(Commitment(mark: mark, epoch: epoch, stages: stages, receipt: receipt))
    }
}
