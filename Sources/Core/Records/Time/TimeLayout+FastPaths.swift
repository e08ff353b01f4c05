import Bytes

extension TimeLayout {
    /// Everything that `rfc3339` is.
    @inline(__always)
    static func scanRFC3339(_ buffer: borrowing ByteBuffer, from start: Int, to end: Int) -> ScannedStamp? {
        guard let local = Timestamp.isoSecond(buffer, at: start, to: end) else { return nil }
        let second = start &+ 19
        let fraction = TimeFraction.behindPoint(buffer, at: second, to: end)
        let position = second &+ fraction.length
        var stamp = ScannedStamp(
            local: local, nanos: fraction.nanos, digits: fraction.digits,
            fraction: Slice(start: second, count: fraction.length), end: position)
        if let zone = TimeOffset(buffer, at: position, to: end) {
            stamp.offset = zone.seconds
            stamp.end = position &+ zone.length
        }
        return stamp
    }

    /// `10/Oct/2000:13:55:36 -0700`: 26 bytes, each in its place.
    @inline(__always)
    static func scanCLF(_ buffer: borrowing ByteBuffer, from start: Int, to end: Int) -> ScannedStamp? {
        guard end &- start >= 26 else { return nil }
        // 10/Oct/2 000:13:5 5:36 -07 00: letters and the sign are looked at by themselves.
        let first = (buffer.word(at: start) ^ 0x302F_0000_002F_3030) & 0xFFFF_0000_00FF_FFFF
        let second = buffer.word(at: start &+ 8) ^ 0x303A_3030_3A30_3030
        let third = (buffer.word(at: start &+ 16) ^ 0x3030_0020_3030_3A30) & 0xFFFF_00FF_FFFF_FFFF
        let fourth = (buffer.word(at: start &+ 24) ^ 0x3030) & 0xFFFF
        let wrong =
            (first &+ 0x767F_7676_767F_7676) | first | (second &+ 0x767F_7676_7F76_7676) | second
            | (third &+ 0x7676_767F_7676_7F76) | third | (fourth &+ 0x7676) | fourth
        let month = TimeWords.month(letters: buffer.word(at: start &+ 3))
        let sign = buffer[start &+ 21]
        guard wrong & SWAR.highs == 0, month > 0, sign == 0x2B || sign == 0x2D else { return nil }
        let firsts = first &* 10 &+ (first &>> 8)
        let seconds = second &* 10 &+ (second &>> 8)
        let thirds = third &* 10 &+ (third &>> 8)
        let year = Int(first &>> 56) &* 1000 &+ Int(second & 0xFF) &* 100 &+ Int(seconds &>> 8 & 0xFF)
        let minute = Int(second &>> 56) &* 10 &+ Int(third & 0xFF)
        let zoneHours = Int64(thirds &>> 48 & 0xFF)
        let zoneMinutes = Int64((fourth &* 10 &+ (fourth &>> 8)) & 0xFF)
        guard zoneHours < 24, zoneMinutes < 60,
            let local = Timestamp.civilSecond(
                year: year, month: month, day: Int(firsts & 0xFF), hour: Int(seconds &>> 32 & 0xFF), minute: minute,
                second: Int(thirds &>> 16 & 0xFF))
        else { return nil }
        let offset = Int32(truncatingIfNeeded: zoneHours &* 3600 &+ zoneMinutes &* 60)
        return ScannedStamp(
            local: local, offset: sign == 0x2D ? 0 &- offset : offset, fraction: Slice(start: start &+ 20, count: 0),
            end: start &+ 26)
    }

    /// `Oct  9 13:55:36`: 15 bytes, each in its place, with no fraction behind them.
    @inline(__always)
    static func scanRFC3164(_ buffer: borrowing ByteBuffer, from start: Int, to end: Int) -> ScannedStamp? {
        let after = start &+ 15
        guard end >= after else { return nil }
        if end > after, buffer[after] == 0x2E || buffer[after] == 0x2C { return nil }
        let word = buffer.word(at: start)
        let month = TimeWords.month(letters: word)
        // A space before a day of one digit counts as its zero.
        let padding: UInt64 = (word &>> 32) & 0xFF == 0x20 ? 0x10_0000_0000 : 0
        let first = ((word | padding) ^ 0x3020_3030_2000_0000) & 0xFFFF_FFFF_FF00_0000
        let second = (buffer.word(at: start &+ 8) ^ 0x0030_303A_3030_3A30) & 0x00FF_FFFF_FFFF_FFFF
        let wrong = (first &+ 0x767F_7676_7F00_0000) | first | (second &+ 0x0076_767F_7676_7F76) | second
        guard month > 0, wrong & SWAR.highs == 0 else { return nil }
        let firsts = first &* 10 &+ (first &>> 8)
        let seconds = second &* 10 &+ (second &>> 8)
        let day = Int(firsts &>> 32 & 0xFF)
        let hour = Int(first &>> 56) &* 10 &+ Int(second & 0xFF)
        let minute = Int(seconds &>> 16 & 0xFF)
        let secondOfMinute = Int(seconds &>> 40 & 0xFF)
        guard CivilDate.isValid(year: 2000, month: month, day: day), hour < 24, minute < 60, secondOfMinute <= 60 else {
            return nil
        }
        return ScannedStamp(
            local: Int64(hour &* 3600 &+ minute &* 60 &+ secondOfMinute), month: UInt8(truncatingIfNeeded: month),
            day: UInt8(truncatingIfNeeded: day), fraction: Slice(start: after, count: 0), end: after)
    }
}
