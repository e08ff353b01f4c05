/// A zone's clocks, as the lines of a log are read by them: the order of the lines tells the two passes of an hour apart
/// that is there twice.
///
/// A time in the fold is of the second pass where
/// - the stamp before it was of the second pass, or of later;
/// - it lies more than five minutes behind the stamp before it: lines are seldom out of order by more;
/// - it lies no later than that stamp, and that one came after a silence of at least 55 minutes: a log with a line each
///   hour has then begun its hour anew.
/// Otherwise it is of the first, and so is one that nothing stands before.
struct LocalClock: Sendable {
    let rules: TimeZoneRules
    private var span = TimeZoneRules.Span(from: 0, until: 0, offset: 0)
    /// From here to the end of the span, local times are there twice.
    private var foldStart = Int64.max
    private var laterOffset: Int32 = 0
    /// The time read last may be either of two: what it means hangs on its place.
    private(set) var isInFold = false

    /// How far lines may be out of order.
    private static let disorder: Int64 = 300

    init(_ rules: TimeZoneRules) { self.rules = rules }

    /// The instant of a local time; both in seconds since 1970.
    /// - Parameters:
    ///   - last: the instant of the stamp before; nil where there is none, or where order says nothing.
    ///   - silence: how long before that nothing came.
    @inline(__always)
    mutating func instant(ofLocal local: Int64, behind last: Int64?, silence: Int64) -> Int64 {
        if !span.contains(local) { find(local) }
        if local >= foldStart { return instantInFold(local, last, silence) }
        isInFold = false
        return local &- Int64(span.offset)
    }

    private mutating func find(_ local: Int64) {
        span = rules.span(ofLocal: local)
        foldStart = .max
        guard span.until != .max else { return }
        laterOffset = rules.span(ofLocal: span.until).offset
        if laterOffset < span.offset { foldStart = span.until &- Int64(span.offset &- laterOffset) }
    }

    private mutating func instantInFold(_ local: Int64, _ last: Int64?, _ silence: Int64) -> Int64 {
        isInFold = true
        let first = local &- Int64(span.offset)
        let second = local &- Int64(laterOffset)
        guard let last else { return first }
        // The change itself, an instant.
        if last >= span.until &- Int64(span.offset) { return second }
        let back = last &- first
        return back > Self.disorder || back >= 0 && silence >= 3600 - Self.disorder ? second : first
    }
}
