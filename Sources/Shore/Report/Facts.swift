import Aggregation
import FilterKit
import Foundation
import Metrics
import Records
import Storage

/// Series of one shape: what one run of weir-aggregate made, and what was rolled up of it.
struct SeriesSet {
    /// A time, and the windows that are read of it.
    struct Segment {
        let window: Int64
        var since: Int64
        var until: Int64
        let series: [StoredSeries]
    }

    let labels: [String]
    let metrics: [String]
    /// One behind the other; the narrowest windows are the latest.
    let segments: [Segment]
    private let labelsOfSeries: [Int64: [String: String]]

    /// The widest windows of all.
    var window: Int64 { segments.map(\.window).max() ?? 1 }
    var seriesCount: Int { labelsOfSeries.count }
    /// The metric that counts.
    var count: String? { ["count", "hits"].first(where: metrics.contains) }

    private init(_ segments: [Segment]) {
        self.segments = segments
        let all = segments.flatMap(\.series)
        labels = all[0].labels.map(\.name)
        metrics = all[0].metrics
        labelsOfSeries = Dictionary(
            uniqueKeysWithValues: all.map {
                ($0.id, Dictionary($0.labels.map { ($0.name, $0.text) }) { _, last in last })
            })
    }

    /// The sets of a store. Where series are kept in several widths, the narrowest windows count as far back as there are any, and
    /// before that wider ones.
    static func all(_ connection: Connection, since: Int64, until: Int64, window: Int64?) throws -> [SeriesSet] {
        let known = Dictionary(grouping: try connection.series()) { $0.shape }
        let retained = try connection.retained()
        return try known.sorted { $0.key < $1.key }.compactMap { _, series in
            var segments: [Segment] = []
            let widths = Dictionary(grouping: series, by: \.window).filter { window == nil || $0.key == window }
            for (width, own) in widths.sorted(by: { $0.key < $1.key }) {
                guard let span = try connection.span(of: own, since: since, until: until) else { continue }
                var segment = Segment(window: width, since: since, until: until, series: own)
                if let last = segments.last {
                    guard let first = try connection.span(of: last.series, since: last.since, until: last.until)?.first,
                        let part = WindowGrid(width: width)?.window(containing: first)
                    else { continue }
                    // The window that the narrower ones begin in counts whole, if some of those are gone that it was made of.
                    let isCut = (retained[last.window] ?? .min) > part.start && span.last >= part.start
                    let edge = isCut ? part.end : part.start
                    guard span.first < edge else { continue }
                    segments[segments.count - 1].since = edge
                    segment.until = edge
                }
                segments.append(segment)
            }
            return segments.isEmpty ? nil : SeriesSet(segments)
        }.filter { $0.labels != ["_overflow"] }
    }

    /// Asks the questions of all points in a range.
    ///
    /// Several questions are asked as one that is finer than each: states merge exactly, so its answer answers them all.
    /// - Returns: whether all of it was merged from states.
    func ask(
        _ questions: [Question], _ connection: Connection, since: Int64, until: Int64, zone: TimeZoneRules
    ) throws -> Bool {
        let widths = Set(questions.compactMap(\.width))
        let asked = questions.reduce(into: Set<String>()) { $0.formUnion($1.labels) }
        let windows = widths.first.map { (until - since) / max(1, $0) } ?? 1
        guard questions.count > 1, widths.count <= 1, Int64(seriesCount) * windows <= Self.mostStates else {
            return try read(questions, connection, since: since, until: until)
        }
        let finest = Question(by: labels.filter(asked.contains), width: widths.first, zone: zone, limit: .max)
        var isExact = try read([finest], connection, since: since, until: until)
        for question in questions where !question.add(finest) { isExact = false }
        return isExact
    }

    /// As many are held in memory at once; each has some hundred bytes.
    private static let mostStates: Int64 = 400_000

    private func read(_ questions: [Question], _ connection: Connection, since: Int64, until: Int64) throws -> Bool {
        var isExact = true
        for segment in segments {
            let (from, to) = (max(since, segment.since), min(until, segment.until))
            guard from < to else { continue }
            try connection.points(of: segment.series, since: from, until: to) { point in
                if let part = point.state {
                    for question in questions where !question.add(part) { isExact = false }
                    return
                }
                isExact = false
                let numbers = (try? JSONTree(parsing: point.metrics))?.elements ?? []
                var values: [String: Double] = [:]
                for (name, number) in zip(metrics, numbers) {
                    // A number beyond what can be drawn is none.
                    if case .number(let text) = number, let value = Double(text), value.isFinite {
                        values[name] = value
                    }
                }
                let labels = labelsOfSeries[point.series] ?? [:]
                for question in questions { question.add(values, of: labels, at: point.time) }
            }
        }
        return isExact
    }
}
