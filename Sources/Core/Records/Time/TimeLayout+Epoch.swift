import Bytes

extension TimeLayout {
    /// A number of seconds since 1970, or of thousandths, millionths, billionths (`scale` 3, 6, 9), with `-` before 1970,
    /// and a fraction or none.
    static func scanEpoch(_ buffer: borrowing ByteBuffer, from start: Int, to end: Int, scale: Int?) -> ScannedStamp? {
        guard let (value, position) = wholeNumber(buffer, from: start, to: end) else { return nil }
        if scale == nil, position &- start == 8, let day = scanDay(value, from: start, to: position) { return day }
        let fraction = TimeFraction.behindPoint(buffer, at: position, to: end)
        let scale = scale ?? scaleBySize(value)
        // Divisions by constants: the others cost more than all the rest.
        let finer = Int64(fraction.nanos)
        let (seconds, nanos) =
            switch scale {
            case 0: (value, finer)
            case 3: (value / 1000, value % 1000 &* 1_000_000 &+ finer / 1000)
            case 6: (value / 1_000_000, value % 1_000_000 &* 1000 &+ finer / 1_000_000)
            default: (value / 1_000_000_000, value % 1_000_000_000)
            }
        return stamp(
            seconds: seconds, nanos: Int32(truncatingIfNeeded: nanos),
            digits: min(9, UInt8(truncatingIfNeeded: scale) &+ fraction.digits), isNegative: buffer[start] == 0x2D,
            from: start, to: position &+ fraction.length)
    }

    /// `20261130` is a day, its midnight: as a number of seconds it would be of 1970.
    private static func scanDay(_ value: Int64, from start: Int, to end: Int) -> ScannedStamp? {
        let year = Int(value / 10_000)
        guard year >= 1970, year < 2100,
            let local = Timestamp.civilSecond(
                year: year, month: Int(value / 100 % 100), day: Int(value % 100), hour: 0, minute: 0, second: 0)
        else { return nil }
        return ScannedStamp(local: local, fraction: Slice(from: start, to: end), end: end)
    }

    /// A bare number that would be a time before 1990: it is rather something else, a duration or a count.
    package static func isEarlyEpoch(_ buffer: borrowing ByteBuffer, _ slice: Slice) -> Bool {
        guard let (value, end) = wholeNumber(buffer, from: slice.start, to: slice.end),
            end &+ TimeFraction.behindPoint(buffer, at: end, to: slice.end).length == slice.end
        else { return false }
        if scanDay(value, from: slice.start, to: slice.end) != nil, end &- slice.start == 8 { return false }
        guard buffer[slice.start] != 0x2D else { return true }
        let seconds =
            switch scaleBySize(value) {
            case 0: value
            case 3: value / 1000
            case 6: value / 1_000_000
            default: value / 1_000_000_000
            }
        return seconds < 631_152_000
    }

    private static func scaleBySize(_ value: Int64) -> Int {
        if value < 100_000_000_000 { return 0 }
        if value < 100_000_000_000_000 { return 3 }
        return value < 100_000_000_000_000_000 ? 6 : 9
    }

    /// The digits at `start` behind a `-` or none, and where they end; nil where there are none or more than Int64 holds.
    static func wholeNumber(_ buffer: borrowing ByteBuffer, from start: Int, to end: Int) -> (value: Int64, end: Int)? {
        guard start < end else { return nil }
        let first = buffer[start] == 0x2D ? start &+ 1 : start
        var position = first
        var value: Int64 = 0
        while position < end {
            let digit = buffer[position] &- 0x30
            guard digit < 10 else { break }
            // Below this, another digit fits.
            guard value < 922_337_203_685_477_580 else { return nil }
            value = value &* 10 &+ Int64(digit)
            position &+= 1
        }
        return position > first ? (value, position) : nil
    }

    /// The sign counts for the fraction too: -1.25 is 750 ms behind -2.
    static func stamp(
        seconds: Int64, nanos: Int32, digits: UInt8, isNegative: Bool, from start: Int, to end: Int
    ) -> ScannedStamp {
        let borrows = isNegative && nanos > 0
        return ScannedStamp(
            local: isNegative ? 0 &- seconds &- (borrows ? 1 : 0) : seconds,
            nanos: borrows ? 1_000_000_000 &- nanos : nanos,
            digits: digits, offset: 0,
            // From the start, so that none of it is remembered: to read it anew is quicker.
            fraction: Slice(from: start, to: end), end: end)
    }
}
