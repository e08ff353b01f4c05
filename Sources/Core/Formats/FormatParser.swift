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
    private let message: FieldName
    /// Lines are joined though the format itself knows of no events of several (`--multiline`).
    private let joinsLines: Bool
    private let limit: Int
    private let wantsMessage: Bool
    /// The patterns match nothing less than all they see.
    private let matchesWhole: Bool

    /// Bytes of a line that a regular expression is let see, unless told otherwise.
    package static let usualLimit = 8192

    /// - Parameters:
    ///   - only: names of the fields wanted, nil for all.
    ///   - joinsLines: events may have several lines whatever the format says.
    ///   - options: how the patterns are compiled; formats of the catalogue see bytes and match whole lines.
    package init(
        _ format: LogFormat, only: [String]? = nil, limit: Int = usualLimit,
        options: PatternOptions = [.bytes, .whole], joinsLines: Bool = false, _ record: inout Record
    ) throws(FormatError) {
        self.format = format
        self.joinsLines = joinsLines
        self.limit = limit
        wantsMessage = only?.contains("message") ?? true
        matchesWhole = options.contains(.whole)
        message = record.name("message")
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

    /// The parser of a header that was learned from a log's own lines.
    /// - Parameter general: that of `LogFormat.inferred`, made before there was input.
    package init?(_ general: FormatParser, learned shape: HeaderShape) {
        guard let patterns = general.patterns,
            let learned = try? PatternParser(patterns, regex: shape.regex, of: general.format.name),
            let meaning = try? FieldMeaning(general.meaning, layouts: shape.layouts, of: general.format.name)
        else { return nil }
        format = general.format
        self.patterns = learned
        self.meaning = meaning
        logfmt = nil
        keyed = general.keyed
        only = general.only
        message = general.message
        joinsLines = general.joinsLines
        limit = general.limit
        matchesWhole = general.matchesWhole
        wantsMessage = general.wantsMessage
    }

    /// Parses an event: a line, or for formats of several lines all that belong together, newlines in between. The
    /// first line is what the patterns see; the others go to the end of `message`.
    package func parse(_ event: Slice, _ record: inout Record, _ context: inout TimeContext) -> ParseOutcome {
        guard format.multilineStart != nil || joinsLines,
            let newline = record.store.buffer.find(0x0A, from: event.start, to: event.end)
        else { return parse(line: event, &record, &context) }
        // Some patterns are written for the whole event, most for its first line.
        let whole = matchesWhole && event.count <= limit ? parse(line: event, &record, &context) : .noMatch
        if whole != .noMatch { return whole }
        let outcome = parse(line: Slice(from: event.start, to: newline), &record, &context)
        if outcome == .parsed, wantsMessage { extendMessage(from: newline, to: event.end, &record) }
        return outcome
    }

    private func extendMessage(from newline: Int, to end: Int, _ record: inout Record) {
        guard let position = record.position(of: message) else {
            return record.append(message, Slice(from: newline + 1, to: end), .text)
        }
        let field = record[position]
        // A message that reaches to the end of its line goes on where the next one begins.
        let start = field.value.end == newline ? field.value.start : newline + 1
        if field.value.end == newline || field.value.isEmpty {
            record.replace(at: position, Slice(from: start, to: end), .text)
        } else {
            let joined = record.store.buffer.count
            record.store.buffer.appendCopy(of: field.value)
            record.store.buffer.appendCopy(of: Slice(from: newline, to: end))
            record.replace(at: position, Slice(from: joined, to: record.store.buffer.count), .text)
        }
    }

    private func parse(line: Slice, _ record: inout Record, _ context: inout TimeContext) -> ParseOutcome {
        if let patterns { return patterns.parse(line, &record, meaning, &context) }
        if let logfmt {
            guard logfmt.parse(line, &record) else { return .noMatch }
        } else {
            // A record is one line: newlines between its tokens become blanks. There are none within strings.
            if joinsLines, !line.isEmpty, record.store[line.start] == 0x7B {
                record.store.buffer.blankNewlines(in: line)
            }
            do throws(JSONError) { try record.scan(line) } catch {
                return error.reason == .notAnObject ? .noMatch : .failed(.badJSON(error))
            }
        }
        guard keyed.isComplete(record) else { return .noMatch }
        keyed.normalize(&record, meaning, &context)
        if let only { record.keep(only: only) }
        return .parsed
    }
}
