import Bytes

extension Timestamp {
    /// Reads the whole slice as RFC 3339, with what ISO 8601 and logs allow besides: `T`, `t` or a space; `.` or `,` and
    /// any number of fraction digits (nine are kept); `Z`, `z`, `+02:00`, `+0200` or `+02`. A zone must be there.
    ///
    /// A leap second, `:60` in any minute, is the first second of the next minute, as timegm(3) counts: POSIX time has
    /// no name for it. `24:00:00` is none. Nil for everything else; about 6 ns.
    package init?(rfc3339 buffer: borrowing ByteBuffer, _ slice: Slice) {
        let end = slice.end
        guard let second = Self.isoSecond(buffer, at: slice.start, to: end) else { return nil }
        var position = slice.start &+ 19
        if end &- position == 1, buffer[position] == 0x5A {
            self.init(seconds: second)
            return
        }
        let fraction = TimeFraction.behindPoint(buffer, at: position, to: end)
        position &+= fraction.length
        guard let zone = TimeOffset(buffer, at: position, to: end), position &+ zone.length == end else { return nil }
        self.init(seconds: second &- Int64(zone.seconds), nanos: fraction.nanos, digits: fraction.digits)
    }

    /// The civil second, as if in UTC, of the 19 bytes `2015-05-17T10:05:03` at `position`.
    ///
    /// Three words are held against their templates at once: exclusive-or leaves a digit's value where one is meant and
    /// zero where a separator is; adding 0x76 or 0x7F then reaches bit 7 exactly where more than 9, or anything, is left.
    @inline(__always)
    static func isoSecond(_ buffer: borrowing ByteBuffer, at position: Int, to end: Int) -> Int64? {
        guard end &- position >= 19 else { return nil }
        let middle = buffer.word(at: position &+ 8)
        let separator = UInt8(truncatingIfNeeded: middle &>> 16)
        guard separator | 0x20 == 0x74 || separator == 0x20 else { return nil }
        let date = buffer.word(at: position) ^ 0x2D30_302D_3030_3030  // 0000-00-
        let time = (middle ^ 0x3030_3A30_3000_3030) & 0xFFFF_FFFF_FF00_FFFF  // 00T00:00
        let rest = (buffer.word(at: position &+ 16) & 0xFF_FFFF) ^ 0x30_303A  // :00
        let wrong =
            (date &+ 0x7F76_767F_7676_7676) | date | (time &+ 0x7676_7F76_7676_7676) | time | (rest &+ 0x76_767F) | rest
        guard wrong & SWAR.highs == 0 else { return nil }
        // Each pair of neighbours becomes its number in the lower byte.
        let dates = date &* 10 &+ (date &>> 8)
        let times = time &* 10 &+ (time &>> 8)
        let seconds = rest &* 10 &+ (rest &>> 8)
        return civilSecond(
            year: Int(dates & 0xFF) &* 100 &+ Int(dates &>> 16 & 0xFF), month: Int(dates &>> 40 & 0xFF),
            day: Int(times & 0xFF), hour: Int(times &>> 24 & 0xFF), minute: Int(times &>> 48 & 0xFF),
            second: Int(seconds &>> 8 & 0xFF))
    }

    /// Seconds since 1970 as if in UTC; nil where a part is out of its range (a second may be 60).
    @inline(__always)
    static func civilSecond(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) -> Int64? {
        guard hour < 24, minute < 60, second <= 60, CivilDate.isValid(year: year, month: month, day: day) else {
            return nil
        }
        let days = CivilDate.days(year: year, month: month, day: day)
        return Int64(days &* 86_400 &+ hour &* 3600 &+ minute &* 60 &+ second)
    }
}
