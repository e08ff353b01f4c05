import System

extension StateDirectory {
    private static let lockSuffix = ".lock"

    /// The lock of the run, which the source holds.
    package func lockRun() throws(StateError) -> FileLock? {
        if let lock = try lock("lock") { return lock }
        throw StateError(.busy, "\(path): another run is using this state")
    }

    /// A stage's lock, from its begin to its end.
    package func lockStage(_ stage: String) throws(StateError) -> FileLock? {
        if let lock = try lock(stage + Self.lockSuffix) { return lock }
        throw StateError(.busy, "\(path): \(stage) of another run is still using this state")
    }

    /// A stage that still runs, of whatever run.
    package func runningStage() throws(StateError) -> String? {
        for name in try names() where name.hasSuffix(Self.lockSuffix) {
            if try isLocked(name) { return String(name.dropLast(Self.lockSuffix.count)) }
        }
        return nil
    }

    /// The stages that have snapshots.
    package func stages() throws(StateError) -> [String] {
        var stages: [String] = []
        for name in try names() {
            guard let dot = name.lastIndex(of: "."), UInt64(name[name.index(after: dot)...]) != nil else { continue }
            let stage = String(name[..<dot])
            if !stages.contains(stage) { stages.append(stage) }
        }
        return stages
    }

    /// Forgets everything. The caller holds the run's lock.
    package func reset() throws(StateError) {
        for name in try names() where Self.isOurs(name) {
            do throws(SystemError) { try disk.remove(name) } catch { throw StateError(error, in: path) }
        }
        do throws(SystemError) { try disk.synchronizeNames() } catch { throw StateError(error, in: path) }
    }

    /// A name that weir gives, but for the lock, which is held meanwhile.
    private static func isOurs(_ name: String) -> Bool {
        if name == RunIdentity.name || name == Commitment.name { return true }
        guard let dot = name.lastIndex(of: ".") else { return false }
        let ending = name[dot...]
        return [lockSuffix, broken, unfinished].contains(String(ending)) || UInt64(ending.dropFirst()) != nil
    }
}
