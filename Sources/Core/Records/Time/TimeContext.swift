import Bytes
import System

/// What a stamp leaves unsaid, and what is remembered from one to the next: the zone of zoneless stamps, the year of
/// yearless ones, the second that was read last. One for each source (file), a plain value to copy.
///
/// The year of a yearless stamp is the latest that puts it at most a day behind the reference time, which is when the file
/// was written last, or now; and, where stamps with a year stand between, at most 183 days behind the latest of those. It
/// does not hang on the stamps around it, so that one that is out of order, of a clock that was not set, or a 29 February,
/// which is of the latest year that has it, moves none of the others.
@usableFromInline package struct TimeContext: Sendable {
    package var zone: TimeZoneRules { clock.rules }
    /// Seconds since 1970.
    private var reference: Int64
    /// The source is still being written: the reference goes with the time.
    private let isLive: Bool
    /// The instant of the stamp read last, in seconds since 1970.
    @usableFromInline package var last: Int64?
    /// How long before the stamp read last there was none, as far as that had to be found out.
    private var silence: Int64 = 0
    /// The latest stamp that said its year.
    private var dated: Int64?
    /// Stamps are in the order in which they were written.
    private let isOrdered: Bool
    /// The abbreviation, letters as a word, for which a stamp could not be read: it means several zones. 0 for none.
    private var unclearZone: UInt64 = 0

    private var clock: LocalClock
    private var namedClocks = NamedClocks()
    @usableFromInline var memory = SecondMemory()
    var minuteText = MinuteText()

    /// - Parameters:
    ///   - reference: nanoseconds since 1970, when the source was written last, or now.
    ///   - isLive: the source is still being written, and the reference was but when it began.
    ///   - isOrdered: the stamps are those of a log, one behind the other.
    package init(
        zone: TimeZoneRules = .utc, reference: Int64, isLive: Bool = false, isOrdered: Bool = true
    ) {
        clock = LocalClock(zone)
        self.reference = Timestamp(nanoseconds: reference).seconds
        self.isLive = isLive
        self.isOrdered = isOrdered
    }

    /// Another source begins: its years are found anew.
    package mutating func begin(reference: Int64) {
        self.reference = Timestamp(nanoseconds: reference).seconds
        last = nil
        silence = 0
        dated = nil
    }

    /// All that decides how later stamps are read; the zone is an option, and what is remembered for speed is found anew.
    package func save(to snapshot: inout SnapshotWriter) {
        snapshot.append(reference)
        snapshot.append(silence)
        for second in [last, dated] {
            snapshot.append(second != nil)
            if let second { snapshot.append(second) }
        }
    }

    package mutating func restore(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        let reference = try snapshot.signed()
        let silence = try snapshot.signed()
        let last = try snapshot.flag() ? snapshot.signed() : nil
        let dated = try snapshot.flag() ? snapshot.signed() : nil
        for second in [reference, last ?? 0, dated ?? 0] where Timestamp(seconds: second) == nil { throw .foreign }
        self.reference = reference
        self.silence = silence
        self.last = last
        self.dated = dated
    }

    /// The zone that a stamp named and that means several, if that is why it could not be read; asked for once.
    package mutating func takeUnclearZone() -> String? {
        guard unclearZone != 0 else { return nil }
        defer { unclearZone = 0 }
        let bytes = (0..<8).map { UInt8(truncatingIfNeeded: unclearZone >> ($0 * 8)) }
        return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }

    /// The second that a stamp means, in UTC, which becomes the one read last; nil where it means none.
    @inline(__always)
    mutating func resolve(_ stamp: ScannedStamp, _ buffer: borrowing ByteBuffer) -> (seconds: Int64, isInFold: Bool)? {
        guard let found = find(stamp, buffer) else { return nil }
        silence = last.map { found.seconds &- $0 } ?? 0
        last = found.seconds
        guard isOrdered else { return found }
        if stamp.month == 0, found.seconds > dated ?? .min { dated = found.seconds }
        return found
    }

    /// The stamp that says which pass of a repeated hour a time is of.
    private var before: Int64? { isOrdered ? last : nil }

    @inline(__always)
    private mutating func find(
        _ stamp: ScannedStamp, _ buffer: borrowing ByteBuffer
    ) -> (seconds: Int64, isInFold: Bool)? {
        if stamp.month != 0 { return year(of: stamp, buffer) }
        return instant(of: stamp, ofLocal: stamp.local, buffer)
    }

    /// The instant that a local time means, in seconds since 1970, with the zone of the stamp or the source's.
    @inline(__always)
    private mutating func instant(
        of stamp: ScannedStamp, ofLocal local: Int64, _ buffer: borrowing ByteBuffer
    ) -> (seconds: Int64, isInFold: Bool)? {
        if stamp.offset > ZoneName.unclear { return (local &- Int64(stamp.offset), false) }
        if stamp.offset == ScannedStamp.noOffset {
            let instant = clock.instant(ofLocal: local, behind: before, silence: silence)
            return (instant, clock.isInFold)
        }
        return instant(inZone: stamp, ofLocal: local, buffer)
    }

    @inline(never)
    private mutating func instant(
        inZone stamp: ScannedStamp, ofLocal local: Int64, _ buffer: borrowing ByteBuffer
    ) -> (seconds: Int64, isInFold: Bool)? {
        guard stamp.offset == ZoneName.named else {
            unclearZone = SWAR.keep(buffer.word(at: stamp.zone.start), first: stamp.zone.count)
            return nil
        }
        guard
            let found = namedClocks.instant(
                ofLocal: local, in: stamp.zone, buffer, behind: before, silence: silence)
        else { return nil }
        return (found.instant, found.isInFold)
    }

    /// The instant of a yearless stamp. Nil where no year has its day.
    private mutating func year(
        of stamp: ScannedStamp, _ buffer: borrowing ByteBuffer
    ) -> (seconds: Int64, isInFold: Bool)? {
        if isLive { reference = max(reference, Timestamp(nanoseconds: SystemClock().now).seconds) }
        let limit = min(
            reference &+ 86_400,
            dated.map { min(max($0, Timestamp.firstSecond), Timestamp.lastSecond) &+ 183 * 86_400 } ?? .max)
        // A local year may be ahead of the one in UTC. Eight years lie between some leap days.
        var year =
            CivilDate(days: Int(truncatingIfNeeded: (limit &- Timestamp.firstSecond) / 86_400) &- 719_528).year &+ 1
        for _ in 0..<10 {
            if CivilDate.isValid(year: year, month: Int(stamp.month), day: Int(stamp.day)) {
                let days = CivilDate.days(year: year, month: Int(stamp.month), day: Int(stamp.day))
                let local = Int64(days) &* 86_400 &+ stamp.local
                guard let found = instant(of: stamp, ofLocal: local, buffer) else { return nil }
                if found.seconds <= limit { return found }
            }
            year &-= 1
        }
        return nil
    }
}
