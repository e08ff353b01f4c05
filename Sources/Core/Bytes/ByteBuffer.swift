import Glibc

/// Growing memory for bytes, with `padding` readable and writable bytes behind its end, so that eight can be moved
/// where one is meant. Positions are checked, memory never shrinks.
///
/// Invariants, for every `unsafe` in this file and its extensions:
/// - `base` points to `capacity + padding` bytes that only this value owns;
/// - `0 <= count <= capacity`; a slice is checked against `capacity` before its bytes are touched.
@frozen @safe @usableFromInline package struct ByteBuffer: ~Copyable {
    @usableFromInline package internal(set) var base: UnsafeMutablePointer<UInt8>
    @usableFromInline package internal(set) var capacity: Int
    /// Where the next appended byte goes.
    @usableFromInline package internal(set) var count: Int

    /// Bytes behind the end that may be read (their content means nothing) and overwritten.
    @inlinable package static var padding: Int { 64 }

    package init(capacity: Int) {
        unsafe base = .allocate(capacity: capacity &+ Self.padding)
        unsafe base.initialize(repeating: 0, count: capacity &+ Self.padding)
        self.capacity = capacity
        count = 0
    }

    deinit { unsafe base.deallocate() }

    @inlinable @inline(__always) package subscript(_ position: Int) -> UInt8 {
        precondition(position >= 0 && position < capacity)
        return unsafe base[position]
    }

    @inlinable @inline(__always) package func check(_ slice: Slice) {
        precondition(slice.start >= 0 && slice.count >= 0 && slice.end <= capacity)
    }

    /// Room for `more` bytes behind `count`; positions stay what they were.
    @inlinable @inline(__always) package mutating func reserve(_ more: Int) {
        if more > capacity &- count { grow(toHold: count &+ more) }
    }

    @usableFromInline mutating func grow(toHold needed: Int) {
        precondition(needed < Int(Int32.max), "a record or line of 2 GiB")
        let larger = max(needed, capacity &* 2)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger &+ Self.padding)
        unsafe moved.initialize(from: base, count: capacity &+ Self.padding)
        unsafe (moved + capacity).initialize(repeating: 0, count: larger &- capacity &+ Self.padding)
        unsafe base.deallocate()
        unsafe base = moved
        capacity = larger
    }

    /// Forgets what stands at and behind `position`.
    @inlinable @inline(__always) package mutating func truncate(to position: Int) {
        precondition(position >= 0 && position <= count)
        count = position
    }

    @inlinable package mutating func removeAll() { count = 0 }

    /// Eight bytes as a little-endian word; bytes behind the content are padding.
    @inlinable @inline(__always) package func word(at position: Int) -> UInt64 {
        precondition(position >= 0 && position <= capacity)
        return unsafe UInt64(littleEndian: UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self))
    }

    package func copy(_ slice: Slice) -> [UInt8] {
        check(slice)
        return unsafe Array(UnsafeBufferPointer(start: base + slice.start, count: slice.count))
    }

    /// The bytes as text; what is not UTF-8 becomes U+FFFD.
    package func text(_ slice: Slice) -> String {
        check(slice)
        return unsafe String(
            decoding: UnsafeBufferPointer(start: base + slice.start, count: slice.count), as: UTF8.self)
    }

    package var contents: [UInt8] { copy(Slice(start: 0, count: count)) }
}
