import Bytes
import Records

/// The journal export format (https://systemd.io/JOURNAL_EXPORT_FORMATS/): an entry is a block of lines, `FIELD=value`
/// each, or the name by itself, a length of 64 bits, little-endian, and as many bytes; an empty line ends it.
final class JournalExportParser: FieldSource {
    func parse(_ event: Slice, _ record: inout Record, _ context: inout ParseContext) -> ParseOutcome {
        record.begin(line: event)
        var position = event.start
        while position < event.end {
            let end = record.store.buffer.find(0x0A, from: position, to: event.end) ?? event.end
            let line = Slice(from: position, to: end)
            position = end + 1
            if line.isEmpty { continue }
            let equals = record.store.buffer.find(0x3D, from: line.start, to: line.end)
            let name = Slice(from: line.start, to: equals ?? line.end)
            guard Self.isName(name, record) else { return .noMatch }
            if let equals {
                record.append(nameAt: name, Slice(from: equals + 1, to: line.end), .text)
            } else {
                guard let value = binary(at: position, to: event.end, record) else { return .noMatch }
                record.append(nameAt: name, value, .text)
                position = value.end + 1
            }
        }
        return record.count > 0 ? .parsed : .noMatch
    }

    /// The lines of an entry are not entries by themselves; the cursor comes first, and nobody else writes one.
    func resembles(_ line: Slice, _ record: inout Record, _ context: inout ParseContext) -> Bool {
        let isOpen = context.header?.format == Self.formatName
        if !isOpen, !record.store.buffer.starts(line, with: "__CURSOR=") { return false }
        if !isOpen { context.header = LogHeader(format: Self.formatName, text: []) }
        return true
    }

    private static let formatName = "journal-export"

    private func binary(at start: Int, to end: Int, _ record: borrowing Record) -> Slice? {
        guard start + 8 <= end else { return nil }
        var length: UInt64 = 0
        for offset in 0..<8 { length |= UInt64(record.store[start + offset]) &<< UInt64(8 * offset) }
        guard length <= UInt64(end - start - 8) else { return nil }
        let value = Slice(start: start + 8, count: Int(length))
        guard value.end == end || record.store[value.end] == 0x0A else { return nil }
        return value
    }

    /// Letters, digits and `_`, at most 64 of them (systemd.journal-fields(7)).
    static func isName(_ name: Slice, _ record: borrowing Record) -> Bool {
        guard !name.isEmpty, name.count <= 64 else { return false }
        for position in name.start..<name.end {
            switch record.store[position] {
            case 0x30...0x39, 0x41...0x5A, 0x5F: continue
            default: return false
            }
        }
        return true
    }
}
