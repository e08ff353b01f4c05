import FilterKit
import Foundation
import Metrics
import Records
import Storage

/// Asks a store, and makes a report of the answers: sections for the fields that there are.
struct ReportBuilder {
    let connection: Connection
    let period: Period
    let run: FilterRun
    let window: Int64?
    let top: Int

    static let statusStyles = ["2": "ok", "3": "moved", "4": "client", "5": "server"]

    func build(title: String) throws -> Report {
        var report = Report()
        report.title = title
        report.since = period.since
        report.until = period.until
        report.bands = try bands()
        let sets = try SeriesSet.all(connection, since: period.since, until: period.until, window: window)
        guard let mainIndex = Self.main(of: sets) else {
            report.notes.append("There is nothing in the store between these times.")
            return report
        }
        let main = sets[mainIndex]
        let buckets = Buckets(since: period.since, until: period.until, window: main.window, zone: period.zone)
        report.times = buckets.starts
        report.width = buckets.width
        try fill(&report, mainIndex, sets, buckets)
        return report
    }

    /// The set that tells most: that counts, has most metrics, and of those the fewest labels.
    private static func main(of sets: [SeriesSet]) -> Int? {
        sets.indices.max { left, right in
            let (a, b) = (sets[left], sets[right])
            if (a.count != nil) != (b.count != nil) { return a.count == nil }
            if a.metrics.count != b.metrics.count { return a.metrics.count < b.metrics.count }
            return a.labels.count > b.labels.count
        }
    }

    private func question(_ labels: [String], _ width: Int64? = nil) -> Question {
        Question(by: labels, width: width, zone: period.zone)
    }

    private func fill(_ report: inout Report, _ mainIndex: Int, _ sets: [SeriesSet], _ buckets: Buckets) throws {
        let main = sets[mainIndex]
        let total = question([])
        let course = question([], buckets.width)
        var asked: [[Int]] = sets.map { _ in [] }
        var questions = [total, course]
        asked[mainIndex] = [0, 1]
        // For each label the narrowest set that has it.
        var tops: [(label: String, question: Question)] = []
        let labels = sets.flatMap(\.labels).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        for label in labels {
            let having = sets.indices.filter { sets[$0].labels.contains(label) && sets[$0].count != nil }
            guard let best = having.min(by: { sets[$0].labels.count < sets[$1].labels.count }) else { continue }
            let own = having.contains(mainIndex) ? mainIndex : best
            let question = question([label])
            tops.append((label, question))
            asked[own].append(questions.count)
            questions.append(question)
            if label == "status" {
                asked[own].append(questions.count)
                questions.append(self.question(["status"], buckets.width))
            }
        }
        let heatLabel = ["path", "route", "service", "host"].first(where: main.labels.contains)
        if let heatLabel {
            asked[mainIndex].append(questions.count)
            questions.append(question([heatLabel], buckets.width))
        }
        var isExact = true
        for (index, set) in sets.enumerated() where !asked[index].isEmpty {
            let own = asked[index].map { questions[$0] }
            isExact =
                try set.ask(own, connection, since: period.since, until: period.until, zone: period.zone) && isExact
        }
        var earlier: [ReportRow] = []
        let before = try period.before.map { range in
            let question = question([])
            let course = self.question([], buckets.width)
            // What was before may be there in other windows.
            let sets = try SeriesSet.all(connection, since: range.since, until: range.until, window: window)
            for set in sets where set.labels == main.labels && set.metrics == main.metrics {
                _ = try set.ask(
                    [question, course], connection, since: range.since, until: range.until, zone: period.zone)
            }
            let shift = period.since - range.since
            earlier = course.rows(run).map { row in
                var row = row
                row.time = row.time.map { $0 + shift }
                return row
            }
            return question.rows(run).first?.values ?? [:]
        }
        let totals = total.rows(run).first?.values ?? [:]
        report.tiles = Tiles.of(totals, before: before ?? [:], seconds: period.seconds, main)
        if before?.isEmpty == false { report.against = period.against }
        // Asked before the windows leave for the rows.
        if let heat = LatencyHeat.of(course, buckets) { report.heats.append(heat) }
        let rows = course.rows(run)
        let seen = Set(rows.compactMap(\.time))
        report.gaps = buckets.starts.indices.filter { !seen.contains(buckets.starts[$0]) }
        let statuses = questions.first { $0.labels == ["status"] && $0.width != nil }.map { $0.rows(run) } ?? []
        report.charts = Charts.of(rows, statuses, before: earlier, against: report.against, buckets, main)
        Tiles.addCourses(&report.tiles, report.charts)
        if let heatLabel, let question = questions.last(where: { $0.labels == [heatLabel] && $0.width != nil }) {
            if let heat = Charts.heat(question.rows(run), heatLabel, buckets, main) { report.heats.append(heat) }
        }
        report.tables = tops.map { Charts.table($0.label, $0.question.rows(run), main, top: top) }
        let omitted = Set(questions.flatMap(\.omitted))
        if !omitted.isEmpty {
            report.notes.append(
                "Left out, for they cannot be combined from windows without their states: "
                    + omitted.sorted().joined(separator: ", ") + ". Give weir-aggregate --partial.")
        }
        if isExact { report.notes.append("All figures are merged exactly from the states of their windows.") }
    }

    private func bands() throws -> [Report.Band] {
        try connection.alerts(since: period.since, until: period.until).compactMap { text in
            guard let record = try? JSONTree(parsing: Array(text.utf8)), let name = record["alert"]?.string,
                let from = record["starts_at"]?.string.flatMap(TimeWord.stamp)
            else { return nil }
            let labels = (record["labels"]?.members ?? []).map { "\($0.name)=\($0.value.string ?? $0.value.json)" }
            let end = record["ends_at"]?.string.flatMap(TimeWord.stamp)
            return Report.Band(
                name: ([name] + labels).joined(separator: " "), from: from, until: end ?? period.until,
                isOpen: record["state"]?.string != "resolved", value: record["value"]?.json ?? "")
        }
    }
}
