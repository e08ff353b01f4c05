import System

/// Where a state directory may be. Its files decide what is read again and what is cut off, so nobody else may be able to put
/// others in their place:
///
/// - the directory belongs to the user who runs weir, is no symbolic link, and nobody else may write to it (where others may read,
///   that is taken from them: 0700);
/// - every directory above it belongs to that user or to root, and nobody else may write to it; where they may, as in /tmp, the
///   sticky bit must keep them from renaming what is not theirs.
enum SafePath {
    /// Opens the directory, and makes it if it is missing and may be made.
    static func open(_ path: String, creating: Bool) throws(StateError) -> OpenDirectory {
        let trimmed = path.reversed().drop { $0 == "/" }.reversed()
        let parts = String(trimmed).split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        guard let name = parts.last, name != ".", name != ".." else {
            throw StateError(.unusable, "\(path): a state directory needs a name of its own")
        }
        let above = parts.dropLast().joined(separator: "/")
        let parent = try openChain(path.hasPrefix("/") ? "/" + above : above.isEmpty ? "." : above, for: path)
        defer { parent.close() }
        do throws(SystemError) {
            if creating {
                do throws(SystemError) { try parent.makeDirectory(name) } catch {
                    if !error.isAlreadyThere { throw error }
                }
            }
            let directory = try parent.directory(name)
            try check(directory, path)
            return directory
        } catch {
            if error == .notOurs(path) {
                throw StateError(
                    .unusable,
                    "\(path): belongs to somebody else, or others may write to it; chmod 700 it, if it is yours")
            }
            if error.isLink {
                throw StateError(.unusable, "\(path): is a symbolic link or no directory; state is kept in neither")
            }
            throw StateError(error.isMissing || !creating ? .unusable : .failed, "\(path): \(error.reason)")
        }
    }

    private static func check(_ directory: OpenDirectory, _ path: String) throws(SystemError) {
        let status = try FileStatus(of: directory.descriptor)
        guard status.owner == Environment.user else { throw .notOurs(path) }
        if status.permissions & 0o022 != 0 { throw .notOurs(path) }
    }

    /// Opens a directory from the root on, looking at each one that is passed.
    private static func openChain(_ path: String, for state: String) throws(StateError) -> OpenDirectory {
        do throws(SystemError) {
            let real = try PathText.resolve(path)
            var current = try OpenDirectory.open("/")
            // Who owns the root can do anything anyway: in a user namespace that is not root.
            let trusted = [Environment.user, 0, try FileStatus(of: current.descriptor).owner]
            var shown = ""
            for part in [""] + real.split(separator: "/").map(String.init) {
                if !part.isEmpty {
                    let next = try current.directory(part)
                    current.close()
                    current = next
                    shown += "/" + part
                }
                let status = try FileStatus(of: current.descriptor)
                let isOpenToOthers = status.permissions & 0o022 != 0 && status.permissions & 0o1000 == 0
                if isOpenToOthers || !trusted.contains(status.owner) {
                    current.close()
                    throw SystemError(call: "state", code: 0, subject: shown.isEmpty ? "/" : shown)
                }
            }
            return current
        } catch {
            guard error.call == "state" else { throw StateError(.unusable, "\(state): \(error.reason)") }
            throw StateError(
                .unusable,
                "\(state): others may write to \(error.subject) and could put another state there; choose a place that is yours"
            )
        }
    }
}
