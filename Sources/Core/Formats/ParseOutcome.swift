import Records

/// What became of a line. A failure is boxed: the outcome of each line is then one word, with nothing to copy or destroy.
package enum ParseOutcome: Equatable {
    case parsed
    /// A header or a directive: taken note of, and no record.
    case absorbed
    case noMatch
    indirect case failed(ParseFailure)

    /// As `== .parsed`, which would compare payloads by way of `Equatable`.
    @inline(__always) package var isParsed: Bool {
        if case .parsed = self { return true }
        return false
    }
}

/// Why a line that has a format's shape could still not become a record.
package enum ParseFailure: Error, Equatable {
    case badJSON(JSONError)
    /// The field whose text is no time that exists.
    case badTime(field: String)
    /// The field's time names a zone by an abbreviation that several have, and none was said to be meant.
    case unclearZone(field: String, zone: String)
    case badType(field: String, wanted: LogFormat.FieldType)
    case matchLimit
    /// The row has more or fewer cells than there are columns.
    case cells(Int)
    /// A cell is in quotes that do not end.
    case openQuote
    /// Something stands behind the quote that ends a cell, before the next delimiter.
    case badQuote
    /// The line is longer than a regular expression is let see.
    case tooLong(limit: Int)
}

extension ParseFailure {
    /// The field has no time, for which the context may know why.
    static func noTime(_ field: String, _ context: inout TimeContext) -> ParseFailure {
        context.takeUnclearZone().map { .unclearZone(field: field, zone: $0) } ?? .badTime(field: field)
    }
}
