/// One thing a time layout expects next.
enum TimeStep: Equatable, Sendable {
    case byte(UInt8)
    /// Taken if it is there.
    case optionalByte(UInt8)
    /// One space or more; also the no-break spaces U+00A0 and U+202F, which Java puts before AM and PM.
    case spaces
    /// `T`, `t` or a space.
    case separator
    /// As many digits as there are, within the bounds.
    case number(Part, least: Int, most: Int)
    /// The same behind any number of spaces, one or two digits.
    case padded(Part)
    case month
    case weekday
    case meridiem
    /// As many digits as there are, within the bounds: tenths, hundredths, ….
    case fraction(least: Int, most: Int)
    /// A `.` or `,` and digits, or nothing.
    case optionalFraction
    /// `+02:00`, `+0200`, `+02`, `Z`.
    case offset
    case optionalOffset
    case abbreviation
    /// Seconds since 1970.
    case epoch

    enum Part: Equatable, Sendable { case year, shortYear, month, day, dayOfYear, hour, twelveHour, minute, second }

    var isFraction: Bool {
        switch self {
        case .fraction, .optionalFraction: true
        default: false
        }
    }
}
