import FilterKit
import Formats
import Records

/// All formats that there are, ready to parse: which of them a log has is found out by its lines.
struct KnownFormats {
    let parsers: [FormatParser]
    /// Of the headers of logs that no format describes.
    let general: FormatParser
    /// Formats of messages that transports carry.
    let carried: [LogFormat]

    init(_ library: FormatLibrary, _ record: inout Record) throws(Failure) {
        carried = library.carried
        do throws(FormatError) {
            let payloads = try Payloads(carried, &record)
            var parsers: [FormatParser] = []
            for format in library.formats where !format.isCarried {
                parsers.append(try FormatParser(format, payloads: payloads, readsCarried: false, &record))
            }
            self.parsers = parsers
            general = try FormatParser(.inferred(), &record)
        } catch {
            throw Failure(.badConfiguration, error.description)
        }
    }

    /// The format of a program's messages, by its name in a transport's `process`; nil where none is known.
    func carriedFormat(of process: String) -> LogFormat? {
        carried.first { format in
            format.over?.processes.contains { name in
                name.hasSuffix("*") ? process.hasPrefix(name.dropLast()) : process == name
            } ?? false
        }
    }
}
