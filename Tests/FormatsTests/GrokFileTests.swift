import Testing

@testable import Formats

@Suite("Files of grok patterns")
struct GrokFileTests {
    @Test(
        "A name, blanks, a regular expression; comments, empty lines, a byte order mark and carriage returns are nothing"
    )
    func lines() throws {
        let vocabulary = try vocabulary("\u{FEFF}# jobs\r\n\r\n  JOB\t job-%{POSINT}\r\nTwo.Jobs %{JOB},%{JOB}")
        #expect(try GrokPattern("%{Two.Jobs:x}", vocabulary: vocabulary).regex.hasPrefix("(?<x>(?:job-(?:"))
    }

    @Test("A name that was there gets the new meaning, also where others use it")
    func overriding() throws {
        let vocabulary = try vocabulary("USERNAME [a-z]+\nUSERNAME [0-9]+")
        #expect(try GrokPattern("%{USER:u}", vocabulary: vocabulary).regex == "(?<u>(?:[0-9]+))")
    }

    @Test(
        "A line that is none is told with its number",
        arguments: [
            ("A x\nB", "my.txt:2: 'B' has no regular expression behind it", ["B", " ^"]),
            (
                "\n A{ x",
                "my.txt:2: a line begins with the pattern's name: letters, digits, '_', '-' and '.', then a blank",
                ["A{ x", " ^"]
            ),
        ])
    func badLines(_ text: String, _ message: String, _ place: [String]) {
        #expect { try vocabulary(text) } throws: {
            ($0 as? GrokError).map { $0.message == message && $0.place == place } ?? false
        }
    }

    @Test(
        "A mistake is shown in the definition that has it",
        arguments: [
            ("A x%{WRD}", "my.txt:1: there is no pattern 'WRD'", ["x%{WRD}", "   ^"]),
            ("A (%{B}\nB [0-9]", "my.txt:1: missing closing parenthesis", ["(%{B}", "     ^"]),
            ("A %{B}\nB [0-9", "my.txt:2: missing terminating ] for character class", ["[0-9", "    ^"]),
            ("A a%{B}\nB b%{A}", "my.txt:2: 'A' would contain itself: A → B → A", ["b%{A}", "   ^"]),
            (
                "A %{WORD:n:int}%{WORD:n:float}", "my.txt:1: 'n' is float here and int before",
                ["%{WORD:n:int}%{WORD:n:float}", "                      ^"]
            ),
        ])
    func blame(_ text: String, _ message: String, _ place: [String]) {
        #expect { try GrokPattern("begin %{A:a} end", vocabulary: try vocabulary(text)) } throws: {
            ($0 as? GrokError).map { $0.message == message && $0.place == place } ?? false
        }
    }

    @Test("Definitions that double each other do not fill the memory, and a long chain ends")
    func growth() throws {
        let doubling = (0..<30).map { "D\($0) %{D\($0 + 1)}%{D\($0 + 1)}" } + ["D30 abcdefgh"]
        let chain = (0..<50).map { "C\($0) %{C\($0 + 1)}" } + ["C50 x"]
        let vocabulary = try vocabulary((doubling + chain).joined(separator: "\n"))
        #expect { try GrokPattern("%{D0:x}", vocabulary: vocabulary) } throws: {
            "\($0)".contains("longer than 64 KiB")
        }
        #expect { try GrokPattern("%{C0:x}", vocabulary: vocabulary) } throws: { "\($0)".contains("more than 32 deep") }
    }

    private func vocabulary(_ text: String) throws -> GrokVocabulary {
        var vocabulary = GrokVocabulary.standard
        try vocabulary.add(Array(text.utf8), file: "my.txt")
        return vocabulary
    }
}
