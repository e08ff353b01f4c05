import Glibc

/// A directory that is held open: names are looked up in it, whatever becomes of the path it was found by.
package struct OpenDirectory: Equatable, Sendable {
    package let descriptor: Descriptor

    private static let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC

    package static func open(_ path: String) throws(SystemError) -> OpenDirectory {
        let number = unsafe Glibc.open(PathText.bytes(path), flags)
        guard number >= 0 else { throw SystemError(call: "open", code: errno, subject: path) }
        return OpenDirectory(descriptor: Descriptor(number: number))
    }

    /// A directory in this one. A symbolic link is none: ENOTDIR.
    package func directory(_ name: String) throws(SystemError) -> OpenDirectory {
        let number = try call("open", name) { path in
            unsafe openat(descriptor.number, path, Self.flags | O_NOFOLLOW)
        }
        return OpenDirectory(descriptor: Descriptor(number: number))
    }

    package func close() { descriptor.close() }

    /// Makes a directory that only its owner can enter.
    package func makeDirectory(_ name: String) throws(SystemError) {
        _ = try call("mkdir", name) { path in unsafe mkdirat(descriptor.number, path, 0o700) }
    }

    /// Takes all rights from everybody but the owner.
    package func restrict() throws(SystemError) {
        guard fchmod(descriptor.number, 0o700) == 0 else { throw SystemError(call: "chmod", code: errno) }
    }

    // MARK: Files in it. Only their owner can read them; a symbolic link is refused: ELOOP.

    /// A new or emptied file to write to.
    package func create(_ name: String) throws(SystemError) -> Descriptor {
        try file(name, O_WRONLY | O_CREAT | O_TRUNC)
    }

    /// A file that is only there to be locked.
    package func lockable(_ name: String) throws(SystemError) -> Descriptor { try file(name, O_RDWR | O_CREAT) }

    private func file(_ name: String, _ flags: Int32) throws(SystemError) -> Descriptor {
        let number = try call("open", name) { path in
            unsafe openat(descriptor.number, path, flags | O_NOFOLLOW | O_CLOEXEC, 0o600)
        }
        return Descriptor(number: number)
    }

    /// The whole of a file; nil where there is none of the name.
    package func contents(of name: String, limit: Int) throws(SystemError) -> [UInt8]? {
        let file: Descriptor
        do throws(SystemError) { file = try self.file(name, O_RDONLY) } catch {
            if error.code == ENOENT { return nil }
            throw error
        }
        defer { file.close() }
        do throws(SystemError) { return try FileContents.read(file, limit: limit) } catch {
            throw SystemError(call: error.call, code: error.code, subject: name)
        }
    }

    package func rename(_ name: String, to other: String) throws(SystemError) {
        let target = PathText.bytes(other)
        _ = try call("rename", name) { path in
            unsafe renameat(descriptor.number, path, descriptor.number, target)
        }
    }

    package func remove(_ name: String) throws(SystemError) {
        _ = try call("unlink", name) { path in unsafe unlinkat(descriptor.number, path, 0) }
    }

    /// The names in it, in the order of their bytes.
    package func names() throws(SystemError) -> [String] { try Directory.names(in: descriptor) }

    /// Makes names that came and went outlast a power failure.
    package func synchronize() throws(SystemError) { try descriptor.synchronize() }

    /// Makes the name of a file outlast a power failure.
    package static func synchronize(parentOf path: String) throws(SystemError) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: true).dropLast()
        let parent = (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
        let directory = try open(parent.isEmpty ? "." : parent)
        defer { directory.close() }
        try directory.synchronize()
    }

    private func call(_ name: String, _ subject: String, _ body: ([CChar]) -> Int32) throws(SystemError) -> Int32 {
        let path = PathText.bytes(subject)
        while true {
            let result = body(path)
            if result >= 0 { return result }
            if errno != EINTR { throw SystemError(call: name, code: errno, subject: subject) }
        }
    }
}
