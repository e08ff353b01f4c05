import Bytes
import Records

/// What a row says of the line that was taken for its header: prose has commas as well.
extension ColumnParser {
    /// A cell says what its column is called: that line is one like the others.
    func refutesHeader(_ record: borrowing Record) -> Bool {
        for position in 0..<record.count {
            let field = record[position]
            if field.kind == .text, record.store.buffer.equal(field.name, field.value) { return true }
        }
        return false
    }

    /// The header that came names the columns that tell the format from others.
    func namesRequired(_ context: ParseContext) -> Bool {
        guard !format.requiredKeys.isEmpty, let text = context.header?.text else { return true }
        let names = text.split { $0 == 0x20 || $0 == 0x09 }
        return format.requiredKeys.allSatisfy { key in names.contains { $0.elementsEqual(key.utf8) } }
    }

    /// A cell is a number or a time.
    func hasData(_ record: borrowing Record) -> Bool {
        for position in 0..<record.count {
            var cell = record[position].value
            while !cell.isEmpty, record.store[cell.start] == 0x20 { cell = cell.dropFirst(1) }
            if FieldTyping.number(cell, record.store.buffer) != nil { return true }
            if TimeLayout.recognise(record.store.buffer, cell) != nil { return true }
        }
        return false
    }
}
