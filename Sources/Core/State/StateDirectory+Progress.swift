import Bytes

extension StateDirectory {
    /// The run that the directory is in; nil where no run has begun.
    package func identity() throws(StateError) -> RunIdentity? {
        guard let bytes = try load(RunIdentity.name) else { return nil }
        do throws(SnapshotError) { return try RunIdentity(bytes) } catch {
            throw setAside(RunIdentity.name, "is damaged")
        }
    }

    package func save(_ identity: RunIdentity) throws(StateError) { try save(identity.bytes, as: RunIdentity.name) }

    /// How far the sink has come; nil where no run has begun.
    package func commitment() throws(StateError) -> Commitment? {
        guard let bytes = try load(Commitment.name) else { return nil }
        do throws(SnapshotError) { return try Commitment(bytes) } catch {
            throw setAside(Commitment.name, "is damaged")
        }
    }

    package func save(_ commitment: Commitment) throws(StateError) {
        try save(commitment.bytes, as: Commitment.name)
    }

    /// The commitment of a directory in which a run has begun: it is there from the first run on, so that one that is gone is
    /// noticed.
    package func requireCommitment() throws(StateError) -> Commitment {
        if let commitment = try commitment() { return commitment }
        throw unusable(Commitment.name, "is missing")
    }
}
