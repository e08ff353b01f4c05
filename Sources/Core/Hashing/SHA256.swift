import Bytes

/// The secure hash of FIPS 180-4 (RFC 6234): 256 bits that nobody can find another text for.
///
/// A value that takes bytes as they come; 64 are worked on at a time, in place, so nothing is allocated.
package struct SHA256: Sendable {
    private var state: InlineArray<8, UInt32> = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    /// The first sixteen are the block that is being filled, big-endian; the others follow from them.
    private var words = InlineArray<64, UInt32>(repeating: 0)
    private var length: UInt64 = 0

    package init() {}

    @inline(__always) package mutating func update(_ byte: UInt8) {
        let place = Int(truncatingIfNeeded: length & 63)
        let word = place &>> 2
        words[word] = (place & 3 == 0 ? 0 : words[word] &<< 8) | UInt32(byte)
        length &+= 1
        if place == 63 { compress() }
    }

    package mutating func update(_ bytes: some Sequence<UInt8>) { for byte in bytes { update(byte) } }

    package mutating func update(_ buffer: borrowing ByteBuffer, _ slice: Slice) {
        for position in slice.start..<slice.end { update(buffer[position]) }
    }

    /// The hash of all that was taken; the value itself can go on.
    package func digest() -> Digest {
        var last = self
        last.finish()
        return Digest(words: last.state)
    }

    /// The bit that ends the text, zeros, and the length in bits.
    private mutating func finish() {
        let bits = length &* 8
        update(0x80)
        while length & 63 != 56 { update(0) }
        for shift in stride(from: UInt64(56), through: 0, by: -8) { update(UInt8(truncatingIfNeeded: bits &>> shift)) }
    }

    private mutating func compress() {
        for index in 16..<64 {
            let a = words[index &- 15]
            let b = words[index &- 2]
            let first = a.rotated(7) ^ a.rotated(18) ^ a &>> 3
            let second = b.rotated(17) ^ b.rotated(19) ^ b &>> 10
            words[index] = words[index &- 16] &+ first &+ words[index &- 7] &+ second
        }
        var s = state
        for index in 0..<64 {
            let e = s[4]
            let choice = e & s[5] ^ ~e & s[6]
            let first = s[7] &+ (e.rotated(6) ^ e.rotated(11) ^ e.rotated(25)) &+ choice
            let a = s[0]
            let majority = a & s[1] ^ a & s[2] ^ s[1] & s[2]
            let added = first &+ Self.constants[index] &+ words[index]
            let second = (a.rotated(2) ^ a.rotated(13) ^ a.rotated(22)) &+ majority
            s = [added &+ second, a, s[1], s[2], s[3] &+ added, e, s[5], s[6]]
        }
        for index in 0..<8 { state[index] &+= s[index] }
    }

    /// The fractions of the cube roots of the first 64 primes.
    private static let constants: InlineArray<64, UInt32> = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]

    /// What a hash gives: 32 bytes.
    package struct Digest: Sendable, Equatable {
        let words: InlineArray<8, UInt32>

        package static var count: Int { 32 }

        package subscript(_ position: Int) -> UInt8 {
            UInt8(truncatingIfNeeded: words[position &>> 2] &>> UInt32(24 &- 8 &* (position & 3)))
        }

        package static func == (a: Digest, b: Digest) -> Bool {
            var difference: UInt32 = 0
            for index in 0..<8 { difference |= a.words[index] ^ b.words[index] }
            return difference == 0
        }

        /// Lower-case hexadecimal digits, two for each of the first `count` bytes.
        package func append(hexTo buffer: inout ByteBuffer, count: Int = Digest.count) {
            for position in 0..<min(count, Digest.count) { buffer.append(hex: self[position]) }
        }
    }
}

extension UInt32 {
    /// Rotated to the right.
    @inline(__always) fileprivate func rotated(_ bits: UInt32) -> UInt32 { self &>> bits | self &<< (32 &- bits) }
}
