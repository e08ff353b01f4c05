/// From the first to the last event seen: what a rate without windows divides by.
struct EventSpan {
    private var first = Int64.max
    private var last = Int64.min

    mutating func add(_ time: Int64) {
        first = min(first, time)
        last = max(last, time)
    }

    /// Nil where there was no time or only one.
    var seconds: Double? { last > first ? (Double(last) - Double(first)) / 1e9 : nil }
}
