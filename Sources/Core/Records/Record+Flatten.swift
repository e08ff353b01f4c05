import Bytes

extension Record {
    /// Levels that `flatten` opens.
    package static var flatLevels: Int { 16 }
    /// Bytes that the path to a member may have: without a limit a long name above many members would fill the memory.
    package static var longestPath: Int { 256 }

    /// Puts the members of nested objects in the place of the object, named by the path to them: `{"http":{"status":200}}`
    /// becomes `"http.status":200`. Arrays and empty objects stay what they are, and so do objects that lie too deep or
    /// have too long a path. A name that is there already is there twice then; the last counts, as ever.
    /// - Parameter separator: what stands between the names, as the inside of a JSON string.
    package mutating func flatten(separator: Slice) {
        guard hasObject else { return }
        willChange()
        swap(&fields, &spare)
        fields.removeAll()
        for position in 0..<spare.count { flatten(spare[position], separator, level: 1) }
    }

    private var hasObject: Bool {
        for position in 0..<count where fields[position].kind == .object { return true }
        return false
    }

    private mutating func flatten(_ field: Field, _ separator: Slice, level: Int) {
        guard field.kind == .object, level <= Self.flatLevels, field.name.count + separator.count <= Self.longestPath
        else { return fields.append(field) }
        var next = field.value.start + 1
        while let member = member(at: next, to: field.value.end) {
            let start = store.buffer.count
            store.buffer.appendCopy(of: field.name)
            store.buffer.appendCopy(of: separator)
            store.buffer.appendCopy(of: member.name)
            let name = Slice(from: start, to: store.buffer.count)
            hasEscapedNames = hasEscapedNames || member.hasEscapedName
            let inner = Field(name: name, tag: store.buffer.tag(name), value: member.value, kind: member.kind)
            flatten(inner, separator, level: level + 1)
            guard let behind = member.next else { return }
            next = behind
        }
        // Only an empty object has no first member.
        if next == field.value.start + 1 { fields.append(field) }
    }
}
