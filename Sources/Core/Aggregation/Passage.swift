import Metrics
import Records

/// How event time went in a part of the input that a thread has read without knowing the parts before it: enough to tell, once
/// those are known, that no record of it was late and no window left before its time.
///
/// The watermark that a record met is the higher one of that at the beginning of the part and that of the records before it in
/// the part. The second is known here; for the first the earliest record stands for all.
struct Passage {
    private let lateness: Int64
    private(set) var first = Int64.max
    private(set) var earliest = Int64.max
    private(set) var latest = Int64.min
    /// None came after the watermark of the part itself had passed its window, or ahead of the others by a jump.
    private(set) var isOrderly = true

    /// A step further than this needs others to be believed.
    private static let jump = 3_600_000_000_000

    init(_ options: WindowOptions) { lateness = options.lateness }

    var isEmpty: Bool { earliest > latest }

    /// - Parameters:
    ///   - source: 0 for the one that all records come from.
    ///   - grid: what divides time; nil where sessions do.
    @inline(__always) mutating func observe(_ time: Int64, source: Int, _ grid: WindowGrid?) {
        if isEmpty {
            first = time
            latest = time
        } else if time > latest {
            let (step, overflow) = time.subtractingReportingOverflow(latest)
            if overflow || step > Self.jump { isOrderly = false }
            latest = time
        } else {
            let (watermark, overflow) = latest.subtractingReportingOverflow(lateness)
            if !overflow, time < watermark, !Self.isOpen(time, at: watermark, grid) { isOrderly = false }
        }
        if time < earliest { earliest = time }
        if source != 0 { isOrderly = false }
    }

    /// Whether no window that the time is in has left, whatever came before.
    static func isOpen(_ time: Int64, at watermark: Int64, _ grid: WindowGrid?) -> Bool {
        guard time < watermark else { return true }
        guard let grid else { return false }
        return grid.window(containing: time).end > watermark
    }
}
