import Bytes
import Records

/// Records as CSV (RFC 4180) or TSV; null is an empty cell, bookkeeping is left out. The heading is written again, behind an empty line, when the fields change.
enum DelimitedText {
    enum Delimiter: UInt8 { case comma = 0x2C, tab = 0x09 }

    static func write(
        _ record: borrowing Record, _ delimiter: Delimiter, _ header: inout [String], isTerminal: Bool,
        to writer: inout LineWriter
    ) {
        let shown = (0..<record.count).filter { !ReadableText.hidden.contains(record.nameText(at: $0)) }
        let names = shown.map { record.nameText(at: $0) }
        if names != header {
            if !header.isEmpty { writer.endLine() }
            header = names
            for (column, name) in names.enumerated() {
                if column > 0 { writer.buffer.append(delimiter.rawValue) }
                writer.buffer.append(cell(isTerminal ? TerminalText.harmless(name) : name, isNumber: false, delimiter))
            }
            writer.endLine()
        }
        for (column, position) in shown.enumerated() {
            if column > 0 { writer.buffer.append(delimiter.rawValue) }
            if record[position].kind == .null { continue }
            var bytes = ByteBuffer(capacity: 256)
            record.writeText(at: position, to: &bytes)
            let raw = bytes.text(Slice(start: 0, count: bytes.count))
            let text = isTerminal ? TerminalText.harmless(raw) : raw
            writer.buffer.append(cell(text, isNumber: record[position].kind.isNumber, delimiter))
        }
        writer.endLine()
    }

    /// A text that a spreadsheet would take for a formula is made inert with a leading apostrophe (OWASP, "CSV
    /// injection").
    private static func cell(_ text: String, isNumber: Bool, _ delimiter: Delimiter) -> String {
        var text = text
        if !isNumber, let first = text.utf8.first, [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first) {
            text = "'" + text
        }
        switch delimiter {
        case .tab:
            return text.replacing("\\", "\\\\").replacing("\t", "\\t").replacing("\n", "\\n").replacing("\r", "\\r")
        case .comma:
            guard text.utf8.contains(where: { [0x2C, 0x22, 0x0A, 0x0D].contains($0) }) else { return text }
            return "\"" + text.replacing("\"", "\"\"") + "\""
        }
    }
}

extension String {
    /// By scalar: a quote with an accent on it, or CR LF, is one Character.
    fileprivate func replacing(_ scalar: Unicode.Scalar, _ replacement: String) -> String {
        var result = ""
        for own in unicodeScalars {
            if own == scalar { result += replacement } else { result.unicodeScalars.append(own) }
        }
        return result
    }
}
