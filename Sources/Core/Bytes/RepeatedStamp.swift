/// A time stamp that is expected again but for the second of its minute, and what is written for it: `11/Oct/2026:14:32:07 +0200`,
/// and `2026-10-11T12:32`. Most lines of a log are of the same minute as the one before.
///
/// Two vectors hold the stamp; its two digits, and what lies behind it, are left out of the comparison.
@frozen @usableFromInline package struct RepeatedStamp: BitwiseCopyable, Sendable {
    @usableFromInline let low, high: SIMD2<UInt64>
    @usableFromInline let lowMask, highMask: SIMD2<UInt64>
    @usableFromInline let text: SIMD2<UInt64>
    /// Bytes of the stamp; -1 for none, which nothing repeats.
    @usableFromInline let count: Int
    /// Where its two digits stand.
    @usableFromInline let digits: Int
    /// The second of the minute that was written last; -1 where that has been taken, or nothing was written.
    @usableFromInline package var second: Int64

    /// Bytes that `write` may touch.
    @inlinable package static var room: Int { 24 }
    package static var limit: Int { 32 }

    /// None.
    package init() {
        (low, high, lowMask, highMask, text) = (.zero, .zero, .zero, .zero, .zero)
        (count, digits, second) = (-1, 0, -1)
    }

    /// - Parameters:
    ///   - stamp: of 32 bytes at most; nil for more.
    ///   - digits: where the two digits of the second stand in the buffer.
    ///   - text: sixteen bytes, to the minute.
    package init?(_ buffer: borrowing ByteBuffer, _ stamp: Slice, digits: Int, text: SIMD2<UInt64>) {
        buffer.check(stamp)
        guard stamp.count <= Self.limit, digits >= stamp.start, digits &+ 2 <= stamp.end else { return nil }
        let words = [0, 8, 16, 24].map { buffer.word(at: min(stamp.start &+ $0, buffer.capacity)) }
        let place = digits &- stamp.start
        let masks = (0..<4).map { word in
            (0..<8).reduce(UInt64(0)) { mask, byte in
                let position = 8 &* word &+ byte
                let counts = position < stamp.count && position != place && position != place &+ 1
                return counts ? mask | 0xFF &<< UInt64(8 &* byte) : mask
            }
        }
        low = SIMD2(words[0], words[1])
        high = SIMD2(words[2], words[3])
        lowMask = SIMD2(masks[0], masks[1])
        highMask = SIMD2(masks[2], masks[3])
        self.text = text
        count = stamp.count
        self.digits = place
        second = -1
    }

    /// Invariant: 32 bytes can be read at the place, within a buffer or the padding behind it.
    @inlinable @inline(__always) func isRepeated(by place: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        guard length == count else { return false }
        let bytes = unsafe UnsafeRawPointer(place)
        let first = unsafe bytes.loadUnaligned(as: SIMD2<UInt64>.self)
        let rest = unsafe (bytes + 16).loadUnaligned(as: SIMD2<UInt64>.self)
        let difference = (first ^ low) & lowMask | (rest ^ high) & highMask
        // Two digits, 00 to 59: what is added carries into the upper half of a byte that is too large.
        let pair = unsafe (bytes + digits).loadUnaligned(as: UInt16.self).littleEndian ^ 0x3030
        return difference[0] | difference[1] == 0 && (pair | (pair &+ 0x060A)) & 0xF0F0 == 0
    }

    /// Writes the text of a stamp that repeats this one, and a quote behind it.
    /// - Returns: bytes written.
    @inlinable @inline(__always)
    mutating func write(_ place: UnsafePointer<UInt8>, to target: UnsafeMutablePointer<UInt8>) -> Int {
        let pair = unsafe UInt64((UnsafeRawPointer(place) + digits).loadUnaligned(as: UInt16.self).littleEndian)
        second = Int64(truncatingIfNeeded: (pair & 0xF) &* 10 &+ pair &>> 8 & 0xF)
        // `:SSZ"`
        let rest = 0x22_5A00_003A | pair &<< 8
        unsafe UnsafeMutableRawPointer(target).storeBytes(of: text, as: SIMD2<UInt64>.self)
        unsafe UnsafeMutableRawPointer(target + 16).storeBytes(of: rest.littleEndian, as: UInt64.self)
        return 21
    }
}

extension ByteBuffer {
    /// Appends what is written for a stamp, if it repeats the one that is remembered.
    @inlinable @inline(__always)
    package mutating func append(_ stamp: inout RepeatedStamp, _ source: borrowing ByteBuffer, _ slice: Slice) -> Bool {
        source.check(slice)
        guard unsafe stamp.isRepeated(by: source.base + slice.start, slice.count) else { return false }
        reserve(RepeatedStamp.room)
        // Without the quote.
        count &+= unsafe stamp.write(source.base + slice.start, to: base + count) &- 1
        return true
    }
}
