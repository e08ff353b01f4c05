import Bytes
import Records

/// Pairs with separators of the format's own: `src=10.0.0.1;dst=10.0.0.2`, `name: web|status: up`. Spaces around keys and
/// values go; a value in double quotes may have anything in it, a backslash before what needs one.
final class PairsParser: FieldSource {
    /// Bytes that may stand between pairs; where there are several, a line is taken by the first that fits all of it.
    private let delimiters: [UInt8]
    private let assignment: UInt8
    /// With separators to choose among, a value with an assignment in it is a sign of the wrong choice.
    private let isStrict: Bool

    init(_ format: LogFormat) {
        delimiters = Array((format.delimiter ?? " ").utf8)
        assignment = format.assignment?.utf8.first ?? 0x3D
        isStrict = delimiters.count > 1
    }

    func parse(_ line: Slice, _ record: inout Record, _ context: inout ParseContext) -> ParseOutcome {
        for delimiter in delimiters {
            record.begin(line: line)
            if pairs(of: line, delimiter, &record) { return .parsed }
        }
        return .noMatch
    }

    private func pairs(of line: Slice, _ delimiter: UInt8, _ record: inout Record) -> Bool {
        var position = line.start
        while true {
            position = skipSpace(from: position, to: line.end, record)
            // A delimiter may end the line, too.
            guard position < line.end else { break }
            guard let equals = record.store.buffer.find(assignment, from: position, to: line.end) else { return false }
            let key = trimmed(Slice(from: position, to: equals), record)
            guard !key.isEmpty, isKey(key, record) else { return false }
            position = equals + 1
            if delimiter != 0x20 { position = skipSpace(from: position, to: line.end, record) }
            if position < line.end, record.store[position] == 0x22 {
                guard let end = quoted(from: position + 1, to: line.end, key, &record) else { return false }
                position = skipSpace(from: end, to: line.end, record)
                guard position == line.end || record.store[position] == delimiter || delimiter == 0x20 else {
                    return false
                }
            } else {
                let end = record.store.buffer.find(delimiter, from: position, to: line.end) ?? line.end
                let value = trimmed(Slice(from: position, to: end), record)
                if isStrict, hasAssignment(value, record) { return false }
                if !has(key, value, record) {
                    record.append(nameAt: key, value, FieldTyping.kind(of: value, record.store.buffer))
                }
                position = end
            }
            if position < line.end, record.store[position] == delimiter { position += 1 }
        }
        return record.count > 1
    }

    /// The same pair is there already: Check Point writes some of them twice.
    private func has(_ key: Slice, _ value: Slice, _ record: borrowing Record) -> Bool {
        for position in 0..<record.count
        where record.store.buffer.equal(record[position].name, key)
            && record.store.buffer.equal(record[position].value, value)
        {
            return true
        }
        return false
    }

    /// Another pair seems to begin within the value; an assignment with a backslash before it is only a character.
    private func hasAssignment(_ value: Slice, _ record: borrowing Record) -> Bool {
        var position = value.start
        while let found = record.store.buffer.find(assignment, from: position, to: value.end) {
            guard found > value.start, record.store[found - 1] == 0x5C else { return true }
            position = found + 1
        }
        return false
    }

    /// Tables a value in quotes; returns the place behind them, nil where they do not end.
    private func quoted(from start: Int, to end: Int, _ key: Slice, _ record: inout Record) -> Int? {
        guard let (value, next) = record.quotedText(from: start, to: end) else { return nil }
        record.append(nameAt: key, value, .text)
        return next
    }

    /// Names are of letters, digits and a few signs, and go into the record as they stand.
    private func isKey(_ key: Slice, _ record: borrowing Record) -> Bool {
        var bits: UInt8 = 0
        for position in key.start..<key.end {
            let byte = record.store[position]
            bits |= byte
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x24, 0x2D...0x2F, 0x5F, 0x40, 0x80...: continue
            case 0x20 where !isStrict: continue
            default: return false
            }
        }
        return bits < 0x80 || record.store.buffer.isUTF8(key)
    }

    private func skipSpace(from start: Int, to end: Int, _ record: borrowing Record) -> Int {
        var position = start
        while position < end, record.store[position] == 0x20 { position += 1 }
        return position
    }

    private func trimmed(_ slice: Slice, _ record: borrowing Record) -> Slice {
        let start = skipSpace(from: slice.start, to: slice.end, record)
        var end = slice.end
        while end > start, record.store[end - 1] == 0x20 { end -= 1 }
        return Slice(from: start, to: end)
    }
}
