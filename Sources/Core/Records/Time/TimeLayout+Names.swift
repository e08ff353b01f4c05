extension TimeLayout {
    /// The layouts that have a name:
    ///
    /// - `rfc3339`: `2015-05-17T10:05:03Z`, and ISO 8601 as logs write it: `T`, `t` or a space, `.` or `,` and a fraction or
    ///   none, `Z`, `+02:00`, `+0200`, `+02` or no zone;
    /// - `clf`: `10/Oct/2000:13:55:36 -0700`, the Common Log Format;
    /// - `rfc3164`: `Oct  9 13:55:36`, with a fraction or none; yearless;
    /// - `epoch`, `epoch_ms`, `epoch_us`, `epoch_ns`: `1431857103.123`, a number of units since 1970, with a fraction or none;
    /// - `epoch_auto`: the same, the unit told from the size: below 10¹¹ seconds, below 10¹⁴ milli-, below 10¹⁷
    ///   micro-, otherwise nanoseconds; right for seconds until 5138 and for the others from March 1973 on; eight digits
    ///   that are a date, `20261130`, are that day;
    /// - `apache_error`: `Wed Oct 11 14:32:52.123456 2000`, with a fraction or none;
    /// - `ctime`: `Wed Oct 11 14:32:52 2000`, as ctime(3) writes it;
    /// - `go`: `2009/11/10 23:00:00.123456`, as Go's log package writes it, and nginx's error log without a fraction;
    /// - `java_medium`: `Oct 11, 2000 2:32:52 PM`, java.util.logging's; since Java 9 with a comma behind the year.
    package static let names = [
        "rfc3339", "clf", "rfc3164", "epoch", "epoch_ms", "epoch_us", "epoch_ns", "epoch_auto", "apache_error", "ctime",
        "go",
        "java_medium",
    ]

    package static let rfc3339 = TimeLayout(
        description: "rfc3339", kind: .rfc3339,
        steps: isoDate + [.separator] + time + [.optionalFraction, .optionalOffset])

    package static let clf = TimeLayout(
        description: "clf", kind: .clf,
        steps: [two(.day), .byte(0x2F), .month, .byte(0x2F), year, .byte(0x3A)] + time + [.spaces, .offset])

    package static let rfc3164 = TimeLayout(
        description: "rfc3164", kind: .rfc3164,
        steps: [.month, .spaces, .padded(.day), .spaces] + time + [.optionalFraction])

    static func named(_ name: String) -> TimeLayout? {
        switch name {
        case "rfc3339": rfc3339
        case "clf": clf
        case "rfc3164": rfc3164
        case "epoch": epoch(name, scale: 0)
        case "epoch_ms": epoch(name, scale: 3)
        case "epoch_us": epoch(name, scale: 6)
        case "epoch_ns": epoch(name, scale: 9)
        case "epoch_auto": epoch(name, scale: nil)
        case "apache_error": steps(name, weekdayFirst + [.optionalFraction, .spaces, year])
        case "ctime": steps(name, weekdayFirst + [.spaces, year])
        case "go":
            steps(
                name,
                [year, .byte(0x2F), two(.month), .byte(0x2F), two(.day), .spaces] + time + [.optionalFraction])
        case "java_medium":
            steps(
                name,
                [.month, .spaces, .padded(.day), .byte(0x2C), .spaces, year, .optionalByte(0x2C), .spaces]
                    + [.number(.twelveHour, least: 1, most: 2), .byte(0x3A), two(.minute), .byte(0x3A), two(.second)]
                    + [.spaces, .meridiem])
        default: nil
        }
    }

    private static func steps(_ name: String, _ steps: [TimeStep]) -> TimeLayout {
        TimeLayout(description: name, kind: .steps, steps: steps)
    }

    private static func epoch(_ name: String, scale: Int?) -> TimeLayout {
        TimeLayout(description: name, kind: .epoch(scale: scale), steps: [])
    }

    private static func two(_ part: TimeStep.Part) -> TimeStep { .number(part, least: 2, most: 2) }

    private static var year: TimeStep { .number(.year, least: 4, most: 4) }

    private static var isoDate: [TimeStep] { [year, .byte(0x2D), two(.month), .byte(0x2D), two(.day)] }

    private static var time: [TimeStep] { [two(.hour), .byte(0x3A), two(.minute), .byte(0x3A), two(.second)] }

    private static var weekdayFirst: [TimeStep] { [.weekday, .spaces, .month, .spaces, .padded(.day), .spaces] + time }
}
