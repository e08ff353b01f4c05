import ArgumentParser
import FilterKit
import Records
import Storage

struct GetCommand: FilterCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Write what is kept as records, in the order of time.")

    @Argument(help: .init("The store: an SQLite file.", valueName: "db"))
    var path: String

    @OptionGroup var range: RangeOptions

    @Option(
        help: .init("Only series of windows of this width.", valueName: "duration"), transform: DurationOption.parse)
    var window: DurationOption?

    @Option(help: .init("Only series that have exactly these labels, separated by commas.", valueName: "fields"))
    var by: String?

    @OptionGroup var shared: SharedOptions

    static var stage: String { StoreCommand.stage }
    var isSource: Bool { true }

    func execute(_ run: FilterRun, _ record: inout Record) throws(Failure) -> ExitStatus {
        var query = try range.query(now: run.clock.now)
        query.window = window?.nanoseconds
        query.labels = by.map(FieldList.parse)
        query.conditions = try shared.predicates.map { text throws(Failure) in
            try FilterRun.compile(condition: text, flag: "--where")
        }
        var output = RecordOutput(shared, onTerminal: .table)
        try MetricDatabase(path, for: .read).work { connection in
            var reader = try PointReader(connection, query, &record)
            try reader.each(&record) { record, _ in
                if run.admits(&record) { run.create(&record, into: &output) }
                return output.failure == nil
            }
        }
        return run.finish(.done, &output)
    }
}
