import Bytes

/// The formats that are there: those built in (`Catalogue`), by name and alias.
package struct FormatLibrary: Sendable {
    package let formats: [LogFormat]

    /// Reads the catalogue. A built-in format that cannot be read is a fault of the build, which a test finds.
    package static func builtIn() throws(FormatError) -> FormatLibrary {
        var formats: [LogFormat] = []
        for source in Catalogue.sources {
            formats.append(try LogFormat(json: Array("\(source.json)".utf8), file: "\(source.name)"))
        }
        return FormatLibrary(formats: formats)
    }

    package func format(named name: String) -> LogFormat? { formats.first { $0.answers(to: name) } }

    /// Every name and alias, for messages.
    package var names: [String] { formats.flatMap { [$0.name] + $0.aliases }.sorted() }
}
