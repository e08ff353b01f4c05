import Bytes

/// A stamp as it is written, before a zone or a year that it leaves out is found.
struct ScannedStamp: BitwiseCopyable {
    /// The civil second as if in UTC; of a yearless stamp, the second of its day.
    var local: Int64
    var nanos: Int32 = 0
    var digits: UInt8 = 0
    /// Month and day of a stamp without a year; month 0 otherwise.
    var month: UInt8 = 0
    var day: UInt8 = 0
    /// Seconds east of UTC; `noOffset` where none is written, or what `ZoneName.offset` says.
    var offset: Int32 = Self.noOffset
    /// Where the zone's name stands, if that has to be looked at.
    var zone = Slice(start: 0, count: 0)
    /// Where the fraction stands with its point, empty behind the second where there is none: what lies around it is
    /// what `SecondMemory` keeps.
    var fraction: Slice
    /// Where the stamp ends.
    var end: Int

    static var noOffset: Int32 { .min }
}
