/// CRC-32C (Castagnoli, RFC 3720 §12.1): finds every torn, shifted or NUL-filled file that a crash leaves.
enum Checksum {
    private static let table: [UInt32] = (0..<256).map { (byte: UInt32) in
        (0..<8).reduce(byte) { rest, _ in rest & 1 == 1 ? rest >> 1 ^ 0x82F6_3B78 : rest >> 1 }
    }

    static func crc32c(_ bytes: some Sequence<UInt8>) -> UInt32 {
        let table = table
        return ~bytes.reduce(~0) { sum, byte in sum &>> 8 ^ table[Int(truncatingIfNeeded: (sum ^ UInt32(byte)) & 0xFF)]
        }
    }
}
