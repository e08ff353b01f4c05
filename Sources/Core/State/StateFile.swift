/// The shape of each file of a state directory: who wrote it, in which version, how much, and a checksum over all of it.
///
///     | "weirstat" | version: u32 | length: u64 | content | CRC-32C: u32 |      little-endian
enum StateFile {
    private static let magic = Array("weirstat".utf8)
    private static let version: UInt32 = 1
    private static let headSize = 20

    enum Flaw: Error, Equatable {
        /// Not ours, or not whole.
        case torn
        case newerVersion(UInt32)
    }

    static func encode(_ content: [UInt8]) -> [UInt8] {
        let body = magic + bytes(version) + bytes(UInt64(content.count)) + content
        return body + bytes(Checksum.crc32c(body))
    }

    static func decode(_ file: [UInt8]) throws(Flaw) -> [UInt8] {
        guard file.count >= headSize + 4, file.starts(with: magic) else { throw .torn }
        let body = file.dropLast(4)
        // A later version may put its checksum elsewhere, so its number is believed without.
        let version = number(file[8..<12])
        guard version == UInt64(Self.version) else {
            throw version > UInt64(Self.version) ? .newerVersion(UInt32(truncatingIfNeeded: version)) : .torn
        }
        guard number(file[12..<headSize]) == UInt64(body.count - headSize),
            number(file.suffix(4)) == UInt64(Checksum.crc32c(body))
        else { throw .torn }
        return Array(body[headSize...])
    }

    private static func bytes<I: FixedWidthInteger>(_ value: I) -> [UInt8] {
        (0..<I.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
