/// Finds the commands of weir in a text: in a script, a transcript, a page of the manual or of Markdown.
enum CommandMentions {
    struct Mention: Equatable {
        /// `weir-parse`
        let filter: String
        let flags: [String]
        let line: Int
    }

    static func all(in text: String, filters: [String]) -> [Mention] {
        logicalLines(of: text).flatMap { line, number in
            stages(of: line).compactMap { stage in mention(in: stage, line: number, filters: filters) }
        }
    }

    /// Lines joined where a backslash at the end says so; quoted words replaced, so that what stands in them is not looked at.
    private static func logicalLines(of text: String) -> [(text: String, number: Int)] {
        var result: [(text: String, number: Int)] = []
        var isContinued = false
        for (index, line) in text.replacing("\\-", with: "-").split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let code = line.replacing(/'[^']*'|"(?:[^"\\]|\\.)*"/, with: "QUOTED")
            let end = code.hasSuffix("\\") ? 1 : code.hasSuffix("\\e") ? 2 : 0
            if isContinued, let last = result.indices.last {
                result[last].text += " " + code.dropLast(end)
            } else {
                result.append((String(code.dropLast(end)), index + 1))
            }
            isContinued = end > 0
        }
        return result
    }

    private static func stages(of line: String) -> [Substring] { line.split { "|;&()`".contains($0) } }

    private static func mention(in stage: Substring, line: Int, filters: [String]) -> Mention? {
        let words = stage.split { $0 == " " || $0 == "\t" }
        for (index, word) in words.enumerated() {
            let name = String(word.split(separator: "/").last ?? "")
            var rest = words[(index + 1)...]
            let filter: String
            if filters.contains(name) {
                filter = name
            } else if name == "weir", let next = rest.first, filters.contains("weir-\(next)") {
                filter = "weir-\(next)"
                rest = rest.dropFirst()
            } else {
                continue
            }
            // After a lone `--` come the words of another program.
            let flags = rest.prefix { $0 != "--" }.compactMap { $0.prefixMatch(of: /--[a-z][a-z0-9-]*/) }
            return Mention(filter: filter, flags: flags.map { String($0.output) }, line: line)
        }
        return nil
    }
}
