import Records

/// Takes a format file's JSON apart, and says at which place something is not as it should be. What the members mean is in
/// `LogFormat+JSON`.
struct FormatReader {
    let source: FormatSource
    /// Compiling expressions takes time that built-in formats need not spend at each start: a test checks them.
    let checksPatterns: Bool

    func refuse(_ value: PlacedJSON, _ message: String) -> FormatError { source.error(at: value, message) }

    func refuse(_ range: Range<Int>, _ message: String) -> FormatError {
        source.error(at: range.lowerBound, message)
    }

    /// An error within a text: the offset is of its value, in bytes.
    func refuse(_ value: PlacedJSON, textByte offset: Int, _ message: String) -> FormatError {
        source.error(
            at: PlacedJSON.position(ofTextByte: offset, inStringAt: value.range, of: source.bytes), message)
    }

    // MARK: Values

    func root() throws(FormatError) -> PlacedJSON {
        do throws(JSONError) { return try PlacedJSON(parsing: source.bytes) } catch { throw source.error(error) }
    }

    /// The members of an object with names of its own choosing, each there once.
    func members(_ value: PlacedJSON, _ what: String) throws(FormatError) -> [PlacedJSON.Member] {
        guard case .object(let members) = value.value else { throw mismatch(value, what, "an object") }
        var seen: Set<String> = []
        for member in members where !seen.insert(member.name).inserted {
            throw refuse(member.nameRange, "\"\(member.name)\" is there twice")
        }
        return members
    }

    /// The members of an object whose names are laid down.
    func members(
        _ value: PlacedJSON, _ what: String, known: [String]
    ) throws(FormatError) -> [String: PlacedJSON] {
        var found: [String: PlacedJSON] = [:]
        for member in try members(value, what) {
            guard known.contains(member.name) else {
                let hint = Self.hint(member.name, known)
                throw refuse(member.nameRange, "\"\(member.name)\" is not a member of \(what)\(hint)")
            }
            found[member.name] = member.value
        }
        return found
    }

    func text(_ value: PlacedJSON, _ what: String) throws(FormatError) -> String {
        guard case .text(let text) = value.value else { throw mismatch(value, what, "a text") }
        return text
    }

    func text(_ value: PlacedJSON?, _ what: String) throws(FormatError) -> String? {
        guard let value else { return nil }
        return try text(value, what) as String
    }

    func flag(_ value: PlacedJSON?, _ what: String) throws(FormatError) -> Bool {
        guard let value else { return false }
        guard case .bool(let flag) = value.value else { throw mismatch(value, what, "true or false") }
        return flag
    }

    func elements(_ value: PlacedJSON?, _ what: String) throws(FormatError) -> [PlacedJSON] {
        guard let value else { return [] }
        guard case .array(let elements) = value.value else { throw mismatch(value, what, "an array") }
        return elements
    }

    func texts(_ value: PlacedJSON?, _ what: String) throws(FormatError) -> [String] {
        var texts: [String] = []
        for element in try elements(value, what) { texts.append(try text(element, "each of \(what)")) }
        return texts
    }

    /// One of the words there are.
    func word<Word: RawRepresentable & CaseIterable>(
        _ value: PlacedJSON, _ what: String, as type: Word.Type
    ) throws(FormatError) -> Word where Word.RawValue == String {
        let text: String = try text(value, what)
        if let word = Word(rawValue: text) { return word }
        let known = Word.allCases.map(\.rawValue)
        throw refuse(value, "\(what) \"\(text)\" is none of \(known.joined(separator: ", "))\(Self.hint(text, known))")
    }

    private func mismatch(_ value: PlacedJSON, _ what: String, _ wanted: String) -> FormatError {
        let found =
            switch value.value {
            case .null: "null"
            case .bool: "a boolean"
            case .number: "a number"
            case .text: "a text"
            case .array: "an array"
            case .object: "an object"
            }
        return refuse(value, "\(what) must be \(wanted), not \(found)")
    }

    static func hint(_ text: String, _ known: [String]) -> String {
        Suggestion.nearest(to: text, among: known).map { "; did you mean \"\($0)\"?" } ?? ""
    }
}
