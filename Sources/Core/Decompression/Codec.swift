import Bytes
import System

/// The compressions that logs come in, told by their first bytes (RFC 1952 §2.3.1, RFC 8878 §3.1.1, the .xz file format
/// §2.1.1.1, and bzip2's `BZh`), never by a name.
package enum Codec: UInt8, CaseIterable, Sendable {
    case gzip, zstd, xz, bzip2

    private var magic: [UInt8] {
        switch self {
        case .gzip: [0x1F, 0x8B]
        case .zstd: [0x28, 0xB5, 0x2F, 0xFD]
        case .xz: [0xFD, 0x37, 0x7A, 0x58, 0x5A]
        case .bzip2: [0x42, 0x5A, 0x68]
        }
    }

    package var name: String {
        switch self {
        case .gzip: "gzip"
        case .zstd: "zstd"
        case .xz: "xz"
        case .bzip2: "bzip2"
        }
    }

    /// What a file that begins with these bytes is compressed with; nil for plain text.
    package init?(head: some Collection<UInt8>) {
        guard let codec = Codec.allCases.first(where: { head.starts(with: $0.magic) }) else { return nil }
        self = codec
    }

    /// The compression of an open file; nil for none. The place where it is read next stays.
    package static func of(_ descriptor: Descriptor) -> Codec? { Codec(head: descriptor.bytes(at: 0, count: 8)) }
}
