/// A set of byte values: what a character class is to a pattern that sees bytes.
struct ByteSet: Equatable, Sendable {
    private(set) var low: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    static let all = ByteSet().inverted
    static let newline = ByteSet(0x0A)

    init() {}

    init(_ byte: UInt8) { insert(byte) }

    init(_ range: ClosedRange<UInt8>) {
        for byte in range { insert(byte) }
    }

    static func == (a: ByteSet, b: ByteSet) -> Bool { a.low == b.low }

    func contains(_ byte: UInt8) -> Bool {
        let bit: UInt64 = 1 << UInt64(byte & 63)
        return switch byte >> 6 {
        case 0: low.0 & bit != 0
        case 1: low.1 & bit != 0
        case 2: low.2 & bit != 0
        default: low.3 & bit != 0
        }
    }

    mutating func insert(_ byte: UInt8) {
        let bit: UInt64 = 1 << UInt64(byte & 63)
        switch byte >> 6 {
        case 0: low.0 |= bit
        case 1: low.1 |= bit
        case 2: low.2 |= bit
        default: low.3 |= bit
        }
    }

    mutating func formUnion(_ other: ByteSet) {
        low = (low.0 | other.low.0, low.1 | other.low.1, low.2 | other.low.2, low.3 | other.low.3)
    }

    func union(_ other: ByteSet) -> ByteSet {
        var set = self
        set.formUnion(other)
        return set
    }

    var inverted: ByteSet {
        var set = ByteSet()
        set.low = (~low.0, ~low.1, ~low.2, ~low.3)
        return set
    }

    func isDisjoint(with other: ByteSet) -> Bool {
        low.0 & other.low.0 | low.1 & other.low.1 | low.2 & other.low.2 | low.3 & other.low.3 == 0
    }

    /// The bytes that are in it, in their order.
    var bytes: [UInt8] { (UInt8.min...UInt8.max).filter(contains) }

    /// The same as ranges, the fewest there can be.
    var ranges: [ClosedRange<UInt8>] {
        bytes.reduce(into: []) { ranges, byte in
            if let last = ranges.last, last.upperBound &+ 1 == byte, byte != 0 {
                ranges[ranges.count - 1] = last.lowerBound...byte
            } else {
                ranges.append(byte...byte)
            }
        }
    }

    /// Some byte outside ASCII is in it, so that a run of it may end within a UTF-8 sequence.
    var reachesBeyondASCII: Bool { low.2 != 0 || low.3 != 0 }

    // MARK: The classes of PCRE2's C locale (pcre2pattern(3), "Generic character types")

    static let digits = ByteSet(0x30...0x39)
    static let spaces: ByteSet = {
        var set = ByteSet(0x09...0x0D)
        set.insert(0x20)
        return set
    }()
    static let words: ByteSet = {
        var set = digits
        set.formUnion(ByteSet(0x41...0x5A))
        set.formUnion(ByteSet(0x61...0x7A))
        set.insert(0x5F)
        return set
    }()
}
