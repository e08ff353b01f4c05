import Bytes
import Records
import Regex

/// A log format made ready to parse: line in, record out. What a stream remembers from line to line is passed in, so
/// that one parser serves all files of its format.
package final class FormatParser {
    package let format: LogFormat
    /// The header, where it was learned from the log itself.
    package let learned: LearnedHeader?
    /// For formats of patterns.
    private let patterns: PatternParser?
    private let uncounted: Uncounted<PatternParser>?
    /// For those that name their fields; nil for patterns, and for JSON, which the record scans itself.
    let source: (any FieldSource)?
    /// For formats that others carry; nil for those that have lines of their own only.
    private let carried: CarriedParser?
    /// Takes apart the messages that this format carries.
    private let payloads: Payloads?
    /// More is parsed than is wanted, to find the payload: it goes afterwards.
    private let stripsExtra: Bool
    let keyed: KeyedFields
    let lifted: LiftedFields?
    private let values: KeyedValues?
    /// For lines of JSON and logfmt of which nothing is taken apart further.
    private let keyedLines: KeyedTranscription?
    let meaning: FieldMeaning
    private let only: [FieldName]?
    private let message: FieldName
    /// What tells the parts of a line that was cut; nil where none is.
    package let parts: JoinedParts?
    /// Lines are joined though the format itself knows of no events of several (`--multiline`).
    private let joinsLines: Bool
    /// What stands between the names of nested objects' members when they are made fields (`--flatten`); nil leaves objects
    /// as they are.
    private let separator: Slice?
    private let limit: Int
    private let wantsMessage: Bool
    /// The patterns match nothing less than all they see.
    private let matchesWhole: Bool
    /// A time that is none makes a line one of another format: the columns say where it stands.
    private let needsTime: Bool

    /// Bytes of a line that a regular expression is let see, unless told otherwise.
    package static let usualLimit = 8192

    /// - Parameters:
    ///   - only: names of the fields wanted, nil for all.
    ///   - joinsLines: events may have several lines whatever the format says.
    ///   - payloads: take messages apart, where the format is a transport.
    ///   - readsCarried: lines of a format that others carry are read, too; detection leaves them to what carries them.
    ///   - options: how the patterns are compiled; formats of the catalogue see bytes and match whole lines.
    ///   - separator: stands between the names of nested objects' members, which become fields; nil leaves them in theirs.
    package init(
        _ format: LogFormat, only: [String]? = nil, limit: Int = usualLimit,
        options: PatternOptions = [.bytes, .whole], joinsLines: Bool = false, flatteningBy separator: String? = nil,
        payloads: Payloads? = nil, readsCarried: Bool = true, _ record: inout Record
    ) throws(FormatError) {
        // To put parts together, what tells them is needed; who asked for less takes it away.
        let wanted = only.map { names in names + (format.join?.fields ?? []).filter { !names.contains($0) } }
        self.payloads = format.transport == nil ? nil : payloads
        stripsExtra = self.payloads != nil && wanted != nil
        let extra = stripsExtra ? ["process", "message"].filter { wanted?.contains($0) == false } : []
        let only = wanted.map { $0 + extra }
        self.format = format
        learned = nil
        self.joinsLines = joinsLines
        if let separator { self.separator = record.name(separator).slice } else { self.separator = nil }
        self.limit = limit
        wantsMessage = only?.contains("message") ?? true
        matchesWhole = options.contains(.whole)
        message = record.name("message")
        let isPattern = format.kind == .pattern
        carried =
            format.over == nil || !readsCarried ? nil : try CarriedParser(format, only: wanted, limit: limit, &record)
        let patterns =
            format.kind.takesPatterns && !format.isCarried
            ? try PatternParser(
                format, only: isPattern ? only.map(Set.init) : nil, limit: limit, options: options, &record) : nil
        self.patterns = isPattern ? patterns : nil
        uncounted = self.patterns.map { Uncounted(heldElsewhere: $0) }
        keyed = KeyedFields(format, &record)
        lifted = LiftedFields(format, &record)
        values = KeyedValues(format, &record)
        meaning = try FieldMeaning(format, &record)
        source = Self.source(format, patterns, meaning, &record)
        parts = format.join.map { JoinedParts($0, &record) }
        needsTime = format.kind.hasColumns && !format.columns.isEmpty && format.timeField != nil
        var names: [FieldName] = []
        for name in wanted ?? [] { names.append(record.name(name)) }
        self.only = wanted == nil ? nil : names
        let isSimple =
            self.payloads == nil && parts == nil && lifted == nil && values?.isForDurations != false
            && self.separator == nil
            && !joinsLines && !format.isCarried
        let isKeyed = isSimple && (format.kind == .json || format.kind == .logfmt)
        keyedLines =
            isKeyed
            ? KeyedTranscription(
                isJSON: format.kind == .json, durations: values?.durations ?? [], only: self.only) : nil
        canTranscribe = isPattern && self.payloads == nil && parts == nil || isKeyed
    }

    private static func source(
        _ format: LogFormat, _ patterns: PatternParser?, _ meaning: FieldMeaning, _ record: inout Record
    ) -> (any FieldSource)? {
        switch format.kind {
        case .pattern, .json: nil
        case .logfmt: LogfmtParser()
        case .pairs: PairsParser(format)
        case .csv, .tsv, .w3c: ColumnParser(format, &record)
        case .cef, .leef: patterns.map { SecurityEventParser(format, $0, meaning, &record) }
        case .journalExport: JournalExportParser()
        }
    }

    /// The parser of a header that was learned from a log's own lines.
    /// - Parameter general: that of `LogFormat.inferred`, made before there was input.
    package init?(_ general: FormatParser, learned header: LearnedHeader) {
        guard let patterns = general.patterns,
            let learned = try? PatternParser(patterns, regex: header.regex, of: general.format.name),
            let meaning = try? FieldMeaning(general.meaning, layouts: header.layouts, of: general.format.name)
        else { return nil }
        self.learned = header
        format = general.format
        self.patterns = learned
        uncounted = Uncounted(heldElsewhere: learned)
        self.meaning = meaning
        source = nil
        keyed = general.keyed
        carried = nil
        payloads = nil
        stripsExtra = false
        lifted = nil
        values = nil
        keyedLines = nil
        only = general.only
        message = general.message
        parts = nil
        // What has no time belongs to the line before it.
        joinsLines = true
        separator = general.separator
        limit = general.limit
        matchesWhole = general.matchesWhole
        wantsMessage = general.wantsMessage
        needsTime = false
        canTranscribe = true
    }

    /// The patterns in the order in which they are tried, with their names; none for formats that have none.
    package var namedPatterns: [(name: String, pattern: CompiledPattern)] {
        let compiled = patterns?.compiled ?? []
        return compiled.enumerated().map { index, pattern in
            (learned != nil ? "learned" : format.patterns[index].name, pattern)
        }
    }

    /// What begins an event of several lines, an expression that is matched at the beginning of the line; nil where each line
    /// is an event.
    package var eventStart: String? { learned?.start ?? format.multilineStart }

    /// The same, compiled; detection asks for few.
    private(set) lazy var startPattern = eventStart.flatMap {
        try? CompiledPattern("\\A(?:\($0))", options: [.bytes, .interpreted])
    }

    /// A line becomes the same record whatever came before it: it is an event by itself, and its time says its year.
    package var isOrderFree: Bool {
        learned == nil && !joinsLines && !format.dependsOnLinesBefore && !meaning.isYearless
    }

    /// A stamp may leave its zone to be told: in the hour that clocks have twice, its place in the log says what it means.
    package var mayLackZone: Bool { meaning.mayLackZone }

    /// What a line becomes is what its pattern captures, or its members, and nothing else.
    package let canTranscribe: Bool

    /// Appends the members of the record that `parse` would make of a line by itself, each with a comma before it; false,
    /// and nothing appended, where it would make none, or where only a record will do. Asked where `canTranscribe` only.
    @inline(__always)
    package func transcribe(
        _ line: Slice, isPlain: Bool, _ record: inout Record, _ context: inout ParseContext, to output: inout ByteBuffer
    ) -> Bool {
        guard let uncounted else {
            guard let keyedLines, isPlain || record.store.buffer.isPlain(line) else { return false }
            return keyedLines.transcribe(line, record.store.buffer, meaning, &context.time, to: &output)
        }
        return uncounted.look { $0.transcribe(line, isPlain: isPlain, &record, meaning, &context.time, to: &output) }
    }

    /// Parses an event: a line, or for formats of several lines all that belong together, newlines in between. The
    /// first line is what the patterns see; the others go to the end of `message`.
    package func parse(_ event: Slice, _ record: inout Record, _ context: inout ParseContext) -> ParseOutcome {
        guard format.multilineStart != nil || joinsLines,
            let newline = record.store.buffer.find(0x0A, from: event.start, to: event.end)
        else { return parse(line: event, &record, &context) }
        // Some patterns are written for the whole event, most for its first line.
        let whole = matchesWhole && event.count <= limit ? parse(line: event, &record, &context) : .noMatch
        if whole != .noMatch { return whole }
        let outcome = parse(line: Slice(from: event.start, to: newline), &record, &context)
        if outcome.isParsed, wantsMessage { extendMessage(from: newline, to: event.end, &record) }
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

    func parse(line: Slice, _ record: inout Record, _ context: inout ParseContext) -> ParseOutcome {
        if let uncounted {
            let outcome = uncounted.look { $0.parse(line, &record, meaning, &context.time) }
            if outcome.isParsed { takeApart(&record, &context) }
            if outcome.isParsed || carried == nil { return outcome }
        }
        if let carried { return carried.parse(line, &record, &context) }
        if let source {
            let outcome = source.parse(line, &record, &context)
            guard outcome.isParsed else { return outcome }
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
        let sighting = keyedLines?.isLearning == true ? KeyedShape.Sighting(record) : nil
        lifted?.apply(&record)
        // Before names become standard ones: `log.level` is one.
        if let separator { record.flatten(separator: separator) }
        let hasTime = keyed.normalize(&record, meaning, &context.time)
        if let sighting, !keyed.hasOtherTimes {
            keyedLines?.learn(
                line, sighting, record, time: keyed.timePosition, level: keyed.levelPosition)
        }
        if needsTime, !hasTime { return .failed(.noTime("time", &context.time)) }
        values?.apply(&record)
        parts?.trim(&record)
        payloads?.apply(&record, &context.time)
        if let only { record.keep(only: only) }
        return .parsed
    }

    private func takeApart(_ record: inout Record, _ context: inout ParseContext) {
        guard let payloads else { return }
        payloads.apply(&record, &context.time)
        if stripsExtra, let only { record.keep(only: only) }
    }
}

/// What joins lines to events of the kinds that say by themselves where one ends.
extension FormatParser {
    /// Rows may go on behind the end of a line, in a cell in quotes.
    package var hasOpenRows: Bool { format.kind == .csv }

    /// The row goes on behind the line.
    /// - Parameter inside: it went on behind the line before.
    package func isOpen(
        _ line: Slice, inside: Bool, _ record: borrowing Record, _ context: inout ParseContext
    ) -> Bool {
        (source as? ColumnParser)?.isOpen(line, inside: inside, record, &context) ?? false
    }
}
