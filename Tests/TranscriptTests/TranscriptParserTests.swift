import Testing

@Suite("A transcript's syntax")
struct TranscriptParserTests {
    private func parse(_ text: String) throws -> [Transcript.Command] {
        try Transcript(transcript: text, path: "a.t").commands
    }

    @Test("Explanation, command, output, status")
    func simple() throws {
        let commands = try parse("It fails.\n\n  $ false\n  oh\n  [1]\n\nAnd now well:\n\n  $ true\n")
        #expect(commands.map(\.text) == ["false", "true"])
        #expect(commands.map(\.status) == [1, 0])
        #expect(commands.map { $0.output.map(\.source) } == [["oh"], []])
        #expect(commands.map(\.expectation) == [3..<5, 9..<9])
    }

    @Test("A command goes on after `> `, and after a backslash")
    func continuation() throws {
        let commands = try parse("  $ cat <<END\n  > a\n  > END\n  > is output\n  $ seq 3 \\\n  | wc -l\n  3\n")
        #expect(commands.map(\.text) == ["cat <<END\na\nEND\nis output", "seq 3 \\\n| wc -l"])
        #expect(commands[1].output.map(\.source) == ["3"])
    }

    @Test("An empty line is output if more output follows")
    func emptyLines() throws {
        let commands = try parse("  $ help\n  a\n\n  b\n\n  $ true\n\n  [0]\n")
        #expect(commands[0].output.map(\.source) == ["a", "", "b"])
        #expect(commands[1].output.isEmpty)
    }

    @Test("In Markdown only `console` blocks count")
    func markdown() throws {
        let page = "# A\n```sh\n$ no\n```\n```console\n$ echo a\na\n\n$ echo b\nb\n```\nThe end.\n"
        let transcript = try Transcript(markdown: page, path: "a.md")
        #expect(transcript.commands.map(\.text) == ["echo a", "echo b"])
        #expect(transcript.commands.map { $0.output.map(\.source) } == [["a"], ["b"]])
    }

    @Test(
        "What cannot be meant is refused, with its line",
        arguments: [
            ("  oops\n", "a.t:1: output without a command before it"),
            ("  $ true\nwords\n  oops\n", "a.t:3: output without a command before it"),
            ("  $ true\n  [1]\n  oops\n", "a.t:3: output after the exit status"),
            ("  $ true\n oops\n", "a.t:2: a line of the session is indented by two spaces, an explanation not at all"),
            ("  $ true\n  \\x2 (esc)\n", "a.t:2: an escape is \\xNN or \\\\"),
            ("words\n", "a.t: no command here; one looks like `  $ weir --version`"),
        ])
    func errors(text: String, message: String) {
        #expect { try parse(text) } throws: { "\($0)" == message }
    }

    @Test("A broken regular expression is refused")
    func brokenPattern() {
        #expect { try parse("  $ true\n  ( (re)\n") } throws: { "\($0)".hasPrefix("a.t:2: not a regular expression") }
    }
}
