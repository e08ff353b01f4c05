import Bytes
import Records

/// Reads one program's lines, by the transports that may carry them: what `--format sshd` is.
final class CarriedParser {
    private let transports: [(parser: FormatParser, payloads: Payloads)]

    init(_ format: LogFormat, only: [String]?, limit: Int, _ record: inout Record) throws(FormatError) {
        var transports: [(parser: FormatParser, payloads: Payloads)] = []
        for transport in LogFormat.builtInTransports {
            let payloads = try Payloads([format], only: only.map(Set.init), limit: limit, &record)
            let parser = try FormatParser(transport, only: only, limit: limit, payloads: payloads, &record)
            transports.append((parser, payloads))
        }
        self.transports = transports
    }

    func parse(_ line: Slice, _ record: inout Record, _ context: inout ParseContext) -> ParseOutcome {
        var failure = ParseOutcome.noMatch
        for (parser, payloads) in transports {
            let outcome = parser.parse(line, &record, &context)
            if outcome == .parsed, payloads.knewProgram { return .parsed }
            if outcome != .parsed, failure == .noMatch { failure = outcome }
        }
        return failure
    }
}

extension LogFormat {
    /// The formats of the catalogue that carry others' messages as lines of text.
    static let builtInTransports: [LogFormat] = Catalogue.sources.compactMap { source in
        guard "\(source.name)".hasPrefix("syslog-") else { return nil }
        return try? LogFormat(json: Array("\(source.json)".utf8), file: "\(source.name).json", checksPatterns: false)
    }
}
