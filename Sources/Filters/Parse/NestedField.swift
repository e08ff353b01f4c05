import Bytes
import FilterKit
import Formats
import Records

/// `--nested FIELD[:FORMAT]`, as it was given.
struct NestedOption {
    let field: String
    /// Nil for JSON or logfmt, whichever it is.
    private let formats: String?

    init(_ text: String) throws(Failure) {
        // A field may have a colon in its name, a format has none.
        let colon = text.lastIndex(of: ":")
        let field = colon.map { String(text[..<$0]) } ?? text
        let formats = colon.map { String(text[text.index(after: $0)...]) }
        guard !field.isEmpty else {
            throw Failure(.usage, "--nested: '\(text)' names no field; it is field or field:format")
        }
        guard !ReservedKey.all.contains(field) else {
            throw Failure(.usage, "--nested: '\(field)' is a key that weir keeps for itself (weir-record(5))")
        }
        self.field = field
        self.formats = formats == "auto" ? nil : formats
    }

    func prepare(
        in library: FormatLibrary, limit: Int, flatteningBy separator: String?, _ record: inout Record
    ) throws(Failure) -> NestedField {
        let found = try FormatChoice.formats(named: formats ?? "json,logfmt", in: library, flag: "--nested")
        var parsers: [FormatParser] = []
        for format in found {
            do throws(FormatError) {
                parsers.append(try FormatParser(format, limit: limit, flatteningBy: separator, &record))
            } catch {
                throw Failure(error)
            }
        }
        return NestedField(record.name(field), field, parsers, isGuessed: formats == nil)
    }
}

/// A field whose text is parsed in its turn: what a program wrote as JSON, and what carried it put into a string.
final class NestedField {
    private let name: FieldName
    private let text: String
    private let parsers: [FormatParser]
    /// No format was named: then words that stand by themselves are no logfmt, but prose with a pair in it.
    private let isGuessed: Bool
    private var seen = 0
    private var unfolded = 0

    init(_ name: FieldName, _ text: String, _ parsers: [FormatParser], isGuessed: Bool) {
        self.name = name
        self.text = text
        self.parsers = parsers
        self.isGuessed = isGuessed
    }

    /// Puts the fields that the text of this one makes in its place, if it can be parsed.
    func unfold(_ record: inout Record, _ context: inout ParseContext) {
        guard let position = record.position(of: name) else { return }
        seen &+= 1
        let isUnfolded = record.unfold(name, at: position) { text, record in
            let text = Self.withoutNewline(text, record)
            return parsers.contains { parser in
                parser.parse(text, &record, &context) == .parsed && !(isGuessed && hasBareWords(record, text))
            }
        }
        if isUnfolded { unfolded &+= 1 }
    }

    /// What a bare word of logfmt means, `true`, stands nowhere in its text.
    private func hasBareWords(_ record: borrowing Record, _ text: Slice) -> Bool {
        for position in 0..<record.count where record[position].kind == .true {
            let value = record[position].value
            if value.start < text.start || value.end > text.end { return true }
        }
        return false
    }

    /// Docker keeps the newline that ended the line.
    private static func withoutNewline(_ text: Slice, _ record: borrowing Record) -> Slice {
        var text = text
        while !text.isEmpty, record.store[text.end - 1] == 0x0A || record.store[text.end - 1] == 0x0D {
            text = text.prefix(text.count - 1)
        }
        return text
    }

    /// What is to be said at the end where it was all for nothing.
    var complaint: String? {
        if seen == 0 { return "--nested: no record had a field '\(text)'" }
        guard unfolded == 0 else { return nil }
        let formats = parsers.map(\.format.name).joined(separator: " or ")
        return "--nested: '\(text)' was never \(formats); it stays as it was"
    }
}
