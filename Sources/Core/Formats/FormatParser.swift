import Bytes
import Records
import Regex

/// A log format made ready to parse: line in, record out. What a stream remembers from line to line is passed in, so
/// that one parser serves all files of its format.
package final class FormatParser {
    package let format: LogFormat
    /// For formats of patterns; the other two are for JSON, where both are nil, and logfmt.
    private let patterns: PatternParser?
    private let logfmt: LogfmtParser?
    private let keyed: KeyedFields
    private let meaning: FieldMeaning
    private let only: [FieldName]?

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
        patterns =
            format.kind != .pattern
            ? nil : try PatternParser(format, only: only.map(Set.init), limit: limit, options: options, &record)
        logfmt = format.kind == .logfmt ? LogfmtParser() : nil
        keyed = KeyedFields(format, &record)
        meaning = try FieldMeaning(format, &record)
        var names: [FieldName] = []
        for name in only ?? [] { names.append(record.name(name)) }
        self.only = only == nil ? nil : names
    }

    package func parse(_ line: Slice, _ record: inout Record, _ context: inout TimeContext) -> ParseOutcome {
        if let patterns { return patterns.parse(line, &record, meaning, &context) }
        if let logfmt {
            guard logfmt.parse(line, &record) else { return .noMatch }
        } else {
            do throws(JSONError) { try record.scan(line) } catch {
                return error.reason == .notAnObject ? .noMatch : .failed(.badJSON(error))
            }
        }
        keyed.normalize(&record, meaning, &context)
        if let only { record.keep(only: only) }
        return .parsed
    }
}
