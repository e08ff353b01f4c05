import Bytes

/// The digits behind a second's point.
struct TimeFraction: BitwiseCopyable {
    var nanos: Int32 = 0
    /// Digits of the source, at most 9: what is finer than a nanosecond is cut off, not rounded.
    var digits: UInt8 = 0
    /// Bytes the digits took, which may be more than nine.
    var length = 0

    @inline(__always) init() {}

    /// All digits at `position`, eight at a time. Nothing there: length 0.
    @inline(__always)
    init(_ buffer: borrowing ByteBuffer, at position: Int, to end: Int) {
        var word = buffer.word(at: position) ^ (SWAR.ones &* 0x30)
        let other = ((word &+ SWAR.ones &* 0x76) | word) & SWAR.highs
        let count = min(SWAR.first(other), end &- position)
        if count < 8 { word = SWAR.keep(word, first: count) }
        // Lamport's steps: neighbours to pairs, pairs to fours, fours to eight.
        word = (word &* 10 &+ (word &>> 8)) & 0x00FF_00FF_00FF_00FF
        word = (word &* 100 &+ (word &>> 16)) & 0x0000_FFFF_0000_FFFF
        word = (word &* 10_000 &+ (word &>> 32)) & 0xFFFF_FFFF
        nanos = Int32(truncatingIfNeeded: word &* 10)
        digits = UInt8(truncatingIfNeeded: count)
        length = count
        if count == 8 { takeRest(buffer, at: position &+ 8, to: end) }
    }

    /// The ninth digit counts, those behind it are passed over.
    mutating func takeRest(_ buffer: borrowing ByteBuffer, at position: Int, to end: Int) {
        var position = position
        while position < end, buffer[position] &- 0x30 < 10 {
            if digits == 8 {
                nanos &+= Int32(buffer[position] &- 0x30)
                digits = 9
            }
            length &+= 1
            position &+= 1
        }
    }

    /// The same of a bounded number of digits, as many as there are; nil where there are fewer.
    @inline(__always)
    init?(_ buffer: borrowing ByteBuffer, at position: Int, to end: Int, least: Int, most: Int) {
        self.init(buffer, at: position, to: min(end, position &+ most))
        guard length >= least else { return nil }
    }

    /// A `.` or `,` and the digits behind it, if both are there; the length counts both.
    @inline(__always)
    static func behindPoint(_ buffer: borrowing ByteBuffer, at position: Int, to end: Int) -> TimeFraction {
        guard position < end, buffer[position] == 0x2E || buffer[position] == 0x2C else { return TimeFraction() }
        var fraction = TimeFraction(buffer, at: position &+ 1, to: end)
        if fraction.length > 0 { fraction.length &+= 1 }
        return fraction
    }
}
