import Bytes

/// What the steps have read so far.
private struct StampParts: BitwiseCopyable {
    var year: Int?
    var month = 1
    var day = 1
    var dayOfYear: Int?
    var hour = 0
    var minute = 0
    var second = 0
    var twelveHour: Int?
    var isAfternoon = false
    var epoch: Int64?
    var isNegative = false
    var offset = ScannedStamp.noOffset
    var zone = Slice(start: 0, count: 0)
    var fraction = TimeFraction()
    var fractionSlice: Slice?

    mutating func set(_ part: TimeStep.Part, to value: Int) {
        switch part {
        case .year: year = value
        // POSIX strptime: 69…99 are 1969…1999, 00…68 are 2000…2068.
        case .shortYear: year = value < 69 ? 2000 + value : 1900 + value
        case .month: month = value
        case .day: day = value
        case .dayOfYear: dayOfYear = value
        case .hour: hour = value
        case .twelveHour: twelveHour = value
        case .minute: minute = value
        case .second: second = value
        }
    }

    func stamp(from start: Int, to end: Int) -> ScannedStamp? {
        if let epoch {
            return TimeLayout.stamp(
                seconds: epoch, nanos: fraction.nanos, digits: fraction.digits, isNegative: isNegative, from: start,
                to: end)
        }
        var hour = hour
        if let twelveHour {
            guard twelveHour >= 1, twelveHour <= 12 else { return nil }
            hour = twelveHour % 12 + (isAfternoon ? 12 : 0)
        }
        // Without a year, 29 February is a day.
        let days = dayOfYear
        guard
            let second = Timestamp.civilSecond(
                year: year ?? 2000, month: days == nil ? month : 1, day: days == nil ? day : 1, hour: hour,
                minute: minute,
                second: second)
        else { return nil }
        var stamp = ScannedStamp(
            local: second, nanos: fraction.nanos, digits: fraction.digits, offset: offset, zone: zone,
            fraction: fractionSlice ?? Slice(start: end, count: 0), end: end)
        if let days {
            guard days >= 1, days <= (CivilDate.isLeap(year ?? 2000) ? 366 : 365) else { return nil }
            stamp.local += Int64(days - 1) * 86_400
        }
        if year == nil {
            stamp.local -= Int64(CivilDate.days(year: 2000, month: month, day: day)) * 86_400
            stamp.month = UInt8(truncatingIfNeeded: month)
            stamp.day = UInt8(truncatingIfNeeded: day)
        }
        return stamp
    }
}

extension TimeLayout {
    /// Reads a stamp step by step: what every layout can do, and what the fast paths are held against.
    func scanSteps(_ buffer: borrowing ByteBuffer, from start: Int, to end: Int, zone: TimeZoneRules) -> ScannedStamp? {
        var parts = StampParts()
        var position = start
        for step in steps {
            switch step {
            case .byte(let byte):
                guard position < end, buffer[position] == byte else { return nil }
                position &+= 1
            case .optionalByte(let byte):
                if position < end, buffer[position] == byte { position &+= 1 }
            case .separator:
                guard position < end, buffer[position] | 0x20 == 0x74 || buffer[position] == 0x20 else { return nil }
                position &+= 1
            case .spaces:
                let behind = Self.behindSpaces(buffer, from: position, to: end)
                guard behind > position else { return nil }
                position = behind
            case .number(let part, let least, let most):
                guard let number = Self.number(buffer, at: &position, to: end, least: least, most: most) else {
                    return nil
                }
                parts.set(part, to: number)
                if part == .second { parts.fractionSlice = Slice(start: position, count: 0) }
            case .padded(let part):
                while position < end, buffer[position] == 0x20 { position &+= 1 }
                guard let number = Self.number(buffer, at: &position, to: end, least: 1, most: 2) else { return nil }
                parts.set(part, to: number)
            case .month:
                guard let month = TimeWords.month(buffer, at: position, to: end) else { return nil }
                parts.month = month.number
                position &+= month.length
            case .weekday:
                guard let length = TimeWords.weekday(buffer, at: position, to: end) else { return nil }
                position &+= length
            case .meridiem:
                guard let isAfternoon = TimeWords.isAfternoon(buffer, at: position, to: end) else { return nil }
                parts.isAfternoon = isAfternoon
                position &+= 2
            case .fraction(let least, let most):
                guard let fraction = TimeFraction(buffer, at: position, to: end, least: least, most: most) else {
                    return nil
                }
                parts.fraction = fraction
                parts.fractionSlice = Slice(start: position, count: fraction.length)
                position &+= fraction.length
            case .optionalFraction:
                parts.fraction = TimeFraction.behindPoint(buffer, at: position, to: end)
                parts.fractionSlice = Slice(start: position, count: parts.fraction.length)
                position &+= parts.fraction.length
            case .offset, .optionalOffset:
                guard let offset = TimeOffset(buffer, at: position, to: end) else {
                    if step == .optionalOffset { continue }
                    return nil
                }
                parts.offset = offset.seconds
                position &+= offset.length
            case .abbreviation:
                guard let name = ZoneName(buffer, at: position, to: end, zone: zone) else { return nil }
                parts.offset = name.offset
                parts.zone = Slice(start: position, count: name.length)
                position &+= name.length
            case .epoch:
                guard let (value, behind) = Self.wholeNumber(buffer, from: position, to: end) else { return nil }
                parts.epoch = value
                parts.isNegative = buffer[position] == 0x2D
                position = behind
            }
        }
        return parts.stamp(from: start, to: position)
    }

    @inline(__always)
    private static func number(
        _ buffer: borrowing ByteBuffer, at position: inout Int, to end: Int, least: Int, most: Int
    ) -> Int? {
        var value = 0
        let first = position
        while position < end, position &- first < most, buffer[position] &- 0x30 < 10 {
            value = value &* 10 &+ Int(buffer[position] &- 0x30)
            position &+= 1
        }
        return position &- first >= least ? value : nil
    }

    @inline(__always)
    private static func behindSpaces(_ buffer: borrowing ByteBuffer, from start: Int, to end: Int) -> Int {
        var position = start
        while position < end {
            if buffer[position] == 0x20 {
                position &+= 1
            } else if end &- position >= 2, buffer.word(at: position) & 0xFFFF == 0xA0C2 {
                position &+= 2
            } else if end &- position >= 3, buffer.word(at: position) & 0xFF_FFFF == 0xAF_80E2 {
                position &+= 3
            } else {
                break
            }
        }
        return position
    }
}
