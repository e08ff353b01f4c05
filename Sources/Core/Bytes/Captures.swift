/// Where something began and ended, as positions in a buffer.
@frozen @usableFromInline package struct Capture: BitwiseCopyable, Sendable {
    @usableFromInline package var start: Int32
    @usableFromInline package var end: Int32

    @inlinable @inline(__always) package init(start: Int32 = 0, end: Int32 = 0) {
        self.start = start
        self.end = end
    }

    @inlinable @inline(__always) package var slice: Slice { Slice(from: Int(start), to: Int(end)) }
}

/// The places that a pattern's captures are written to, match after match.
///
/// Invariant for every `unsafe` here: `base` points to `Captures.count` places, which are freed with this.
@safe @usableFromInline package final class Captures {
    @usableFromInline package let base: UnsafeMutablePointer<Capture>

    @inlinable package static var count: Int { 64 }

    package init() {
        unsafe base = .allocate(capacity: Self.count)
        unsafe base.initialize(repeating: Capture(), count: Self.count)
    }

    deinit { unsafe base.deallocate() }

    @inlinable @inline(__always) package subscript(_ place: Int) -> Capture {
        precondition(place >= 0 && place < Self.count)
        return unsafe base[place]
    }
}
