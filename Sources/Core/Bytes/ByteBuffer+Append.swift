import Glibc

extension ByteBuffer {
    @inlinable @inline(__always) package mutating func append(_ byte: UInt8) {
        reserve(1)
        unsafe base[count] = byte
        count &+= 1
    }

    @inlinable @inline(__always) package mutating func append(_ text: StaticString) {
        let length = text.utf8CodeUnitCount
        reserve(length)
        unsafe memcpy(base + count, text.utf8Start, length)
        count &+= length
    }

    /// The first `length` bytes, up to eight, of a little-endian word.
    @inlinable @inline(__always) package mutating func append(word: UInt64, count length: Int) {
        precondition(length >= 0 && length <= 8)
        reserve(8)
        // Invariant: eight bytes fit, into the padding where need be.
        unsafe UnsafeMutableRawPointer(base + count).storeBytes(of: word.littleEndian, as: UInt64.self)
        count &+= length
    }

    /// Two little-endian words, and the first `length` bytes, up to eight, of a third one.
    @inlinable @inline(__always) package mutating func append(
        words first: UInt64, _ second: UInt64, _ third: UInt64, count length: Int
    ) {
        precondition(length >= 0 && length <= 8)
        reserve(24)
        // Invariant: 24 bytes fit.
        let target = unsafe UnsafeMutableRawPointer(base + count)
        unsafe target.storeBytes(of: SIMD2(first.littleEndian, second.littleEndian), as: SIMD2<UInt64>.self)
        unsafe target.storeBytes(of: third.littleEndian, toByteOffset: 16, as: UInt64.self)
        count &+= 16 &+ length
    }

    package mutating func append(_ text: String) {
        for byte in text.utf8 { append(byte) }
    }

    package mutating func append(_ bytes: [UInt8]) {
        reserve(bytes.count)
        unsafe bytes.withUnsafeBytes { raw in
            // Invariant: room for the bytes was made; an empty array has no address.
            if let start = raw.baseAddress { unsafe memcpy(base + count, start, raw.count) }
        }
        count &+= bytes.count
    }

    /// Copies bytes of somebody else's memory.
    package mutating func append(_ bytes: RawSpan) {
        reserve(bytes.byteCount)
        unsafe bytes.withUnsafeBytes { raw in
            // Invariant: room for the bytes was made; an empty span may have no address.
            if let start = raw.baseAddress { unsafe memcpy(base + count, start, raw.count) }
        }
        count &+= bytes.byteCount
    }

    /// Copies a slice of another buffer. Short runs, which most are, go as two overlapping words.
    @inlinable @inline(__always) package mutating func append(_ source: borrowing ByteBuffer, _ slice: Slice) {
        source.check(slice)
        reserve(slice.count)
        unsafe Self.move(source.base + slice.start, base + count, slice.count)
        count &+= slice.count
    }

    /// Copies a slice of this same buffer to its end.
    @inlinable @inline(__always) package mutating func appendCopy(of slice: Slice) {
        check(slice)
        reserve(slice.count)
        unsafe Self.move(base + slice.start, base + count, slice.count)
        count &+= slice.count
    }

    /// Up to 16 bytes go as two words, into and out of the padding; more through memcpy.
    @inlinable @inline(__always) static func move(
        _ source: UnsafePointer<UInt8>, _ target: UnsafeMutablePointer<UInt8>, _ length: Int
    ) {
        if length <= 16 {
            let low = unsafe UnsafeRawPointer(source).loadUnaligned(as: UInt64.self)
            let high = unsafe UnsafeRawPointer(source + 8).loadUnaligned(as: UInt64.self)
            unsafe UnsafeMutableRawPointer(target).storeBytes(of: low, as: UInt64.self)
            unsafe UnsafeMutableRawPointer(target + 8).storeBytes(of: high, as: UInt64.self)
        } else {
            unsafe memcpy(target, source, length)
        }
    }

    /// A decimal integer without allocation.
    @inlinable package mutating func append(integer value: Int64) {
        reserve(20)
        var rest = value.magnitude
        if value < 0 { append(0x2D) }
        if rest < 10 { return append(0x30 &+ UInt8(truncatingIfNeeded: rest)) }
        var digits = 0
        var probe = rest
        while probe > 0 {
            probe /= 10
            digits &+= 1
        }
        var position = count &+ digits
        count = position
        while rest > 0 {
            position &-= 1
            unsafe base[position] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }

    /// Exactly `width` digits with leading zeros.
    @inlinable package mutating func append(digits value: Int, width: Int) {
        reserve(width)
        var rest = value
        var position = count &+ width
        while position > count {
            position &-= 1
            unsafe base[position] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        count &+= width
    }
}
