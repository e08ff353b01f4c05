import FilterKit
import TextTemplates
import YAML

/// What is wrong with a file of rules, or with a test of them, and where.
struct RuleProblem: Error, Equatable {
    let message: String
    let place: YAMLPlace
    /// Characters that the place takes up.
    var length = 1
    /// The rule works all the same.
    var isWarning = false
}

/// The text of a file, to show places of it.
struct SourceText {
    let path: String
    let lines: [[UInt8]]

    init(path: String, _ bytes: [UInt8]) {
        self.path = path
        lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    }

    /// Where a byte of a scalar's text stands in the file. Text and file are walked side by side, blanks left out, since
    /// folded and indented scalars have other blanks than their text; where they part, the scalar's own place must do.
    func place(of offset: Int, in node: YAMLNode) -> YAMLPlace {
        guard case .scalar(let text, let isPlain) = node.value else { return node.place }
        var line = node.place.line - 1
        var column = byteColumn(node.place)
        guard lines.indices.contains(line), column <= lines[line].count else { return node.place }
        if !isPlain, column < lines[line].count {
            switch lines[line][column] {
            case 0x22, 0x27: column += 1
            case 0x7C, 0x3E: (line, column) = (line + 1, 0)
            default: break
            }
        }
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() where !TemplateParser.isBlank(byte) {
            guard let here = next(line, column) else { return node.place }
            (line, column) = here
            // A quote of a quoted scalar is written twice, or with a backslash.
            if lines[line][column] != byte, column + 1 < lines[line].count, lines[line][column + 1] == byte {
                column += 1
            }
            guard lines[line][column] == byte else { return node.place }
            if index >= offset { return place(line, column) }
            column += 1
        }
        return place(line, column)
    }

    private func next(_ line: Int, _ column: Int) -> (Int, Int)? {
        var (line, column) = (line, column)
        while lines.indices.contains(line) {
            while column < lines[line].count {
                if !TemplateParser.isBlank(lines[line][column]) { return (line, column) }
                column += 1
            }
            (line, column) = (line + 1, 0)
        }
        return nil
    }

    private func place(_ line: Int, _ column: Int) -> YAMLPlace {
        YAMLPlace(
            line: line + 1, column: String(decoding: lines[line].prefix(column), as: UTF8.self).unicodeScalars.count + 1
        )
    }

    /// libyaml counts characters; we count bytes.
    private func byteColumn(_ place: YAMLPlace) -> Int {
        guard lines.indices.contains(place.line - 1) else { return 0 }
        let text = String(decoding: lines[place.line - 1], as: UTF8.self)
        return text.unicodeScalars.prefix(place.column - 1).reduce(0) { $0 + String($1).utf8.count }
    }

    /// `rules.yaml:3:14`, the line, and carets under the place.
    func failure(_ problem: RuleProblem) -> Failure {
        var shown: [String] = []
        if lines.indices.contains(problem.place.line - 1), !lines[problem.place.line - 1].isEmpty {
            let line = String(decoding: lines[problem.place.line - 1], as: UTF8.self)
            let before = line.prefix(problem.place.column - 1).map { $0 == "\t" ? "\t" : " " }.joined()
            let room = max(1, line.count - problem.place.column + 1)
            shown = [line, before + String(repeating: "^", count: max(1, min(problem.length, room)))]
        }
        return Failure(.badConfiguration, problem.message, at: "\(path):\(problem.place)", place: shown)
    }
}
