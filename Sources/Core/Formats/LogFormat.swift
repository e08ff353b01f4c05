import Records
import Regex

/// A log format as its JSON file describes it (weir-format(5)). Nothing is compiled here: a format that is never used
/// costs nothing but its reading.
package struct LogFormat: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        case pattern, json, logfmt
        /// Rows of cells under a header: with RFC 4180's quotes, with tabs, and with W3C's `#Fields` directive.
        case csv, tsv, w3c
        /// Pairs of a key and a value with separators of the format's own.
        case pairs
        /// ArcSight's and QRadar's events for a SIEM.
        case cef, leef
        /// What `journalctl -o export` writes.
        case journalExport = "journal-export"

        /// Each row has a cell for each column.
        package var hasColumns: Bool { self == .csv || self == .tsv || self == .w3c }
        /// Patterns find the event in the line, behind what transported it.
        var takesPatterns: Bool { self == .pattern || self == .cef || self == .leef }
        /// The log names its fields itself.
        var isKeyed: Bool { self != .pattern }
    }

    package enum FieldType: String, Sendable, CaseIterable { case string, integer, number, boolean }

    /// How a cell's text was made harmless for its log.
    package enum Decoding: String, Sendable, CaseIterable {
        /// `+` stands for a space.
        case plus
        /// `%20` stands for one.
        case percent
    }

    /// How the parts of a line that was cut on its way are found and put together.
    package struct Join: Sendable, Equatable {
        /// The field that was cut.
        package let field: String
        /// Parts of one line have the same value here: nil, where lines do not interleave.
        package let by: String?
        /// A field and its value in all parts but the last.
        package let more: (field: String, value: String)?
        /// What the last part ends with, and no other: it goes.
        package let end: String?

        package static func == (a: Self, b: Self) -> Bool {
            a.field == b.field && a.by == b.by && a.more?.field == b.more?.field && a.more?.value == b.more?.value
                && a.end == b.end
        }

        /// All that it needs of a record.
        package var fields: [String] { [field] + [by, more?.field].compactMap { $0 } }
    }

    /// What carries other programs' messages: syslog, as lines or in the journal.
    package enum Transport: String, Sendable, CaseIterable { case syslog }

    /// Programs whose messages a transport carries, and how they are taken apart.
    package struct Over: Sendable, Equatable {
        /// Names of the programs; a `*` at the end stands for whatever follows.
        package let processes: [String]
        package let patterns: [NamedPattern]
        /// Names that the patterns capture; nil where that was not found out.
        let captured: [String]?
    }

    package struct NamedPattern: Sendable, Equatable {
        package let name: String
        package let regex: String
    }

    package struct FieldDescription: Sendable, Equatable {
        package let name: String
        package let type: FieldType
        package let unit: String?
        /// A decimal that the logged number is multiplied by to be in base units.
        package let scale: String?
        package let decoding: Decoding?
        package let description: String

        package init(
            name: String, type: FieldType, unit: String? = nil, scale: String? = nil, decoding: Decoding? = nil,
            description: String = ""
        ) {
            self.name = name
            self.type = type
            self.unit = unit
            self.scale = scale
            self.decoding = decoding
            self.description = description
        }
    }

    /// A line and the whole record that it must become: documentation and test in one.
    package struct Sample: Sendable, Equatable {
        /// Lines that stand before it and are no records: a header.
        package let before: [String]
        package let line: String
        package let record: JSONTree
        package let source: String
    }

    package let name: String
    package let aliases: [String]
    package let title: String
    package let description: String
    package let url: String?
    package let kind: Kind
    package let patterns: [NamedPattern]
    /// The format is that of messages which a transport carries.
    package let over: Over?
    /// The format carries messages of programs that have formats of their own.
    package let transport: Transport?
    /// While all goes well nothing is written: a log of errors.
    package let isQuiet: Bool
    package let fields: [FieldDescription]
    /// Captured texts that mean "no value".
    package let absent: [String]
    /// Keys of the log and the standard names they get, in order: of several for one name the first present counts.
    package let rename: [(from: String, to: String)]
    /// Paths to what lies within the log's objects, and the names that it gets as a field.
    package let lift: [(from: String, to: String)]
    /// Fields whose text behind the first `?` becomes another.
    package let split: [(from: String, to: String)]
    package let timeField: String?
    /// Columns that make the time together, a space between them.
    package let timeColumns: [String]
    package let timeLayouts: [String]
    package let levels: [(word: String, level: String)]
    /// A line that matches begins an event; the lines behind it belong to it until the next that does. Nil: each line is
    /// an event.
    package let multilineStart: String?
    package let join: Join?
    /// Names of the columns where no header gives them.
    package let columns: [String]
    /// What stands between cells or pairs: one of these bytes, which the header shows; nil for the kind's own.
    package let delimiter: String?
    /// What stands between a key and its value.
    package let assignment: String?
    /// How much a match says: of formats that match everything the heaviest wins.
    package let weight: Int
    /// Keys that a JSON line must have to be of this format.
    package let requiredKeys: [String]
    package let samples: [Sample]

    /// A format made of one regular expression from a command line: its named groups are the fields.
    package init(pattern: String, types: [FieldDescription], timeLayout: String? = nil) {
        name = "pattern"
        aliases = []
        title = "the pattern given"
        description = ""
        url = nil
        kind = .pattern
        patterns = [NamedPattern(name: "pattern", regex: pattern)]
        over = nil
        transport = nil
        isQuiet = false
        fields = types
        absent = []
        rename = []
        lift = []
        split = []
        timeField = "time"
        timeColumns = []
        // Without a word on it, the usual layouts are tried.
        timeLayouts =
            timeLayout.map { [$0] }
            ?? Self.usualLayouts
        levels = []
        multilineStart = nil
        join = nil
        columns = []
        delimiter = nil
        assignment = nil
        weight = 0
        requiredKeys = []
        samples = []
    }

    /// The layouts that can be told without being named, the usual ones first. Which of two numbers is the month in
    /// `01/02/2015` cannot.
    private static let usualLayouts = [
        "rfc3339", "clf", "rfc3164", "ctime", "apache_error", "%a, %d %b %Y %H:%M:%S %z", "epoch_auto", "go",
        "java_medium", "%Y-%m-%d %H:%M:%S%.f %z", "%Y-%m-%d %H:%M:%S%.f %Z", "%Y-%m-%d %I:%M:%S%.f %p",
        "%a, %d %b %Y %H:%M:%S %Z", "%a %b %e %H:%M:%S %Z %Y", "%b %e %Y %H:%M:%S%.f", "%d %b %Y %H:%M:%S%.f",
        "%d-%b-%Y %H:%M:%S%.f", "%d.%m.%Y %H:%M:%S%.f", "%Y%m%dT%H%M%S%z",
    ]

    /// The fields that records of a pattern format can have: its named groups, and what comes of them.
    package var emittedFields: [String] {
        let all = patterns + (over?.patterns ?? [])
        var names = all.flatMap {
            (try? CompiledPattern($0.regex, options: .interpreted))?.namedGroups.map(\.name) ?? []
        }
        if over != nil { names += ["time", "host", "process", "pid", "message", "facility", "level"] }
        if let timeField, names.contains(timeField) { names.append("time") }
        if names.contains("pri") { names += ["facility", "level"] }
        return names
    }

    /// The standard name of a key of the log; its own where it has none.
    func finalName(of key: String) -> String { rename.first { $0.from == key }?.to ?? key }

    /// What a line becomes may depend on those before it, beyond the year: the log cannot be parsed in pieces.
    package var dependsOnLinesBefore: Bool {
        multilineStart != nil || join != nil || kind.hasColumns || kind == .journalExport
    }

    /// The format has no lines of its own: it is read by what carries it.
    package var isCarried: Bool { over != nil && patterns.isEmpty }

    package static func == (a: LogFormat, b: LogFormat) -> Bool { a.name == b.name && a.samples == b.samples }
}
