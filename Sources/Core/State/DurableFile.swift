import System

/// One file that is replaced as a whole, with a checksum: what is read is what was written, or an error.
package enum DurableFile {
    private static let limit = 1 << 30

    /// Write, fsync, rename, fsync of the directory: after a crash the old content is there or the new one.
    package static func replace(_ path: String, by content: [UInt8]) throws(StateError) {
        do throws(SystemError) {
            let (parent, name) = try place(of: path)
            defer { parent.close() }
            let file = try parent.create(name + ".new")
            defer { file.close() }
            try file.writeAll(StateFile.encode(content))
            try file.synchronize()
            try parent.rename(name + ".new", to: name)
            try parent.synchronize()
        } catch {
            throw StateError(.failed, "\(path): \(error.call): \(error.reason)")
        }
    }

    /// Nil where there is no such file.
    package static func read(_ path: String) throws(StateError) -> [UInt8]? {
        let bytes: [UInt8]
        do throws(SystemError) {
            let (parent, name) = try place(of: path)
            defer { parent.close() }
            guard let found = try parent.contents(of: name, limit: limit) else { return nil }
            bytes = found
        } catch {
            throw StateError(.unusable, "\(path): \(error.reason)")
        }
        do throws(StateFile.Flaw) { return try StateFile.decode(bytes) } catch {
            switch error {
            case .torn:
                throw StateError(.unusable, "\(path): is damaged, or no file of weir's; move it away to begin anew")
            case .newerVersion(let version):
                throw StateError(.unusable, "\(path): was written by a later weir (version \(version) of the file)")
            }
        }
    }

    private static func place(of path: String) throws(SystemError) -> (OpenDirectory, name: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: true)
        guard let name = parts.last, !path.hasSuffix("/") else {
            throw SystemError(call: "open", code: 21, subject: path)
        }
        let above = (path.hasPrefix("/") ? "/" : "") + parts.dropLast().joined(separator: "/")
        return (try OpenDirectory.open(above.isEmpty ? "." : above), String(name))
    }
}
