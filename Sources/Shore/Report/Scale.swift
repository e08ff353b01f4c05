import Foundation

/// The axis of a chart's values: from 0 up in equal steps; for durations that lie far apart, in steps of equal ratios.
struct Scale {
    let ticks: [Double]
    private let least: Double
    private let isLogarithmic: Bool

    private static let durations: [Double] = [
        1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1, 10, 60, 600, 3600, 36_000, 86_400, 864_000, 8_640_000,
    ]
    /// From here on the small ones would be a line on the ground.
    private static let farApart = 100.0

    /// - Parameter values: all that is drawn, sums of bars included.
    init(_ values: [Double], _ unit: Report.Unit) {
        let positive = values.filter { $0 > 0 && $0.isFinite }
        let most = positive.max() ?? 0
        let smallest = positive.min() ?? 0
        if unit == .seconds, smallest > 0, most / smallest > Self.farApart {
            let from = Self.durations.lastIndex { $0 <= smallest } ?? 0
            let to = Self.durations.firstIndex { $0 >= most } ?? Self.durations.count - 1
            ticks = Array(Self.durations[from...max(from + 1, to)])
            least = ticks[0]
            isLogarithmic = true
        } else {
            ticks = Figure.ticks(upTo: most, unit)
            least = 0
            isLogarithmic = false
        }
    }

    private var most: Double { ticks.last ?? 1 }

    /// Where a value lies, from 0 at the bottom to 1 at the top.
    func position(_ value: Double) -> Double {
        guard value.isFinite else { return 0 }
        guard isLogarithmic else { return max(0, min(1, value / most)) }
        guard value > least else { return 0 }
        return min(1, log(value / least) / log(most / least))
    }
}
