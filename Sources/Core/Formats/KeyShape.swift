import Bytes
import Records

/// The names of a record's fields, in their order. Logs repeat their shape: what was found out for one record by its names is
/// true of the next one, if they are the same.
struct KeyShape: ~Copyable {
    struct Key: BitwiseCopyable {
        let tag: UInt64
        let name: Slice
    }

    private var keys = Slab<Key>(capacity: 64)
    private var bytes = ByteBuffer(capacity: 1024)
    private var isKnown = false

    /// The record's names are those that were learned.
    @inline(__always) func fits(_ record: borrowing Record) -> Bool {
        guard isKnown, record.count == keys.count, !record.hasEscapedNames else { return false }
        var position = 0
        while position < keys.count {
            let key = keys[position]
            let field = record[position]
            guard field.tag == key.tag, field.name.count == key.name.count,
                // The tag is all of a short name.
                key.name.count <= 8 || bytes.equal(key.name, record.store.buffer, field.name)
            else { return false }
            position &+= 1
        }
        return true
    }

    mutating func learn(_ record: borrowing Record) {
        keys.removeAll()
        bytes.removeAll()
        isKnown = !record.hasEscapedNames
        for position in 0..<record.count {
            let field = record[position]
            let name = Slice(start: bytes.count, count: field.name.count)
            bytes.append(record.store.buffer, field.name)
            keys.append(Key(tag: field.tag, name: name))
        }
    }
}
