import Bytes

/// The check sum of zip, gzip and PNG (RFC 1952 §8): quick, and for accidents only.
package enum CRC32 {
    package static func checksum(_ buffer: borrowing ByteBuffer, _ slice: Slice) -> UInt32 {
        var sum = ~UInt32(0)
        for position in slice.start..<slice.end {
            sum = table[Int(truncatingIfNeeded: (sum ^ UInt32(buffer[position])) & 0xFF)] ^ sum &>> 8
        }
        return ~sum
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { sum, _ in sum & 1 == 0 ? sum &>> 1 : 0xEDB8_8320 ^ sum &>> 1 }
    }
}
