import Records

/// How much of the time between its first and its last line a log has lines of.
struct Coverage {
    /// Windows with a line, of all that there are.
    let filled: Int
    let all: Int
    /// Seconds of a window.
    let width: Int64
    /// Lines of a window that has some, in the median.
    let usual: Int
    /// That the lines come by the clock, if they do.
    let rhythm: Rhythm?

    var share: Double { Double(filled) / Double(max(all, 1)) }

    /// Windows that have lines have many, and most have none: what is missing was cut out, or lost.
    var isSuspicious: Bool { usual >= 10 && share < 0.5 && all >= 20 }

    /// `84 of 5,022 minutes`
    var text: String { "\(NumberText.grouped(filled)) of \(NumberText.grouped(all)) \(unit)" }

    /// `minutes`
    var unit: String {
        width == 60 ? "minutes" : width == 3600 ? "hours" : "windows of \(DurationText.format(width * 1_000_000_000))"
    }
}

extension Assessment {
    /// The minute in the times means nothing, if that is so.
    var lostMinute: LostMinute? { counts.time.minutes.lost }

    /// The narrowest window in which lines can be counted, in seconds.
    private var finest: Int64 { lostMinute == nil ? counts.windows.width : max(counts.windows.width, 3600) }

    /// The window that metrics are made in, in seconds.
    var window: Int64 {
        // Wider ones would count holes as time in which little came.
        isCut ? counts.windows.width : counts.windows.usefulWidth(from: finest)
    }

    /// Where most of the time has no line, though it should have some.
    var holes: Coverage? { isQuiet ? nil : coverage.flatMap { $0.isSuspicious ? $0 : nil } }

    /// Lines come by the clock, and most of the time has none.
    var isCut: Bool { holes?.rhythm != nil }

    /// Nil where the times do not cover two windows.
    var coverage: Coverage? {
        let windows = counts.windows.rebinned(to: finest)
        let filled = windows.values.sorted()
        guard let first = windows.keys.min(), let last = windows.keys.max(), first < last else { return nil }
        return Coverage(
            filled: filled.count, all: Int((last - first) / finest) + 1, width: finest,
            usual: filled[filled.count / 2], rhythm: Rhythm(windows.keys, width: finest))
    }
}
