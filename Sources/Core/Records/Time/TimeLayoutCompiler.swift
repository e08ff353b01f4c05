/// Turns the text of a layout into steps, and says where it cannot be one.
///
/// | directive | reads |
/// |---|---|
/// | `%Y` `%y` | a year of four digits; of two (69…99 are 19xx) |
/// | `%m` `%d` `%H` `%I` `%M` `%S` | one or two digits; `%I` is of 12 hours and needs `%p` |
/// | `%e` `%k` `%l` | as `%d`, `%H`, `%I`, with spaces before |
/// | `%j` | the day of the year, one to three digits |
/// | `%b` `%B` `%h` | an English month's name, whole or three letters, in any case |
/// | `%a` `%A` | a weekday's, likewise; not held against the date |
/// | `%p` `%P` | AM or PM, in any case |
/// | `%f` `%N` | digits of a second's fraction, one or more; nine are kept |
/// | `%1f` … `%9f`, `%1N` … `%9N`, `%L` | exactly that many; `%L` is `%3N` |
/// | `%.f` | `.` or `,` and digits, or nothing |
/// | `%z` | `+02:00`, `+0200`, `+02` or `Z` |
/// | `%Z` | an abbreviation that means one zone (`TimeZoneAbbreviation`), or one of the context's zone; `UTC+2`; `Europe/Berlin` |
/// | `%s` | seconds since 1970 |
/// | `%F` `%T` `%R` `%D` | `%Y-%m-%d`, `%H:%M:%S`, `%H:%M`, `%m/%d/%y` |
/// | `%%` | a percent sign |
///
/// A space stands for one space or more, every other byte for itself.
struct TimeLayoutCompiler {
    private let text: String
    private let bytes: [UInt8]
    private var position = 0
    private var steps: [TimeStep] = []
    /// What has been read, by the letter of a directive: nothing twice.
    private var seen: [String: Int] = [:]

    init(_ text: String) {
        self.text = text
        bytes = Array(text.utf8)
    }

