import Glibc

/// The members of a JSON object, written in one go each: a head such as `,"name":"`, which stands ready in a buffer, and the
/// value behind it. Most heads and values are short, and what is short is moved as two vectors.
extension ByteBuffer {
    /// Appends the head and the value as they are.
    @inlinable @inline(__always)
    package mutating func append(_ source: borrowing ByteBuffer, head: Slice, value: Slice) {
        source.check(head)
        source.check(value)
        reserve(head.count &+ value.count)
        unsafe Self.moveShort(source.base + head.start, base + count, head.count)
        unsafe Self.moveShort(source.base + value.start, base + count + head.count, value.count)
        count &+= head.count &+ value.count
    }

    /// The same, and a quote behind them.
    @inlinable @inline(__always)
    package mutating func append(_ source: borrowing ByteBuffer, head: Slice, quoted value: Slice) {
        append(source, head: head, value: value)
        append(0x22)
    }

    /// Appends the head, the value escaped, and a quote.
    @inlinable @inline(__always)
    package mutating func append(_ source: borrowing ByteBuffer, head: Slice, escaping value: Slice) {
        source.check(head)
        source.check(value)
        reserve(head.count &+ value.count &+ 1)
        unsafe Self.moveShort(source.base + head.start, base + count, head.count)
        count &+= head.count
        let copied = copyOrdinaryReserved(source, from: value.start, to: value.end)
        if copied != value.end { append(escapingRest: source, Slice(from: copied, to: value.end)) }
        append(0x22)
    }

    @usableFromInline mutating func append(escapingRest source: borrowing ByteBuffer, _ rest: Slice) {
        append(escaping: source, rest)
    }

    /// Up to 32 bytes go as two vectors, into and out of the padding; more through memcpy.
    @inlinable @inline(__always) static func moveShort(
        _ source: UnsafePointer<UInt8>, _ target: UnsafeMutablePointer<UInt8>, _ length: Int
    ) {
        // Invariant: both ends have 64 bytes of padding behind what the caller checked and reserved.
        if length <= 32 {
            let low = unsafe UnsafeRawPointer(source).loadUnaligned(as: SIMD2<UInt64>.self)
            let high = unsafe UnsafeRawPointer(source + 16).loadUnaligned(as: SIMD2<UInt64>.self)
            unsafe UnsafeMutableRawPointer(target).storeBytes(of: low, as: SIMD2<UInt64>.self)
            unsafe UnsafeMutableRawPointer(target + 16).storeBytes(of: high, as: SIMD2<UInt64>.self)
        } else {
            unsafe memcpy(target, source, length)
        }
    }

    /// Overwrites a byte that has been appended.
    @inlinable @inline(__always) package mutating func put(_ byte: UInt8, at position: Int) {
        precondition(position >= 0 && position < count)
        unsafe base[position] = byte
    }
}
