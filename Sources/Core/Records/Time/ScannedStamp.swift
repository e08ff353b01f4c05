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
    /// Seconds east of UTC; `noOffset` where none is written.
    var offset: Int32 = Self.noOffset
    /// Where the fraction stands with its point, empty behind the second where there is none: what lies around it is
    /// what `SecondMemory` keeps.
    var fraction: Slice
    /// Where the stamp ends.
    var end: Int

    static var noOffset: Int32 { .min }

    /// The second it means, in UTC.
    @inline(__always)
    func seconds(_ context: inout TimeContext) -> Int64? {
        if month != 0 {
            if offset == Self.noOffset {
                return context.instant(month: Int(month), day: Int(day), second: local)
            }
            // A zone but no year: the year is found as if in UTC.
            return context.instant(month: Int(month), day: Int(day), second: local &- Int64(offset), isUTC: true)
        }
        return offset == Self.noOffset ? context.instant(ofLocal: local) : local &- Int64(offset)
    }
}
