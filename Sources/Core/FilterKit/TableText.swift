import Bytes
import Records

/// Rows aligned under a heading. Rows wait until the input pauses, so that the columns are as wide as what is in them.
struct TableText {
    private let columns: Int?
    private let colors: Bool
    /// The columns that are quantities of something.
    private let quantities: [String: Quantity]
    /// The heading that stands above the rows written last.
    var header: [String] = []
    private var rows: [[Cell]] = []

    struct Cell {
        let text: String
        let isNumber: Bool
    }

    private static let rowsAtOnce = 1000
    private static let gap = "  "
    private static let narrowest = 8

    init(columns: Int?, colors: Bool, quantities: [String: Quantity] = [:]) {
        self.columns = columns
        self.quantities = quantities
        self.colors = colors
    }

    var hasRows: Bool { !rows.isEmpty }

    /// Adds a row; those before it are written first when the columns change, or when they have become many.
    mutating func add(_ record: borrowing Record, to writer: inout LineWriter) {
        let (names, cells) = cells(of: record)
        if names != header || rows.count >= Self.rowsAtOnce { flush(to: &writer) }
        take(names, cells)
    }

    /// Adds a row that is written with the others, whatever their columns.
    mutating func hold(_ record: borrowing Record) {
        let (names, cells) = cells(of: record)
        take(names, cells)
    }

    private mutating func take(_ names: [String], _ cells: [Cell]) {
        if names != header {
            header = names
            needsHeading = true
        }
        rows.append(cells)
    }

    private func cells(of record: borrowing Record) -> (names: [String], cells: [Cell]) {
        var names: [String] = []
        var cells: [Cell] = []
        for position in 0..<record.count {
            let name = record.nameText(at: position)
            guard !ReadableText.hidden.contains(name) else { continue }
            names.append(TerminalText.harmless(name))
            let text = ReadableText.text(record, position)
            let kind = record[position].kind
            let quantity = kind.isNumber ? quantities[name]?.text(text) : nil
            let shown = quantity ?? (kind == .number ? Self.shorten(text) : kind == .null ? "-" : text)
            cells.append(Cell(text: shown, isNumber: kind.isNumber || kind == .null))
        }
        return (names, cells)
    }

    private var needsHeading = false

    mutating func flush(to writer: inout LineWriter) {
        guard !rows.isEmpty else { return }
        let isNumber = header.indices.map { column in rows.allSatisfy { $0[column].isNumber } }
        let widths = fit(
            header.indices.map { column in
                rows.reduce(TerminalText.width(header[column])) { max($0, TerminalText.width($1[column].text)) }
            }, isNumber)
        if needsHeading {
            let heading = zip(header, isNumber).map { Cell(text: $0, isNumber: $1) }
            let line = Self.line(heading, widths, isNumber)
            writer.buffer.append(colors ? "\u{1B}[1m\(line)\u{1B}[0m" : line)
            writer.endLine()
            needsHeading = false
        }
        for row in rows {
            writer.buffer.append(Self.line(row, widths, isNumber))
            writer.endLine()
        }
        rows = []
    }

    private static func line(_ cells: [Cell], _ widths: [Int], _ isNumber: [Bool]) -> String {
        var line = ""
        for (column, cell) in cells.enumerated() {
            let text = cut(cell.text, to: widths[column])
            let padding = String(repeating: " ", count: max(0, widths[column] - TerminalText.width(text)))
            if column > 0 { line += gap }
            line += isNumber[column] ? padding + text : text + padding
        }
        while line.last == " " { line.removeLast() }
        return line
    }

    private static func cut(_ text: String, to width: Int) -> String {
        guard TerminalText.width(text) > width else { return text }
        var kept = ""
        for character in text where TerminalText.width(kept) + TerminalText.width(String(character)) < width {
            kept.append(character)
        }
        return kept + "…"
    }

    /// Narrows the widest columns of text until the table fits the terminal. A number or a time that is cut says
    /// something else than it should, so these stay, even if the line then wraps.
    private func fit(_ widths: [Int], _ isNumber: [Bool]) -> [Int] {
        guard let columns else { return widths }
        var widths = widths
        let narrowable = widths.indices.filter { !isNumber[$0] && header[$0] != "time" }
        while widths.reduce(0, +) + Self.gap.count * (widths.count - 1) > columns {
            guard let widest = narrowable.max(by: { widths[$0] < widths[$1] }), widths[widest] > Self.narrowest
            else { break }
            widths[widest] -= 1
        }
        return widths
    }

    /// At most four significant digits behind the point: eyes need no more, and pipes get JSON.
    static func shorten(_ number: String) -> String {
        guard !number.contains("e"), !number.contains("E"), let point = number.firstIndex(of: ".") else {
            return number
        }
        let whole = number[..<point]
        var fraction = number[number.index(after: point)...]
        let zeros = whole == "0" || whole == "-0" ? fraction.prefix { $0 == "0" }.count : 0
        let wanted = whole == "0" || whole == "-0" ? zeros + 3 : max(1, 4 - whole.count)
        guard fraction.count > wanted, let value = Double(number) else { return number }
        return rounded(value, digits: wanted)
            ?? {
                fraction = fraction.prefix(wanted); return "\(whole).\(fraction)"
            }()
    }

    private static func rounded(_ value: Double, digits: Int) -> String? {
        guard digits <= 12 else { return nil }
        var power: Int64 = 1
        for _ in 0..<digits { power *= 10 }
        guard let scaled = Int64(exactly: (value.magnitude * Double(power)).rounded()) else { return nil }
        var fraction = String(scaled % power)
        fraction = String(repeating: "0", count: digits - fraction.count) + fraction
        while fraction.last == "0" { fraction.removeLast() }
        return "\(value < 0 ? "-" : "")\(scaled / power)" + (fraction.isEmpty ? "" : ".\(fraction)")
    }
}
