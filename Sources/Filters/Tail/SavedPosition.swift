import Bytes
import FilterKit
import Metrics
import System

/// How far a file has been read, and how it is known again: by device and inode, and by what it begins with, since an inode
/// is given to another file when its own is gone.
struct SavedPosition: Equatable {
    let path: String
    let device: UInt64
    let inode: UInt64
    let beginning: Fingerprint
    /// Behind the last line that was given out.
    let offset: Int64

    func save(to snapshot: inout SnapshotWriter) {
        snapshot.append(PathText.raw(path))
        snapshot.append(device)
        snapshot.append(inode)
        snapshot.append(beginning.count)
        snapshot.append(beginning.hash)
        snapshot.append(offset)
    }

    init(path: String, device: UInt64, inode: UInt64, beginning: Fingerprint, offset: Int64) {
        self.path = path
        self.device = device
        self.inode = inode
        self.beginning = beginning
        self.offset = offset
    }

    init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        path = PathText.string(try snapshot.run())
        device = try snapshot.unsigned()
        inode = try snapshot.unsigned()
        beginning = Fingerprint(count: try snapshot.integer(), hash: try snapshot.unsigned())
        offset = try snapshot.signed()
    }

    /// Whether an open file is the one that was read.
    func isOf(_ descriptor: Descriptor, _ status: FileStatus) -> Bool {
        status.device == device && status.inode == inode && status.size >= offset
            && Fingerprint(of: descriptor, atMost: beginning.count) == beginning
    }
}

/// The first bytes of a file, as a hash: a log begins with a time, so no two begin alike for long.
struct Fingerprint: Equatable {
    let count: Int
    let hash: UInt64

    private static let size = 1024

    init(count: Int, hash: UInt64) {
        self.count = count
        self.hash = hash
    }

    /// - Parameter limit: bytes that are looked at; fewer where a file was shorter when it was seen before.
    init?(of descriptor: Descriptor, atMost limit: Int) {
        var buffer = ByteBuffer(capacity: Self.size)
        guard let read = try? buffer.read(descriptor, at: 0) else { return nil }
        count = min(read, limit, Self.size)
        hash = buffer.withSpan(Slice(start: 0, count: count)) { SeriesHash.hash($0) }
    }
}
