import Bytes

/// The formats that are there, the most wanted first: those of directories on the command line, the user's, the host's, and
/// those built in (`Catalogue`). A name counts once; what comes later under the same name is passed over.
package struct FormatLibrary: Sendable {
    package struct Entry: Sendable {
        package let format: LogFormat
        /// Where it was read; nil for a format that is built in.
        package let file: String?
        private let text: Text

        private enum Text {
            case embedded(StaticString)
            case read([UInt8])
        }

        init(_ file: FormatFile) {
            format = file.format
            self.file = file.path
            text = .read(file.json)
        }

        init(_ format: LogFormat, embedded: StaticString) {
            self.format = format
            file = nil
            text = .embedded(embedded)
        }

        /// The format file, byte for byte.
        package var json: [UInt8] {
            switch text {
            case .embedded(let text): Array("\(text)\n".utf8)
            case .read(let bytes): bytes
            }
        }
    }

    package let entries: [Entry]
    /// Files of the usual directories that cannot be used; without them the work goes on.
    package let faults: [FormatError]

    package init(entries: [Entry] = [], faults: [FormatError] = []) {
        self.entries = entries
        self.faults = faults
    }

    package var formats: [LogFormat] { entries.map(\.format) }

    /// Reads the catalogue. A built-in format that cannot be read is a fault of the build, which a test finds.
    /// - Parameter withSamples: the samples, which are most of the catalogue, are read, too. Parsing a log needs none.
    package static func builtIn(withSamples: Bool = true) throws(FormatError) -> FormatLibrary {
        var entries: [Entry] = []
        for source in Catalogue.sources {
            let json = Array("\(source.json)".utf8)
            let format = try LogFormat(
                json: withSamples ? json : withoutSamples(json), file: "\(source.name).json", checksPatterns: false)
            entries.append(Entry(format, embedded: source.json))
        }
        return FormatLibrary(entries: entries)
    }

    /// The samples stand at the end of each file of the catalogue; a test sees to that.
    private static func withoutSamples(_ json: [UInt8]) -> [UInt8] {
        let mark = Array(",\n  \"samples\": [".utf8)
        var position = 0
        while let comma = json[position...].firstIndex(of: mark[0]) {
            if json[comma...].starts(with: mark) { return Array(json[..<comma]) + Array("\n}".utf8) }
            position = comma + 1
        }
        return json
    }

    package func format(named name: String) -> LogFormat? { entry(named: name)?.format }

    /// A format's own name goes before another's alias, wherever the two come from.
    package func entry(named name: String) -> Entry? {
        entries.first { $0.format.name == name } ?? entries.first { $0.format.answers(to: name) }
    }

    /// Every name and alias, for messages.
    package var names: [String] { formats.flatMap { [$0.name] + $0.aliases }.sorted() }
}
