import Bytes

/// The English names in time stamps, in any case. A name is its first three letters, and a rest that fits one word.
enum TimeWords {
    /// The number, from 1, of the month whose name stands at `position`, whole or its first three letters, and the bytes
    /// it took.
    @inline(__always)
    static func month(_ buffer: borrowing ByteBuffer, at position: Int, to end: Int) -> (number: Int, length: Int)? {
        guard end &- position >= 3 else { return nil }
        let number = month(letters: buffer.word(at: position))
        guard number > 0 else { return nil }
        return (number, 3 &+ rest(of: number, in: monthRests, buffer, at: position &+ 3, to: end))
    }

    /// The month named by the three lowest bytes; 0 where they name none.
    @inline(__always) static func month(letters: UInt64) -> Int {
        switch letters & 0xDF_DFDF {
        case 0x4E_414A: 1
        case 0x42_4546: 2
        case 0x52_414D: 3
        case 0x52_5041: 4
        case 0x59_414D: 5
        case 0x4E_554A: 6
        case 0x4C_554A: 7
        case 0x47_5541: 8
        case 0x50_4553: 9
        case 0x54_434F: 10
        case 0x56_4F4E: 11
        case 0x43_4544: 12
        default: 0
        }
    }

    /// The bytes of a weekday's name, whole or its first three letters; which one is not looked at: the date says it.
    static func weekday(_ buffer: borrowing ByteBuffer, at position: Int, to end: Int) -> Int? {
        guard end &- position >= 3 else { return nil }
        let number =
            switch buffer.word(at: position) & 0xDF_DFDF {
            case 0x4E_4F4D: 1
            case 0x45_5554: 2
            case 0x44_4557: 3
            case 0x55_4854: 4
            case 0x49_5246: 5
            case 0x54_4153: 6
            case 0x4E_5553: 7
            default: 0
            }
        guard number > 0 else { return nil }
        return 3 &+ rest(of: number, in: weekdayRests, buffer, at: position &+ 3, to: end)
    }

    /// True for PM, false for AM; nil where neither stands there. Two bytes.
    static func isAfternoon(_ buffer: borrowing ByteBuffer, at position: Int, to end: Int) -> Bool? {
        guard end &- position >= 2 else { return nil }
        return switch buffer.word(at: position) & 0xDFDF {
        case 0x4D41: false
        case 0x4D50: true
        default: nil
        }
    }

    /// How many bytes at `position` are the rest of the whole name; 0 where it was the short one.
    @inline(__always)
    private static func rest(
        of number: Int, in rests: [(word: UInt64, length: Int)], _ buffer: borrowing ByteBuffer, at position: Int,
        to end: Int
    ) -> Int {
        guard position < end, buffer[position] & 0xDF &- 0x41 < 26 else { return 0 }
        let rest = rests[number &- 1]
        guard rest.length <= end &- position else { return 0 }
        let letters = SWAR.keep(buffer.word(at: position) & (SWAR.ones &* 0xDF), first: rest.length)
        return letters == rest.word ? rest.length : 0
    }

    private static let monthRests = [
        "UARY", "RUARY", "CH", "IL", "", "E", "Y", "UST", "TEMBER", "OBER", "EMBER", "EMBER",
    ].map(packed)

    private static let weekdayRests = ["DAY", "SDAY", "NESDAY", "RSDAY", "DAY", "URDAY", "DAY"].map(packed)

    private static func packed(_ text: String) -> (word: UInt64, length: Int) { (pack(text), text.utf8.count) }

    /// Up to eight ASCII bytes as a little-endian word.
    static func pack(_ text: String) -> UInt64 {
        text.utf8.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
