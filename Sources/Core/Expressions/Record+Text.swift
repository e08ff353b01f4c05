import Bytes
import Records

extension Record {
    /// The value of the field at a position, if there is one, as `value(at:)`, without allocating for numbers.
    @inline(__always) mutating func operand(at position: Int?) -> Value {
        guard let position else { return .null }
        let field = self[position]
        switch field.kind {
        case .string, .text: return .text(field.value)
        case .integer:
            if let integer = store.buffer.integer(field.value) { return .integer(integer) }
            return NumberText.parse(store.buffer, field.value) ?? .null
        case .number: return NumberText.parse(store.buffer, field.value) ?? .null
        default: return value(at: position)
        }
    }

    /// The text of a field, as it stands in the record: `1.10` stays `1.10`. Nil where it is missing or null.
    @inline(__always) mutating func text(of name: FieldName) -> Slice? {
        guard let position = find(name) else { return nil }
        let field = self[position]
        switch field.kind {
        case .null: return nil
        case .escapedString:
            guard case .text(let text) = value(at: position) else { return nil }
            return text
        default: return field.value
        }
    }

    /// The text of a value, as it would be written without quotes; nil for null, and for what has no JSON.
    mutating func text(of value: Value) -> Slice? {
        let start = store.buffer.count
        switch value {
        case .null: return nil
        case .text(let text), .json(let text): return text
        case .bool(let flag): store.buffer.append(flag ? "true" as StaticString : "false")
        case .integer(let number): store.buffer.append(integer: number)
        case .decimal(let number): number.write { store.buffer.append($0) }
        case .double(let number): guard DoubleText.write(number, { store.buffer.append($0) }) else { return nil }
        }
        return Slice(from: start, to: store.buffer.count)
    }
}
