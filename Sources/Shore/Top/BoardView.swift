import FilterKit
import Records

/// How somebody looks at the board: by what it is sorted, what is let through, where it was scrolled to.
struct BoardView {
    /// A column's position; the first one at first.
    var sort = 0
    /// The metric to sort by as soon as there is one of that name.
    var wanted: String?
    var isRising = false
    var filter = ""
    /// A filter is being typed.
    var isTyping = false
    var scroll = 0
    var isPaused = false
    var wantsToLeave = false
    let colors: Bool

    init(colors: Bool) { self.colors = colors }

    private static let blocks = Array("▁▂▃▄▅▆▇█")

    mutating func choose(_ board: Board) {
        guard let name = wanted, let column = board.columns.firstIndex(where: { $0.metric == name || $0.title == name })
        else { return }
        sort = column
    }

    // MARK: Keys

    /// What was typed, as bytes; arrows come as ESC [ A.
    mutating func press(_ bytes: [UInt8], _ board: Board) {
        var rest = bytes[...]
        while let key = rest.popFirst() {
            if key == 0x1B, rest.first == 0x5B, rest.count >= 2 {
                let arrow = rest[rest.startIndex + 1]
                rest = rest.dropFirst(2)
                if arrow == 0x41 { scroll = max(0, scroll - 1) }
                if arrow == 0x42 { scroll += 1 }
            } else if isTyping {
                type(key)
            } else {
                press(key, columns: board.columns.count)
            }
        }
    }

    private mutating func type(_ key: UInt8) {
        switch key {
        case 0x0A, 0x0D: isTyping = false
        case 0x1B:
            isTyping = false
            filter = ""
        case 0x08, 0x7F: if !filter.isEmpty { filter.removeLast() }
        case 0x20..<0x7F: filter.unicodeScalars.append(Unicode.Scalar(key))
        default: break
        }
        scroll = 0
    }

    private mutating func press(_ key: UInt8, columns: Int) {
        if key == 0x73 || key > 0x30 && key < 0x3A { wanted = nil }
        switch Unicode.Scalar(key) {
        case "q": wantsToLeave = true
        case "s": sort = columns > 0 ? (sort + 1) % columns : 0
        case "1"..."9": sort = min(Int(key) - 0x31, max(0, columns - 1))
        case "r": isRising.toggle()
        case "/": isTyping = true
        case "\u{1B}": filter = ""
        case "p", " ": isPaused.toggle()
        case "j": scroll += 1
        case "k": scroll = max(0, scroll - 1)
        case "g": scroll = 0
        default: break
        }
    }

    // MARK: Picture

    /// Lines of so many columns and rows at most.
    func lines(_ board: Board, columns width: Int, rows: Int?) -> [String] {
        guard let time = board.time else { return ["waiting for the first window …"] }
        let span = board.width > 0 ? " + \(DurationText.format(board.width))" : ""
        var lines = [
            Self.cut("\(Timestamp(nanoseconds: time).text)\(span)   \(board.series.count) series\(state)", width)
        ]
        let shown = sorted(board)
        let names = shown.map { TerminalText.harmless($0.name) } + ["total"]
        let cells = (shown + [board.total]).map { one in board.columns.map { Self.text(one.values[$0.metric], $0.unit) }
        }
        let titles = board.columns.enumerated().map { index, column in
            column.title + (index == sort ? (isRising ? "▲" : "▼") : "")
        }
        let widths = board.columns.indices.map { column in
            max(TerminalText.width(titles[column]), cells.map { TerminalText.width($0[column]) }.max() ?? 0)
        }
        let taken = widths.reduce(0) { $0 + $1 + 2 }
        let nameWidth = min(names.map(TerminalText.width).max() ?? 5, max(8, width - taken - 14))
        let spark = max(0, min(Board.memory, width - taken - nameWidth - 2))
        func row(_ name: String, _ cells: [String], _ course: String) -> String {
            var line = Self.pad(Self.cut(name, nameWidth), nameWidth)
            for (cell, width) in zip(cells, widths) {
                line += "  " + String(repeating: " ", count: max(0, width - TerminalText.width(cell))) + cell
            }
            let whole = Self.cut(course.isEmpty ? line : line + "  " + course, width)
            return String(whole.reversed().drop { $0 == " " }.reversed())
        }
        lines.append(painted(row("", titles, ""), "1"))
        let total = board.total
        lines.append(painted(row("total", cells[shown.count], Self.spark(total, board, spark)), "1"))
        let room = rows.map { max(0, $0 - lines.count - 1) } ?? shown.count
        let first = min(scroll, max(0, shown.count - room))
        for index in first..<min(shown.count, first + room) {
            let one = shown[index]
            let line = row(names[index], cells[index], Self.spark(one, board, spark))
            let isBad = (one.values["error_ratio"] ?? 0) >= 0.01
            lines.append(one.values.isEmpty ? painted(line, "2") : isBad ? painted(line, "31") : line)
        }
        if rows != nil { lines.append(painted(Self.cut(help, width), "2")) }
        return lines
    }

