import Bytes

extension Timestamp {
    /// RFC 3339 in UTC with `Z` and exactly `digits` fraction digits: `2015-05-17T10:05:03.120Z`.
    package func append(to buffer: inout ByteBuffer) {
        let shifted = seconds &- Self.firstSecond
        let day = shifted / 86_400
        let second = shifted &- day &* 86_400
        let date = CivilDate(days: Int(truncatingIfNeeded: day) &- 719_528)
        buffer.reserve(32)
        Self.append(pair: date.year / 100, to: &buffer)
        Self.append(pair: date.year % 100, to: &buffer)
        buffer.append(0x2D)
        Self.append(pair: date.month, to: &buffer)
        buffer.append(0x2D)
        Self.append(pair: date.day, to: &buffer)
        buffer.append(0x54)
        let minute = Int(truncatingIfNeeded: second / 60)
        Self.append(pair: minute / 60, to: &buffer)
        buffer.append(0x3A)
        Self.append(pair: minute % 60, to: &buffer)
        buffer.append(0x3A)
        Self.append(pair: Int(truncatingIfNeeded: second % 60), to: &buffer)
        if digits == 0 { return buffer.append(0x5A) }
        appendFraction(to: &buffer)
    }

    /// `.120Z`
    func appendFraction(to buffer: inout ByteBuffer) {
        buffer.append(0x2E)
        var fraction = Int(nanos)
        for _ in digits..<9 { fraction /= 10 }
        buffer.append(digits: fraction, width: Int(digits))
        buffer.append(0x5A)
    }

    /// Whether a slice from which the stamp was read, as RFC 3339, is what `append` would write: `2015-05-17T10:05:03.120Z`.
    package func isWritten(in buffer: borrowing ByteBuffer, _ slice: Slice) -> Bool {
        let count = digits == 0 ? 20 : 21 &+ Int(digits)
        guard slice.count == count, buffer[slice.start &+ 10] == 0x54, buffer[slice.end &- 1] == 0x5A else {
            return false
        }
        // A comma is a point here, and a second 60 is the next minute's first.
        return (digits == 0 || buffer[slice.start &+ 19] == 0x2E) && buffer[slice.start &+ 17] != 0x36
    }

    /// Two digits; `value` is 0…99.
    @inline(__always) private static func append(pair value: Int, to buffer: inout ByteBuffer) {
        let tens = (value &* 205) &>> 11
        buffer.append(0x30 &+ UInt8(truncatingIfNeeded: tens))
        buffer.append(0x30 &+ UInt8(truncatingIfNeeded: value &- tens &* 10))
    }

    /// The same text by itself: for messages and tests.
    @usableFromInline package var text: String {
        var buffer = ByteBuffer(capacity: 32)
        append(to: &buffer)
        return buffer.text(Slice(start: 0, count: buffer.count))
    }
}

extension Timestamp: CustomStringConvertible {
    @usableFromInline package var description: String { text }
}
