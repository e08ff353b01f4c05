/// A day of the proleptic Gregorian calendar, and its number counted from 1970-01-01.
///
/// The arithmetic is Howard Hinnant's `days_from_civil` and `civil_from_days`
/// (https://howardhinnant.github.io/date_algorithms.html): years start in March, so the leap day comes last.
@frozen @usableFromInline package struct CivilDate: BitwiseCopyable, Equatable, Sendable {
    @usableFromInline package let year: Int
    /// 1…12.
    @usableFromInline package let month: Int
    /// 1…31.
    @usableFromInline package let day: Int

    @inlinable package init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The date of a day number (days since 1970-01-01), for years from -9999 to 19999.
    @inlinable package init(days: Int) {
        // From 0000-03-01, and 30 eras of 400 years on, so that everything is positive.
        let shifted = days &+ 719_468 &+ 30 &* 146_097
        let era = shifted / 146_097
        let dayOfEra = shifted &- era &* 146_097
        let yearOfEra = (dayOfEra &- dayOfEra / 1460 &+ dayOfEra / 36_524 &- dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra &- (365 &* yearOfEra &+ yearOfEra / 4 &- yearOfEra / 100)
        let monthFromMarch = (5 &* dayOfYear &+ 2) / 153
        day = dayOfYear &- (153 &* monthFromMarch &+ 2) / 5 &+ 1
        month = monthFromMarch < 10 ? monthFromMarch &+ 3 : monthFromMarch &- 9
        year = yearOfEra &+ (era &- 30) &* 400 &+ (month <= 2 ? 1 : 0)
    }

    /// Days since 1970-01-01 of a date in the years -9999…19999; the month is 1…12, the day may be any small number.
    @inlinable @inline(__always) package static func days(year: Int, month: Int, day: Int) -> Int {
        let isEarly = month <= 2
        let yearFromMarch = UInt64(truncatingIfNeeded: year &+ 12_000 &- (isEarly ? 1 : 0))
        let monthFromMarch = UInt64(truncatingIfNeeded: isEarly ? month &+ 9 : month &- 3)
        let century = yearFromMarch / 100
        let whole = yearFromMarch &* 1461 / 4 &- century &+ century / 4 &+ (monthFromMarch &* 153 &+ 2) / 5
        // 719 468 days from 0000-03-01 to 1970-01-01, 30 eras, and the 1 that days start from.
        return Int(truncatingIfNeeded: whole) &+ day &- (719_468 &+ 30 &* 146_097 &+ 1)
    }

    @inlinable @inline(__always) package static func isLeap(_ year: Int) -> Bool {
        year & 3 == 0 && (year % 100 != 0 || year & 15 == 0)
    }

    /// Days of a month; the month is 1…12.
    @inlinable @inline(__always) package static func days(in month: Int, of year: Int) -> Int {
        month == 2 ? (isLeap(year) ? 29 : 28) : 30 &+ ((month ^ (month &>> 3)) & 1)
    }

    @inlinable @inline(__always) package static func isValid(year: Int, month: Int, day: Int) -> Bool {
        month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= days(in: month, of: year))
    }
}

extension CivilDate {
    /// From when on windows of a width are counted, as a distance from 1970-01-01 in the unit of the width: weeks, and windows of several,
    /// begin on Mondays, as in ISO 8601, and 1970-01-01 was a Thursday.
    /// - Parameter day: a day in that unit.
    @inlinable package static func origin(ofWidth width: Int64, day: Int64) -> Int64 {
        width % (7 &* day) == 0 ? 4 &* day : 0
    }
}
