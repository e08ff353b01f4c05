import ArgumentParser
import FilterKit
import Foundation
import Records
import Storage
import System

package struct ReportCommand: FilterCommand {
    package static let configuration = CommandConfiguration(
        commandName: "weir-report",
        abstract: "Draw a report of metrics.",
        discussion: """
            Reads a store of weir-store, or metric records from standard input, and writes one page: HTML that loads nothing and \
            runs nothing, or text. Which sections there are depends on what the records have: a table for each label, charts for \
            the metrics of red, traffic and http.

            EXAMPLES
              weir-report web.db --since yesterday >report.html
              weir-parse access.log | weir-aggregate --every 1h --by path,status --partial red 'sum(bytes)' | weir-report >report.html
              weir-report web.db --since 30m --as text
            """,
        version: Version.text)

    enum Form: String, ExpressibleByArgument, CaseIterable { case html, text, markdown, mail }

    @Argument(help: .init("The store; standard input, if it is left out or '-'.", valueName: "db"))
    var path: String = "-"

    @Option(
        help: .init(
            "From TIME on: a date, a time, yesterday, today, or a duration before now. (default: all)",
            valueName: "time"))
    var since: String?

    @Option(help: .init("Up to TIME, which is not in it.", valueName: "time"))
    var until: String?

    @Option(
        help: .init(
            "What to compare with: previous, as long before; yesterday, last-week, none, or how long before.",
            valueName: "what"))
    var against = "previous"

    @Option(help: .init("The heading.", valueName: "text"))
    var title: String?

    @Option(help: .init("Times as the clocks of ZONE show them, such as Europe/Berlin.", valueName: "zone"))
    var timezone: String?

    @Option(
        help: .init(
            "Say how much of the log was understood, from the ledger FILE of the filters before (their --ledger, WEIR_LEDGER).",
            valueName: "file"))
    var quality: String?

    @Option(help: .init("Rows of a table.", valueName: "n"))
    var top = 10

    @Option(name: .customLong("as"), help: .init("What to write.", valueName: "form"))
    var form: Form = .html

    @OptionGroup package var shared: SharedOptions

    package init() {}

    package var isSource: Bool { path != "-" }

    package func execute(_ run: FilterRun, _ record: inout Record) throws(Failure) -> ExitStatus {
        guard top >= 1 else { throw Failure(.usage, "--top: at least 1") }
        var status = ExitStatus.done
        let database: MetricDatabase
        if path == "-" {
            database = try MetricDatabase(inMemory: "standard input")
            status = try database.work { connection in
                var output = RecordOutput(shared, onTerminal: .readable)
                var lines = RecordLines(
                    try PointFilter(connection, path: "standard input", origin: "", commits: false, &record))
                return try run.run(&lines, paths: [], &record, into: &output)
            }
            guard status == .done || status == .badData else { return status }
        } else {
            database = try MetricDatabase(path, for: .read)
        }
        let zone = try zone()
        let quality = try quality.map { path throws(Failure) in Quality.line(try LedgerEntry.read(path)) } ?? nil
        var report = try database.work { connection in
            let all = try connection.series()
            let span = try connection.span(of: all)
            if span == nil { throw nothing(status) }
            let narrowest = all.map(\.window).min() ?? 0
            let whole = span.map { (first: $0.first, last: $0.last > .max - narrowest ? .max : $0.last + narrowest) }
            let period = try Period(
                since: since, until: until, whole: whole, against: against, zone: zone, now: run.clock.now)
            let quiet = FilterRun(stage: Self.stage, options: shared, clock: run.clock)
            let builder = ReportBuilder(connection: connection, period: period, run: quiet, window: nil, top: top)
            return try builder.build(title: title ?? "Report of \(path == "-" ? "a stream" : path)")
        }
        report.quality = quality
        let text =
            switch form {
            case .html: HTMLPage(report: report, zone: zone).html
            case .text: TextReport(report: report, zone: zone).text
            case .markdown: MarkdownReport(report: report, zone: zone).text
            case .mail: MailReport(report: report, zone: zone).text
            }
        do throws(SystemError) { try Descriptor.output.writeAll(text) } catch {
            if error.isClosedPipe { Signals.dieOfClosedPipe() }
            throw Failure(.inputOutput, "standard output: \(error.reason)")
        }
        return status
    }

    /// A page of nothing would look as if nothing had happened.
    private func nothing(_ status: ExitStatus) -> Failure {
        let place = path == "-" ? "standard input" : path
        return Failure(
            status == .badData ? .badData : .noInput,
            "there is nothing to draw: \(place) has no metrics of windows, such as weir-aggregate --every 1m writes")
    }

    private func zone() throws(Failure) -> TimeZoneRules {
        guard let timezone else { return .utc }
        do throws(TimeZoneError) { return try TimeZoneRules(named: timezone) } catch {
            throw Failure(.usage, "--timezone: \(error)")
        }
    }
}
