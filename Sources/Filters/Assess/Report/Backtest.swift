/// What happened in each window of a log that was looked at whole: how often a rule would have fired on it. weir-alert --backtest says
/// the same of the pipeline's metrics.
struct Backtest {
    private struct Window {
        let start: Int64
        let count: Double
        let errors: Double
        let refused: Double
    }

    private let windows: [Window]
    private let width: Int64

    init(_ counts: [Int64: Int], errors: [Int64: Int], refused: [Int64: Int], width: Int64) {
        self.width = width
        windows = counts.keys.sorted().map {
            Window(
                start: $0, count: Double(counts[$0] ?? 0), errors: Double(errors[$0] ?? 0),
                refused: Double(refused[$0] ?? 0))
        }
    }

    var mostErrors: Int { Int(windows.map(\.errors).max() ?? 0) }
    var mostRefused: Int { Int(windows.map(\.refused).max() ?? 0) }

    /// Times that a condition began to hold, from one window to the next that has lines.
    private func firings(_ condition: (Window) -> Bool) -> Int {
        var isFiring = false
        var count = 0
        for window in windows {
            let holds = condition(window)
            if holds, !isFiring { count += 1 }
            isFiring = holds
        }
        return count
    }

    func errors(_ limit: ShareLimit) -> Int {
        firings { $0.errors >= Double(limit.needed(of: $0.count)) }
    }

    func errors(above number: Double) -> Int { firings { $0.errors > number } }

    func refused(_ limit: ShareLimit) -> Int {
        firings { $0.refused >= Double(limit.needed(of: $0.count)) }
    }

    func traffic(above number: Double) -> Int { firings { $0.count > number } }

    /// Has held in each window for so many seconds.
    func traffic(below number: Double, for hold: Int64) -> Int {
        var since: Int64?
        return firings { window in
            since = window.count < number ? since ?? window.start : nil
            return since.map { window.start - $0 >= hold } ?? false
        }
    }

    /// Errors over a longer time, each window's end looked at.
    func errors(_ limit: ShareLimit, over span: Int64) -> Int {
        var first = 0
        var (errors, count) = (0.0, 0.0)
        return firings { window in
            errors += window.errors
            count += window.count
            while windows[first].start <= window.start - span {
                errors -= windows[first].errors
                count -= windows[first].count
                first += 1
            }
            return errors >= Double(limit.least) && errors > limit.ratio * count
        }
    }
}
