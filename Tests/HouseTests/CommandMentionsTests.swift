import Testing

@Suite("Finding weir's commands in a text")
struct CommandMentionsTests {
    private func mentions(_ text: String) -> [String] {
        CommandMentions.all(in: text, filters: ["weir-parse", "weir-alert", "weir-tail"]).map {
            ([$0.filter] + $0.flags).joined(separator: " ")
        }
    }

    @Test(
        "Commands and their flags",
        arguments: [
            ("weir-parse --format nginx x.log | sort --unique", ["weir-parse --format"]),
            ("bin/weir-tail -F x | weir parse --only=a,b", ["weir-tail", "weir-parse --only"]),
            ("weir-alert --when 'a --b' --exec ./page -- --loud", ["weir-alert --when --exec"]),
            ("weir-tail x \\\n  | weir-parse \\\n  --where a", ["weir-tail", "weir-parse --where"]),
            ("$ weir-tail \\-\\-once x", ["weir-tail --once"]),
            ("x=$(weir-parse --strict); weir-tail --raw && y --z", ["weir-parse --strict", "weir-tail --raw"]),
            ("jq --arg a b; the weir --big", []),
        ] as [(String, [String])])
    func find(text: String, expected: [String]) {
        #expect(mentions(text) == expected)
    }
}
