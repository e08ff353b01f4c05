import System

/// The system calls of a state directory, one by one, so that tests can let each of them fail, or be the last.
package protocol StateDisk: AnyObject {
    func create(_ name: String) throws(SystemError) -> Descriptor
    func write(_ bytes: [UInt8], to file: Descriptor) throws(SystemError)
    func synchronize(_ file: Descriptor) throws(SystemError)
    func close(_ file: Descriptor)
    func rename(_ name: String, to other: String) throws(SystemError)
    func remove(_ name: String) throws(SystemError)
    func synchronizeNames() throws(SystemError)
    /// Nil where there is no file of the name.
    func contents(of name: String) throws(SystemError) -> [UInt8]?
    func names() throws(SystemError) -> [String]
}

/// The kernel's, in a directory that is held open.
final class KernelDisk: StateDisk {
    private let directory: OpenDirectory
    /// Bytes of a file: far beyond what any filter remembers.
    private static let limit = 1 << 30

    init(_ directory: OpenDirectory) { self.directory = directory }

    deinit { directory.close() }

    func create(_ name: String) throws(SystemError) -> Descriptor { try directory.create(name) }
    func write(_ bytes: [UInt8], to file: Descriptor) throws(SystemError) { try file.writeAll(bytes) }
    func synchronize(_ file: Descriptor) throws(SystemError) { try file.synchronize() }
    func close(_ file: Descriptor) { file.close() }
    func rename(_ name: String, to other: String) throws(SystemError) { try directory.rename(name, to: other) }
    func remove(_ name: String) throws(SystemError) { try directory.remove(name) }
    func synchronizeNames() throws(SystemError) { try directory.synchronize() }
    func contents(of name: String) throws(SystemError) -> [UInt8]? {
        try directory.contents(of: name, limit: Self.limit)
    }
    func names() throws(SystemError) -> [String] { try directory.names() }
}
