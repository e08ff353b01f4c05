import Bytes

/// One record: a table of fields over the bytes of a store, neither a dictionary nor JSON text.
///
/// A process has one, used again for each record: the reader puts lines into `store`, a scanner or a log format
/// fills the table, filters change it in place, and the writer turns it into a line. A record that came as JSON and
/// was not changed is copied whole.
@usableFromInline package struct Record: ~Copyable {
    @usableFromInline package var store: ByteStore
    @usableFromInline package internal(set) var fields = Slab<Field>(capacity: 64)
    /// Tables that `flatten` and `unfold` put the record's fields aside in; empty in between.
    var spare = Slab<Field>(capacity: 16)
    var outer = Slab<Field>(capacity: 16)
    @usableFromInline var keyMemory = KeyMemory()
    /// Off, each line is scanned as if it were the first.
    package var remembersKeys = true
    /// The line that the record was made from.
    @usableFromInline package internal(set) var line = Slice.empty
    /// `line` is this record's JSON text, byte for byte.
    @usableFromInline package internal(set) var isUnchanged = false
    /// The fields from this one on were added at the end, and those before it are the line's, unchanged; 0 where that is not so.
    @usableFromInline var addedFrom = 0
    /// `line` is known to be UTF-8.
    @usableFromInline package var isLineUTF8 = false
    /// Which names stand where: two records of the same shape, while it is not 0, have the same names in the same places.
    @usableFromInline package internal(set) var shape: UInt64 = 0
    /// Some name of the line is written with escapes.
    @usableFromInline package internal(set) var hasEscapedNames = false

    package init(store: consuming ByteStore = ByteStore()) { self.store = store }

    /// Starts a record that is to be built from `line`: no fields yet. What is in scratch stays (the line may be
    /// there); whoever brings a new line clears it.
    @inlinable @inline(__always) package mutating func begin(line: Slice) {
        self.line = line
        isUnchanged = false
        addedFrom = 0
        isLineUTF8 = false
        hasEscapedNames = false
        shape = 0
        fields.removeAll()
    }

    /// A line that is passed on without being looked into: it has no fields, and is written as it is.
    package mutating func begin(whole line: Slice) {
        begin(line: line)
        isUnchanged = true
    }

    /// Starts a record out of nothing.
    package mutating func clear() {
        begin(line: .empty)
        store.clearScratch()
    }

    /// Makes a field name ready for look-ups and for new fields; called while filters are set up.
    package mutating func name(_ text: String) -> FieldName {
        var escaped = ByteBuffer(capacity: text.utf8.count * 6 + 16)
        escaped.append(escaping: text)
        let member = store.keep(Array(FieldName.before.utf8) + escaped.contents + Array(FieldName.behind.utf8))
        let slice = Slice(start: member.start + FieldName.before.utf8.count, count: escaped.count)
        return FieldName(slice: slice, tag: store.buffer.tag(slice))
    }

    @inlinable package var count: Int { fields.count }

    @inlinable @inline(__always) package subscript(_ position: Int) -> Field { fields[position] }

    // MARK: Changes

    /// The line is no longer this record, nor its beginning.
    @inlinable @inline(__always) mutating func willChange() {
        isUnchanged = false
        addedFrom = 0
        shape = 0
    }

    /// The line stays the record's beginning.
    @inlinable @inline(__always) mutating func willAppend() {
        shape = 0
        guard isUnchanged else { return }
        isUnchanged = false
        addedFrom = fields.count
    }

    /// Adds a field at the end. Whether one of that name is there already is the caller's business.
    @inlinable @inline(__always)
    package mutating func append(_ name: FieldName, _ value: Slice, _ kind: Field.Kind) {
        willAppend()
        fields.append(Field(name: name.slice, tag: name.tag, value: value, kind: kind))
    }

    /// Adds a field whose name stands in the line, as the inside of a JSON string.
    package mutating func append(nameAt name: Slice, _ value: Slice, _ kind: Field.Kind) {
        willAppend()
        fields.append(Field(name: name, tag: store.buffer.tag(name), value: value, kind: kind))
    }

    /// Gives the field a new value in its place, whatever its name.
    package mutating func replace(at position: Int, _ value: Slice, _ kind: Field.Kind) {
        if position < addedFrom || isUnchanged { willChange() }
        fields[position].value = value
        fields[position].kind = kind
    }

    /// Gives the field a new value in its place, or adds it at the end.
    package mutating func set(_ name: FieldName, _ value: Slice, _ kind: Field.Kind) {
        guard let position = find(name) else { return append(name, value, kind) }
        replace(at: position, value, kind)
    }

    package mutating func remove(at position: Int) {
        willChange()
        fields.remove(at: position)
    }

    /// Removes the field, and every duplicate of it.
    package mutating func remove(_ name: FieldName) {
        guard let last = position(of: name) else { return }
        remove(at: last)
        // Duplicates are rare, and long records rarer: one look at the rest is enough.
        var position = last - 1
        while position >= 0 {
            if isNamed(name, at: position) || (hasEscapedNames && self.position(of: name) == position) {
                remove(at: position)
            }
            position -= 1
        }
    }

    /// Gives the field another name; its value and place stay.
    package mutating func rename(at position: Int, to name: FieldName) {
        willChange()
        let field = fields[position]
        fields[position] = Field(name: name.slice, tag: name.tag, value: field.value, kind: field.kind)
    }

    /// Leaves only the named fields, in the order they stand in.
    package mutating func keep(only names: [FieldName]) {
        var position = count - 1
        while position >= 0 {
            if !names.contains(where: { isNamed($0, at: position) }) { remove(at: position) }
            position -= 1
        }
    }
}
