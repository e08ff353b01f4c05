import Glibc

/// What stands in a directory.
package enum Directory {
    /// The names in it, without `.` and `..`, in the order of their bytes: that of the disk would differ from one machine to
    /// the next.
    package static func names(in path: String) throws(SystemError) -> [String] {
        guard let stream = unsafe opendir(PathText.bytes(path)) else {
            throw SystemError(call: "opendir", code: errno, subject: path)
        }
        defer { unsafe closedir(stream) }
        return try unsafe names(stream, subject: path)
    }

    /// The same of a directory that is open.
    static func names(in directory: Descriptor) throws(SystemError) -> [String] {
        // Of its own, since reading moves the place in it.
        let number = unsafe openat(directory.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard number >= 0, let stream = unsafe fdopendir(number) else {
            throw SystemError(call: "opendir", code: errno)
        }
        defer { unsafe closedir(stream) }
        return try unsafe names(stream, subject: "")
    }

    /// Invariant: `stream` is open, and closed by the caller.
    private static func names(_ stream: OpaquePointer, subject: String) throws(SystemError) -> [String] {
        var names: [String] = []
        while true {
            // Only errno tells the end from a failure.
            errno = 0
            guard let entry = unsafe readdir(stream) else { break }
            // Invariant: readdir's entry ends its name with NUL within the field's size, and stays until the next call on
            // this stream; the name is copied before that.
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
                unsafe PathText.string(Array($0.prefix { $0 != 0 }))
            }
            if name != ".", name != ".." { names.append(name) }
        }
        guard errno == 0 else { throw SystemError(call: "readdir", code: errno, subject: subject) }
        return names.sorted { PathText.raw($0).lexicographicallyPrecedes(PathText.raw($1)) }
    }
}
