import Bytes
import Records

/// Rows at the bottom of a terminal that are not final: drawn over until something final takes their place.
struct Draft {
    private let columns: Int?
    private let limit: Int
    private let colors: Bool
    private let quantities: [String: Quantity]
    private var table: TableText
    /// Rows of this draft, drawn or not.
    private var rows = 0
    /// Rows drawn and not erased yet, the heading among them.
    private var drawn = 0
    private(set) var isOpen = false

    /// - Parameter rows: of the terminal; the draft takes as many as leave room for what is final.
    init(columns: Int?, rows: Int?, colors: Bool, quantities: [String: Quantity]) {
        self.columns = columns
        self.quantities = quantities
        self.colors = colors
        limit = max(1, (rows ?? 24) - 5)
        table = TableText(columns: columns, colors: colors, quantities: quantities)
    }

    mutating func begin() {
        isOpen = true
        rows = 0
        table = TableText(columns: columns, colors: colors, quantities: quantities)
    }

    mutating func add(_ record: borrowing Record) {
        rows += 1
        if rows <= limit { table.hold(record) }
    }

    /// Draws what was added.
    mutating func end(_ writer: inout LineWriter) {
        isOpen = false
        guard rows > 0 else { return }
        table.flush(to: &writer)
        drawn = min(rows, limit) + 1
        if rows > limit {
            writer.buffer.append("… and \(rows - limit) more\n")
            drawn += 1
        }
    }

    /// Takes what was drawn off the screen: up as many lines, and clear from there (ECMA-48 CUU, ED).
    mutating func erase(_ writer: inout LineWriter) {
        guard drawn > 0 else { return }
        writer.buffer.append("\u{1B}[\(drawn)A\u{1B}[J")
        drawn = 0
    }
}
