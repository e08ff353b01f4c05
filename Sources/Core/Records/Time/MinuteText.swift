import Bytes

/// The minute written last, as text: the next stamp is mostly of the same one, and only its second has to be written.
struct MinuteText: BitwiseCopyable, Sendable {
    /// `2015-05-17T10:05`
    private var date: UInt64 = 0
    private var time: UInt64 = 0
    /// Minutes since the year 0; -1 for none.
    private var minute: Int64 = -1

    /// Appends the stamp, as `Timestamp.append` does.
    @inline(__always) mutating func append(_ stamp: Timestamp, to buffer: inout ByteBuffer) {
        let shifted = stamp.seconds &- Timestamp.firstSecond
        let minute = shifted / 60
        guard minute == self.minute else { return learn(stamp, minute, &buffer) }
        buffer.append(word: date, count: 8)
        buffer.append(word: time, count: 8)
        let second = UInt64(truncatingIfNeeded: shifted &- minute &* 60)
        let tens = (second &* 205) &>> 11
        // `:SSZ`
        let text = 0x5A30_303A &+ tens &<< 8 &+ (second &- tens &* 10) &<< 16
        if stamp.digits == 0 { return buffer.append(word: text, count: 4) }
        buffer.append(word: text, count: 3)
        stamp.appendFraction(to: &buffer)
    }

    private mutating func learn(_ stamp: Timestamp, _ minute: Int64, _ buffer: inout ByteBuffer) {
        let start = buffer.count
        stamp.append(to: &buffer)
        date = buffer.word(at: start)
        time = buffer.word(at: start &+ 8)
        self.minute = minute
    }
}

extension TimeContext {
    /// Appends RFC 3339 text, as `Timestamp.append` does.
    @inline(__always) package mutating func append(_ stamp: Timestamp, to buffer: inout ByteBuffer) {
        minuteText.append(stamp, to: &buffer)
    }
}
