/// The last line of a zone's file: what holds after its last change (RFC 8536 §3.3, POSIX.1-2017 §8.3 `TZ`).
///
/// `CET-1CEST,M3.5.0,M10.5.0/3`: a name and hours *west* of UTC, the same of summer, and when each begins.
struct PosixZoneRule {
    struct Time { var offset: Int32, name: UInt64 }
    struct Change {
        var day: Day
        /// Seconds behind the local midnight of that day, within a week either way.
        var time: Int64
    }
    enum Day {
        /// The weekday (0 is Sunday) of a month's first … fourth, or last (5) week.
        case weekday(month: Int, week: Int, weekday: Int)
        /// 1…365, 29 February never counted.
        case dayWithoutLeap(Int)
        /// 0…365.
        case day(Int)
    }

    private(set) var standard: Time
    private(set) var summer: (time: Time, from: Change, until: Change)?

    init?(_ text: some Collection<UInt8>) {
        var reader = PosixZoneReader(rest: Array(text)[...])
        guard let standard = reader.time(default: nil) else { return nil }
        self.standard = standard
        if reader.rest.isEmpty { return }
        guard let time = reader.time(default: standard.offset + 3600), let from = reader.change(),
            let until = reader.change(), reader.rest.isEmpty
        else { return nil }
        summer = (time, from, until)
    }

    var names: [UInt64: Int32] {
        var names: [UInt64: Int32] = [:]
        for time in [standard, summer?.time].compactMap({ $0 }) {
            ZoneFileReader.note(time.name, time.offset, in: &names)
        }
        return names
    }

    /// The changes of some years, ascending.
    func changes(years: ClosedRange<Int>) -> [(at: Int64, offset: Int32)] {
        guard let summer else { return [] }
        var all: [(at: Int64, offset: Int32, isSummer: Bool)] = []
        for year in years {
            all.append((summer.from.local(in: year) - Int64(standard.offset), summer.time.offset, true))
            all.append((summer.until.local(in: year) - Int64(summer.time.offset), standard.offset, false))
        }
        // Summer time all year long ends and begins in one instant; then it begins.
        all.sort { $0.at != $1.at ? $0.at < $1.at : !$0.isSummer && $1.isSummer }
        var changes: [(at: Int64, offset: Int32)] = []
        for change in all {
            if let last = changes.last, last.at == change.at { changes.removeLast() }
            if let last = changes.last, last.offset == change.offset { continue }
            changes.append((change.at, change.offset))
        }
        return changes
    }
}

extension PosixZoneRule.Change {
    /// The local time of the change, in seconds since 1970 as if in UTC.
    func local(in year: Int) -> Int64 {
        let newYear = CivilDate.days(year: year, month: 1, day: 1)
        let number: Int
        switch day {
        case .day(let offset): number = newYear + offset
        case .dayWithoutLeap(let count): number = newYear + count - 1 + (CivilDate.isLeap(year) && count >= 60 ? 1 : 0)
        case .weekday(let month, let week, let weekday):
            let first = CivilDate.days(year: year, month: month, day: 1)
            // 1970-01-01 was a Thursday; 700 000 days on, all is positive.
            let weekdayOfFirst = (first + 4 + 700_000) % 7
            var dayOfMonth = (weekday - weekdayOfFirst + 7) % 7 + (week - 1) * 7
            if dayOfMonth >= CivilDate.days(in: month, of: year) { dayOfMonth -= 7 }
            number = first + dayOfMonth
        }
        return Int64(number) * 86_400 + time
    }
}

private struct PosixZoneReader {
    var rest: ArraySlice<UInt8>

    /// A name, and an offset that may be missing where there is a default.
    mutating func time(default offset: Int32?) -> PosixZoneRule.Time? {
        let name: ArraySlice<UInt8>
        if rest.first == UInt8(ascii: "<") {
            guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
            name = rest[(rest.startIndex + 1)..<close]
            rest = rest[(close + 1)...]
        } else {
            name = rest.prefix { $0 & 0xDF &- 0x41 < 26 }
            rest = rest.dropFirst(name.count)
        }
        guard name.count >= 3 else { return nil }
        let word = ZoneFileReader.word(name)
        if let offset, rest.isEmpty || rest.first == UInt8(ascii: ",") { return .init(offset: offset, name: word) }
        guard let west = clock(), abs(west) <= 24 * 3600 + 3599 else { return nil }
        return .init(offset: Int32(-west), name: word)
    }

    /// `,M3.5.0/2`, `,J60`, `,59`; at two o'clock if no time is given.
    mutating func change() -> PosixZoneRule.Change? {
        guard take(UInt8(ascii: ",")) else { return nil }
        let day: PosixZoneRule.Day
        if take(UInt8(ascii: "M")) {
            guard let month = number(), take(0x2E), let week = number(), take(0x2E), let weekday = number(),
                1...12 ~= month, 1...5 ~= week, 0...6 ~= weekday
            else { return nil }
            day = .weekday(month: month, week: week, weekday: weekday)
        } else if take(UInt8(ascii: "J")) {
            guard let count = number(), 1...365 ~= count else { return nil }
            day = .dayWithoutLeap(count)
        } else {
            guard let count = number(), 0...365 ~= count else { return nil }
            day = .day(count)
        }
        guard take(UInt8(ascii: "/")) else { return .init(day: day, time: 7200) }
        guard let time = clock() else { return nil }
        return .init(day: day, time: Int64(time))
    }

    /// `[+-]h[h[h]][:mm[:ss]]` in seconds, up to 167 hours.
    private mutating func clock() -> Int? {
        let isNegative = take(0x2D)
        if !isNegative { _ = take(0x2B) }
        guard let hours = number(), hours <= 167 else { return nil }
        var seconds = hours * 3600
        if take(0x3A) {
            guard let minutes = number(), minutes < 60 else { return nil }
            seconds += minutes * 60
            if take(0x3A) {
                guard let more = number(), more < 60 else { return nil }
                seconds += more
            }
        }
        return isNegative ? -seconds : seconds
    }

    private mutating func number() -> Int? {
        let digits = rest.prefix { $0 &- 0x30 < 10 }
        guard !digits.isEmpty, digits.count <= 3 else { return nil }
        rest = rest.dropFirst(digits.count)
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest = rest.dropFirst()
        return true
    }
}
