import Bytes

/// A word of at most 64 bytes as bits, one for each byte, by class: what `Variable` finds byte by byte is a few operations on
/// whole words of bits here.
struct WordBits: BitwiseCopyable {
    let start: Int
    let count: Int
    private let digits: UInt64
    private let words: UInt64
    private let hexLetters: UInt64
    private let dots: UInt64
    private let colons: UInt64
    private let minuses: UInt64
    /// Digits, and the dots and colons before one.
    private let numbers: UInt64

    /// The lowest bits, 0 to 64 of them.
    @inline(__always) static func first(_ count: Int) -> UInt64 { count >= 64 ? .max : (1 << UInt64(count)) &- 1 }

    /// - Parameter shift: bytes of the block before the word.
    @inline(__always) init(_ block: ByteClasses, shift: UInt64, start: Int, count: Int) {
        self.start = start
        self.count = count
        let own = Self.first(count)
        digits = block.digits &>> shift & own
        words = block.words &>> shift & own
        hexLetters = block.hexLetters &>> shift & own
        dots = block.dots &>> shift & own
        colons = (block.joints & ~block.dots) &>> shift & own
        minuses = block.minuses &>> shift & own
        numbers = digits | (dots | colons) & digits &>> 1
    }

    @inline(__always) private func has(_ bits: UInt64, _ position: Int) -> Bool {
        position < 64 && bits &>> UInt64(position) & 1 != 0
    }

    /// Where a run of bits ends that begins at `position`.
    @inline(__always) private func end(of bits: UInt64, from position: Int) -> Int {
        position < 64 ? position &+ (~(bits &>> UInt64(position))).trailingZeroBitCount : position
    }

    /// Where the next word may begin behind the one at `position`, in which nothing varies; `count` where none does.
    @inline(__always) func next(behind position: Int) -> Int {
        let position = end(of: words, from: position)
        guard position < count else { return count }
        let starts = (words | minuses & digits &>> 1) &>> UInt64(position)
        return starts == 0 ? count : position &+ starts.trailingZeroBitCount
    }

    /// As `Variable.end`; positions count from the word's start.
    @inline(__always) func variable(_ buffer: borrowing ByteBuffer, at position: Int) -> Int? {
        if has(minuses, position), has(digits, position &+ 1) { return end(of: numbers, from: position &+ 1) }
        guard has(words, position) else { return nil }
        let wordEnd = end(of: words, from: position)
        let own = Self.first(wordEnd) & ~Self.first(position)
        let isDigit = has(digits, position)
        if wordEnd &- position >= 8, digits & own != 0, words & ~(digits | hexLetters) & own == 0 {
            return Variable.uuid(buffer, from: start &+ wordEnd, to: start &+ count) &- start
        }
        if isDigit, position &+ 2 < wordEnd, buffer[start &+ position] == 0x30,
            buffer[start &+ position &+ 1] | 0x20 == 0x78
        {
            return wordEnd
        }
        if dots != 0, colons != 0, let port = hostWithPort(at: position) { return port }
        guard isDigit else { return nil }
        let number = end(of: numbers, from: position)
        guard number < wordEnd else { return number }
        return end(of: words & ~digits, from: number) < wordEnd ? wordEnd : number
    }

    private func hostWithPort(at position: Int) -> Int? {
        let host = end(of: words | dots | minuses, from: position)
        guard has(colons, host), has(digits, host &+ 1), dots & Self.first(host) & ~Self.first(position) != 0 else {
            return nil
        }
        return end(of: digits, from: host &+ 1)
    }
}
