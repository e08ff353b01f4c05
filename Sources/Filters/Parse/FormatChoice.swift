import Expressions
import FilterKit
import Formats
import Records
import Regex

/// Which formats a run may use: one that was named, several to be tried in turn, or all of them until the log shows
/// which it is.
struct FormatChoice {
    let parsers: [FormatParser]
    let isDetecting: Bool

    init(
        formats: [LogFormat], isDetecting: Bool, only: [String]?, limit: Int,
        options: PatternOptions = [.bytes, .whole],
        _ record: inout Record
    ) throws(Failure) {
        var parsers: [FormatParser] = []
        for format in formats {
            do throws(FormatError) {
                parsers.append(try FormatParser(format, only: only, limit: limit, options: options, &record))
            } catch {
                throw Failure(.badConfiguration, error.description)
            }
        }
        self.parsers = parsers
        self.isDetecting = isDetecting
    }

    /// The formats with these names, separated by commas; `auto` is all of them.
    static func formats(named text: String, in library: FormatLibrary) throws(Failure) -> [LogFormat] {
        var formats: [LogFormat] = []
        let names = FieldList.parse(text)
        guard !names.isEmpty else { throw Failure(.usage, "--format: no format is named; 'weir formats' lists them") }
        for name in names {
            guard let format = library.format(named: name) else {
                let near = Suggestion.nearest(to: name, among: library.names)
                let hint = near.map { "; did you mean '\($0)'?" } ?? "; 'weir formats' lists them"
                throw Failure(.usage, "--format: there is no format '\(name)'\(hint)")
            }
            formats.append(format)
        }
        return formats
    }
}