    mutating func compile() throws(TimeLayoutError) -> [TimeStep] {
        guard !bytes.isEmpty else { throw error(0, "a time layout cannot be empty") }
        guard bytes.contains(UInt8(ascii: "%")) else { throw unknownName() }
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "%") {
                try directive()
            } else {
                if byte != 0x20 { steps.append(.byte(byte)) } else if steps.last != .spaces { steps.append(.spaces) }
                position += 1
            }
        }
        try check()
        return steps
    }

    private mutating func directive() throws(TimeLayoutError) {
        let start = position
        position += 1
        var width: Int?
        var isOptional = false
        if position < bytes.count, bytes[position] &- UInt8(ascii: "1") < 9 {
            width = Int(bytes[position] - UInt8(ascii: "0"))
            position += 1
        } else if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            isOptional = true
            position += 1
        }
        guard position < bytes.count else { throw error(start, "a directive's letter is missing behind %") }
        let letter = bytes[position]
        position += 1
        if letter == UInt8(ascii: "f") || letter == UInt8(ascii: "N") {
            let step: TimeStep =
                isOptional ? .optionalFraction : .fraction(least: width ?? 1, most: width ?? Int(Int32.max))
            return try take("fraction", step, at: start)
        }
        guard width == nil, !isOptional else {
            throw error(start, "only %f and %N, the fraction, can have a number or a point")
        }
        try plainDirective(letter, at: start)
    }

    private mutating func plainDirective(_ letter: UInt8, at start: Int) throws(TimeLayoutError) {
        switch letter {
        case UInt8(ascii: "Y"): try take("year", .number(.year, least: 4, most: 4), at: start)
        case UInt8(ascii: "y"): try take("year", .number(.shortYear, least: 2, most: 2), at: start)
        case UInt8(ascii: "m"): try take("month", .number(.month, least: 1, most: 2), at: start)
        case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "h"): try take("month", .month, at: start)
        case UInt8(ascii: "d"): try take("day", .number(.day, least: 1, most: 2), at: start)
        case UInt8(ascii: "e"): try take("day", .padded(.day), at: start)
        case UInt8(ascii: "j"): try take("day of the year", .number(.dayOfYear, least: 1, most: 3), at: start)
        case UInt8(ascii: "H"): try take("hour", .number(.hour, least: 1, most: 2), at: start)
        case UInt8(ascii: "k"): try take("hour", .padded(.hour), at: start)
        case UInt8(ascii: "I"): try take12(.number(.twelveHour, least: 1, most: 2), at: start)
        case UInt8(ascii: "l"): try take12(.padded(.twelveHour), at: start)
        case UInt8(ascii: "M"): try take("minute", .number(.minute, least: 1, most: 2), at: start)
        case UInt8(ascii: "S"): try take("second", .number(.second, least: 1, most: 2), at: start)
        case UInt8(ascii: "p"), UInt8(ascii: "P"): try take("AM or PM", .meridiem, at: start)
        case UInt8(ascii: "L"): try take("fraction", .fraction(least: 3, most: 3), at: start)
        case UInt8(ascii: "z"): try take("zone", .offset, at: start)
        case UInt8(ascii: "Z"): try take("zone", .abbreviation, at: start)
        case UInt8(ascii: "s"): try take("number of seconds", .epoch, at: start)
        case UInt8(ascii: "a"), UInt8(ascii: "A"): steps.append(.weekday)
        case UInt8(ascii: "F"): try expand("Y-m-d", at: start)
        case UInt8(ascii: "T"): try expand("H:M:S", at: start)
        case UInt8(ascii: "R"): try expand("H:M", at: start)
        case UInt8(ascii: "D"): try expand("m/d/y", at: start)
        case UInt8(ascii: "%"): steps.append(.byte(letter))
        default:
            throw error(
                start, "%\(Character(UnicodeScalar(letter))) is not known (known: \(Self.known))")
        }
    }

    private static let known =
        "%Y %y %m %d %e %j %b %B %a %A %H %k %I %l %M %S %p %f %N %3N %.f %L %z %Z %s %F %T %R %D %%"

    private mutating func expand(_ directives: String, at start: Int) throws(TimeLayoutError) {
        for byte in directives.utf8 {
            if byte | 0x20 >= 0x61 { try plainDirective(byte, at: start) } else { steps.append(.byte(byte)) }
        }
    }

    private mutating func take12(_ step: TimeStep, at start: Int) throws(TimeLayoutError) {
        try take("hour", step, at: start)
        seen["hour of 12"] = start
    }

    private mutating func take(_ what: String, _ step: TimeStep, at start: Int) throws(TimeLayoutError) {
        guard seen[what] == nil else { throw error(start, "the \(what) is there twice") }
        seen[what] = start
        steps.append(step)
    }

    /// Whether the directives together say an instant.
    private func check() throws(TimeLayoutError) {
        if seen["number of seconds"] != nil {
            let others = seen.filter { $0.key != "number of seconds" && $0.key != "fraction" }.values
            if let other = others.min() {
                throw error(other, "%s says the whole time; only a fraction goes with it")
            }
            return
        }
        if let start = seen["hour of 12"], seen["AM or PM"] == nil { throw error(start, "%I needs %p, AM or PM") }
        if let start = seen["AM or PM"], seen["hour of 12"] == nil { throw error(start, "%p needs %I, an hour of 12") }
        if let start = seen["day of the year"] {
            guard seen["year"] != nil else { throw error(start, "%j needs a year") }
            if let other = seen["month"] ?? seen["day"] { throw error(other, "%j says the month and the day") }
            return
        }
        guard seen["month"] != nil, seen["day"] != nil else {
            throw error(bytes.count, "a date is missing: a month and a day, or %j, or %s")
        }
    }

    private func unknownName() -> TimeLayoutError {
        let hint = Suggestion.nearest(to: text, among: TimeLayout.names).map { "did you mean \($0)? " } ?? ""
        let names = TimeLayout.names.joined(separator: ", ")
        return error(0, "'\(text)' is no time layout: \(hint)known are \(names), and texts with % directives")
    }

    private func error(_ position: Int, _ message: String) -> TimeLayoutError {
        TimeLayoutError(layout: text, position: position, message: message)
    }
}
