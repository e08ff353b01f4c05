import System

/// The directory where a pipeline keeps how far it has come: `--state DIR`.
///
///     lock                 held by weir-tail while it runs
///     run                  the nonce of the stream, and the number of the run (its epoch)
///     commit               the last mark that the sink has made durable, and what the sink knows of its output
///     weir-parse.lock      held by a stage from its begin to its end
///     weir-parse.17        what it remembered at mark 17
///
/// A file is replaced whole: written beside, synchronized, renamed over the old one, and the directory synchronized. So after a
/// crash at any point there is the old content or the new one. A file that is neither, which only a broken disk or somebody's
/// editor leaves, is set aside as `NAME.broken`, and nothing goes on in the directory until `weir state reset`.
package final class StateDirectory {
    package let path: String
    let disk: any StateDisk
    /// Where the locks are; nil over a disk of the tests.
    private let directory: OpenDirectory?
    /// Files that cannot be used are put out of the way. Who only looks changes nothing: a later weir may be at work here.
    private let setsAside: Bool

    static let broken = ".broken"
    static let unfinished = ".new"

    package init(path: String, disk: any StateDisk) {
        self.path = path
        self.disk = disk
        directory = nil
        setsAside = true
    }

    /// Opens the directory.
    /// - Parameter creating: makes it if it is missing; its parent must be there.
    /// - Parameter changing: false for one who only wants to look.
    package init(opening path: String, creating: Bool, changing: Bool = true) throws(StateError) {
        let directory = try SafePath.open(path, creating: creating)
        self.path = path
        self.directory = directory
        setsAside = changing
        disk = KernelDisk(directory)
        try checkContents()
        do throws(SystemError) {
            if try FileStatus(of: directory.descriptor).permissions & 0o077 != 0 { try directory.restrict() }
        } catch {
            throw StateError(error, in: path)
        }
    }

    /// A path that was mistyped must not become a state directory by having files added to it and rights taken away.
    private func checkContents() throws(StateError) {
        let names = try names()
        let known = ["lock", "run", "commit"]
        guard names.isEmpty || names.contains(where: known.contains) else {
            throw StateError(
                .unusable, "\(path): has files in it, but none of weir's; state wants a directory of its own")
        }
    }

    package func names() throws(StateError) -> [String] {
        do throws(SystemError) { return try disk.names() } catch { throw StateError(error, in: path) }
    }

    // MARK: Files

    /// Refuses where something was set aside: what is missing now would be read again in silence.
    package func refuseBroken() throws(StateError) {
        guard let name = try names().first(where: { $0.hasSuffix(Self.broken) }) else { return }
        throw unusable(name, "was set aside because it is damaged or of a later version")
    }

    /// The content of a file; nil where there is none.
    package func load(_ name: String) throws(StateError) -> [UInt8]? {
        let file: [UInt8]?
        do throws(SystemError) { file = try disk.contents(of: name) } catch { throw StateError(error, in: path) }
        guard let file else { return nil }
        do throws(StateFile.Flaw) { return try StateFile.decode(file) } catch {
            switch error {
            case .torn: throw setAside(name, "is damaged")
            case .newerVersion(let version):
                throw setAside(name, "is of version \(version), which a later weir wrote")
            }
        }
    }

    /// Puts a file out of the way; it is kept, for those who want to know.
    func setAside(_ name: String, _ reason: String) -> StateError {
        guard setsAside else { return unusable(name, reason) }
        do throws(SystemError) {
            try disk.rename(name, to: name + Self.broken)
            try disk.synchronizeNames()
        } catch {
            return unusable(name, reason + ", and cannot be set aside: \(error.reason)")
        }
        return unusable(name, reason + "; it was set aside as \(name)\(Self.broken)")
    }

    func unusable(_ name: String, _ reason: String) -> StateError {
        StateError(
            .unusable,
            "\(path)/\(name) \(reason). Nothing was read or written; 'weir state reset \(path)' forgets the "
                + "state, and the next run reads everything again")
    }

    /// Replaces a file, durably.
    package func save(_ content: [UInt8], as name: String) throws(StateError) {
        let beside = name + Self.unfinished
        do throws(SystemError) {
            let file = try disk.create(beside)
            do throws(SystemError) {
                try disk.write(StateFile.encode(content), to: file)
                try disk.synchronize(file)
            } catch {
                disk.close(file)
                throw error
            }
            disk.close(file)
            try disk.rename(beside, to: name)
            try disk.synchronizeNames()
        } catch {
            try? disk.remove(beside)
            throw StateError(error, in: path)
        }
    }

    /// Removes a file that is not needed any more. If that fails or does not last, it is there a while longer.
    func remove(_ name: String) { try? disk.remove(name) }

    // MARK: Locks

    /// Takes a lock, which lasts until it is let go or the process ends.
    package func lock(_ name: String) throws(StateError) -> FileLock? {
        guard let directory else { return nil }
        do throws(SystemError) { return try FileLock(directory.lockable(name)) } catch {
            throw StateError(error, in: path)
        }
    }

    /// Whether somebody has the lock.
    package func isLocked(_ name: String) throws(StateError) -> Bool {
        guard let directory else { return false }
        do throws(SystemError) {
            let file = try directory.lockable(name)
            defer { file.close() }
            return try FileLock.isTaken(file)
        } catch {
            throw StateError(error, in: path)
        }
    }
}
