import Records
import Regex

extension FormatReader {
    /// The patterns, and the fields that they capture; nil where that was not to be found out.
    func patterns(
        _ value: PlacedJSON?, of format: String
    ) throws(FormatError) -> (patterns: [LogFormat.NamedPattern], captured: [String]?) {
        var patterns: [LogFormat.NamedPattern] = []
        var captured: [String] = []
        for element in try elements(value, "\"patterns\"") {
            let members = try members(element, "a pattern", known: ["name", "regex"])
            guard let regex = members["regex"] else { throw refuse(element, "this pattern has no \"regex\"") }
            let text: String = try text(regex, "\"regex\"")
            let name = try self.text(members["name"], "\"name\"")
            patterns.append(LogFormat.NamedPattern(name: name ?? format, regex: text))
            if checksPatterns { captured += try groups(regex, text).filter { !captured.contains($0) } }
        }
        return (patterns, checksPatterns ? captured : nil)
    }

    /// The names of an expression's groups; it is compiled for that, as the parser will do it.
    private func groups(_ value: PlacedJSON, _ regex: String) throws(FormatError) -> [String] {
        // By itself first: the error of a bracket left open would be about what is put around it.
        try compile(value, regex, options: .bytes)
        let names = try compile(value, regex, options: [.bytes, .whole]).namedGroups.map(\.name)
        if names.isEmpty {
            throw refuse(value, "no named group in it; write (?<name>…) around what should become a field")
        }
        if let reserved = names.first(where: ReservedKey.all.contains) {
            let offset = regex.utf8.firstOffset(of: "<\(reserved)>") ?? 0
            throw refuse(
                value, textByte: offset + 1,
                "'\(reserved)' is a key that weir keeps for itself (weir-record(5)); take another name")
        }
        return names
    }

    @discardableResult
    func compile(
        _ value: PlacedJSON, _ regex: String, options: PatternOptions
    ) throws(FormatError) -> CompiledPattern {
        do throws(PatternError) {
            return try CompiledPattern(regex, options: options.union(.interpreted))
        } catch {
            throw refuse(value, textByte: error.offset, error.message)
        }
    }

    /// A name must be one of what the patterns capture.
    func check(_ name: String, at range: Range<Int>, isAmong captured: [String]?) throws(FormatError) {
        guard let captured, !captured.contains(name) else { return }
        let hint = Self.hint(name, captured)
        let all = hint.isEmpty ? "; they capture \(captured.joined(separator: ", "))" : hint
        throw refuse(range, "no pattern captures \"\(name)\"\(all)")
    }
}

extension String.UTF8View {
    /// Bytes before the first occurrence.
    fileprivate func firstOffset(of text: String) -> Int? {
        let bytes = Array(self)
        let wanted = Array(text.utf8)
        guard bytes.count >= wanted.count else { return nil }
        return (0...bytes.count - wanted.count).first { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
    }
}
