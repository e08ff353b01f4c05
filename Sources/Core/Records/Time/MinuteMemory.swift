import Bytes

/// Reads event times in a row: weir's own stamps, `2026-11-01T09:30:15Z`, mostly are of the minute before.
package struct MinuteMemory: BitwiseCopyable {
    /// `2026-11-01T09:30`; at first what no text is.
    private var date = UInt64.max
    private var time: UInt64 = 0
    /// The beginning of that minute in nanoseconds since 1970.
    private var start: Int64 = 0

    package init() {}

    /// Nanoseconds since 1970, as `Timestamp(rfc3339:)` reads them; nil for what is no such stamp.
    @inline(__always)
    package mutating func nanoseconds(_ buffer: borrowing ByteBuffer, _ slice: Slice) -> Int64? {
        if slice.count == 20, buffer.word(at: slice.start) == date, buffer.word(at: slice.start &+ 8) == time,
            let second = Self.second(buffer, at: slice.start &+ 16)
        {
            return start &+ second &* 1_000_000_000
        }
        return learn(buffer, slice)
    }

    @inline(never) private mutating func learn(_ buffer: borrowing ByteBuffer, _ slice: Slice) -> Int64? {
        guard let nanoseconds = Timestamp(rfc3339: buffer, slice)?.nanoseconds else { return nil }
        if slice.count == 20, let second = Self.second(buffer, at: slice.start + 16) {
            let (start, overflow) = nanoseconds.subtractingReportingOverflow(second * 1_000_000_000)
            if !overflow {
                date = buffer.word(at: slice.start)
                time = buffer.word(at: slice.start + 8)
                self.start = start
            }
        }
        return nanoseconds
    }

    /// Of `:00Z` to `:59Z`; nil for others.
    @inline(__always) private static func second(_ buffer: borrowing ByteBuffer, at position: Int) -> Int64? {
        guard buffer.word(at: position) & 0xFF00_00FF == 0x5A00_003A else { return nil }
        return SecondMemory.second(buffer, before: position &+ 3)
    }
}
