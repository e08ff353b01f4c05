import Bytes

/// The formats that are there, the most wanted first: those of directories on the command line, the user's, the host's, and
/// those built in (`Catalogue`). A name counts once; what comes later under the same name is passed over.
package struct FormatLibrary: Sendable {
    package struct Entry: Sendable {
        package let name: String
        let aliases: [String]
        /// Where it was read; nil for a format that is built in.
        package let file: String?
        private let source: Source

        private enum Source {
            case embedded(StaticString, withSamples: Bool)
            case read(LogFormat, [UInt8])
        }

        init(_ file: FormatFile) {
            name = file.format.name
            aliases = file.format.aliases
            self.file = file.path
            source = .read(file.format, file.json)
        }

        init(name: StaticString, aliases: [StaticString], embedded json: StaticString, withSamples: Bool) {
            self.name = "\(name)"
            self.aliases = aliases.map { "\($0)" }
            file = nil
            source = .embedded(json, withSamples: withSamples)
        }

        /// Those that are built in are read when they are asked for: most runs need one of them. One that cannot be read is a
        /// fault of the build, which a test finds.
        package var format: LogFormat {
            switch source {
            case .read(let format, _): return format
            case .embedded(let text, let withSamples):
                let json = Array("\(text)".utf8)
                do throws(FormatError) {
                    return try LogFormat(
                        json: withSamples ? json : FormatLibrary.withoutSamples(json), file: "\(name).json",
                        checksPatterns: false)
                } catch { preconditionFailure("\(error)") }
            }
        }

        /// The format file, byte for byte.
        package var json: [UInt8] {
            switch source {
            case .embedded(let text, _): Array("\(text)\n".utf8)
            case .read(_, let bytes): bytes
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

    /// All of them, which takes reading the catalogue.
    package var formats: [LogFormat] { entries.map(\.format) }

    /// The catalogue.
    /// - Parameter withSamples: the samples, which are most of the catalogue, are read, too. Parsing a log needs none.
    package static func builtIn(withSamples: Bool = true) -> FormatLibrary {
        FormatLibrary(
            entries: Catalogue.sources.map {
                Entry(name: $0.name, aliases: $0.aliases, embedded: $0.json, withSamples: withSamples)
            })
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
        entries.first { $0.name == name } ?? entries.first { $0.aliases.contains(name) }
    }

    /// Every name and alias, for messages.
    package var names: [String] { entries.flatMap { [$0.name] + $0.aliases }.sorted() }
}
