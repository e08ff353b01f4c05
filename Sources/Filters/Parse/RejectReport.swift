import Bytes
import FilterKit
import Formats
import Records

/// A line that became no record, in the words of the ledger and of people.
struct RejectReport {
    private let reason: DropReason
    private let message: String
    private let format: String?
    private var detail: RejectDetail?

    init(_ outcome: ParseOutcome, _ format: String?) {
        self.format = format
        switch outcome {
        case .parsed, .absorbed, .noMatch:
            reason = .noMatch
            message =
                format.map { $0 == "pattern" ? "the pattern did not match" : "no pattern of format '\($0)' matched" }
                ?? "no known format matched ('weir formats' lists them; --pattern takes a regular expression)"
        case .failed(.badJSON(let error)):
            reason = .badJSON
            message = "not JSON: \(error)"
            detail = .position(error.position)
        case .failed(.badTime(let field)):
            reason = .badTime
            message = "field '\(field)' is no time that exists"
            detail = .field(field)
        case .failed(.unclearZone(let field, let zone)):
            reason = .badTime
            message =
                "field '\(field)' names the zone '\(zone)', which several have; say with --timezone which is meant"
            detail = .field(field)
        case .failed(.badType(let field, let wanted)):
            reason = .badType
            message = "field '\(field)' is not of type \(wanted.rawValue)"
            detail = .field(field)
        case .failed(.cells(let columns)):
            reason = .badRow
            message = "the row does not have a cell for each of the \(columns) columns"
        case .failed(.openQuote):
            reason = .badRow
            message = "a cell is in quotes that do not end"
        case .failed(.badQuote):
            reason = .badRow
            message = "something stands behind the quote that ends a cell"
        case .failed(.matchLimit):
            reason = .matchLimit
            message = "the pattern was given up: it takes too many steps on this line"
        case .failed(.tooLong(let limit)):
            reason = .tooLong
            message = "longer than the \(limit) bytes that a pattern is let see (--max-match)"
        }
    }

    /// The record of a line that was not too long is, for the next filter.
    init(tooLong length: Int, limit: Int, _ format: String?) {
        self.format = format
        reason = .tooLong
        message =
            "its record has \(length) bytes, and the next filter takes \(limit) (--max-line): bytes that are not UTF-8, or that"
            + " JSON must escape, made it longer"
        detail = .length(length)
    }

    /// - Parameter place: lines to be shown under the message.
    func send(
        _ line: Slice, _ envelope: Envelope?, _ record: borrowing Record, place: [String], in run: FilterRun
    ) {
        let origin = run.origin
        Self.locate(envelope, record, in: run)
        run.reject(reason, line, record, message, pattern: format, detail: detail, place: place)
        run.origin = origin
    }

    /// Makes what the envelope says of a line's origin the run's.
    static func locate(_ envelope: Envelope?, _ record: borrowing Record, in run: FilterRun) {
        if let file = envelope?.file {
            var name = ByteBuffer(capacity: file.value.count)
            name.append(unescaping: record.store.buffer, file.value)
            run.origin.source = name.text(Slice(start: 0, count: name.count))
            // The stream's line numbers are not the file's.
            run.origin.line = 0
        }
        if let offset = envelope?.offset { run.origin.offset = record.store.buffer.integer(offset.value) ?? 0 }
    }
}
