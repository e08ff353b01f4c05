import Glibc

/// An exclusive lock on a file that belongs to the open file, not to the process (OFD locks, fcntl(2)): the kernel takes it
/// back with the last descriptor, so that `kill -9` frees it, and a child that was only forked cannot lose it for us.
package struct FileLock: ~Copyable, Sendable {
    private let descriptor: Descriptor

    // Glibc's module does not carry them.
    private static let get: Int32 = 36 /* F_OFD_GETLK */
    private static let set: Int32 = 37 /* F_OFD_SETLK */

    /// Takes the lock, and the descriptor with it; nil, with the descriptor closed, where somebody else has it.
    package init?(_ descriptor: Descriptor) throws(SystemError) {
        var wish = Self.wish
        guard unsafe fcntl(descriptor.number, Self.set, &wish) == 0 else {
            let code = errno
            descriptor.close()
            if code == EAGAIN || code == EACCES { return nil }
            throw SystemError(call: "lock", code: code)
        }
        self.descriptor = descriptor
    }

    deinit { descriptor.close() }

    /// Whether somebody has the lock of this file. It is not taken to find out.
    package static func isTaken(_ descriptor: Descriptor) throws(SystemError) -> Bool {
        var wish = wish
        guard unsafe fcntl(descriptor.number, get, &wish) == 0 else {
            throw SystemError(call: "lock", code: errno)
        }
        return wish.l_type != Int16(F_UNLCK)
    }

    /// The whole file, for writing.
    private static var wish: flock {
        var wish = flock()
        wish.l_type = Int16(F_WRLCK)
        wish.l_whence = Int16(SEEK_SET)
        return wish
    }
}
