import Foundation

/// As much of an executable as says whether it is static: the kinds of its segments.
/// https://refspecs.linuxfoundation.org/elf/gabi4+/ch5.pheader.html
struct ELF {
    static let dynamic: UInt32 = 2
    static let interpreter: UInt32 = 3

    let bytes: Data
    let segments: [UInt32]

    init(_ bytes: Data) throws {
        func integer<T: FixedWidthInteger>(at offset: Int, as type: T.Type) throws -> T {
            guard offset >= 0, offset + MemoryLayout<T>.size <= bytes.count else {
                throw Complaint("a truncated executable")
            }
            return bytes[bytes.startIndex + offset..<bytes.startIndex + offset + MemoryLayout<T>.size].reversed()
                .reduce(0) { $0 << 8 | T($1) }
        }
        // 64 bits, little-endian: all that Swift for Linux is built for.
        guard bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]) else { throw Complaint("not a 64-bit ELF executable") }
        let table = Int(try integer(at: 32, as: UInt64.self))
        let size = Int(try integer(at: 54, as: UInt16.self))
        let count = Int(try integer(at: 56, as: UInt16.self))
        segments = try (0..<count).map { try integer(at: table + $0 * size, as: UInt32.self) }
        self.bytes = bytes
    }

    /// No other program is needed to start it, and no library.
    var isStatic: Bool { !segments.contains(Self.interpreter) && !segments.contains(Self.dynamic) }

    func contains(_ text: String) -> Bool { bytes.range(of: Data(text.utf8)) != nil }
}
