import Records

/// What only some kinds have: columns, separators, and lines that come in parts.
extension FormatReader {
    /// Names of the columns of a log that has no header.
    func columns(_ value: PlacedJSON?, _ kind: LogFormat.Kind) throws(FormatError) -> [String] {
        guard let value else { return [] }
        guard kind.hasColumns else { throw refuse(value, "\"columns\" is for csv, tsv and w3c") }
        let names = try texts(value, "\"columns\"")
        guard !names.isEmpty else { throw refuse(value, "\"columns\" names none") }
        return names
    }

    /// The columns that make the time together.
    func timeColumns(_ value: PlacedJSON?, _ kind: LogFormat.Kind) throws(FormatError) -> [String] {
        guard let value, let columns = try members(value, "\"time\"").first(where: { $0.name == "columns" })?.value
        else { return [] }
        guard kind.hasColumns else { throw refuse(columns, "\"columns\" is for csv, tsv and w3c") }
        return try texts(columns, "\"columns\"")
    }

    /// Bytes one of which stands between two things.
    func separator(
        _ value: PlacedJSON?, _ what: String, _ kind: LogFormat.Kind, of kinds: [LogFormat.Kind]
    ) throws(FormatError) -> String? {
        guard let value else { return nil }
        guard kinds.contains(kind) else {
            throw refuse(value, "\(what) is for \(kinds.map(\.rawValue).joined(separator: ", "))")
        }
        let text: String = try text(value, what)
        let isPlain = text.utf8.allSatisfy { $0 < 0x7F && $0 != 0x22 && $0 != 0x0A && $0 != 0x0D }
        guard isPlain, !text.isEmpty else {
            throw refuse(value, "\(what) is of ASCII characters that are neither quotes nor line ends")
        }
        return text
    }

    func join(
        _ value: PlacedJSON?, _ kind: LogFormat.Kind, captured: [String]?
    ) throws(FormatError) -> LogFormat.Join? {
        guard let value else { return nil }
        guard kind == .pattern || kind == .json else { throw refuse(value, "\"join\" is for pattern and json") }
        let members = try members(value, "\"join\"", known: ["field", "by", "more", "end"])
        guard let field = members["field"] else { throw refuse(value, "\"join\" needs \"field\"") }
        let name: String = try text(field, "\"field\"")
        try check(name, at: field.range, isAmong: captured)
        var by: String?
        if let value = members["by"] {
            let name: String = try text(value, "\"by\"")
            try check(name, at: value.range, isAmong: captured)
            by = name
        }
        var more: (field: String, value: String)?
        if let value = members["more"] {
            guard let member = try self.members(value, "\"more\"").first else {
                throw refuse(value, "\"more\" is a field and the value that it has in all parts but the last")
            }
            try check(member.name, at: member.nameRange, isAmong: captured)
            more = (member.name, try text(member.value, "the value of \"\(member.name)\""))
        }
        let end = try text(members["end"], "\"end\"")
        guard (more == nil) != (end == nil) else {
            throw refuse(value, "\"join\" needs either \"more\" or \"end\"; one of them tells the last part")
        }
        if end != nil, kind != .json { throw refuse(value, "\"end\" is for json; a line of text has no end in it") }
        return LogFormat.Join(field: name, by: by, more: more, end: end)
    }
}
