import Bytes

extension Record {
    /// Appends the record as one JSON object, without a newline. Unchanged fields leave byte for byte as they came.
    @inlinable package func write(to output: inout ByteBuffer) {
        if isUnchanged { return output.append(store.buffer, line) }
        if addedFrom > 0 { return writeExtended(to: &output) }
        var position = 0
        let count = fields.count
        guard count > 0 else { return output.append("{}" as StaticString) }
        let first = output.count
        while position < count {
            let field = fields[position]
            if field.name.start < store.inputStart {
                write(field, to: &output)
                position &+= 1
            } else {
                position = writeForeign(from: position, to: &output)
            }
        }
        // Each member brings a comma; the first one's place is the brace's.
        output.put(0x7B, at: first)
        output.append(0x7D)
    }

    /// The line up to its last brace, and what was added.
    @inlinable @inline(__always) func writeExtended(to output: inout ByteBuffer) {
        var end = line.end
        // A record ends with a brace, but for white space.
        while end > line.start, store[end &- 1] != 0x7D { end &-= 1 }
        end &-= 1
        while end > line.start, store[end &- 1] <= 0x20 { end &-= 1 }
        output.append(store.buffer, Slice(from: line.start, to: end))
        for position in addedFrom..<fields.count {
            let field = fields[position]
            if field.name.start < store.inputStart {
                write(field, to: &output)
            } else {
                writeForeign(field, to: &output)
            }
        }
        output.append(0x7D)
    }

    /// A member whose name was made ready, with a comma before it.
    @inlinable @inline(__always) func write(_ field: Field, to output: inout ByteBuffer) {
        write(FieldName(slice: field.name, tag: field.tag), field.value, field.kind, to: &output)
    }

    /// A member that the record does not have, with a comma before it: for who writes members as they come.
    @inlinable @inline(__always)
    package func write(_ name: FieldName, _ value: Slice, _ kind: Field.Kind, to output: inout ByteBuffer) {
        if kind == .text { return output.append(store.buffer, head: name.head, escaping: value) }
        let quotes = kind == .string || kind == .escapedString ? 1 : 0
        let head = Slice(start: name.head.start, count: name.head.count &- 1 &+ quotes)
        output.append(store.buffer, head: head, value: value, quotes: quotes)
    }

    /// Members whose names stand in the line: as many as lie there one behind the other as they are to be written go as one.
    /// - Returns: the position behind them.
    @usableFromInline func writeForeign(from position: Int, to output: inout ByteBuffer) -> Int {
        let first = fields[position]
        guard var end = endIfVerbatim(first) else {
            writeForeign(first, to: &output)
            return position &+ 1
        }
        var next = position &+ 1
        // A comma and a quote lie between two of them.
        while next < fields.count, fields[next].name.start == end &+ 2, let behind = endIfVerbatim(fields[next]) {
            end = behind
            next &+= 1
        }
        output.append(0x2C)
        output.append(store.buffer, Slice(from: first.name.start &- 1, to: end))
        return next
    }

    /// Where a member ends that stands in the line as it is to be written, `"name":value`; nil where it does not.
    @inline(__always) private func endIfVerbatim(_ field: Field) -> Int? {
        let colon = store.buffer.word(at: field.name.end)
        switch field.kind {
        case .text: return nil
        case .string, .escapedString:
            // Quote, colon, quote; and a quote behind it, which a part of a string has not.
            guard field.value.start == field.name.end &+ 3, colon & 0xFF_FFFF == 0x22_3A22,
                store[field.value.end] == 0x22
            else { return nil }
            return field.value.end &+ 1
        default:
            guard field.value.start == field.name.end &+ 2, colon & 0xFFFF == 0x3A22 else { return nil }
            return field.value.end
        }
    }

    @usableFromInline @inline(never) func writeForeign(_ field: Field, to output: inout ByteBuffer) {
        output.append(",\"" as StaticString)
        output.append(store.buffer, field.name)
        output.append("\":" as StaticString)
        if field.kind.isText { output.append(0x22) }
        if field.kind == .text {
            output.append(escaping: store.buffer, field.value)
        } else {
            output.append(store.buffer, field.value)
        }
        if field.kind.isText { output.append(0x22) }
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
