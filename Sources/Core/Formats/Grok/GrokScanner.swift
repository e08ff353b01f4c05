/// Takes a grok text apart: regular expression as it stands, references `%{NAME:field:type}`, and the names of named
/// groups, since those become fields too.
///
/// It knows just enough of PCRE2's syntax (pcre2pattern(3)) not to be misled: what is escaped, quoted with `\Q…\E`, in a
/// character class or in a comment is never a reference, and `%{3}` is three percent signs.
struct GrokScanner {
    enum Part: Equatable {
        case text(Range<Int>)
        /// What stands between `%{` and `}`.
        case reference(Range<Int>)
        /// What stands between `(?<` and `>`.
        case groupName(Range<Int>)
    }

    private let bytes: [UInt8]
    private var position = 0
    private var parts: [Part] = []
    private var textStart = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    static func parts(of bytes: [UInt8]) throws(GrokFault) -> [Part] {
        var scanner = GrokScanner(bytes)
        try scanner.scan()
        return scanner.parts
    }

    private mutating func scan() throws(GrokFault) {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\\"): skipEscape()
            case UInt8(ascii: "["): skipClass()
            case UInt8(ascii: "("): scanGroup()
            case UInt8(ascii: "%") where isReference: try scanReference()
            default: position += 1
            }
        }
        position = bytes.count
        endText(at: position)
    }

    private mutating func endText(at end: Int) {
        if textStart < end { parts.append(.text(textStart..<end)) }
    }

    private func byte(_ ahead: Int) -> UInt8? {
        position + ahead < bytes.count ? bytes[position + ahead] : nil
    }

    private func find(_ text: StaticString, from start: Int) -> Int? {
        let wanted = Array("\(text)".utf8)
        guard start + wanted.count <= bytes.count else { return nil }
        return (start...bytes.count - wanted.count).first { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
    }

    private mutating func skipEscape() {
        guard byte(1) == UInt8(ascii: "Q") else { return position += 2 }
        position = find("\\E", from: position + 2).map { $0 + 2 } ?? bytes.count
    }

    /// A `]` right at the beginning is one of the class's characters, and `[:digit:]` has brackets of its own.
    private mutating func skipClass() {
        position += byte(1) == UInt8(ascii: "^") ? 2 : 1
        if byte(0) == UInt8(ascii: "]") { position += 1 }
        while let next = byte(0) {
            switch next {
            case UInt8(ascii: "]"): return position += 1
            case UInt8(ascii: "\\"): skipEscape()
            case UInt8(ascii: "[") where byte(1) == UInt8(ascii: ":"): skipNamedClass()
            default: position += 1
            }
        }
    }

    private mutating func skipNamedClass() {
        var end = position + 2
        while end < bytes.count, bytes[end] | 0x20 &- 0x61 < 26 || bytes[end] == UInt8(ascii: "^") { end += 1 }
        let isNamed = end + 1 < bytes.count && bytes[end] == UInt8(ascii: ":") && bytes[end + 1] == UInt8(ascii: "]")
        position = isNamed ? end + 2 : position + 1
    }

    /// `(?<name>`, `(?P<name>` and `(?'name'`, but not `(?<=` and `(?<!`, which look behind.
    private mutating func scanGroup() {
        guard byte(1) == UInt8(ascii: "?") else { return position += 1 }
        if byte(2) == UInt8(ascii: "#") {
            position = find(")", from: position).map { $0 + 1 } ?? bytes.count
            return
        }
        let offset = byte(2) == UInt8(ascii: "P") ? 3 : 2
        let isQuoted = byte(offset) == UInt8(ascii: "'")
        guard isQuoted || byte(offset) == UInt8(ascii: "<"), let first = byte(offset + 1),
            first != UInt8(ascii: "="), first != UInt8(ascii: "!")
        else { return position += 2 }
        let start = position + offset + 1
        guard let end = find(isQuoted ? "'" : ">", from: start) else { return position = start }
        endText(at: start)
        parts.append(.groupName(start..<end))
        position = end
        textStart = end
    }

    private var isReference: Bool {
        guard byte(1) == UInt8(ascii: "{") else { return false }
        let next = byte(2) ?? 0
        return next != UInt8(ascii: ",") && next &- 0x30 >= 10
    }

    private mutating func scanReference() throws(GrokFault) {
        let start = position + 2
        let end = find("}", from: start)
        let inner = find("%{", from: start) ?? .max
        guard let end, end < inner else { throw GrokFault(message: "'%{' without its '}'", offset: position) }
        endText(at: position)
        parts.append(.reference(start..<end))
        position = end + 1
        textStart = position
    }
}
