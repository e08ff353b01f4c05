import Records
import Regex

/// A log format as its JSON file describes it (weir-format(5)). Nothing is compiled here: a format that is never used
/// costs nothing but its reading.
package struct LogFormat: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable { case pattern, json, logfmt }

    package enum FieldType: String, Sendable, CaseIterable { case string, integer, number, boolean }

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
        package let description: String

        package init(name: String, type: FieldType, unit: String? = nil, scale: String? = nil, description: String = "")
        {
            self.name = name
            self.type = type
            self.unit = unit
            self.scale = scale
            self.description = description
        }
    }

    /// A line and the whole record that it must become: documentation and test in one.
    package struct Sample: Sendable, Equatable {
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
    package let fields: [FieldDescription]
    /// Captured texts that mean "no value".
    package let absent: [String]
    /// Keys of the log and the standard names they get, in order: of several for one name the first present counts.
    package let rename: [(from: String, to: String)]
    package let timeField: String?
    package let timeLayouts: [String]
    package let levels: [(word: String, level: String)]
    /// A line that matches begins an event; the lines behind it belong to it until the next that does. Nil: each line is
    /// an event.
    package let multilineStart: String?
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
        fields = types
        absent = []
        rename = []
        timeField = "time"
        // Without a word on it, the usual layouts are tried.
        timeLayouts =
            timeLayout.map { [$0] }
            ?? ["rfc3339", "clf", "rfc3164", "ctime", "apache_error", "%a, %d %b %Y %H:%M:%S %z", "epoch_auto"]
        levels = []
        multilineStart = nil
        weight = 0
        requiredKeys = []
        samples = []
    }

    /// The fields that records of a pattern format can have: its named groups, and what comes of them.
    package var emittedFields: [String] {
        var names = patterns.flatMap { (try? CompiledPattern($0.regex))?.namedGroups.map(\.name) ?? [] }
        if let timeField, names.contains(timeField) { names.append("time") }
        if names.contains("pri") { names += ["facility", "level"] }
        return names
    }

    package func answers(to name: String) -> Bool { self.name == name || aliases.contains(name) }

    package static func == (a: LogFormat, b: LogFormat) -> Bool { a.name == b.name && a.samples == b.samples }
}
