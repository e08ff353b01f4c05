/// How Markdown is written, so that nothing of a log becomes markup.
extension MarkdownReport {
    /// - Parameters:
    ///   - columns: those that are code.
    ///   - ours: those with sentences of our own (`prose`).
    static func table(
        _ header: [String], _ rows: [[String]], code columns: Set<Int> = [], prose ours: Set<Int> = []
    ) -> String {
        func row(_ cells: [String]) -> String {
            let texts = cells.enumerated().map { index, text in
                cell(
                    columns.contains(index) && !text.isEmpty
                        ? code(text) : ours.contains(index) ? prose(text) : escaped(text))
            }
            return "| " + texts.joined(separator: " | ") + " |"
        }
        let head = "| " + header.joined(separator: " | ") + " |"
        return ([head, "|" + String(repeating: "---|", count: header.count)] + rows.map { row($0) })
            .joined(separator: "\n")
    }

    private static func cell(_ text: String) -> String {
        var result = ""
        for character in text { result += character == "|" ? "\\|" : String(character) }
        return result
    }

    /// As code, in which nothing is markup but the quotes themselves.
    static func code(_ text: String) -> String {
        var result = "`"
        for scalar in text.unicodeScalars {
            result.unicodeScalars.append(
                scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar == "`" ? "'" : scalar)
        }
        return result + "`"
    }

    /// Sentences of our own, of several lines, in which what a log said stands as code (`code`): that has no such quotes in it, so they come in
    /// pairs, and nothing between two is markup.
    static func prose(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
                .map { $0.offset % 2 == 0 ? escaped(String($0.element)) : String($0.element) }.joined(separator: "`")
        }
        .joined(separator: "\n")
    }

    /// What a log says stays text: no HTML, no line of its own.
    static func escaped(_ text: String) -> String {
        var result = ""
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            // A tag does not begin with a blank.
            case "<" where index + 1 == scalars.count || scalars[index + 1] != " ": result += "&lt;"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
