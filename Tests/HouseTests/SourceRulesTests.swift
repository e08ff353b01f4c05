import Testing

@Suite("The sources")
struct SourceRulesTests {
    @Test("No file is too long, and `unsafe` stays where it belongs")
    func hold() throws {
        for path in Repository.files(under: "Sources", ending: ".swift") {
            for violation in SourceRules.violations(in: try Repository.text(path), path: path) {
                Issue.record(Comment(rawValue: violation))
            }
        }
    }

    @Test(
        "Where `unsafe` belongs",
        arguments: [
            ("Sources/Core/Bytes/ByteBuffer.swift", true), ("Sources/Core/Records/JSONScanner.swift", true),
            ("Sources/Core/Records/JSONScanner+Strings.swift", true), ("Sources/Core/System/Descriptor.swift", true),
            ("Sources/Core/Records/Record.swift", false), ("Sources/Filters/Tail/TailFilter.swift", false),
            ("Sources/weir/Main.swift", false), ("Sources/Shore/Store/AddFilter.swift", false),
            ("Sources/weir-shore/Main.swift", false),
        ])
    func places(path: String, isAllowed: Bool) {
        #expect(SourceRules.violations(in: "let a = unsafe b\n", path: path).isEmpty == isAllowed)
    }

    @Test("The word in a comment or a text is no code")
    func words() {
        let source = "// unsafe\nlet a = \"unsafe\" // not unsafe\nlet isunsafe = 1\n"
        #expect(SourceRules.violations(in: source, path: "Sources/Filters/Tail/A.swift") == [])
    }

    @Test("A long file is found, unless it is generated")
    func length() {
        let source = String(repeating: "\n", count: 401)
        #expect(
            SourceRules.violations(in: source, path: "Sources/Core/Bytes/A.swift") == [
                "Sources/Core/Bytes/A.swift: 401 lines; 400 are the most"
            ])
        #expect(SourceRules.violations(in: source, path: "Sources/Core/Formats/A+Generated.swift") == [])
    }
}
