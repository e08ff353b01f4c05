import Bytes

/// A zone that a stamp names: an abbreviation, `UTC` with a distance (`UTC+02:00`, `GMT+2`, `GMT+0100`, east positive), or a
/// name of the tz database, which has a slash (`Europe/Berlin`).
struct ZoneName: BitwiseCopyable {
    /// Seconds east of UTC; `ScannedStamp.noOffset` where the context's zone knows it by the date, `named` where the rules of the
    /// zone have to be looked up, `unclear` where the abbreviation means several zones and none is the context's.
    let offset: Int32
    /// Bytes it took.
    let length: Int

    static var named: Int32 { .min + 1 }
    static var unclear: Int32 { .min + 2 }

    init?(_ buffer: borrowing ByteBuffer, at position: Int, to end: Int, zone: TimeZoneRules) {
        if let letters = TimeZoneAbbreviation.letters(buffer, at: position, to: end) {
            let behind = position &+ letters.length
            if behind == end || buffer[behind] != 0x2F && buffer[behind] != 0x5F {
                self.init(letters, buffer, behind: behind, to: end, zone)
                return
            }
        }
        let length = Self.pathLength(buffer, at: position, to: end)
        guard length > 0 else { return nil }
        self.init(offset: Self.named, length: length)
    }

    private init(offset: Int32, length: Int) {
        self.offset = offset
        self.length = length
    }

    private init?(
        _ letters: (word: UInt64, length: Int), _ buffer: borrowing ByteBuffer, behind: Int, to end: Int,
        _ zone: TimeZoneRules
    ) {
        if TimeZoneAbbreviation.isUTC(letters.word), let distance = Self.distance(buffer, at: behind, to: end) {
            self.init(offset: distance.seconds, length: letters.length &+ distance.length)
        } else if let own = zone.offset(named: letters.word) {
            // Of a name with several offsets over the years, the zone knows which by the date.
            self.init(offset: own, length: letters.length)
        } else if let offset = TimeZoneAbbreviation.offset(of: letters.word) {
            self.init(offset: offset, length: letters.length)
        } else if TimeZoneAbbreviation.isUnclear(letters.word) {
            self.init(offset: Self.unclear, length: letters.length)
        } else {
            return nil
        }
    }

    /// `+02:00`, `+0200`, `+02`, `+2`, `+2:00`.
    private static func distance(_ buffer: borrowing ByteBuffer, at position: Int, to end: Int) -> TimeOffset? {
        guard position &+ 1 < end, buffer[position] == 0x2B || buffer[position] == 0x2D else { return nil }
        if let offset = TimeOffset(buffer, at: position, to: end) { return offset }
        let hours = Int32(buffer[position &+ 1] &- 0x30)
        guard hours < 10 else { return nil }
        var seconds = hours * 3600
        var length = 2
        if position &+ 5 <= end, buffer[position &+ 2] == 0x3A,
            let minutes = buffer.digits(at: position &+ 3, width: 2), minutes < 60
        {
            seconds += Int32(truncatingIfNeeded: minutes) * 60
            length = 5
        }
        return TimeOffset(seconds: buffer[position] == 0x2D ? -seconds : seconds, length: length)
    }

    /// The bytes of `Area/Place` or `Area/Region/Place`; 0 where there is none.
    private static func pathLength(_ buffer: borrowing ByteBuffer, at position: Int, to end: Int) -> Int {
        guard position < end, buffer[position] &- 0x41 < 26 else { return 0 }
        var length = 0
        var hasSlash = false
        while position &+ length < end, length < 40 {
            switch buffer[position &+ length] {
            case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D: break
            case 0x2F: hasSlash = true
            case 0x30...0x39, 0x2B: if !hasSlash { return 0 }
            default: return hasSlash ? length : 0
            }
            length &+= 1
        }
        return hasSlash ? length : 0
    }
}

/// The zones that stamps have named, with their rules. Names that there are none of are remembered too.
struct NamedClocks: Sendable {
    private var clocks: [(name: [UInt8], clock: LocalClock?)] = []

    /// There are some 600 zones; who names more than this many is making them up.
    private static let most = 64

    /// The instant of a local time in the zone that the slice names; nil where there is no such zone.
    mutating func instant(
        ofLocal local: Int64, in name: Slice, _ buffer: borrowing ByteBuffer, behind last: Int64?, silence: Int64
    ) -> (instant: Int64, isInFold: Bool)? {
        let index = clocks.firstIndex { buffer.equal(name, $0.name) } ?? add(buffer.copy(name))
        guard var clock = clocks[index].clock else { return nil }
        let instant = clock.instant(ofLocal: local, behind: last, silence: silence)
        clocks[index].clock = clock
        return (instant, clock.isInFold)
    }

    private mutating func add(_ name: [UInt8]) -> Int {
        if clocks.count == Self.most { clocks.removeFirst() }
        let rules = try? TimeZoneRules(named: String(decoding: name, as: UTF8.self))
        clocks.append((name, rules.map(LocalClock.init)))
        return clocks.count - 1
    }
}
