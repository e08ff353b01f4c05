import Records

/// XXH64 with seed 0, the fixed hash of a series' key (Yann Collet, github.com/Cyan4973/xxHash, doc/xxhash_spec.md).
///
/// Fixed because `--max-series` keeps the series with the smallest hashes: the same ones on every machine, in every
/// run, in any order of the input. Swift's own `Hasher` is seeded anew for each process. The price is that whoever
/// writes the log may construct keys that collide; the limit on the number of series bounds what that costs.
package enum SeriesHash {
    private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
    private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
    private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
    private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

    package static func hash(_ key: RawSpan) -> UInt64 {
        let count = key.byteCount
        var position = 0
        var hash: UInt64
        if count >= 32 {
            var lanes = (prime1 &+ prime2, prime2, UInt64(0), 0 &- prime1)
            while position &+ 32 <= count {
                lanes.0 = round(lanes.0, key.word(at: position))
                lanes.1 = round(lanes.1, key.word(at: position &+ 8))
                lanes.2 = round(lanes.2, key.word(at: position &+ 16))
                lanes.3 = round(lanes.3, key.word(at: position &+ 24))
                position &+= 32
            }
            hash = lanes.0.rotated(1) &+ lanes.1.rotated(7) &+ lanes.2.rotated(12) &+ lanes.3.rotated(18)
            hash = merge(merge(merge(merge(hash, lanes.0), lanes.1), lanes.2), lanes.3)
        } else {
            hash = prime5
        }
        hash &+= UInt64(truncatingIfNeeded: count)
        while position &+ 8 <= count {
            hash = (hash ^ round(0, key.word(at: position))).rotated(27) &* prime1 &+ prime4
            position &+= 8
        }
        if position &+ 4 <= count {
            hash = (hash ^ key.halfWord(at: position) &* prime1).rotated(23) &* prime2 &+ prime3
            position &+= 4
        }
        let bytes = Span<UInt8>(_bytes: key)
        while position < count {
            hash = (hash ^ UInt64(bytes[position]) &* prime5).rotated(11) &* prime1
            position &+= 1
        }
        hash = (hash ^ hash >> 33) &* prime2
        hash = (hash ^ hash >> 29) &* prime3
        return hash ^ hash >> 32
    }

    @inline(__always)
    private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
        (lane &+ word &* prime2).rotated(31) &* prime1
    }

    @inline(__always)
    private static func merge(_ hash: UInt64, _ lane: UInt64) -> UInt64 {
        (hash ^ round(0, lane)) &* prime1 &+ prime4
    }
}

extension UInt64 {
    @inline(__always)
    fileprivate func rotated(_ bits: UInt64) -> UInt64 {
        self << bits | self >> (64 &- bits)
    }
}
