import Bytes
import Records

/// `--nest http=method,path`, `--nest http`: fields put into an object.
struct Nesting {
    /// Of the object.
    let name: FieldName
    /// Nil for all fields whose names begin with the object's and a dot; within it they have the rest of their name.
    let fields: [FieldName]?

    /// A record with none of the fields stays as it is; an object of that name that was there before is replaced.
    func apply(to record: inout Record) {
        let start = record.store.buffer.count
        record.store.buffer.append(0x7B)
        if let fields {
            for field in fields {
                guard let position = record.position(of: field) else { continue }
                append(record[position], named: record[position].name, behind: start, &record)
            }
        } else {
            for position in 0..<record.count where isMember(record[position], record) {
                let field = record[position]
                append(field, named: field.name.dropFirst(name.slice.count + 1), behind: start, &record)
            }
        }
        guard record.store.buffer.count > start + 1 else { return record.store.buffer.truncate(to: start) }
        record.store.buffer.append(0x7D)
        let object = Slice(from: start, to: record.store.buffer.count)
        if let fields {
            for field in fields { record.remove(field) }
        } else {
            for position in stride(from: record.count - 1, through: 0, by: -1)
            where isMember(record[position], record) { record.remove(at: position) }
        }
        record.remove(name)
        record.append(name, object, .object)
    }

    private func isMember(_ field: Field, _ record: borrowing Record) -> Bool {
        let length = name.slice.count
        return field.name.count > length + 1 && record.store[field.name.start + length] == 0x2E
            && record.store.buffer.equal(field.name.prefix(length), name.slice)
    }

    private func append(_ field: Field, named name: Slice, behind start: Int, _ record: inout Record) {
        if record.store.buffer.count > start + 1 { record.store.buffer.append(0x2C) }
        record.store.buffer.append(0x22)
        record.store.buffer.appendCopy(of: name)
        record.store.buffer.append("\":" as StaticString)
        if field.kind.isText { record.store.buffer.append(0x22) }
        if field.kind == .text {
            record.store.buffer.appendEscaping(field.value)
        } else {
            record.store.buffer.appendCopy(of: field.value)
        }
        if field.kind.isText { record.store.buffer.append(0x22) }
    }
}
