import Bytes

/// A zone written as its distance from UTC: `Z`, `+02:00`, `+0200`, `+02`.
///
/// `-00:00`, which RFC 3339 §4.3 means as "UTC, and where is unknown", is UTC.
struct TimeOffset: BitwiseCopyable {
    /// Seconds east of UTC, less than a day either way.
    let seconds: Int32
    /// Bytes it took.
    let length: Int

    @inline(__always) init(seconds: Int32, length: Int) {
        self.seconds = seconds
        self.length = length
    }

    /// Nil where none is written; minutes that are none (`+0299`) are left unread.
    @inline(__always)
    init?(_ buffer: borrowing ByteBuffer, at position: Int, to end: Int) {
        guard position < end else { return nil }
        let first = buffer[position]
        if first | 0x20 == 0x7A {
            self.init(seconds: 0, length: 1)
            return
        }
        guard first == 0x2B || first == 0x2D, position &+ 3 <= end,
            let hours = buffer.digits(at: position &+ 1, width: 2), hours < 24
        else { return nil }
        var minutes = 0
        var length = 3
        let colon = position &+ 3 < end && buffer[position &+ 3] == 0x3A ? 1 : 0
        if position &+ 5 &+ colon <= end, let read = buffer.digits(at: position &+ 3 &+ colon, width: 2), read < 60 {
            minutes = read
            length = 5 &+ colon
        }
        let seconds = Int32(truncatingIfNeeded: hours &* 3600 &+ minutes &* 60)
        self.init(seconds: first == 0x2D ? 0 &- seconds : seconds, length: length)
    }
}
