import Bytes
import Records

extension ParseFilter {
    /// The line without the CR of a CRLF, and without the byte order mark that some editors put before a file.
    static func withoutEnds(_ line: Slice, isFirst: Bool, _ record: borrowing Record) -> Slice {
        var line = line
        if !line.isEmpty, record.store[line.end - 1] == 0x0D { line = line.prefix(line.count - 1) }
        if isFirst, record.store.buffer.starts(line, with: "\u{FEFF}") { line = line.dropFirst(3) }
        return line
    }
}
