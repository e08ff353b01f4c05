/// Replaces references by what they stand for until one flat regular expression is left.
struct GrokCompiler {
    /// How deep references may be nested, and how long the flat text may become: twenty definitions of which each doubles
    /// the one before would fill the memory.
    static let deepest = 32
    static let longest = 1 << 16

    private let vocabulary: GrokVocabulary
    private(set) var fields = GrokFields()
    /// What was expanded, the innermost first.
    private(set) var expanded: [(definition: GrokDefinition, expansion: GrokExpansion)] = []
    /// Names whose definitions are being expanded, the outermost first.
    private var path: [String] = []

    init(_ vocabulary: GrokVocabulary) { self.vocabulary = vocabulary }

    mutating func expand(_ definition: GrokDefinition) throws(GrokError) -> GrokExpansion {
        var expansion = GrokExpansion(of: definition)
        for part in try definition.blamed({ () throws(GrokFault) in try GrokScanner.parts(of: definition.text) }) {
            switch part {
            case .text(let range): expansion.append(definition.text[range], from: range.lowerBound, isCopied: true)
            case .groupName(let range):
                let text = definition.string(range)
                let group = try addField(text, at: range.lowerBound, of: definition)
                expansion.append(group.utf8, from: range.lowerBound, isCopied: group == text)
            case .reference(let range): try expand(reference: range, of: definition, into: &expansion)
            }
            if expansion.regex.count > Self.longest {
                let message = "the pattern becomes longer than \(Self.longest >> 10) KiB"
                throw definition.error(
                    GrokFault(message: message, offset: expansion.source(of: expansion.regex.count - 1)))
            }
        }
        expanded.append((definition, expansion))
        return expansion
    }

    /// `NAME`, `NAME:field` or `NAME:field:type`. A group stands around what comes of it, so that alternatives, flags and
    /// a quantifier behind it keep to themselves.
    private mutating func expand(
        reference range: Range<Int>, of definition: GrokDefinition, into expansion: inout GrokExpansion
    ) throws(GrokError) {
        let colon = definition.text[range].firstIndex(of: UInt8(ascii: ":"))
        let name = definition.string(range.lowerBound..<(colon ?? range.upperBound))
        let referred = try definition.blamed { () throws(GrokFault) in try look(up: name, at: range.lowerBound) }
        var opening = "(?:"
        if let colon {
            let field = definition.string(colon + 1..<range.upperBound)
            opening = "(?<\(try addField(field, at: colon + 1, of: definition))>"
        }
        path.append(name)
        let inner = try expand(referred)
        path.removeLast()
        expansion.append(
            Array(opening.utf8) + inner.regex + [UInt8(ascii: ")")], from: range.lowerBound, isCopied: false)
    }

    private mutating func addField(
        _ text: String, at offset: Int, of definition: GrokDefinition
    ) throws(GrokError) -> String {
        do throws(GrokFault) { return try fields.add(text, at: offset) } catch { throw definition.error(error) }
    }

    private func look(up name: String, at offset: Int) throws(GrokFault) -> GrokDefinition {
        guard !name.isEmpty else {
            throw GrokFault(message: "'%{' must be followed by a pattern's name", offset: offset)
        }
        guard let definition = vocabulary[name] else {
            let unknown = GrokError.UnknownWord(word: name, known: vocabulary.names)
            throw GrokFault(message: "there is no pattern '\(name)'", offset: offset, unknown: unknown)
        }
        if let start = path.firstIndex(of: name) {
            let circle = (path[start...] + [name]).joined(separator: " → ")
            throw GrokFault(message: "'\(name)' would contain itself: \(circle)", offset: offset)
        }
        guard path.count < Self.deepest else {
            throw GrokFault(message: "patterns are nested more than \(Self.deepest) deep", offset: offset)
        }
        return definition
    }
}

extension GrokDefinition {
    fileprivate func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

    fileprivate func blamed<T>(_ body: () throws(GrokFault) -> T) throws(GrokError) -> T {
        do throws(GrokFault) { return try body() } catch let fault { throw self.error(fault) }
    }
}
