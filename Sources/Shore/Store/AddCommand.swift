import ArgumentParser
import FilterKit
import Foundation
import Records
import Storage

struct AddCommand: FilterCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add metric records; the store is made if it is not there.")

    @Argument(help: .init("The store: an SQLite file.", valueName: "db"))
    var path: String

    @Option(
        help: .init(
            "Whose metrics these are. Those of the same origin replace; those of others stand beside them, and a report merges them. (default: this host's name)",
            valueName: "name"))
    var origin: String?

    @OptionGroup var input: RecordInput
    @OptionGroup var shared: SharedOptions

    static var stage: String { StoreCommand.stage }
    var isSource: Bool { !input.files.isEmpty }

    func execute(_ run: FilterRun, _ record: inout Record) throws(Failure) -> ExitStatus {
        let database = try MetricDatabase(path, for: .create)
        let origin = origin ?? ProcessInfo.processInfo.hostName
        var output = RecordOutput(shared, onTerminal: .readable)
        return try database.work { connection in
            let filter = try PointFilter(connection, path: path, origin: origin, commits: true, &record)
            return try run.run(filter, inputs: input, &record, into: &output)
        }
    }
}
