import Bytes

extension Record {
    /// Makes the line this record: checks it as JSON and tables its top-level fields.
    ///
    /// Keys are tabled as often as they come; which of duplicates counts is the look-up's business.
    package mutating func scan(_ line: Slice) throws(JSONError) {
        begin(line: line)
        store.buffer.check(line)
        // Invariant: the slice was checked; scanning only reads, and nothing moves the buffer meanwhile.
        var scanner = unsafe JSONScanner(store.buffer.base, line, enclosing: 1)
        do throws(JSONError) { try scanMembers(&scanner) } catch {
            fields.removeAll()
            throw JSONError(reason: error.reason, position: error.position - line.start)
        }
        isUnchanged = true
        isLineUTF8 = true
    }

    @inline(__always) private mutating func scanMembers(_ scanner: inout JSONScanner) throws(JSONError) {
        scanner.skipSpace()
        guard scanner.peek == 0x7B else { throw scanner.error(.notAnObject) }
        scanner.position &+= 1
        scanner.skipSpace()
        if scanner.peek == 0x7D {
            scanner.position &+= 1
        } else {
            repeat { try scanMember(&scanner) } while try scanner.passSeparator()
        }
        scanner.skipSpace()
        guard scanner.position == scanner.end else { throw scanner.error(.trailing) }
    }

    @inline(__always) private mutating func scanMember(_ scanner: inout JSONScanner) throws(JSONError) {
        guard scanner.peek == 0x22 else { throw scanner.error(.unexpected) }
        scanner.position &+= 1
        let start = scanner.position
        let name: Slice
        let tag: UInt64
        if let (known, count) = keyMemory.recall(
            store.buffer, at: start, before: scanner.end, position: fields.count)
        {
            name = Slice(start: start, count: count)
            tag = known
            scanner.position = start &+ count &+ 1
        } else {
            let hasEscapes = try scanner.passString()
            name = Slice(from: start, to: scanner.position &- 1)
            tag = store.buffer.tag(name)
            if hasEscapes {
                hasEscapedNames = true
            } else {
                keyMemory.keep(store.buffer, name, tag: tag, position: fields.count)
            }
        }
        try scanner.passColon()
        let (kind, value) = try scanner.passValue()
        fields.append(Field(name: name, tag: tag, value: value, kind: kind))
    }
}

extension JSONScanner {
    /// Behind a member: true at a comma, which is passed, false at the closing brace, which is passed too.
    @inline(__always) fileprivate mutating func passSeparator() throws(JSONError) -> Bool {
        skipSpace()
        let byte = peek
        guard byte == 0x2C || byte == 0x7D else { throw error(.unexpected) }
        position &+= 1
        if byte == 0x7D { return false }
        skipSpace()
        return true
    }
}

extension Record {
    /// Adds a field whose value stands in the store as JSON text that weir wrote itself.
    package mutating func append(_ name: FieldName, json slice: Slice) {
        switch slice.isEmpty ? 0 : store[slice.start] {
        case 0x22:
            let inside = Slice(from: slice.start + 1, to: slice.end - 1)
            let hasEscapes = store.buffer.find(0x5C, from: inside.start, to: inside.end) != nil
            append(name, inside, hasEscapes ? .escapedString : .string)
        case 0x7B: append(name, slice, .object)
        case 0x5B: append(name, slice, .array)
        case 0x74: append(name, slice, .true)
        case 0x66: append(name, slice, .false)
        case 0x6E, 0: append(name, slice, .null)
        default: append(name, slice, JSONText.numberKind(store.buffer, slice) ?? .number)
        }
    }
}

/// JSON texts that are no records: whole values, for format files and conformance runs.
package enum JSONText {
    /// Checks that the slice is one JSON value with nothing but white space around it.
    package static func check(_ buffer: borrowing ByteBuffer, _ slice: Slice) throws(JSONError) {
        buffer.check(slice)
        // Invariant: the slice was checked, and the buffer is borrowed for as long as the scanner lives.
        var scanner = unsafe JSONScanner(buffer.base, slice, enclosing: 0)
        scanner.skipSpace()
        _ = try scanner.passValue()
        scanner.skipSpace()
        guard scanner.position == scanner.end else { throw scanner.error(.trailing) }
    }

    /// Whether the slice is a JSON number, whole, and which kind; nil where it is none.
    package static func numberKind(_ buffer: borrowing ByteBuffer, _ slice: Slice) -> Field.Kind? {
        buffer.check(slice)
        // Invariant: as above.
        var scanner = unsafe JSONScanner(buffer.base, slice, enclosing: 0)
        guard let isInteger = try? scanner.passNumber(), scanner.position == scanner.end else { return nil }
        return isInteger ? .integer : .number
    }
}
