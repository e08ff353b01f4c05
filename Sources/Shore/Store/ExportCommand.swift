import ArgumentParser
import Bytes
import FilterKit
import Records
import Storage

struct ExportCommand: FilterCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write all there is, each record with whose it is: for import.")

    @Argument(help: .init("The store: an SQLite file.", valueName: "db"))
    var path: String

    @OptionGroup var range: RangeOptions
    @OptionGroup var shared: SharedOptions

    static var stage: String { StoreCommand.stage }
    var isSource: Bool { true }

    func execute(_ run: FilterRun, _ record: inout Record) throws(Failure) -> ExitStatus {
        let query = try range.query(now: run.clock.now)
        var output = RecordOutput(shared, onTerminal: .readable)
        var line = Record(store: ByteStore(input: 1 << 14))
        let origin = line.name("origin")
        let content = line.name("record")
        func put(_ name: String, _ text: borrowing ByteBuffer, _ slice: Slice) {
            line.clear()
            let start = line.store.buffer.count
            line.store.buffer.append(name)
            line.append(origin, Slice(from: start, to: line.store.buffer.count), .text)
            let json = line.store.buffer.count
            line.store.buffer.append(text, slice)
            line.append(content, json: Slice(from: json, to: line.store.buffer.count))
            run.create(&line, into: &output)
        }
        try MetricDatabase(path, for: .read).work { connection in
            let names = try connection.origins()
            var reader = try PointReader(connection, query, &record)
            var text = ByteBuffer(capacity: 1024)
            try reader.each(&record) { record, number in
                guard run.admits(&record) else { return true }
                text.removeAll()
                record.write(to: &text)
                put(names[number] ?? "", text, Slice(start: 0, count: text.count))
                return output.failure == nil
            }
            for (name, alert) in try connection.alertRecords(since: query.since, until: query.until) {
                text.removeAll()
                text.append(alert)
                put(name, text, Slice(start: 0, count: text.count))
            }
        }
        return run.finish(.done, &output)
    }
}

struct ImportCommand: FilterCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Add what export wrote; the store is made if it is not there.")

    @Argument(help: .init("The store: an SQLite file.", valueName: "db"))
    var path: String

    @OptionGroup var input: RecordInput
    @OptionGroup var shared: SharedOptions

    static var stage: String { StoreCommand.stage }
    var isSource: Bool { !input.files.isEmpty }

    func execute(_ run: FilterRun, _ record: inout Record) throws(Failure) -> ExitStatus {
        let database = try MetricDatabase(path, for: .create)
        var output = RecordOutput(shared, onTerminal: .readable)
        return try database.work { connection in
            let filter = try ImportFilter(connection, path: path, &record)
            return try run.run(filter, inputs: input, &record, into: &output)
        }
    }
}
