/// How Markdown is written, so that nothing of a log becomes markup.
extension MarkdownReport {
    /// - Parameter columns: those that are code.
    static func table(_ header: [String], _ rows: [[String]], code columns: Set<Int> = []) -> String {
        func row(_ cells: [String]) -> String {
            let texts = cells.enumerated().map { index, text in
                cell(columns.contains(index) && !text.isEmpty ? code(text) : escaped(text))
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

    /// Text of several lines, each of which stays one.
    static func escaped(lines text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { escaped(String($0)) }.joined(
            separator: "\n")
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
