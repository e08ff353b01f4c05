import Bytes
import Records

/// What a format makes of a key, found by the key's tag in an open-addressing table.
struct KeyRoles {
    enum Role {
        /// A standard name.
        case target(Int)
        /// A key that becomes a standard name; the lowest rank is preferred.
        case source(target: Int, rank: Int)
        case reserved(Int)
    }

    private struct Entry {
        let name: FieldName
        let text: String
        let role: Role
    }

    private var entries: [Entry] = []
    /// Positions in `entries`, -1 for a free slot; its size is a power of two, more than twice the entries.
    private var slots: [Int32] = Array(repeating: -1, count: 256)

    /// Gives a key its role; the first one counts.
    mutating func add(_ text: String, _ role: Role, _ record: inout Record) {
        guard !entries.contains(where: { $0.text == text }) else { return }
        entries.append(Entry(name: record.name(text), text: text, role: role))
        if entries.count * 2 >= slots.count { slots = Array(repeating: -1, count: slots.count * 2) }
        for slot in slots.indices { slots[slot] = -1 }
        for (index, entry) in entries.enumerated() {
            var slot = Self.slot(entry.name.tag, slots.count)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(index)
        }
    }

    /// The role of a record's field; nil for a key that is nothing special.
    @inline(__always) func role(at position: Int, of record: borrowing Record) -> Role? {
        var slot = Self.slot(record[position].tag, slots.count)
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if record.isNamed(entries[index].name, at: position) { return entries[index].role }
            slot = (slot + 1) & (slots.count - 1)
        }
        return record.hasEscapedNames ? roleOfEscaped(at: position, of: record) : nil
    }

    /// A key written with escapes is the same key.
    private func roleOfEscaped(at position: Int, of record: borrowing Record) -> Role? {
        let name = record[position].name
        guard record.store.buffer.find(0x5C, from: name.start, to: name.end) != nil else { return nil }
        let text = record.nameText(at: position)
        return entries.first { $0.text == text }?.role
    }

    @inline(__always) private static func slot(_ tag: UInt64, _ count: Int) -> Int {
        SWAR.place(of: tag, bits: 32) & (count - 1)
    }
}
