import ArgumentParser
import Records

/// A duration on the command line: `90s`, `5m`, `1h30m`.
package struct DurationOption: Sendable, CustomStringConvertible {
    package let nanoseconds: Int64

    package init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    /// For options: a text that is no duration is an error that says how one is written.
    package static func parse(_ text: String) throws -> DurationOption {
        do throws(DurationText.ParseError) { return DurationOption(nanoseconds: try DurationText.parse(text)) } catch {
            throw ValidationError("\(error)")
        }
    }

    package var description: String { DurationText.format(nanoseconds) }
}
