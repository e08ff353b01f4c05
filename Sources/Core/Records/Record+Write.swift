import Bytes

extension Record {
    /// Appends the record as one JSON object, without a newline. Unchanged fields leave byte for byte as they came.
    @inlinable package func write(to output: inout ByteBuffer) {
        if isUnchanged { return output.append(store.buffer, line) }
        var position = 0
        let count = fields.count
        output.append(0x7B)
        while position < count {
            if position > 0 { output.append(0x2C) }
            write(fields[position], to: &output)
            position &+= 1
        }
        output.append(0x7D)
    }

    @inlinable @inline(__always) func write(_ field: Field, to output: inout ByteBuffer) {
        output.append(0x22)
        output.append(store.buffer, field.name)
        switch field.kind {
        case .string, .escapedString:
            output.append("\":\"" as StaticString)
            output.append(store.buffer, field.value)
            output.append(0x22)
        case .text:
            output.append("\":\"" as StaticString)
            output.append(escaping: store.buffer, field.value)
            output.append(0x22)
        default:
            output.append("\":" as StaticString)
            output.append(store.buffer, field.value)
        }
    }

    /// Appends one field's value as JSON.
    package func writeValue(at position: Int, to output: inout ByteBuffer) {
        let field = fields[position]
        guard field.kind.isText else { return output.append(store.buffer, field.value) }
        output.append(0x22)
        if field.kind == .text {
            output.append(escaping: store.buffer, field.value)
        } else {
            output.append(store.buffer, field.value)
        }
        output.append(0x22)
    }

    /// Appends one field's value as people read it: strings without quotes and escapes.
    package func writeText(at position: Int, to output: inout ByteBuffer) {
        let field = fields[position]
        if field.kind == .escapedString {
            output.append(unescaping: store.buffer, field.value)
        } else {
            output.append(store.buffer, field.value)
        }
    }
}
