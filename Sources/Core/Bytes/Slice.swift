/// A run of bytes inside a `ByteStore`, by position: what is stored and passed on instead of pointers or copies, and
/// what survives when the store's memory moves. Stores are below 2 GiB, so 32 bits do.
@frozen @usableFromInline package struct Slice: BitwiseCopyable, Equatable, Sendable {
    @usableFromInline let start32: Int32
    @usableFromInline let count32: Int32

    @inlinable @inline(__always) package init(start: Int, count: Int) {
        start32 = Int32(truncatingIfNeeded: start)
        count32 = Int32(truncatingIfNeeded: count)
    }

    @inlinable @inline(__always) package init(from start: Int, to end: Int) {
        self.init(start: start, count: end &- start)
    }

    @inlinable package static var empty: Slice { Slice(start: 0, count: 0) }

    @inlinable @inline(__always) package var start: Int { Int(start32) }
    @inlinable @inline(__always) package var count: Int { Int(count32) }
    @inlinable @inline(__always) package var end: Int { start &+ count }
    @inlinable @inline(__always) package var isEmpty: Bool { count32 == 0 }

    /// The same run without its first `n` bytes, or empty.
    @inlinable package func dropFirst(_ n: Int) -> Slice {
        n >= count ? Slice(start: end, count: 0) : Slice(start: start &+ n, count: count &- n)
    }

    @inlinable package func prefix(_ n: Int) -> Slice { Slice(start: start, count: min(max(n, 0), count)) }
}
