import ArgumentParser
import FilterKit
import Records
import Storage

struct RetainCommand: FilterCommand {
    static let configuration = CommandConfiguration(
        commandName: "retain", abstract: "Keep what is not older than a duration, and forget the rest.")

    @Argument(help: .init("The store: an SQLite file.", valueName: "db"))
    var path: String

    @Argument(help: .init("How long: 90d.", valueName: "duration"), transform: DurationOption.parse)
    var age: DurationOption

    @Option(
        help: .init("Only windows of this width. (default: all, and alerts)", valueName: "duration"),
        transform: DurationOption.parse)
    var window: DurationOption?

    @OptionGroup var zone: ZoneOption
    @OptionGroup var shared: SharedOptions

    static var stage: String { StoreCommand.stage }
    var isSource: Bool { true }

    func execute(_ run: FilterRun, _ record: inout Record) throws(Failure) -> ExitStatus {
        // Whole days go: wider windows would lose a part of what they are made of.
        let now = run.clock.now
        let zone = try zone.rules()
        let since = TimeWord.midnight(now - min(age.nanoseconds, now), zone)
        let (points, kept) = try MetricDatabase(path, for: .write).work { connection in
            try connection.retain(since: since, window: window?.nanoseconds)
        }
        if let kept {
            run.diagnostics.warning(
                "windows from \(Timestamp(nanoseconds: kept).text) on stay: there are changes that are not rolled up yet"
            )
        }
        run.diagnostics.note("\(points) points before \(Timestamp(nanoseconds: since).text) are gone")
        return .done
    }
}

struct CheckCommand: FilterCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Say whether the file is whole; status 1 if it is not.")

    @Argument(help: .init("The store: an SQLite file.", valueName: "db"))
    var path: String

    @OptionGroup var shared: SharedOptions

    static var stage: String { StoreCommand.stage }
    var isSource: Bool { true }

    func execute(_ run: FilterRun, _ record: inout Record) throws(Failure) -> ExitStatus {
        let (faults, states) = try MetricDatabase(path, for: .read).work { connection in
            let faults = try connection.faults()
            return (faults, faults.isEmpty ? try connection.damagedStates() : (damaged: 0, all: 0))
        }
        for fault in faults { run.diagnostics.error("\(path): \(fault)") }
        if states.damaged > 0 { run.diagnostics.error("\(path): \(states.damaged) states cannot be read") }
        guard faults.isEmpty, states.damaged == 0 else { return .negative }
        run.diagnostics.note("\(path): whole; \(states.all) points")
        return .done
    }
}

struct VacuumCommand: FilterCommand {
    static let configuration = CommandConfiguration(
        commandName: "vacuum", abstract: "Write the file anew, without what is not used any more.")

    @Argument(help: .init("The store: an SQLite file.", valueName: "db"))
    var path: String

    @OptionGroup var shared: SharedOptions

    static var stage: String { StoreCommand.stage }
    var isSource: Bool { true }

    func execute(_ run: FilterRun, _ record: inout Record) throws(Failure) -> ExitStatus {
        try MetricDatabase(path, for: .write).work { try $0.vacuum() }
        return .done
    }
}
