import Bytes

/// The bytes of the stamp read last, without its fraction, and the second they stand for: most lines repeat them.
///
/// A stamp is head, fraction, tail (`Wed Oct 11 14:32:52`, `.123`, ` 2000`). Up to 32 bytes of head are kept as words
/// that overlap where it is shorter, and up to 8 of tail.
struct SecondMemory: BitwiseCopyable, Sendable {
    private var first: UInt64 = 0
    private var second: UInt64 = 0
    private var third: UInt64 = 0
    private var fourth: UInt64 = 0
    private var tail: UInt64 = 0
    /// The layout that read it, by `TimeLayout.identity`; 0 for none.
    private var layout: UInt64 = 0
    private var headCount: Int32 = 8
    private var tailCount: Int32 = 0
    private(set) var seconds: Int64 = 0

    /// Where the head ends, if the slice begins with the one remembered and was read by the same layout.
    @inline(__always)
    func head(_ buffer: borrowing ByteBuffer, _ slice: Slice, layout identity: UInt64) -> Int? {
        let count = Int(headCount)
        guard layout == identity, slice.count >= count else { return nil }
        let start = slice.start
        let last = count &- 8
        let difference =
            (buffer.word(at: start) ^ first) | (buffer.word(at: start &+ min(8, last)) ^ second)
            | (buffer.word(at: start &+ min(16, last)) ^ third) | (buffer.word(at: start &+ last) ^ fourth)
        return difference == 0 ? start &+ count : nil
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
        _ buffer: borrowing ByteBuffer, _ slice: Slice, fraction: Slice, layout identity: UInt64, seconds: Int64
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
    }
}
