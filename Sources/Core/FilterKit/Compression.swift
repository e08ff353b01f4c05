import Bytes
import System

/// Tells compressed files by their first bytes. They are not unpacked here, and read as they are they would be noise.
package enum Compression {
    private static let magics: [(bytes: [UInt8], name: String, unpacker: String)] = [
        ([0x1F, 0x8B], "gzip", "zcat"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd", "zstdcat"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz", "xzcat"), ([0x42, 0x5A, 0x68], "bzip2", "bzcat"),
    ]

    /// Refuses a compressed file with what to do instead; the descriptor stays at its beginning.
    package static func refuse(_ descriptor: Descriptor, _ path: String) throws(Failure) {
        var head = ByteBuffer(capacity: 8)
        let count = (try? head.read(descriptor, at: 0)) ?? 0
        descriptor.seek(to: 0)
        for (bytes, name, unpacker) in magics
        where count >= bytes.count && head.equal(Slice(start: 0, count: bytes.count), bytes) {
            throw Failure(
                .noInput, "\(path): is compressed (\(name)); unpack it on the way: \(unpacker) \(path) | weir-…")
        }
    }
}
