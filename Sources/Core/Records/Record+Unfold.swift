import Bytes

extension Record {
    /// Fields that a record may have, and that may come of one of its fields, for the latter to be unfolded: each of the
    /// ones is looked up among the others.
    package static var mostUnfolded: Int { 1024 }

    /// Takes a field away and puts what its text says at the end of the record. A name that the record has already is
    /// the outer field's, and the inner one is called `field.name`.
    /// - Parameters:
    ///   - name: of the field, where it stands at `position`.
    ///   - parse: makes a record of the text, or says that it cannot; then all stays as it was.
    package mutating func unfold(
        _ name: FieldName, at position: Int, by parse: (_ text: Slice, _ record: inout Record) -> Bool
    ) -> Bool {
        guard count <= Self.mostUnfolded, let text = nestedText(at: position) else { return false }
        let before = (line: line, isUnchanged: isUnchanged, addedFrom: addedFrom, hasEscapedNames: hasEscapedNames)
        swap(&fields, &outer)
        fields.removeAll()
        let isParsed = parse(text, &self)
        swap(&fields, &outer)
        line = before.line
        guard isParsed, outer.count > 0, outer.count <= Self.mostUnfolded else {
            isUnchanged = before.isUnchanged
            addedFrom = before.addedFrom
            hasEscapedNames = before.hasEscapedNames
            return false
        }
        willChange()
        hasEscapedNames = hasEscapedNames || before.hasEscapedNames
        fields.remove(at: position)
        let own = count
        for index in 0..<outer.count {
            let field = outer[index]
            var inner = FieldName(slice: field.name, tag: field.tag)
            while isTaken(inner, among: own) { inner = member(inner, of: name) }
            append(inner, field.value, field.kind)
        }
        return true
    }

    /// What a string says, or the text of an object; nil for a field that nothing can be nested in.
    private mutating func nestedText(at position: Int) -> Slice? {
        let field = fields[position]
        switch field.kind {
        case .string, .text, .object: return field.value
        case .escapedString:
            let start = store.buffer.count
            store.buffer.appendUnescaping(field.value)
            return Slice(from: start, to: store.buffer.count)
        case .integer, .number, .true, .false, .null, .array: return nil
        }
    }

    private func isTaken(_ name: FieldName, among own: Int) -> Bool {
        for position in 0..<own where isNamed(name, at: position) { return true }
        guard hasEscapedNames else { return false }
        return (0..<own).contains { unescaped(fields[$0].name) == unescaped(name.slice) }
    }

    private mutating func member(_ name: FieldName, of outer: FieldName) -> FieldName {
        let start = store.buffer.count
        store.buffer.appendCopy(of: outer.slice)
        store.buffer.append(UInt8(ascii: "."))
        store.buffer.appendCopy(of: name.slice)
        let slice = Slice(from: start, to: store.buffer.count)
        return FieldName(slice: slice, tag: store.buffer.tag(slice))
    }
}
