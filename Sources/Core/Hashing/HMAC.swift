import Bytes

/// A keyed hash, HMAC with SHA-256 (RFC 2104): who does not have the key can neither make it nor try names until one fits.
///
/// The key's two blocks are hashed once, when it is made.
package struct HMAC: Sendable {
    private var inner = SHA256()
    private var outer = SHA256()

    package init(key: [UInt8]) {
        var block = key
        if key.count > 64 {
            var hash = SHA256()
            hash.update(key)
            let digest = hash.digest()
            block = (0..<SHA256.Digest.count).map { digest[$0] }
        }
        block += [UInt8](repeating: 0, count: 64 - block.count)
        for byte in block {
            inner.update(byte ^ 0x36)
            outer.update(byte ^ 0x5C)
        }
    }

    package func digest(_ buffer: borrowing ByteBuffer, _ slice: Slice) -> SHA256.Digest {
        var inner = inner
        inner.update(buffer, slice)
        let digest = inner.digest()
        var outer = outer
        for position in 0..<SHA256.Digest.count { outer.update(digest[position]) }
        return outer.digest()
    }
}
