import ArgumentParser
import FilterKit
import Records
import Storage

struct RollupCommand: FilterCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollup", abstract: "Make wide windows of narrow ones, where something has changed.")

    @Argument(help: .init("The store: an SQLite file.", valueName: "db"))
    var path: String

    @Option(
        help: .init(
            "How wide; may be given again, each a multiple of the one before. (default: 1h and 1d)",
            valueName: "duration"),
        transform: DurationOption.parse)
    var to: [DurationOption] = []

    @OptionGroup var zone: ZoneOption
    @OptionGroup var shared: SharedOptions

    static var stage: String { StoreCommand.stage }
    var isSource: Bool { true }

    func execute(_ run: FilterRun, _ record: inout Record) throws(Failure) -> ExitStatus {
        let widths = to.isEmpty ? [TimeWord.day / 24, TimeWord.day] : to.map(\.nanoseconds)
        let zone = try zone.rules()
        let outcome = try MetricDatabase(path, for: .write).work { connection in
            try Rollup(connection, widths: widths, zone: zone).run(run)
        }
        if outcome.stateless > 0 {
            run.diagnostics.warning(
                "\(outcome.stateless) points have no state to be merged by; weir-aggregate --partial gives them one")
        }
        if outcome.final > 0 {
            run.diagnostics.note(
                "\(outcome.final) windows stay as they are: what they were made of is not kept any more")
        }
        run.diagnostics.note("\(outcome.windows) points written")
        return .done
    }
}
