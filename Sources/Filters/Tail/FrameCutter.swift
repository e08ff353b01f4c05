/// Cuts what comes over a connection into lines, as RFC 6587 has it for syslog: each ended by a newline (§3.4.2), or with its
/// length in front (§3.4.1), `42 <34>1 2026-…`. The two are told apart message by message.
struct FrameCutter {
    /// Longest line taken, in bytes.
    let limit: Int
    private var bytes: [UInt8] = []
    private var start = 0
    /// Bytes of a line beyond the limit that were passed over, while its end is waited for.
    private var passedOver = 0
    /// Where `start` is in what the connection has sent.
    private(set) var offset: Int64 = 0

    struct Frame: Equatable {
        var bytes: [UInt8]
        var offset: Int64
        /// More than there are bytes where the line is beyond the limit.
        var length: Int
    }

    init(limit: Int) { self.limit = limit }

    mutating func add(_ more: some Collection<UInt8>) {
        if start > 0 {
            bytes.removeFirst(start)
            start = 0
        }
        bytes.append(contentsOf: more)
    }

    /// The next whole line; nil where its end has not come.
    mutating func next() -> Frame? {
        if passedOver == 0, let (head, length) = counted() {
            guard length <= limit else { return longCounted(head, length) }
            guard bytes.count - start - head >= length else { return nil }
            let body = bytes[(start + head)..<(start + head + length)]
            let frame = Frame(bytes: Self.trimmed(body), offset: offset, length: length)
            advance(head + length)
            return Frame(bytes: frame.bytes, offset: frame.offset, length: frame.bytes.count)
        }
        guard let newline = bytes[start...].firstIndex(of: 0x0A) else {
            if bytes.count - start > limit { passOver() }
            return nil
        }
        let line = Array(bytes[start..<newline].prefix(limit))
        let frame = Frame(bytes: line, offset: offset, length: newline - start + passedOver)
        advance(newline + 1 - start)
        passedOver = 0
        return frame
    }

    /// What is left when the connection ends: an unfinished line.
    mutating func last() -> Frame? {
        guard bytes.count > start else { return nil }
        let rest = Array(bytes[start...].prefix(limit))
        let frame = Frame(bytes: rest, offset: offset, length: bytes.count - start + passedOver)
        advance(bytes.count - start)
        return frame
    }

    /// `42 <`: the length of the prefix, and the number. A line of a log that begins with a number has no `<` there.
    private func counted() -> (head: Int, length: Int)? {
        var place = start
        var number = 0
        while place < bytes.count, place - start < 8, bytes[place] >= 0x30, bytes[place] <= 0x39 {
            number = number * 10 + Int(bytes[place] - 0x30)
            place += 1
        }
        guard place > start, bytes[start] != 0x30, place + 1 < bytes.count, bytes[place] == 0x20,
            bytes[place + 1] == UInt8(ascii: "<")
        else { return nil }
        return (place - start + 1, number)
    }

    /// A counted message beyond the limit: its beginning is kept until all of it has come.
    private mutating func longCounted(_ head: Int, _ length: Int) -> Frame? {
        guard bytes.count - start - head >= length else { return nil }
        let frame = Frame(bytes: Array(bytes[(start + head)...].prefix(limit)), offset: offset, length: length)
        advance(head + length)
        return frame
    }

    private mutating func passOver() {
        let surplus = bytes.count - start - limit
        passedOver += surplus
        bytes.removeLast(surplus)
    }

    private mutating func advance(_ count: Int) {
        start += count
        offset += Int64(count + passedOver)
    }

    private static func trimmed(_ body: ArraySlice<UInt8>) -> [UInt8] {
        body.last == 0x0A ? Array(body.dropLast()) : Array(body)
    }
}
