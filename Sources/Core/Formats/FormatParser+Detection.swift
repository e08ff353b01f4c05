import Bytes
import Records

/// What detection asks.
extension FormatParser {
    /// Whether a line by itself speaks for this format. It may be a header, or one of the several lines of an event.
    package func resembles(_ line: Slice, _ record: inout Record, _ context: inout ParseContext) -> Bool {
        guard let source else { return parse(line, &record, &context).isRecognition }
        guard source.resembles(line, &record, &context) else { return false }
        // Where it made a record of the line, that has to have what tells the format from others of its kind.
        return record.count == 0 || format.kind == .journalExport || parse(line: line, &record, &context).isRecognition
    }

    /// Whether a line is an event even where it could go on the one before it. A telling format's always is. JSON and pairs
    /// may be what a program was sent and wrote down: a logger's have a time or a level.
    package func takesAsEvent(_ line: Slice, _ record: inout Record, _ context: inout ParseContext) -> Bool {
        guard format.isGeneric else { return parse(line, &record, &context).isParsed }
        if let source {
            guard !format.kind.hasColumns, source.parse(line, &record, &context).isParsed else { return false }
        } else {
            guard (try? record.scan(line)) != nil else { return false }
        }
        lifted?.apply(&record)
        if keyed.normalize(&record, meaning, &context.time) { return true }
        let position = keyed.levelPosition
        guard position >= 0, record[position].kind == .string else { return false }
        return Level.names.contains(record.store.text(record[position].value))
    }

    /// Rows have shown that what was taken for a header is none.
    func isRefuted(_ context: ParseContext) -> Bool {
        guard let header = context.header, header.format == format.name else { return false }
        return header.isRefuted
    }
}

extension ParseOutcome {
    /// The line is one of the format's, whole or not.
    fileprivate var isRecognition: Bool {
        switch self {
        case .parsed, .absorbed, .failed(.openQuote), .failed(.unclearZone): true
        case .noMatch, .failed: false
        }
    }
}
