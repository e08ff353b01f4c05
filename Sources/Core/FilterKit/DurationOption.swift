import ArgumentParser
import Records

/// A duration on the command line: `90s`, `5m`, `1h30m`.
package struct DurationOption: ExpressibleByArgument, Sendable {
    package let nanoseconds: Int64

    package init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    package init?(argument: String) {
        guard let value = try? DurationText.parse(argument) else { return nil }
        nanoseconds = value
    }

    package var defaultValueDescription: String { DurationText.format(nanoseconds) }
}
