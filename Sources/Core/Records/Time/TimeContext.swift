import Bytes

/// What a stamp leaves unsaid, and what is remembered from one to the next: the zone of zoneless stamps, the year of
/// yearless ones, the second that was read last. One for each source (file), a plain value to copy.
///
/// The year of a yearless stamp is the latest that puts it
/// - at the start: at most a day behind the reference time, which is when the file was written last, or now;
/// - later: at most 183 days behind the stamp before it. So a stamp that seems to step back by more than half a year has
///   passed New Year, and one that seems to leap ahead by more belongs to the year before: order across New Year may be
///   disturbed either way.
/// A day that year does not have (29 February) takes it to the latest year that has it.
package struct TimeContext: Sendable {
    package let zone: TimeZoneRules
    /// Seconds since 1970.
    private var reference: Int64
    /// The instant of the stamp read last, in seconds since 1970.
    package var last: Int64?

    private var span = TimeZoneRules.Span(from: 0, until: 0, offset: 0)
    var memory = SecondMemory()
    var minuteText = MinuteText()

    /// - Parameter reference: nanoseconds since 1970, when the source was written last, or now.
    package init(zone: TimeZoneRules = .utc, reference: Int64) {
        self.zone = zone
        self.reference = Timestamp(nanoseconds: reference).seconds
    }

    /// Another source begins: its years are found anew.
    package mutating func begin(reference: Int64) {
        self.reference = Timestamp(nanoseconds: reference).seconds
        last = nil
    }

    /// All that decides how later stamps are read; the zone is an option, and what is remembered for speed is found anew.
    package func save(to snapshot: inout SnapshotWriter) {
        snapshot.append(reference)
        snapshot.append(last != nil)
        if let last { snapshot.append(last) }
    }

    package mutating func restore(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        let reference = try snapshot.signed()
        let last = try snapshot.flag() ? snapshot.signed() : nil
        for second in [reference, last ?? 0] where Timestamp(seconds: second) == nil { throw .foreign }
        self.reference = reference
        self.last = last
    }

    /// The instant of a local time; both in seconds since 1970.
    @inline(__always) mutating func instant(ofLocal local: Int64) -> Int64 {
        if !span.contains(local) { span = zone.span(ofLocal: local) }
        return local &- Int64(span.offset)
    }

    /// The instant of a yearless local time: a month, a day, and a second of that day. Nil where no year has it.
    /// With `isUTC`, the time is in UTC already.
    mutating func instant(month: Int, day: Int, second: Int64, isUTC: Bool = false) -> Int64? {
        let limit =
            last.map { min(max($0, Timestamp.firstSecond), Timestamp.lastSecond) &+ 183 * 86_400 }
            ?? (reference &+ 86_400)
        // A local year may be ahead of the one in UTC. Eight years lie between some leap days.
        var year =
            CivilDate(days: Int(truncatingIfNeeded: (limit &- Timestamp.firstSecond) / 86_400) &- 719_528).year &+ 1
        for _ in 0..<10 {
            if CivilDate.isValid(year: year, month: month, day: day) {
                let midnight = Int64(CivilDate.days(year: year, month: month, day: day)) &* 86_400
                let local = midnight &+ second
                let instant = isUTC ? local : instant(ofLocal: local)
                if instant <= limit { return instant }
            }
            year &-= 1
        }
        return nil
    }
}
