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
    var text: String {
        "\(NumberText.grouped(filled)) of \(NumberText.grouped(all)) "
            + unit
    }

    /// `minutes`
    var unit: String { width == 60 ? "minutes" : "windows of \(DurationText.format(width * 1_000_000_000))" }
}

extension Assessment {
    /// Nil where the times do not cover two windows.
    var coverage: Coverage? {
        let windows = counts.windows
        let filled = windows.counts.values.sorted()
        guard let first = windows.counts.keys.min(), let last = windows.counts.keys.max(), first < last else {
            return nil
        }
        return Coverage(
            filled: filled.count, all: Int((last - first) / windows.width) + 1, width: windows.width,
            usual: filled[filled.count / 2], rhythm: Rhythm(windows.counts.keys, width: windows.width))
    }
}
