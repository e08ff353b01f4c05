/// The parts of a TZif file, in their order. Positions are checked before every step.
struct ZoneFileReader {
    let bytes: [UInt8]
    let name: String
    var position = 0

    /// What stands in a data block (RFC 8536 §3.2).
    struct Block {
        var first: Int32
        var changes: [(at: Int64, offset: Int32)] = []
        var names: [UInt64: Int32] = [:]
    }

    private struct Counts {
        var utcMarks = 0
        var standardMarks = 0
        var leaps = 0
        var times = 0
        var types = 0
        var letters = 0
    }

    init(bytes: [UInt8], name: String) {
        self.bytes = bytes
        self.name = name
    }

    /// The first block has 32-bit times, for old readers.
    mutating func skipFirstBlock() throws(TimeZoneError) {
        let counts = try header()
        try skip(counts.times * 5 + counts.types * 6 + counts.letters + counts.leaps * 8)
        try skip(counts.standardMarks + counts.utcMarks)
    }

    mutating func block() throws(TimeZoneError) -> Block {
        let counts = try header()
        guard counts.types > 0, counts.types <= 256 else { throw damaged("it has no types of local time") }
        guard counts.leaps == 0 else { throw damaged("it counts leap seconds, which POSIX time does not") }
        var times: [Int64] = []
        for _ in 0..<counts.times { times.append(Int64(bitPattern: try number(8))) }
        let indices = try take(counts.times)
        var types: [(offset: Int32, name: Int)] = []
        for _ in 0..<counts.types {
            let offset = Int32(truncatingIfNeeded: try number(4))
            _ = try number(1)
            types.append((offset, Int(try number(1))))
            // RFC 8536 §3.2: from -24:59:59 to +25:59:59.
            guard offset >= -89_999, offset <= 93_599 else { throw damaged("an offset of more than a day") }
        }
        let letters = try take(counts.letters)
        try skip(counts.standardMarks + counts.utcMarks)

        var block = Block(first: types[0].offset)
        for (offset, start) in types { Self.note(Self.word(letters.dropFirst(start)), offset, in: &block.names) }
        var previous = Int64.min
        for (time, index) in zip(times, indices) {
            guard time > previous || previous == .min else { throw damaged("its changes are out of order") }
            guard Int(index) < types.count else { throw damaged("a change to a type that is not there") }
            previous = time
            // Some files begin at the Big Bang; such changes matter to no log, and are kept where sums are safe.
            let at = min(max(time, -(1 << 60)), 1 << 60)
            if let last = block.changes.last, last.at == at { block.changes.removeLast() }
            block.changes.append((at, types[Int(index)].offset))
        }
        return block
    }

    /// The line behind the block, without its newlines.
    mutating func footer() throws(TimeZoneError) -> ArraySlice<UInt8> {
        guard try number(1) == 0x0A, let end = bytes[position...].firstIndex(of: 0x0A) else {
            throw damaged("its last line is missing")
        }
        return bytes[position..<end]
    }

    /// Letters as `TimeZoneAbbreviation` has them; 0 where they are none (`-03`).
    static func word(_ letters: some Sequence<UInt8>) -> UInt64 {
        var word: UInt64 = 0
        var shift: UInt64 = 0
        for byte in letters {
            if byte == 0 { break }
            guard byte & 0xDF &- 0x41 < 26, shift < 64 else { return 0 }
            word |= UInt64(byte) << shift
            shift += 8
        }
        return word
    }

    static func note(_ word: UInt64, _ offset: Int32, in names: inout [UInt64: Int32]) {
        guard word != 0 else { return }
        names[word] = names[word, default: offset] == offset ? offset : ScannedStamp.noOffset
    }

    private mutating func header() throws(TimeZoneError) -> Counts {
        guard try take(4).elementsEqual("TZif".utf8) else { throw damaged("it is no TZif file") }
        guard try number(1) >= UInt64(UInt8(ascii: "2")) else {
            throw damaged("it is of version 1, without 64-bit times")
        }
        try skip(15)
        var counts = Counts()
        counts.utcMarks = try count()
        counts.standardMarks = try count()
        counts.leaps = try count()
        counts.times = try count()
        counts.types = try count()
        counts.letters = try count()
        return counts
    }

    /// No count is larger than the file, so their sums and products are safe.
    private mutating func count() throws(TimeZoneError) -> Int {
        let value = Int(try number(4))
        guard value <= bytes.count else { throw damaged("it is cut short") }
        return value
    }

    private mutating func number(_ width: Int) throws(TimeZoneError) -> UInt64 {
        try take(width).reduce(0) { $0 << 8 | UInt64($1) }
    }

    private mutating func take(_ count: Int) throws(TimeZoneError) -> ArraySlice<UInt8> {
        try skip(count)
        return bytes[(position - count)..<position]
    }

    private mutating func skip(_ count: Int) throws(TimeZoneError) {
        guard count <= bytes.count - position else { throw damaged("it is cut short") }
        position += count
    }

    private func damaged(_ reason: String) -> TimeZoneError { .damaged(name, reason: reason) }
}
