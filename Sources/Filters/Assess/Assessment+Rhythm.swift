import Records

/// Lines that come by the clock: the same minutes of each hour, or day, have some, and all others have none. A sample that somebody
/// took leaves that, or a program that writes when its time has come; chance does not.
struct Rhythm: Equatable {
    /// Seconds after which it is the same again.
    let period: Int64
    /// Seconds of a window.
    let width: Int64
    /// When windows with lines begin within the period, in seconds, in order.
    let phases: [Int64]
    /// Windows with lines.
    let times: Int

    /// The shortest that explains the windows; nil where more than a fifth of the period has lines, where a fifth of what it leads to
    /// expect is missing, or where it was seen less than four times.
    init?(_ starts: some Collection<Int64>, width: Int64) {
        guard width > 0, let first = starts.min(), let last = starts.max() else { return nil }
        for period in [300, 900, 1800, 3600, 6 * 3600, 86_400] as [Int64] where period >= width * 5 {
            let found = Set(starts.map { (($0 % period) + period) % period })
            let expected = Double(found.count) * (Double(last - first) / Double(period))
            guard Int64(found.count) * width * 5 <= period, starts.count >= 4 * found.count,
                Double(starts.count) >= 0.8 * expected
            else { continue }
            self.period = period
            self.width = width
            phases = found.sorted()
            times = starts.count
            return
        }
        return nil
    }

    /// `1m of every 1h has lines, always the same, from :05`
    var text: String { "\(cadence) has lines, always the same\(phase)" }

    /// `, from :05`
    var phase: String {
        guard period == 3600, phases.count == 1 else { return "" }
        let minute = phases[0] / 60
        return ", from :\(minute < 10 ? "0" : "")\(minute)"
    }

    /// `1m of every 1h`
    var cadence: String { "\(share) of every \(DurationText.format(period * 1_000_000_000))" }

    private var share: String { DurationText.format(Int64(phases.count) * width * 1_000_000_000) }
}
