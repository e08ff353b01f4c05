import Records

/// What became of a line.
package enum ParseOutcome: Equatable {
    case parsed
    case noMatch
    case failed(ParseFailure)
}

/// Why a line that has a format's shape could still not become a record.
package enum ParseFailure: Error, Equatable {
    case badJSON(JSONError)
    /// The field whose text is no time that exists.
    case badTime(field: String)
    case badType(field: String, wanted: LogFormat.FieldType)
    case matchLimit
    /// The line is longer than a regular expression is let see.
    case tooLong(limit: Int)
}
