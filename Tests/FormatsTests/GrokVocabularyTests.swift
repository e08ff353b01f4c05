import Bytes
import Regex
import Testing

@testable import Formats

@Suite("The names that grok patterns may use")
struct GrokVocabularyTests {
    /// A name, texts that are one as a whole, and texts that are none.
    struct Entry: CustomTestStringConvertible, Sendable {
        let name: String
        let matching: [String]
        let others: [String]
        var testDescription: String { name }

        init(_ name: String, _ matching: [String], not others: [String]) {
            self.name = name
            self.matching = matching
            self.others = others
        }
    }

    static let all = words + network + times + logs

    @Test("Each name takes the whole of what it is for, and nothing else", arguments: all)
    func examples(_ entry: Entry) throws {
        let pattern = try CompiledPattern(try GrokPattern("(?<it>\\A%{\(entry.name)}\\z)").regex)
        for text in entry.matching { #expect(outcome(pattern, text) == .matched, "\(text)") }
        for text in entry.others { #expect(outcome(pattern, text) == .noMatch, "\(text)") }
    }

    @Test("There are at least two examples and a counter-example for every name, but for names that take anything")
    func completeness() {
        let anything: Set = ["DATA", "GREEDYDATA", "JAVALOGMESSAGE"]
        #expect(Set(Self.all.map(\.name)) == Set(GrokVocabulary.standard.names))
        for entry in Self.all {
            #expect(entry.matching.count >= 2, "\(entry.name)")
            #expect(!entry.others.isEmpty || anything.contains(entry.name), "\(entry.name)")
        }
    }

    /// Steps are limited (`CompiledPattern.matchLimit`), so a pattern that runs away is given up and found here.
    @Test("No name runs away on a long line that almost fits", arguments: all)
    func hostileLines(_ entry: Entry) throws {
        let pattern = try CompiledPattern(try GrokPattern("^%{\(entry.name):it}\u{1}$").regex)
        for unit in [
            "a", "1", ".", "1.", "a.", "::", "1:", "/", "\\", "\"", "\\\"", "%", "- ", "[a ", "<1>", "-1", "a@",
        ] {
            let text = String(repeating: unit, count: 2000 / unit.utf8.count)
            #expect(outcome(pattern, text) == .noMatch, "\(unit)")
        }
    }

    private func outcome(_ pattern: CompiledPattern, _ text: String) -> MatchOutcome {
        var buffer = ByteBuffer(capacity: text.utf8.count + 16)
        buffer.append(Array(text.utf8))
        return pattern.firstMatch(in: buffer, Slice(start: 0, count: buffer.count))
    }
}
