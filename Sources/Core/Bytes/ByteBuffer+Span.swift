extension ByteBuffer {
    /// Lends a slice as a span, for what is not written in terms of buffers. The span must not outlive the call, which
    /// the compiler sees to.
    @inlinable @inline(__always)
    package func withSpan<Result>(_ slice: Slice, _ body: (RawSpan) -> Result) -> Result {
        check(slice)
        // Invariant: the slice was checked, and the buffer is borrowed, so its memory stays, while the body runs.
        let bytes = unsafe UnsafeRawBufferPointer(start: base + slice.start, count: slice.count)
        return unsafe body(bytes.bytes)
    }
}
