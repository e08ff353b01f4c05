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
            case embedded(EmbeddedFormat)
            case read(LogFormat, [UInt8])
        }

        init(_ file: FormatFile) {
            name = file.format.name
            aliases = file.format.aliases
            self.file = file.path
            source = .read(file.format, file.json)
        }

        init(_ embedded: EmbeddedFormat, aliases: [StaticString]) {
            name = "\(embedded.name)"
            self.aliases = aliases.map { "\($0)" }
            file = nil
            source = .embedded(embedded)
        }

        package var format: LogFormat {
            switch source {
            case .embedded(let embedded): embedded.format
            case .read(let format, _): format
            }
        }

        /// The format file, byte for byte.
        package var json: [UInt8] {
            switch source {
            case .embedded(let embedded): Array("\(embedded.json)\n".utf8)
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

    /// All of them, for which the whole catalogue is read.
    package var formats: [LogFormat] { entries.map(\.format) }

    /// Those of messages, which others carry.
    package var carried: [LogFormat] { formats.filter { $0.over != nil } }

    /// The catalogue.
    /// - Parameter withSamples: the samples, which are most of the catalogue, are read, too. Parsing a log needs none.
    package static func builtIn(withSamples: Bool = true) -> FormatLibrary {
        FormatLibrary(
            entries: Catalogue.sources.map {
                Entry(
                    EmbeddedFormat(name: $0.name, json: $0.json, withSamples: withSamples), aliases: $0.aliases)
            })
    }

    package func format(named name: String) -> LogFormat? { entry(named: name)?.format }

    /// A format's own name goes before another's alias, wherever the two come from.
    package func entry(named name: String) -> Entry? {
        entries.first { $0.name == name } ?? entries.first { $0.aliases.contains(name) }
    }

    /// Every name and alias, for messages.
    package var names: [String] { entries.flatMap { [$0.name] + $0.aliases }.sorted() }
}
