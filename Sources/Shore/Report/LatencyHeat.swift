import FilterKit
import Foundation
import Metrics

/// How often requests took how long: a row for each band of durations, 1 to 2 to 5 to 10, the longest on top.
enum LatencyHeat {
    static func of(_ question: Question, _ buckets: Buckets) -> Report.Heat? {
        var counts: [Int: [Double]] = [:]
        var positions: [Int64: Int] = [:]
        for (position, start) in buckets.starts.enumerated() { positions[start] = position }
        question.eachDistribution(of: "duration") { window, histogram in
            guard let position = positions[window.start] else { return }
            histogram.forEachBucket { bucket in
                let band = band(of: bucket.estimate)
                counts[band, default: Array(repeating: 0, count: buckets.starts.count)][position] += Double(
                    bucket.count)
                return true
            }
        }
        guard let lowest = counts.keys.min(), let highest = counts.keys.max(), highest > lowest else { return nil }
        let rows = (lowest...highest).reversed().map { band in
            (
                name: name(band),
                values: (counts[band] ?? []).isEmpty
                    ? buckets.starts.map { _ in nil } : (counts[band] ?? []).map { $0 > 0 ? $0 : nil }
            )
        }
        return Report.Heat(title: "How many requests took how long", unit: .count, rows: rows)
    }

    private static let steps = [1.0, 2, 5]
    /// What is shorter is one band: the clocks of most logs count milliseconds.
    private static let shortest = -18

    /// Three to a power of ten: 0 from 1 s on, -1 from 500 ms on.
    private static func band(of seconds: Double) -> Int {
        guard seconds > 0 else { return shortest }
        let power = Int(log10(seconds).rounded(.down))
        let digits = seconds / pow(10, Double(power))
        return max(shortest, power * 3 + (digits >= 5 ? 2 : digits >= 2 ? 1 : 0))
    }

    private static func least(_ band: Int) -> Double {
        let power = band >= 0 ? band / 3 : (band - 2) / 3
        return steps[band - power * 3] * pow(10, Double(power))
    }

    private static func name(_ band: Int) -> String {
        let (from, to) = (least(band), least(band + 1))
        if band == shortest { return "< \(Figure.text(to, .seconds))" }
        return "\(Figure.text(from, .seconds)) – \(Figure.text(to, .seconds))"
    }
}
