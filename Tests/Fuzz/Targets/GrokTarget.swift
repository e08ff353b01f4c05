import Formats
import Records

func fuzzGrok(_ bytes: [UInt8]) {
    // A file of patterns with the pattern as its last line, as well as one alone.
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    var vocabulary = GrokVocabulary.standard
    if lines.count > 1 { try? vocabulary.add(Array(lines.dropLast().joined(separator: [0x0A])), file: "fuzz.grok") }
    let text = String(decoding: lines.last ?? [], as: UTF8.self)
    do throws(GrokError) {
        let pattern = try GrokPattern(text, vocabulary: vocabulary)
        var record = Record()
        guard let parser = try? FormatParser(pattern.format(), options: [], &record) else {
            fatalError("a grok pattern that is none of PCRE2's is refused")
        }
        var context = ParseContext(reference: 0)
        _ = parser.parse(record.store.load(text.utf8), &record, &context)
    } catch {
        hold(!error.description.isEmpty, "a mistake is said")
        _ = error.place
    }
}
