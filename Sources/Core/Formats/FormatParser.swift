import Bytes
import Records
import Regex

/// A log format made ready to parse: line in, record out. What a stream remembers from line to line is passed in, so
/// that one parser serves all files of its format.
package final class FormatParser {
    package let format: LogFormat
    private let engine: Engine
    private let keyed: KeyedFields
    private let meaning: FieldMeaning
    private let only: [FieldName]?

    private enum Engine {
        case pattern(PatternParser)
        case json
        case logfmt(LogfmtParser)
    }

    /// Bytes of a line that a regular expression is let see, unless told otherwise.
    package static let usualLimit = 8192

    /// - Parameters:
    ///   - only: names of the fields wanted, nil for all.
    ///   - options: how the patterns are compiled; formats of the catalogue see bytes and match whole lines.
    package init(
        _ format: LogFormat, only: [String]? = nil, limit: Int = usualLimit,
        options: PatternOptions = [.bytes, .whole], _ record: inout Record
    ) throws(FormatError) {
        self.format = format
        switch format.kind {
        case .pattern:
            engine = .pattern(
                try PatternParser(format, only: only.map(Set.init), limit: limit, options: options, &record))
        case .json: engine = .json
        case .logfmt: engine = .logfmt(LogfmtParser())
        }
        keyed = KeyedFields(format, &record)
        meaning = try FieldMeaning(format, &record)
        var names: [FieldName] = []
        for name in only ?? [] { names.append(record.name(name)) }
        self.only = only == nil ? nil : names
    }

    package func parse(_ line: Slice, _ record: inout Record, _ context: inout TimeContext) -> ParseOutcome {
        switch engine {
        case .pattern(let parser): return parser.parse(line, &record, meaning, &context)
        case .json:
            do throws(JSONError) { try record.scan(line) } catch {
                return error.reason == .notAnObject ? .noMatch : .failed(.badJSON(error))
            }
        case .logfmt(let parser):
            guard parser.parse(line, &record) else { return .noMatch }
        }
        keyed.normalize(&record, meaning, &context)
        if let only { record.keep(only: only) }
        return .parsed
    }
}
