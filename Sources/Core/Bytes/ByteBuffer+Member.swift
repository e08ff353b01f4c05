import Glibc

/// The members of a JSON object, written in one go each: a head such as `,"name":"`, which stands ready in a buffer, and the
/// value behind it. Most heads and values are short, and what is short is moved as two vectors.
extension ByteBuffer {
    /// Appends the head and the value as they are.
    @inlinable @inline(__always)
    package mutating func append(_ source: borrowing ByteBuffer, head: Slice, value: Slice) {
        append(source, head: head, value: value, quotes: 0)
    }

    /// The same, and a quote behind them.
    @inlinable @inline(__always)
    package mutating func append(_ source: borrowing ByteBuffer, head: Slice, quoted value: Slice) {
        append(source, head: head, value: value, quotes: 1)
    }

    /// - Parameter quotes: one or none, behind the value.
    @inlinable @inline(__always)
    package mutating func append(_ source: borrowing ByteBuffer, head: Slice, value: Slice, quotes: Int) {
        source.check(head)
        source.check(value)
        precondition(quotes >= 0 && quotes <= 1)
        reserve(head.count &+ value.count &+ 1)
        let target = unsafe base + count
        unsafe Self.moveShort(source.base + head.start, target, head.count)
        unsafe Self.moveShort(source.base + value.start, target + head.count, value.count)
        // Where no quote is meant, the next byte takes its place.
        unsafe target[head.count &+ value.count] = 0x22
        count &+= head.count &+ value.count &+ quotes
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

    /// Up to 128 bytes go as vectors, into and out of the padding; more through memcpy.
    @inlinable @inline(__always) static func moveShort(
        _ source: UnsafePointer<UInt8>, _ target: UnsafeMutablePointer<UInt8>, _ length: Int
    ) {
        // Invariant: both ends have 64 bytes of padding behind what the caller checked and reserved.
        if length > 128 {
            unsafe memcpy(target, source, length)
        } else {
            unsafe moveBlock(source, target)
            var moved = 32
            while moved < length {
                unsafe moveBlock(source + moved, target + moved)
                moved &+= 32
            }
        }
    }

    /// Moves 32 bytes.
    @inlinable @inline(__always) static func moveBlock(
        _ source: UnsafePointer<UInt8>, _ target: UnsafeMutablePointer<UInt8>
    ) {
        let low = unsafe UnsafeRawPointer(source).loadUnaligned(as: SIMD2<UInt64>.self)
        let high = unsafe UnsafeRawPointer(source + 16).loadUnaligned(as: SIMD2<UInt64>.self)
        unsafe UnsafeMutableRawPointer(target).storeBytes(of: low, as: SIMD2<UInt64>.self)
        unsafe UnsafeMutableRawPointer(target + 16).storeBytes(of: high, as: SIMD2<UInt64>.self)
    }

    /// Overwrites a byte that has been appended.
    @inlinable @inline(__always) package mutating func put(_ byte: UInt8, at position: Int) {
        precondition(position >= 0 && position < count)
        unsafe base[position] = byte
    }
}
