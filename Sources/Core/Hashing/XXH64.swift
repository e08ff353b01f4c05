import Bytes

/// xxHash's 64 bits (https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md): to tell texts apart and to deal
/// them out evenly, the same on every machine; not against those who look for two that collide.
package enum XXH64 {
    private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
    private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
    private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
    private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

    package static func hash(_ buffer: borrowing ByteBuffer, _ slice: Slice, seed: UInt64 = 0) -> UInt64 {
        var position = slice.start
        var hash: UInt64
        if slice.count >= 32 {
            var a = seed &+ prime1 &+ prime2
            var b = seed &+ prime2
            var c = seed
            var d = seed &- prime1
            while slice.end &- position >= 32 {
                a = round(a, buffer.word(at: position))
                b = round(b, buffer.word(at: position &+ 8))
                c = round(c, buffer.word(at: position &+ 16))
                d = round(d, buffer.word(at: position &+ 24))
                position &+= 32
            }
            hash = a.rotated(1) &+ b.rotated(7) &+ c.rotated(12) &+ d.rotated(18)
            hash = merge(merge(merge(merge(hash, a), b), c), d)
        } else {
            hash = seed &+ prime5
        }
        return finish(hash &+ UInt64(slice.count), buffer, position, slice.end)
    }

    private static func finish(
        _ start: UInt64, _ buffer: borrowing ByteBuffer, _ from: Int, _ end: Int
    ) -> UInt64 {
        var hash = start
        var position = from
        while end &- position >= 8 {
            hash = (hash ^ round(0, buffer.word(at: position))).rotated(27) &* prime1 &+ prime4
            position &+= 8
        }
        if end &- position >= 4 {
            hash ^= (buffer.word(at: position) & 0xFFFF_FFFF) &* prime1
            hash = hash.rotated(23) &* prime2 &+ prime3
            position &+= 4
        }
        while position < end {
            hash = (hash ^ UInt64(buffer[position]) &* prime5).rotated(11) &* prime1
            position &+= 1
        }
        hash = (hash ^ hash &>> 33) &* prime2
        hash = (hash ^ hash &>> 29) &* prime3
        return hash ^ hash &>> 32
    }

    @inline(__always) private static func merge(_ hash: UInt64, _ lane: UInt64) -> UInt64 {
        (hash ^ round(0, lane)) &* prime1 &+ prime4
    }

    @inline(__always) private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
        (lane &+ word &* prime2).rotated(31) &* prime1
    }
}

extension UInt64 {
    /// Rotated to the left.
    @inline(__always) fileprivate func rotated(_ bits: UInt64) -> UInt64 { self &<< bits | self &>> (64 &- bits) }
}
