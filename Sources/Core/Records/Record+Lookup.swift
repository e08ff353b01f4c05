import Bytes

extension Record {
    /// Where the field stands; nil where the record has none of that name.
    ///
    /// Of duplicate keys the last one counts, as in jq and most JSON readers, so the search begins at the end. A
    /// record has a dozen fields or so: comparing their eight-byte tags costs less than any cleverness.
    @inlinable package func position(of name: FieldName) -> Int? {
        fields.position(of: name, store.buffer) ?? (hasEscapedNames ? slowPosition(of: name) : nil)
    }

    /// The same for who may change the record, which is lent without being copied then.
    @inlinable @inline(__always) package mutating func find(_ name: FieldName) -> Int? {
        if let position = fields.position(of: name, store.buffer) { return position }
        return hasEscapedNames ? findSlowly(name) : nil
    }

    @usableFromInline @inline(never) mutating func findSlowly(_ name: FieldName) -> Int? { slowPosition(of: name) }

    /// The bits of all names: a name whose bit is not among them is not one of the record's. Where names are written with escapes
    /// it is all bits.
    @inlinable package var nameBits: UInt64 {
        if hasEscapedNames { return .max }
        var bits: UInt64 = 0
        for position in 0..<fields.count { bits |= Field.bit(of: fields[position].tag) }
        return bits
    }

    /// True when the field at `position` has this name, written without escapes.
    @inlinable @inline(__always) package func isNamed(_ name: FieldName, at position: Int) -> Bool {
        let field = fields[position]
        guard field.tag == name.tag, field.name.count == name.slice.count else { return false }
        return field.name.count <= 8 || store.buffer.equal(field.name, name.slice)
    }

    /// Names written with escapes (`"\u0061"`) are rare; only then are names compared as text.
    @usableFromInline func slowPosition(of name: FieldName) -> Int? {
        let wanted = unescaped(name.slice)
        for position in stride(from: fields.count - 1, through: 0, by: -1)
        where unescaped(fields[position].name) == wanted {
            return position
        }
        return nil
    }

    func unescaped(_ slice: Slice) -> [UInt8] {
        var text = ByteBuffer(capacity: slice.count)
        text.append(unescaping: store.buffer, slice)
        return text.contents
    }

    /// The field's name as text, for messages and headings.
    package func nameText(at position: Int) -> String {
        String(decoding: unescaped(fields[position].name), as: UTF8.self)
    }
}

extension Slab<Field> {
    /// As `Record.position(of:)`, but for names written with escapes.
    @inlinable @inline(__always) func position(of name: FieldName, _ buffer: borrowing ByteBuffer) -> Int? {
        // The tag is the whole of a short name.
        let (tag, count) = (name.tag, name.slice.count)
        if count <= 8 { return lastPosition { $0.tag == tag && $0.name.count == count } }
        return lastPosition { $0.tag == tag && $0.name.count == count && buffer.equal($0.name, name.slice) }
    }
}
