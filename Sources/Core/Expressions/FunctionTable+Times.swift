import Bytes
import Records

extension FunctionTable {
    /// A time is a text of RFC 3339, as `time` is in every record, or a number: seconds since 1970.
    static let times: [Function] = [
        Function(
            "now", [], .text, "The time, to the millisecond, as the clock of this machine says.",
            examples: [.init(#"now() > "2026""#, "true")],
            otherNames: ["systime", "current_time", "timestamp", "current_timestamp", "utcnow"], .ofSyntax),
        Function(
            "parse_time",
            [.init("text", .text), .init("layout", .text, preset: .text("")), zone], .text,
            "The time that the text says, in UTC; null where it is none.",
            examples: [
                .init(#"parse_time("2/Jan/2026:10:00:00 +0100", "%d/%b/%Y:%T %z")"#, #""2026-01-02T09:00:00Z""#),
                .init(#"parse_time("2026-07-01 12:00:00.25", "", "Europe/Berlin")"#, #""2026-07-01T10:00:00.25Z""#),
                .init(#"parse_time("1767348000", "epoch")"#, #""2026-01-02T10:00:00Z""#),
            ],
            otherNames: ["strptime", "to_time", "parse_timestamp", "todate", "to_timestamp", "mktime"],
            .prepared { literals throws(ArgumentError) in try TimeReading(literals) }),
        Function(
            "format_time", [.init("time", .any), .init("layout", .text), zone], .text,
            "The time as the directives of strftime(3) say, on the clocks of the zone.",
            examples: [
                .init(
                    #"format_time("2026-07-01T22:30:00Z", "%a %d.%m. %H:%M", "Europe/Berlin")"#, #""Thu 02.07. 00:30""#),
                .init(#"format_time(0, "%F")"#, #""1970-01-01""#),
            ],
            otherNames: ["strftime", "time_format", "date_format", "to_char"],
            .prepared { literals throws(ArgumentError) in try TimeWriting(literals) }),
        Function(
            "truncate_time", [.init("time", .any), .init("unit", .text), zone], .text,
            "The beginning of the second, minute, hour, day, week, month, quarter or year that the time is in, or of 15m.",
            examples: [
                .init(#"truncate_time("2026-07-01T10:47:31.5Z", "hour")"#, #""2026-07-01T10:00:00Z""#),
                .init(#"truncate_time("2026-07-01T10:47:31Z", "15m")"#, #""2026-07-01T10:45:00Z""#),
                .init(#"truncate_time("2026-07-01T10:47:31Z", "day", "Europe/Berlin")"#, #""2026-06-30T22:00:00Z""#),
                .init(#"truncate_time("2026-07-01T10:47:31Z", "week")"#, #""2026-06-29T00:00:00Z""#),
            ],
            otherNames: ["truncate", "date_trunc", "time_trunc", "trunc_time", "time_bucket", "startof"],
            .prepared { literals throws(ArgumentError) in try TimeTruncation(literals) }),
        Function(
            "add_time", [.init("time", .any), .init("seconds", .number)], .text,
            "The time so many seconds later, or earlier.",
            examples: [.init(#"add_time("2026-02-28T23:59:59.5Z", 1.25)"#, #""2026-03-01T00:00:00.750Z""#)],
            otherNames: ["time_add", "date_add"],
            .two { time, seconds, record, tally in
                guard let time = record.time(time) else { return .null }
                guard let moved = time.adding(seconds: seconds) else {
                    return ArithmeticOperator.counted(nil, &tally)
                }
                return record.made { moved.append(to: &$0) }
            }),
        Function(
            "diff_time", [.init("later", .any), .init("earlier", .any)], .number,
            "The seconds from the second time to the first, exactly.",
            examples: [
                .init(#"diff_time("2026-01-01T00:00:01.250Z", "2026-01-01T00:00:00Z")"#, "1.25"),
                .init(#"diff_time(0, "1970-01-01T00:01:00Z")"#, "-60"),
            ],
            otherNames: ["time_diff", "date_diff", "datediff", "diff", "seconds_between"],
            .two { later, earlier, record, _ in
                guard let later = record.time(later), let earlier = record.time(earlier) else { return .null }
                return Timestamp.number(nanoseconds: later.wideNanoseconds - earlier.wideNanoseconds)
            }),
        Function(
            "epoch", [.init("time", .any)], .number, "The seconds since 1970 of a time, exactly.",
            examples: [.init(#"epoch("2026-01-02T10:00:00.5Z")"#, "1767348000.5")],
            otherNames: ["unix", "to_unix", "unix_time", "to_epoch", "unixtime"],
            .one { time, record, _ in
                record.time(time).map { Timestamp.number(nanoseconds: $0.wideNanoseconds) } ?? .null
            }),
    ]

    private static let zone = Function.Parameter("zone", .text, preset: .text("UTC"))
}

extension Record {
    /// The instant of a value: RFC 3339, or seconds since 1970.
    func time(_ value: Value) -> Timestamp? {
        switch value {
        case .text(let text): Timestamp(rfc3339: store.buffer, text)
        case .integer(let seconds): Timestamp(seconds: seconds)
        case .decimal(let seconds): Timestamp(wideNanoseconds: Timestamp.nanoseconds(of: seconds))
        case .double(let seconds):
            Timestamp(wideNanoseconds: Timestamp.nanoseconds(of: Decimal(shortest: seconds)))
        default: nil
        }
    }
}

extension Timestamp {
    /// Nanoseconds since 1970, which for the years 0 to 9999 need more than 64 bits.
    var wideNanoseconds: Int128 { Int128(seconds) * 1_000_000_000 + Int128(nanos) }

    init?(wideNanoseconds: Int128?, digits: UInt8? = nil) {
        guard let wideNanoseconds else { return nil }
        var (seconds, nanos) = wideNanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        if nanos < 0 {
            seconds -= 1
            nanos += 1_000_000_000
        }
        guard let second = Int64(exactly: seconds) else { return nil }
        let needed = Self.digitsNeeded(for: Int64(nanos))
        self.init(seconds: second, nanos: Int32(nanos), digits: max(needed, digits ?? 0))
    }

    /// What is finer than a nanosecond is cut off; nil far beyond the years that there are.
    static func nanoseconds(of seconds: Decimal?) -> Int128? {
        guard let seconds, seconds.order(against: Decimal(1 << 50)) < 0, seconds.order(against: Decimal(-1 << 50)) > 0
        else { return nil }
        guard case .integer(let whole) = Rounding.down.rounded(.decimal(seconds), digits: 0),
            let rest = seconds.subtracting(Decimal(whole)),
            let nanos = rest.multiplied(by: Decimal(1_000_000_000)),
            let count = Rounding.down.rounded(.decimal(nanos), digits: 0).wholeNumber
        else { return nil }
        return Int128(whole) * 1_000_000_000 + Int128(count)
    }

    func adding(seconds: Value) -> Timestamp? {
        let decimal: Decimal? =
            if case .double(let double) = seconds { Decimal(shortest: double) } else { seconds.exact }
        guard let nanoseconds = Self.nanoseconds(of: decimal) else { return nil }
        return Timestamp(wideNanoseconds: wideNanoseconds + nanoseconds, digits: digits)
    }

    static func number(nanoseconds: Int128) -> Value {
        let seconds = Decimal(significand: nanoseconds, exponent: -9)
        if let integer = seconds.asInt64 { return .integer(integer) }
        return .decimal(seconds.normalized)
    }
}
