import Glibc

/// What stat(2) tells of a file, as far as a log reader cares.
package struct FileStatus: Equatable, Sendable {
    package enum Kind: Equatable, Sendable { case regular, directory, pipe, socket, device, other }

    package let kind: Kind
    package let device: UInt64
    package let inode: UInt64
    package let size: Int64
    package let owner: UInt32
    /// The lower twelve bits of the mode: who may do what, and the sticky bit.
    package let permissions: UInt32
    /// Names that the file has; 0 when the last one was deleted.
    package let links: Int
    /// Last change of the content, nanoseconds since 1970.
    package let modified: Int64

    package init(of path: String) throws(SystemError) {
        var raw = stat()
        guard unsafe stat(PathText.bytes(path), &raw) == 0 else {
            throw SystemError(call: "stat", code: errno, subject: path)
        }
        self.init(raw)
    }

    package init(of descriptor: Descriptor) throws(SystemError) {
        var raw = stat()
        guard unsafe fstat(descriptor.number, &raw) == 0 else { throw SystemError(call: "fstat", code: errno) }
        self.init(raw)
    }

    private init(_ raw: stat) {
        kind =
            switch raw.st_mode & S_IFMT {
            case S_IFREG: .regular
            case S_IFDIR: .directory
            case S_IFIFO: .pipe
            case S_IFSOCK: .socket
            case S_IFCHR, S_IFBLK: .device
            default: .other
            }
        device = UInt64(raw.st_dev)
        inode = UInt64(raw.st_ino)
        size = Int64(raw.st_size)
        owner = raw.st_uid
        permissions = raw.st_mode & 0o7777
        links = Int(raw.st_nlink)
        modified = Int64(raw.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(raw.st_mtim.tv_nsec)
    }

    /// The same file, whatever its name is now.
    package func isSameFile(as other: FileStatus) -> Bool { device == other.device && inode == other.inode }
}
