import Bytes
import Records

/// The attributes of an event in QRadar's Log Event Extended Format: `src=10.0.0.1<tab>usrName=joe`, with tabs between
/// them, or what the header of version 2.0 names. (IBM, "QRadar Log Event Extended Format (LEEF)".)
enum LEEFAttributes {
    /// The delimiter that the header names, `^` or `x5E` or `0x5E`; a tab where it names none, nil for no delimiter.
    static func delimiter(_ text: Slice, _ record: borrowing Record) -> UInt8? {
        switch text.count {
        case 0: return 0x09
        case 1: return record.store[text.start]
        default:
            let word = record.store.text(text).lowercased()
            let digits = word.hasPrefix("0x") ? word.dropFirst(2) : word.hasPrefix("x") ? word.dropFirst() : ""
            return UInt8(digits, radix: 16)
        }
    }

    /// Tables the attributes; false where one is no `key=value`.
    static func parse(_ text: Slice, delimiter: UInt8, _ record: inout Record) -> Bool {
        var position = text.start
        while position < text.end {
            let end = record.store.buffer.find(delimiter, from: position, to: text.end) ?? text.end
            let attribute = Slice(from: position, to: end)
            position = end + 1
            if attribute.isEmpty { continue }
            guard let equals = record.store.buffer.find(0x3D, from: attribute.start, to: attribute.end),
                isKey(Slice(from: attribute.start, to: equals), record)
            else { return false }
            let value = Slice(from: equals + 1, to: attribute.end)
            record.append(
                nameAt: Slice(from: attribute.start, to: equals), value,
                FieldTyping.kind(of: value, record.store.buffer))
        }
        return true
    }

    /// What can stand in a record as it is.
    private static func isKey(_ key: Slice, _ record: borrowing Record) -> Bool {
        for position in key.start..<key.end {
            switch record.store[position] {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x20, 0x2D, 0x2E, 0x2F, 0x5F: continue
            default: return false
            }
        }
        return !key.isEmpty
    }
}