    private var state: String {
        (filter.isEmpty ? "" : "   only '\(TerminalText.harmless(filter))'") + (isPaused ? "   paused" : "")
    }

    private var help: String {
        isTyping
            ? "filter: \(filter)▏  Enter takes it, Esc clears it"
            : "s sort  r reverse  / filter  ↑↓ scroll  space pause  q quit"
    }

    private func painted(_ line: String, _ code: String) -> String {
        colors ? "\u{1B}[\(code)m\(line)\u{1B}[0m" : line
    }

    private func sorted(_ board: Board) -> [Board.Series] {
        let wanted = filter.lowercased()
        let shown = board.series.filter { wanted.isEmpty || $0.name.lowercased().contains(wanted) }
        guard board.columns.indices.contains(sort) else { return shown }
        let metric = board.columns[sort].metric
        return shown.sorted { a, b in
            // What has no value comes last, whichever way it goes.
            guard let x = a.values[metric], let y = b.values[metric], x != y else {
                if (a.values[metric] == nil) != (b.values[metric] == nil) { return a.values[metric] != nil }
                return a.name < b.name
            }
            return (x < y) == isRising
        }
    }

    private static func spark(_ series: Board.Series, _ board: Board, _ width: Int) -> String {
        guard width > 0 else { return "" }
        let values = (series.course + [series.values[board.mainMetric] ?? 0]).suffix(width)
        guard let most = values.max(), most > 0, most.isFinite else { return "" }
        return String(values.map { $0 <= 0 ? " " : blocks[min(7, Int($0 / most * 7.999))] })
    }

    private static func text(_ value: Double?, _ unit: Board.Column.Unit) -> String {
        guard let value, value.isFinite else { return "–" }
        switch unit {
        case .perSecond: return digits(value) + "/s"
        case .share: return digits(value * 100) + "%"
        case .seconds: return Quantity.seconds.text("\(value)") ?? "–"
        case .number: return digits(value)
        }
    }

    private static func digits(_ value: Double) -> String {
        for (size, name) in [(1e9, "G"), (1e6, "M"), (1e4, "k")] where value.magnitude >= size {
            return digits(value / (name == "k" ? 1000 : size)) + name
        }
        let places = value.magnitude >= 99.95 ? 1.0 : value.magnitude >= 9.995 ? 10.0 : 100.0
        let rounded = (value * places).rounded() / places
        return Int(exactly: rounded).map(String.init) ?? "\(rounded)"
    }

    private static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - TerminalText.width(text)))
    }

    private static func cut(_ text: String, _ width: Int) -> String {
        guard TerminalText.width(text) > width else { return text }
        var kept = ""
        for character in text where TerminalText.width(kept) + TerminalText.width(String(character)) < width {
            kept.append(character)
        }
        return kept + "…"
    }
}
