import Bytes
import Testing

@testable import Hashing

/// Calls a function with the text in a buffer.
private func with<Result>(_ bytes: [UInt8], _ body: (borrowing ByteBuffer, Slice) -> Result) -> Result {
    var buffer = ByteBuffer(capacity: bytes.count)
    buffer.append(bytes)
    return body(buffer, Slice(start: 0, count: bytes.count))
}

private func hex(_ digest: SHA256.Digest) -> String {
    var buffer = ByteBuffer(capacity: 64)
    digest.append(hexTo: &buffer)
    return buffer.text(Slice(start: 0, count: buffer.count))
}

private func sha256(_ bytes: [UInt8]) -> String {
    var hash = SHA256()
    with(bytes) { hash.update($0, $1) }
    return hex(hash.digest())
}

private func hmac(_ key: [UInt8], _ bytes: [UInt8]) -> String { with(bytes) { hex(HMAC(key: key).digest($0, $1)) } }

private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

@Suite("A hash")
struct HashingTests {
    @Test(
        "of SHA-256 is that of FIPS 180-2, appendix B, and RFC 6234 §8.5",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func sha(text: String, expected: String) { #expect(sha256(bytes(text)) == expected) }

    @Test("of SHA-256 is right for texts of many blocks")
    func longText() {
        #expect(
            sha256([UInt8](repeating: 0x61, count: 1_000_000))
                == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test("of SHA-256 does not depend on where the text is cut")
    func cuts() {
        let text = (0..<200).map { UInt8($0) }
        for cut in text.indices {
            var hash = SHA256()
            hash.update(text[..<cut])
            _ = hash.digest()
            hash.update(text[cut...])
            #expect(hex(hash.digest()) == sha256(text))
        }
    }

    @Test(
        "with a key is that of RFC 4231 §4",
        arguments: [
            (
                [UInt8](repeating: 0x0B, count: 20), bytes("Hi There"),
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
            ),
            (
                bytes("Jefe"), bytes("what do ya want for nothing?"),
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            ),
            (
                [UInt8](repeating: 0xAA, count: 20), [UInt8](repeating: 0xDD, count: 50),
                "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
            ),
            (
                [UInt8](repeating: 0xAA, count: 131), bytes("Test Using Larger Than Block-Size Key - Hash Key First"),
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
            ),
        ])
    func keyed(key: [UInt8], text: [UInt8], expected: String) { #expect(hmac(key, text) == expected) }

    @Test("of CRC-32 is that of zlib", arguments: [("", 0), ("123456789", 0xCBF4_3926), ("weir", 0x9384_8E0C)])
    func crc(text: String, expected: UInt32) { #expect(with(bytes(text)) { CRC32.checksum($0, $1) } == expected) }

    @Test(
        "of XXH64 is that of the reference program",
        arguments: [
            (bytes(""), 0xEF46_DB37_51D8_E999, 0xAC75_FDA2_929B_17EF),
            (bytes("a"), 0xD24E_C4F1_A98C_6E5B, 0x393D_A8B7_8992_279B),
            (bytes("abc"), 0x44BC_2CF5_AD77_0999, 0x1318_DF30_094A_85FD),
            (bytes("weir"), 0x25CB_98BE_5B82_688E, 0x0890_98D3_B018_D1DF),
            (bytes("The quick brown fox jumps over the lazy dog"), 0x0B24_2D36_1FDA_71BC, 0xB31B_9019_EC17_6B0C),
            ((0..<101).map { UInt8($0) }, 0xE990_3849_5F85_381E, 0xA1C6_D417_4C37_136D),
        ] as [([UInt8], UInt64, UInt64)])
    func xxh64(text: [UInt8], plain: UInt64, seeded: UInt64) {
        #expect(with(text) { XXH64.hash($0, $1) } == plain)
        #expect(with(text) { XXH64.hash($0, $1, seed: 2_654_435_761) } == seeded)
    }
}
