import Testing

@Suite("Flags: what is written about them, and that it is complete")
struct FlagTests {
    /// These every program has; they are tested for all filters at once.
    private static let common: Set<String> = ["--help", "--version"]

    private static let texts =
        ["README.md"] + Repository.files(under: "man") + Repository.files(under: "pipelines", ending: ".sh")

    @Test("Every command that is shown has the flags it is shown with", arguments: texts)
    func shownCommands(path: String) throws {
        let table = try FlagTable.ofThisBuild()
        for mention in CommandMentions.all(in: try Repository.text(path), filters: Repository.allFilters) {
            for flag in mention.flags where table.flags[mention.filter]?.contains(flag) == false {
                Issue.record("\(path):\(mention.line): \(mention.filter) has no \(flag)")
            }
        }
    }

    @Test("Every flag that a manual page talks about exists", arguments: Repository.files(under: "man"))
    func prose(path: String) throws {
        let flags = try FlagTable.ofThisBuild().all
        for (index, line) in try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            for match in line.matches(of: /\bFl -(?<name>[a-z][a-z0-9-]*)/)
            where !flags.contains("--\(match.output.name)") {
                Issue.record("\(path):\(index + 1): no filter has --\(match.output.name)")
            }
        }
    }

    @Test("Every flag that the README names by itself exists")
    func readme() throws {
        let flags = try FlagTable.ofThisBuild().all
        for match in try Repository.text("README.md").matches(of: /`(?<flag>--[a-z][a-z0-9-]*)[^`]*`/) {
            #expect(flags.contains(String(match.output.flag)))
        }
    }

    /// A flag that all filters share is the same code, so one transcript of any filter will do.
    @Test("Every flag is used in a transcript", arguments: Repository.allFilters)
    func transcripts(filter: String) throws {
        let table = try FlagTable.ofThisBuild()
        var used: Set<String> = []
        for path in Repository.files(under: "Tests/Transcripts", ending: ".t") {
            for mention in CommandMentions.all(in: try Repository.text(path), filters: Repository.allFilters) {
                used.formUnion(mention.filter == filter ? Set(mention.flags) : table.shared.intersection(mention.flags))
            }
        }
        let missing = table.flags[filter, default: []].subtracting(used).subtracting(Self.common)
        #expect(missing.sorted() == [], "no file in Tests/Transcripts uses them with \(filter)")
    }

    @Test("Every flag is used in its manual page, beyond its entry in OPTIONS", arguments: Repository.allFilters)
    func examples(filter: String) throws {
        let table = try FlagTable.ofThisBuild()
        let own = ManPage.prose(of: try Repository.text("man/\(filter).1"))
        let shared = Repository.exists("man/weir.1") ? try Repository.text("man/weir.1") : ""
        let missing = table.flags[filter, default: []].subtracting(Self.common).filter { flag in
            !Self.mentions(flag, in: own) && !(table.shared.contains(flag) && Self.mentions(flag, in: shared))
        }
        #expect(
            missing.sorted() == [], "man/\(filter).1 shows no use of them (nor, if all filters share them, man/weir.1)")
    }

    private static func mentions(_ flag: String, in page: String) -> Bool {
        let text = page.replacing("\\-", with: "-").replacing("Fl -", with: "--")
        return text.ranges(of: flag).contains { range in
            let next = text[range.upperBound...].first ?? " "
            return !next.isLetter && !next.isNumber && next != "-"
        }
    }
}
