/// What names stand for in grok patterns: the standard names, and those of files of one's own, which go before them.
///
/// The standard names are those of Logstash's `grok-patterns`, `httpd`, `linux-syslog` and `java`
/// (https://github.com/logstash-plugins/logstash-patterns-core), since that is what people's patterns use. What they stand
/// for is written anew: for PCRE2 instead of Oniguruma, without alternatives that begin alike or nested repetitions, so
/// that a hostile line costs no more than a friendly one. The log formats among them give weir's standard fields
/// (weir-record(5)) and leave out what the log marks as absent.
package struct GrokVocabulary: Sendable {
    private var definitions: [String: GrokDefinition] = [:]

    private init() {}

    package static let standard: GrokVocabulary = {
        var vocabulary = GrokVocabulary()
        for table in [words, network, times, logs] {
            // A line that cannot be read would be missing here, which a test finds.
            try? vocabulary.add(Array(table.utf8), file: nil)
        }
        return vocabulary
    }()

    /// Every name, in order.
    package var names: [String] { definitions.keys.sorted() }

    subscript(name: String) -> GrokDefinition? { definitions[name] }

    /// Adds the patterns of a file: a name, blanks and a regular expression on each line; empty lines and those that
    /// begin with `#` say nothing. A name that was there gets the new meaning.
    package mutating func add(_ bytes: [UInt8], file: String) throws(GrokError) {
        try add(bytes, file: Optional(file))
    }

    private mutating func add(_ bytes: [UInt8], file: String?) throws(GrokError) {
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            var line = line
            if index == 0, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
            if line.last == 0x0D { line.removeLast() }
            line = line.drop(while: Self.isBlank)
            guard let first = line.first, first != UInt8(ascii: "#") else { continue }
            let name = line.prefix { !Self.isBlank($0) }
            let regex = line.dropFirst(name.count).drop(while: Self.isBlank)
            let origin = file.map { "\($0):\(index + 1)" }
            let whole = GrokDefinition(name: nil, text: Array(line), origin: origin)
            if let odd = name.firstIndex(where: { !Self.isNamePart($0) }) {
                let message = "a line begins with the pattern's name: letters, digits, '_', '-' and '.', then a blank"
                throw whole.error(GrokFault(message: message, offset: odd - line.startIndex))
            }
            let text = String(decoding: name, as: UTF8.self)
            guard !regex.isEmpty else {
                throw whole.error(
                    GrokFault(message: "'\(text)' has no regular expression behind it", offset: line.count))
            }
            definitions[text] = GrokDefinition(name: text, text: Array(regex), origin: origin)
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
