import Testing

@Suite("Expected lines against printed ones")
struct ComparisonTests {
    private func compare(_ expected: [Substring], _ printed: String) throws -> Comparison {
        Comparison(
            expected: try expected.map { try ExpectedLine($0, at: "a.t:1") },
            printed: PrintedLine.lines(of: Array(printed.utf8)[...]))
    }

    @Test(
        "Lines that match",
        arguments: [
            (["a", "b"], "a\nb\n"), ([], ""), (["a (no-eol)"], "a"), (["a+ (re)"], "aaa\n"), (["a* (glob)"], "a.b\n"),
            (["a\\*? (glob)"], "a*b\n"), (["\\x1b[1m\\\\ (esc)"], "\u{1B}[1m\\\n"), (["a (re) (esc)"], "a (re)\n"),
            (["a", "", "b"], "a\n\nb\n"), (["(esc)"], "\n"), (["…"], ""), (["a", "…", "z"], "a\nb\na\nz\n"),
            (["a", "…", "z"], "a\nz\n"), (["…", "z", "…"], "y\nz\n"), (["a b (glob) (no-eol)"], "a b"),
        ] as [([Substring], String)])
    func match(expected: [Substring], printed: String) throws {
        #expect(try compare(expected, printed).isMatch)
    }

    @Test(
        "Lines that do not",
        arguments: [
            (["a"], "b\n"), (["a"], ""), ([], "a\n"), (["a"], "a"), (["a (no-eol)"], "a\n"), (["a (re)"], "aa\n"),
            (["a.c (glob)"], "abc\n"), (["a? (glob)"], "a\n"), (["a", "…", "z"], "a\nb\n"), (["a", "b"], "b\na\n"),
            (["A"], "a\n"), (["…", "z"], "z\ny\n"), (["a"], "a \n"),
        ] as [([Substring], String)])
    func mismatch(expected: [Substring], printed: String) throws {
        #expect(try !compare(expected, printed).isMatch)
    }

    @Test("The difference reads like diff -u")
    func difference() throws {
        let difference = try compare(["a", "[0-9] (re)", "c", "d"], "a\n7\nC\nd\ne\n").difference
        #expect(difference == "  a\n  [0-9] (re)\n- c\n+ C\n  d\n+ e")
    }

    @Test("Recording keeps the patterns that still match")
    func recording() throws {
        #expect(try compare(["[0-9]+ (re)", "b"], "12\nB\n").recorded == ["[0-9]+ (re)", "B"])
        #expect(try compare(["a", "…", "y"], "a\nb\nz\n").recorded.first == "a")
    }

    @Test(
        "Whatever is recorded is read back as itself",
        arguments: [
            "a\n", "\n", "a\n\n", "$ a\n", "> a\n", "[1]\n", "a (re)\n", "…\n", "a \n", "\u{1B}[1m\n", "a\\b \n",
            "\t\n", "é\n",
            "a", "```\n", " a\n", "a (no-eol)\n", "\\x41 (esc)\n",
        ])
    func roundTrip(printed: String) throws {
        let recorded = try compare([], printed).recorded
        let text = "  $ true\n" + recorded.map { $0.isEmpty ? "\n" : "  \($0)\n" }.joined()
        let command = try #require(try Transcript(transcript: text, path: "a.t").commands.first)
        #expect(
            Comparison(expected: command.output, printed: PrintedLine.lines(of: Array(printed.utf8)[...])).isMatch,
            "\(recorded)")
    }

    @Test("Bytes that are not UTF-8 are recorded, and read back")
    func rawBytes() throws {
        let line = PrintedLine(bytes: [0xFF, 0x41, 0x00], isTerminated: true)
        #expect(line.recorded == "\\xffA\\x00 (esc)")
        #expect(try ExpectedLine(Substring(line.recorded), at: "a.t:1").matches(line))
    }
}
