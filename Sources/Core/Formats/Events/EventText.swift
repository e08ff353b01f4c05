import Bytes
import Records

/// Text of CEF and LEEF, where a backslash stands before what would have a meaning.
enum EventText {
    /// The place of the next `|` that no backslash is before; nil where there is none.
    static func bar(from start: Int, to end: Int, _ record: borrowing Record) -> Int? {
        var position = start
        while position < end {
            switch record.store[position] {
            case 0x7C: return position
            case 0x5C: position += 2
            default: position += 1
            }
        }
        return nil
    }

    /// The text without its backslashes; the slice itself where it has none.
    static func unescaped(_ text: Slice, _ record: inout Record) -> Slice {
        guard record.store.buffer.find(0x5C, from: text.start, to: text.end) != nil else { return text }
        let start = record.store.buffer.count
        var position = text.start
        while position < text.end {
            let byte = record.store[position]
            position += 1
            guard byte == 0x5C, position < text.end else {
                record.store.buffer.append(byte)
                continue
            }
            switch record.store[position] {
            case 0x6E: record.store.buffer.append(0x0A)
            case 0x72: record.store.buffer.append(0x0D)
            case let escaped where escaped == 0x5C || escaped == 0x7C || escaped == 0x3D:
                record.store.buffer.append(escaped)
            // A path of Windows that nobody escaped stays what it is.
            case let other:
                record.store.buffer.append(0x5C)
                record.store.buffer.append(other)
            }
            position += 1
        }
        return Slice(from: start, to: record.store.buffer.count)
    }
}
