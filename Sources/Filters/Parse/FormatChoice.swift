import Bytes
import Expressions
import FilterKit
import Formats
import Records
import Regex

/// Which formats a run may use: one that was named, several to be tried in turn, or all of them until the log shows
/// which it is.
struct FormatChoice {
    let parsers: [FormatParser]
    /// Formats of the messages that those of `parsers` carry which are transports.
    let carried: [LogFormat]
    let isDetecting: Bool
    /// Of the headers of logs that no format describes, before one has been learned; nil where formats are named.
    private let general: FormatParser?
    /// `--multiline`: what begins an event, whatever the format says.
    private let start: String?
    /// Bytes that a joined event may have.
    private let longestEvent: Int
    /// `--explain`: says why a format was chosen, and shows how far a line was understood.
    let explainer: LineExplainer?
    /// Of times that name none.
    let zone: TimeZoneRules
    /// `--again`: the input is what `--rejects` kept.
    let readsRejects: Bool
    /// `--nested`: fields whose text is parsed in its turn.
    let nested: [NestedField]

    /// - Parameters:
    ///   - carried: formats of messages, for transports among `formats`.
    ///   - only: the fields to parse, nil for all.
    ///   - limit: bytes of a line that a pattern is let see.
    ///   - longestEvent: bytes that the lines of an event may have together.
    init(
        formats: [LogFormat], carried: @autoclosure () -> [LogFormat] = [], isDetecting: Bool, only: [String]?,
        limit: Int,
        options: PatternOptions = [.bytes, .whole], multiline start: String? = nil, longestEvent: Int,
        zone: TimeZoneRules, flatteningBy separator: String? = nil, nested: [NestedField] = [],
        readsRejects: Bool = false,
        explainer: LineExplainer? = nil, _ record: inout Record
    ) throws(Failure) {
        self.start = start
        self.longestEvent = longestEvent
        self.zone = zone
        self.nested = nested
        self.readsRejects = readsRejects
        self.explainer = explainer
        var parsers: [FormatParser] = []
        // To find them takes reading all formats.
        self.carried = formats.contains { $0.transport != nil } ? carried() : []
        let payloads: Payloads?
        do throws(FormatError) {
            payloads =
                self.carried.isEmpty
                ? nil : try Payloads(self.carried, only: only.map(Set.init), limit: limit, &record)
        } catch {
            throw Failure(error)
        }
        for format in formats where !(isDetecting && format.isCarried) {
            do throws(FormatError) {
                parsers.append(
                    try FormatParser(
                        format, only: only, limit: limit, options: options, joinsLines: start != nil,
                        flatteningBy: separator, payloads: payloads, readsCarried: !isDetecting, &record))
            } catch {
                throw Failure(error)
            }
        }
        self.parsers = parsers
        self.isDetecting = isDetecting
        do throws(FormatError) {
            general =
                isDetecting
                ? try FormatParser(.inferred(), only: only, limit: limit, joinsLines: start != nil, &record) : nil
        } catch {
            throw Failure(.badConfiguration, error.description)
        }
    }

    /// Which formats the lines speak for. Where it was said what begins an event, its lines are joined first: no line of an
    /// event is then taken for another format's.
    func detect(_ lines: [[UInt8]], _ context: ParseContext, _ record: inout Record) -> FormatDetection {
        FormatDetection(of: joined(lines, &record), among: parsers, general: general, context, &record)
    }

    private func joined(_ lines: [[UInt8]], _ record: inout Record) -> [[UInt8]] {
        guard let start, let pattern = try? CompiledPattern(start) else { return lines }
        let scratch = record.store.buffer.count
        var events: [[UInt8]] = []
        var isOpen = false
        for line in lines {
            record.store.buffer.append(line)
            let slice = Slice(from: scratch, to: record.store.buffer.count)
            let begins = pattern.firstMatch(in: record.store.buffer, slice) != .noMatch
            record.store.buffer.truncate(to: scratch)
            if begins || !isOpen {
                events.append(line)
            } else {
                events[events.count - 1] += [0x0A] + line
            }
            isOpen = isOpen || begins
        }
        return events
    }

    /// A parser of a header that an earlier run learned.
    func parser(of header: LearnedHeader) -> FormatParser? {
        general.flatMap { FormatParser($0, learned: header) }
    }

    /// What joins the lines of the format's events; nil where each line is one.
    func makeJoiner(_ parser: FormatParser) -> EventJoiner? {
        if let start { return (try? CompiledPattern(start)).map { EventJoiner(.given($0), limit: longestEvent) } }
        if parser.hasOpenRows { return EventJoiner(.quotes(parser), limit: longestEvent) }
        if parser.format.kind == .journalExport {
            return EventJoiner(.blocks(JournalExportBlocks()), limit: longestEvent)
        }
        guard let start = parser.eventStart,
            let pattern = try? CompiledPattern("\\A(?:\(start))", options: .bytes)
        else { return nil }
        return EventJoiner(.start(pattern), limit: longestEvent)
    }

    /// What joins lines that were cut; nil where none are.
    func makePartJoiner(_ parser: FormatParser) -> PartJoiner? {
        parser.parts.map { PartJoiner($0, limit: longestEvent) }
    }

    /// The formats with these names, separated by commas; `auto` is all of them.
    static func formats(
        named text: String, in library: FormatLibrary, flag: String = "--format"
    ) throws(Failure) -> [LogFormat] {
        var formats: [LogFormat] = []
        let names = FieldList.parse(text)
        guard !names.isEmpty else { throw Failure(.usage, "\(flag): no format is named; 'weir formats' lists them") }
        for name in names {
            guard let format = library.format(named: name) else {
                let near = Suggestion.nearest(to: name, among: library.names)
                let hint = near.map { "; did you mean '\($0)'?" } ?? "; 'weir formats' lists them"
                throw Failure(.usage, "\(flag): there is no format '\(name)'\(hint)")
            }
            formats.append(format)
        }
        return formats
    }
}
