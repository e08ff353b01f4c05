import Bytes
import Records

/// Reads from a record whether its line is a part of one that was cut: containerd and CRI-O cut at 16 KiB and mark all
/// parts but the last, Docker cuts there, too, and only the last part ends with a newline.
package final class JoinedParts {
    package struct Part {
        /// Where in the line the text stands that belongs together.
        package let text: Slice
        /// What tells the parts of one line from another's; nil where lines do not interleave.
        package let key: Slice?
        /// The mark of all parts but the last, within the line.
        package let mark: Slice?
        /// Another part follows.
        package let goesOn: Bool
    }

    private let field: FieldName
    private let by: FieldName?
    private let more: (field: FieldName, value: Slice)?
    private let end: Slice?

    init(_ join: LogFormat.Join, _ record: inout Record) {
        field = record.name(join.field)
        by = join.by.map { record.name($0) }
        more = join.more.map { (record.name($0.field), record.store.keep($0.value.utf8)) }
        end = join.end.map { record.name($0).slice }
    }

    /// What the record says of its line; nil where the line came in one piece, or is not of this format.
    package func part(of record: borrowing Record, in line: Slice) -> Part? {
        guard let position = record.position(of: field), record[position].kind.isText else { return nil }
        let text = record[position].value
        guard text.start >= line.start, text.end <= line.end else { return nil }
        var mark: Slice?
        var goesOn: Bool
        if let more {
            guard let position = record.position(of: more.field) else { return nil }
            let value = record[position].value
            goesOn = record.store.buffer.equal(value, more.value)
            mark = value
        } else {
            // What the last part ends with has been cut off: then the text does not reach to its quote.
            goesOn = text.end < line.end && record.store[text.end] == 0x22
        }
        let key = by.flatMap { record.position(of: $0) }.map { record[$0].value }
        return Part(text: text, key: key, mark: mark, goesOn: goesOn)
    }

    /// Takes away what the last part ends with.
    func trim(_ record: inout Record) {
        guard let end, let position = record.position(of: field), record[position].kind == .escapedString else {
            return
        }
        let value = record[position].value
        let rest = value.count - end.count
        guard rest >= 0, record.store.buffer.equal(value.dropFirst(rest), end) else { return }
        // A backslash before it would make another escape of it.
        var backslashes = 0
        while backslashes < rest, record.store[value.start + rest - 1 - backslashes] == 0x5C { backslashes += 1 }
        guard backslashes & 1 == 0 else { return }
        record.replace(at: position, value.prefix(rest), .escapedString)
    }
}
