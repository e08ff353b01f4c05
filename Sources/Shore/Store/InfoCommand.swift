import ArgumentParser
import Bytes
import FilterKit
import Records
import Storage

struct InfoCommand: FilterCommand {
    static let configuration = CommandConfiguration(
        commandName: "info", abstract: "Say what there is: a record for each width of windows.")

    @Argument(help: .init("The store: an SQLite file.", valueName: "db"))
    var path: String

    @OptionGroup var shared: SharedOptions

    static var stage: String { StoreCommand.stage }
    var isSource: Bool { true }

    func execute(_ run: FilterRun, _ record: inout Record) throws(Failure) -> ExitStatus {
        let (widths, alerts) = try MetricDatabase(path, for: .read).work { connection in
            (try connection.widths(), try connection.alertCount())
        }
        var output = RecordOutput(shared, onTerminal: .table)
        let names = ["window", "series", "points", "first", "last", "stateless", "changed_days", "origins"]
            .map { record.name($0) }
        let alertName = record.name("alerts")
        for width in widths {
            let first = width.first.map { JSONTree.text(Timestamp(nanoseconds: $0).text) } ?? .null
            // Where the last window ends.
            let last =
                width.last.map {
                    JSONTree.text(Timestamp(nanoseconds: $0 &+ min(width.window, .max - max(0, $0))).text)
                } ?? .null
            let values: [JSONTree] = [
                .text(DurationText.format(width.window)), .number("\(width.series)"), .number("\(width.points)"), first,
                last, .number("\(width.stateless)"), .number("\(width.changedDays)"),
                .array(width.origins.map(JSONTree.text)),
            ]
            record.clear()
            for (name, value) in zip(names, values) { record.append(name, json: Array(value.json.utf8)) }
            if run.admits(&record) { run.create(&record, into: &output) }
        }
        if alerts > 0 {
            record.clear()
            record.append(alertName, number: alerts)
            if run.admits(&record) { run.create(&record, into: &output) }
        }
        return run.finish(.done, &output)
    }
}
