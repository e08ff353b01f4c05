import FilterKit

/// Rows of text with aligned columns; the last one may be as long as it likes.
enum TextColumns {
    static func lines(_ rows: [[String]], indent: Int = 2) -> [String] {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.map { column < $0.count ? TerminalText.width($0[column]) : 0 }.max() ?? 0
        }
        return rows.map { row in
            var line = String(repeating: " ", count: indent)
            for (column, cell) in row.enumerated() {
                line += cell
                if column + 1 < row.count {
                    line += String(repeating: " ", count: max(0, widths[column] - TerminalText.width(cell)) + 2)
                }
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
