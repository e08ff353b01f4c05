import ArgumentParser
import FilterKit
import Formats
import Records
import Regex
import System

package struct ParseCommand: FilterCommand, Sendable {
    package static let configuration = CommandConfiguration(
        commandName: "weir-parse",
        abstract: "Turn log lines into records.",
        discussion: """
            Lines come from FILEs or standard input, bare or from weir-tail. The format is detected on the first \
            lines; --format names it, --pattern gives a regular expression of one's own. Each record has typed \
            fields under standard names and its time in UTC. A line that cannot be understood is counted, said, and \
            kept if --rejects was given; it never stops the filter.

            EXAMPLES
              weir-parse access.log                        detect, show on the terminal
              weir-tail -F app.log | weir-parse --format json
              weir-parse --only time,status access.log | weir-aggregate --by status count
              weir-parse --pattern '^(?<level>\\w+): (?<message>.*)' app.log
            """,
        version: Version.text)

    @Argument(help: .init("Files to read; none, or -, is standard input.", valueName: "file"))
    var files: [String] = []

    @Option(
        help: .init(
            "The log's format; several, separated by commas, are tried in turn. 'weir formats' lists them.",
            valueName: "name"))
    var format: String = "auto"

    @Option(
        name: .customLong("formats"), parsing: .singleValue,
        help: .init(
            "Read the format files of DIR before the others there are; may be given again.", valueName: "dir"))
    var formatDirectories: [String] = []

    @Option(
        help: .init("A PCRE2 expression instead of a format; its named groups become the fields.", valueName: "regex"))
    var pattern: String?

    @Option(
        help: .init(
            "Types of the pattern's fields: status:integer,took:number (string, integer, number, boolean).",
            valueName: "list"))
    var types: String?

    @Option(
        help: .init(
            "A grok pattern instead of a format, as %{IPORHOST:client} %{NUMBER:duration:float}; given again, tried next.",
            valueName: "pattern"))
    var grok: [String] = []

    @Option(
        help: .init(
            "A file of patterns for --grok, a name and a regular expression on each line; may be given again.",
            valueName: "file"))
    var grokPatterns: [String] = []

    @Option(
        parsing: .singleValue,
        help: .init(
            "Make fields of what FIELD says in JSON, logfmt or the format named behind it (message:logfmt); may be given again.",
            valueName: "field"))
    var nested: [String] = []

    @Flag(help: "Make fields of the members of nested objects: http.request.id.")
    var flatten = false

    @Option(help: .init("What stands between the names that --flatten puts together. (default: .)", valueName: "text"))
    var flattenSeparator: String?

    @Option(help: .init("Emit only these fields, separated by commas.", valueName: "fields"))
    var only: String?

    @Flag(
        help:
            "Say which formats the log was held against and why one was taken, and show how far each came in a line that failed."
    )
    var explain = false

    @Option(
        help: .init(
            "A line that matches REGEX begins an event; lines that do not belong to the one before.",
            valueName: "regex"))
    var multiline: String?

    @Flag(help: "Parse anew what --rejects kept: the input is its records, and their raw lines are the log.")
    var again = false

    @Option(
        help: .init(
            "Zone of times that name none: an IANA name such as Europe/Berlin, or +02:00. (default: UTC)",
            valueName: "zone"))
    var timezone: String?

    @Option(
        help: .init(
            "How --pattern's or --grok's time is written, strptime(3)-like: '%d.%m.%Y %H:%M:%S'.", valueName: "layout"))
    var timeLayout: String?

    @Option(help: .init("Longest line that a pattern is let see; a longer one is a counted reject.", valueName: "size"))
    var maxMatch = ByteSize(bytes: FormatParser.usualLimit)

    @OptionGroup var parallel: JobsOption
    @OptionGroup package var shared: SharedOptions

    package init() {}

    package var isSource: Bool { !files.isEmpty }

    package func execute(_ run: FilterRun, _ record: inout Record) throws(Failure) -> ExitStatus {
        let library = try FormatLibrary.load(formatDirectories, warn: run.diagnostics, withSamples: false)
        var filter = try filter(library, run, &record)
        var output = RecordOutput(shared, onTerminal: .readable)
        return try run.run(&filter, paths: files, jobs: parallel.jobs, &record, into: &output)
    }

    /// The same command with the formats that were found: nothing is left to be found out on another thread.
    private func makeSibling(_ formats: [String], _ library: FormatLibrary) -> SiblingMaker<ParseFilter> {
        var command = self
        if grok.isEmpty, pattern == nil { command.format = formats.joined(separator: ",") }
        return { [command] run, record throws(Failure) in try command.filter(library, run, &record) }
    }

    /// The filter that the flags describe, with the formats that there are.
    func filter(
        _ library: FormatLibrary, _ run: FilterRun, _ record: inout Record
    ) throws(Failure) -> ParseFilter {
        let nested = try nested.map(NestedOption.init)
        let wanted = try WantedFields(only, predicates: shared.predicates, nested: nested.map(\.field))
        let choice = try choice(wanted, nested, library, &record)
        try wanted.check(choice)
        run.expect(wanted.unforeseen(in: choice), &record)
        return ParseFilter(choice, only: wanted, makeSibling: { makeSibling($0, library) }, &record)
    }

    private func choice(
        _ wanted: WantedFields, _ nested: [NestedOption], _ library: FormatLibrary, _ record: inout Record
    ) throws(Failure) -> FormatChoice {
        if again, let path = shared.rejects, files.contains(path) {
            throw Failure(
                .usage, "--again reads \(path), where --rejects writes; give the new rejects a file of their own")
        }
        if let multiline { _ = try PatternTypes.compile(multiline, flag: "--multiline") }
        let (formats, isDetecting, options) = try formats(library)
        let separator = try separator()
        var fields: [NestedField] = []
        for option in nested {
            fields.append(
                try option.prepare(in: library, limit: maxMatch.bytes, flatteningBy: separator, &record))
        }
        return try FormatChoice(
            formats: formats, carried: library.carried, isDetecting: isDetecting, only: wanted.parsed,
            limit: maxMatch.bytes, options: options,
            multiline: multiline, longestEvent: shared.maxLine.bytes, zone: try zone(), flatteningBy: separator,
            nested: fields, readsRejects: again, explainer: explain ? LineExplainer() : nil, &record)
    }

    /// What `--flatten` puts between names; nil where it was not given.
    private func separator() throws(Failure) -> String? {
        guard let flattenSeparator else { return flatten ? "." : nil }
        guard flatten else { throw Failure(.usage, "--flatten-separator goes with --flatten") }
        guard !flattenSeparator.isEmpty, flattenSeparator.utf8.count <= 16 else {
            throw Failure(.usage, "--flatten-separator: it has 1 to 16 bytes, such as '.' or '_'")
        }
        return flattenSeparator
    }

    /// The formats that may be used, whether the log is to show which, and how their patterns are compiled.
    private func formats(
        _ library: FormatLibrary
    ) throws(Failure) -> ([LogFormat], isDetecting: Bool, PatternOptions) {
        if !grok.isEmpty {
            guard format == "auto", pattern == nil, types == nil else {
                throw Failure(
                    .usage, "--grok stands in for --format, --pattern and --types; a type goes behind the field's name")
            }
            let layout = try timeLayout.map(checkedLayout)
            return (try GrokOption.formats(grok, files: grokPatterns, timeLayout: layout), false, [])
        }
        if !grokPatterns.isEmpty { throw Failure(.usage, "--grok-patterns goes with --grok") }
        if let pattern {
            guard format == "auto" else {
                throw Failure(.usage, "--pattern stands in for --format; give one of the two")
            }
            let layout = try timeLayout.map(checkedLayout)
            let format = LogFormat(pattern: pattern, types: try PatternTypes.parse(types ?? ""), timeLayout: layout)
            try PatternTypes.check(pattern, types: format.fields)
            return ([format], false, [])
        }
        if timeLayout != nil {
            throw Failure(.usage, "--time-layout goes with --pattern or --grok; a format knows its layouts")
        }
        if types != nil { throw Failure(.usage, "--types goes with --pattern; a format knows its types") }
        if format == "auto" { return (library.formats, true, [.bytes, .whole]) }
        return (try FormatChoice.formats(named: format, in: library), false, [.bytes, .whole])
    }

    private func zone() throws(Failure) -> TimeZoneRules {
        guard let timezone else { return .utc }
        do throws(TimeZoneError) { return try TimeZoneRules(named: timezone) } catch {
            throw Failure(.usage, "--timezone: \(error)")
        }
    }

    private func checkedLayout(_ text: String) throws(Failure) -> String {
        do throws(TimeLayoutError) { _ = try TimeLayout(text) } catch {
            let caret = String(
                repeating: " ", count: String(decoding: text.utf8.prefix(error.position), as: UTF8.self).count)
            throw Failure(.usage, "--time-layout: \(error.message)", place: [text, caret + "^"])
        }
        return text
    }
}
