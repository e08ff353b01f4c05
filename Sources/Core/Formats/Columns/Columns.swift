import Bytes
import Records

/// The columns that a header names, and what is to be made of the cells under each.
final class Columns: Sendable {
    struct Column: Sendable {
        /// Place of the name among `names`.
        let start: Int
        let count: Int
        let action: Action
        /// What the number is multiplied by; nil for nothing.
        let scale: Decimal?
        let decoding: LogFormat.Decoding?
    }

    enum Action: Sendable {
        /// A number where the cell is one as JSON writes it, else text.
        case either
        case text, integer, number, boolean
        /// One of the columns that make the time together; the first of them has the field.
        case timePart(Int)
    }

    /// The names as JSON writes them, one behind the other.
    let names: [UInt8]
    let columns: [Column]
    let delimiter: UInt8
    /// How many columns make the time; 0 where it is an ordinary one.
    let timeParts: Int
    /// Cells that a row must have; those of later versions of the log may be missing.
    let least: Int
    /// No two names are the same, and each is one that a person would give a column.
    let isPlausible: Bool
    /// A blank stands behind the delimiters, as in prose: rows have to show that they are data.
    let isSpaced: Bool

    private static let longestPlausible = 64

    /// The columns of a format without a header. Names with a `?` behind them, all at the end, are of columns that rows
    /// need not have.
    convenience init(fixed format: LogFormat, delimiter: UInt8) {
        let names = format.columns.map { $0.hasSuffix("?") ? String($0.dropLast()) : $0 }
        let least = format.columns.lastIndex { !$0.hasSuffix("?") } ?? -1
        self.init(names, delimiter: delimiter, least: least + 1, of: format)
    }

    /// - Parameter texts: the names as they stand in the header.
    init(_ texts: [String], delimiter: UInt8, isSpaced: Bool = false, least: Int? = nil, of format: LogFormat) {
        var names = ByteBuffer(capacity: 512)
        var columns: [Column] = []
        var seen: Set<String> = []
        var isPlausible = texts.count > 1
        self.isSpaced = isSpaced
        for (index, text) in texts.enumerated() {
            if !Self.isPlausible(text, isOneWord: isSpaced || texts.count == 2) { isPlausible = false }
            var name = text.isEmpty ? "column_\(index + 1)" : text
            var number = 2
            while !seen.insert(name).inserted {
                isPlausible = false
                name = "\(text.isEmpty ? "column" : text)_\(number)"
                number += 1
            }
            let part = format.timeColumns.firstIndex(of: text)
            let start = names.count
            names.append(escaping: part == nil ? name : "time")
            columns.append(
                Self.column(format.finalName(of: name), from: start, to: names.count, timePart: part, of: format))
        }
        self.names = names.contents
        self.columns = columns
        self.delimiter = delimiter
        self.least = least ?? texts.count
        timeParts = format.timeColumns.isEmpty ? 0 : format.timeColumns.filter(texts.contains).count
        self.isPlausible = isPlausible
    }

    private static func column(
        _ name: String, from start: Int, to end: Int, timePart: Int?, of format: LogFormat
    ) -> Column {
        let described = format.fields.first { $0.name == name }
        let action: Action =
            if let timePart { .timePart(timePart) } else {
                switch described?.type {
                case nil: .either
                case .string: .text
                case .integer: .integer
                case .number: .number
                case .boolean: .boolean
                }
            }
        return Column(
            start: start, count: end - start, action: action,
            scale: described?.scale.flatMap { Decimal(parsing: Array($0.utf8)) }, decoding: described?.decoding)
    }

    /// Prose and data have commas, too: what passes for a header has names as programs give them. Of two columns only, and
    /// of those with blanks between, none may be of several words.
    private static func isPlausible(_ name: String, isOneWord: Bool) -> Bool {
        guard let first = name.utf8.first, first | 0x20 &- 0x61 < 26 || first == 0x5F || first >= 0x80,
            name.utf8.count <= longestPlausible
        else { return false }
        return name.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
            case 0x5F, 0x2D, 0x2E, 0x2F, 0x28, 0x29, 0x25, 0x23, 0x40: true  // _ - . / ( ) % # @
            case 0x20: !isOneWord
            default: false
            }
        }
    }
}
