import Bytes

extension Record {
    /// What a field says, if it is a text; nil where it is none, or not there.
    @inlinable @inline(__always) package mutating func textInput(of name: FieldName) -> Slice? {
        guard let position = position(of: name) else { return nil }
        let field = self[position]
        switch field.kind {
        case .string, .text: return field.value
        case .escapedString: return unescaped(at: position)
        default: return nil
        }
    }

    @usableFromInline mutating func unescaped(at position: Int) -> Slice? {
        guard case .text(let text) = value(at: position) else { return nil }
        return text
    }
}
