import Bytes
import Hashing
import Records

extension FunctionTable {
    static let hashes: [Function] = [
        Function(
            "crc32", [.init("text", .text)], .number, "The check sum of zip and gzip.",
            examples: [.init(#"crc32("123456789")"#, "3421780262")],
            otherNames: ["crc"],
            .one { text, record, _ in
                guard case .text(let text) = text else { return .null }
                return .integer(Int64(CRC32.checksum(record.store.buffer, text)))
            }),
        Function(
            "xxh64", [.init("text", .text)], .text,
            "The 64 bits of xxHash, as hexadecimal digits: quick, for keys and samples.",
            examples: [.init(#"xxh64("abc")"#, #""44bc2cf5ad770999""#)],
            otherNames: ["xxhash", "hash", "fnv", "fnv1a", "murmur", "xxhash64"],
            .one { text, record, _ in
                guard case .text(let text) = text else { return .null }
                let hash = XXH64.hash(record.store.buffer, text)
                return record.made { buffer in
                    for shift in stride(from: UInt64(56), through: 0, by: -8) {
                        buffer.append(hex: UInt8(truncatingIfNeeded: hash >> shift))
                    }
                }
            }),
        Function(
            "sha256", [.init("text", .text)], .text, "The 256 bits of SHA-2, as hexadecimal digits.",
            examples: [
                .init(
                    #"sha256("abc")"#, #""ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad""#)
            ],
            otherNames: ["sha", "sha2", "md5", "sha1"],
            .one { text, record, _ in
                guard case .text(let text) = text else { return .null }
                var hash = SHA256()
                hash.update(record.store.buffer, text)
                let digest = hash.digest()
                return record.made { digest.append(hexTo: &$0) }
            }),
        Function(
            "hmac", [.init("text", .text), .init("key", .text)], .text,
            "The text's hash with a key, HMAC with SHA-256, as hexadecimal digits.",
            examples: [
                .init(
                    #"hmac("what do ya want for nothing?", "Jefe")"#,
                    #""5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843""#)
            ],
            otherNames: ["hmac_sha256"],
            .prepared { literals in KeyedHash(key: literals[1]) }),
    ]
}

/// The key's half of the work is done once where the key stands in the expression.
private final class KeyedHash: PreparedFunction {
    private let known: HMAC?

    init(key: Literal?) {
        if case .text(let text) = key { known = HMAC(key: Array(text.utf8)) } else { known = nil }
    }

    func callAsFunction(_ arguments: Arguments, _ record: inout Record, _ tally: inout Tally) -> Value {
        guard case .text(let text) = arguments.first, case .text(let key) = arguments.second else { return .null }
        let keyed = known ?? HMAC(key: record.store.buffer.copy(key))
        let digest = keyed.digest(record.store.buffer, text)
        return record.made { digest.append(hexTo: &$0) }
    }
}
