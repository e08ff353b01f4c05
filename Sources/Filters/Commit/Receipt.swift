import Bytes

/// What is to be known of a file to bring it back to a mark: which one it is, where ours begins in it, and how long it was.
struct Receipt: Equatable {
    let device: UInt64
    let inode: UInt64
    let base: Int64
    let length: Int64

    private static let kind = "weir-commit 1"

    init(device: UInt64, inode: UInt64, base: Int64, length: Int64) {
        self.device = device
        self.inode = inode
        self.base = base
        self.length = length
    }

    /// Nil where the bytes are the receipt of another sink.
    init?(_ bytes: [UInt8]) {
        var snapshot = SnapshotReader(bytes)
        guard (try? snapshot.text()) == Self.kind, let device = try? snapshot.unsigned(),
            let inode = try? snapshot.unsigned(), let base = try? snapshot.signed(),
            let length = try? snapshot.signed(),
            snapshot.isAtEnd
        else { return nil }
        self.init(device: device, inode: inode, base: base, length: length)
    }

    var bytes: [UInt8] {
        var snapshot = SnapshotWriter()
        snapshot.append(Self.kind)
        snapshot.append(device)
        snapshot.append(inode)
        snapshot.append(base)
        snapshot.append(length)
        return snapshot.contents
    }
}
