import Bytes

/// The bytes of the stamp read last, without its fraction, and the second they stand for: most lines repeat them, or all but
/// the second of the minute.
///
/// A stamp is head, fraction, tail (`Wed Oct 11 14:32:52`, `.123`, ` 2000`). Up to 32 bytes of head are kept as words
/// that overlap where it is shorter, and up to 8 of tail. Where the head ends with the second, its two digits are left out
/// of the comparison, and read.
@usableFromInline struct SecondMemory: BitwiseCopyable, Sendable {
    private var first: UInt64 = 0
    private var second: UInt64 = 0
    private var third: UInt64 = 0
    private var fourth: UInt64 = 0
    private var tail: UInt64 = 0
    /// The layout that read it, by `TimeLayout.identity`; 0 for none.
    @usableFromInline private(set) var layout: UInt64 = 0
    private var headCount: Int32 = 8
    private var tailCount: Int32 = 0
    /// The second that the stamp recalled or kept last stands for.
    @usableFromInline var seconds: Int64 = 0
    /// The minute that the head stands for but for its last two digits; the second itself where they count as well.
    @usableFromInline private(set) var start: Int64 = 0
    /// The head's last two bytes are the second of the minute.
    private var endsWithSecond = false
    /// The bytes of the words that are compared.
    private var masks: (UInt64, UInt64, UInt64) = (.max, .max, .max)

    /// `2015-05-17T10:05`, the minute that the head stands for, where it has been written.
    private var text: (UInt64, UInt64) = (0, 0)
    private var hasText = false
    /// The same, of a stamp without a fraction.
    @usableFromInline var repeated = RepeatedStamp()

    /// Transitions of zones lie between minutes since 1972, when Liberia gave up its 44 minutes and 30 seconds (tz database).
    private static let wholeMinutesSince: Int64 = 94_694_400

    /// Where the head ends, if the slice begins with the one remembered and was read by the same layout; `seconds` is then
    /// that of the slice.
    @inline(__always)
    mutating func head(_ buffer: borrowing ByteBuffer, _ slice: Slice, layout identity: UInt64) -> Int? {
        let count = Int(headCount)
        guard layout == identity, slice.count >= count else { return nil }
        let start = slice.start
        let last = count &- 8
        let difference =
            (buffer.word(at: start) ^ first) | (buffer.word(at: start &+ min(8, last)) ^ second) & masks.0
            | (buffer.word(at: start &+ min(16, last)) ^ third) & masks.1
            | (buffer.word(at: start &+ last) ^ fourth) & masks.2
        guard difference == 0 else { return nil }
        let end = start &+ count
        if endsWithSecond {
            guard let second = Self.second(buffer, before: end) else { return nil }
            seconds = self.start &+ second
        }
        return end
    }

    /// Two digits, 00…59.
    @inline(__always) static func second(_ buffer: borrowing ByteBuffer, before end: Int) -> Int64? {
        let tens = buffer[end &- 2] &- 0x30
        let ones = buffer[end &- 1] &- 0x30
        return tens < 6 && ones < 10 ? Int64(tens) &* 10 &+ Int64(ones) : nil
    }

    /// Whether from `position` to `end` stands the tail remembered.
    @inline(__always)
    func hasTail(_ buffer: borrowing ByteBuffer, from position: Int, to end: Int) -> Bool {
        guard end &- position == Int(tailCount) else { return false }
        let word = buffer.word(at: position)
        return tailCount == 8 ? word == tail : SWAR.keep(word ^ tail, first: Int(tailCount)) == 0
    }

    /// Keeps a stamp, if its parts are of a size to be kept.
    @inline(__always)
    mutating func keep(
        _ buffer: borrowing ByteBuffer, _ slice: Slice, fraction: Slice, layout identity: UInt64, seconds: Int64,
        endsWithSecond: Bool
    ) {
        let head = fraction.start &- slice.start
        let rest = slice.end &- fraction.end
        guard head >= 8, head <= 32, rest >= 0, rest <= 8 else { return }
        let start = slice.start
        let last = head &- 8
        first = buffer.word(at: start)
        second = buffer.word(at: start &+ min(8, last))
        third = buffer.word(at: start &+ min(16, last))
        fourth = buffer.word(at: start &+ last)
        tail = buffer.word(at: fraction.end)
        layout = identity
        headCount = Int32(truncatingIfNeeded: head)
        tailCount = Int32(truncatingIfNeeded: rest)
        self.seconds = seconds
        self.start = seconds
        self.endsWithSecond = false
        masks = (.max, .max, .max)
        hasText = false
        repeated = RepeatedStamp()
        // A head of 10 bytes and more: the first word does not reach to its last two.
        guard endsWithSecond, head >= 10, seconds >= Self.wholeMinutesSince,
            let second = Self.second(buffer, before: fraction.start), (seconds &- second) % 60 == 0
        else { return }
        self.start = seconds &- second
        self.endsWithSecond = true
        masks = (
            Self.mask(from: min(8, last), to: head &- 2), Self.mask(from: min(16, last), to: head &- 2), .max &>> 16
        )
    }

    // MARK: Text

    /// Keeps what has been written for a stamp, if that is the one remembered: of another instant's parts, or of parts that were
    /// not of a size to be kept, nothing is known.
    /// - Parameter position: of the text, which is as `Timestamp.append` writes it.
    mutating func keepText(
        _ output: borrowing ByteBuffer, at position: Int, _ buffer: borrowing ByteBuffer, _ slice: Slice,
        layout identity: UInt64
    ) {
        guard endsWithSecond, let end = head(buffer, slice, layout: identity) else { return }
        text = (output.word(at: position), output.word(at: position &+ 8))
        hasText = true
        guard hasTail(buffer, from: end, to: slice.end) else { return }
        repeated = RepeatedStamp(buffer, slice, digits: end &- 2, text: SIMD2(text.0, text.1)) ?? RepeatedStamp()
    }

    /// The stamp that was written last by `repeated` is the one that was read last.
    @inlinable @inline(__always) mutating func takeRepeated() {
        seconds = start &+ repeated.second
        repeated.second = -1
    }

    /// Appends the text of a stamp that is the one remembered, but for the second of its minute and a fraction of seven digits
    /// at most.
    /// - Returns: false where it is another one, or its text is not known.
    @inline(__always)
    mutating func rewrite(
        _ buffer: borrowing ByteBuffer, _ slice: Slice, layout identity: UInt64, to output: inout ByteBuffer
    ) -> Bool {
        let tail = slice.end &- Int(tailCount)
        let length = tail &- slice.start &- Int(headCount)
        guard hasText, length >= 2, length <= 8, hasTail(buffer, from: tail, to: slice.end) else { return false }
        // A point or a comma, and digits.
        let fraction = buffer.word(at: tail &- length)
        guard fraction & 0xFF == 0x2E || fraction & 0xFF == 0x2C,
            SWAR.first(SWAR.isNoDigit(fraction &>> 8)) >= length &- 1,
            let end = head(buffer, slice, layout: identity)
        else { return false }
        // `:SS`, the digits as they stand in the stamp.
        let second = 0x3A | (buffer.word(at: end &- 2) & 0xFFFF) &<< 8
        output.append(words: text.0, text.1, second, count: 3)
        output.append(word: fraction & ~0xFF | 0x2E, count: length)
        output.append(0x5A)
        return true
    }

    /// The bytes before `end` of a word that begins at `start`.
    private static func mask(from start: Int, to end: Int) -> UInt64 {
        end &- start >= 8 ? .max : SWAR.keep(.max, first: end &- start)
    }
}
