import ArgumentParser
import FilterKit
import Records

/// Whose midnight it is.
struct ZoneOption: ParsableArguments {
    @Option(help: .init("Days as the clocks of ZONE show them, such as Europe/Berlin.", valueName: "zone"))
    var timezone: String?

    func rules() throws(Failure) -> TimeZoneRules {
        guard let timezone else { return .utc }
        do throws(TimeZoneError) { return try TimeZoneRules(named: timezone) } catch {
            throw Failure(.usage, "--timezone: \(error)")
        }
    }
}
