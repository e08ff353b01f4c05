import Bytes

extension Record {
    /// Makes the line this record: checks it as JSON and tables its top-level fields.
    ///
    /// Keys are tabled as often as they come; which of duplicates counts is the look-up's business.
    package mutating func scan(_ line: Slice) throws(JSONError) {
        begin(line: line)
        store.buffer.check(line)
        try scan(line, from: ScanPlace(position: line.start, expected: 0))
        isUnchanged = true
        isLineUTF8 = true
    }

    /// How far a line has been tabled.
    struct ScanPlace: BitwiseCopyable {
        /// Behind a member, or at the beginning.
        let position: Int
        /// The key that is most likely to stand there, as a position in the memory.
        let expected: Int
    }

    /// Tables what is left of a line that was checked to lie in the buffer.
    @inline(never) mutating func scan(_ line: Slice, from place: ScanPlace) throws(JSONError) {
        // Invariant: the slice was checked; scanning only reads, and nothing moves the buffer meanwhile.
        var scanner = unsafe JSONScanner(store.buffer.base, line, enclosing: 1)
        scanner.position = place.position
        do throws(JSONError) {
            if remembersKeys {
                try scanMembers(&scanner, expecting: place.expected)
            } else {
                try scanMembersPlainly(&scanner)
            }
        } catch {
            fields.removeAll()
            throw JSONError(reason: error.reason, position: error.position - line.start)
        }
    }

    /// Members whose keys stand as in the record before, and others.
    @inline(__always)
    private mutating func scanMembers(_ scanner: inout JSONScanner, expecting first: Int) throws(JSONError) {
        var expected = first
        repeat {
            let start = scanner.position
            let name: Slice
            let tag: UInt64
            let isExpected = scanner.isAt(keyMemory.keys[expected])
            if let known = isExpected ? expected : keyMemory.find(scanner, butNot: expected) {
                let key = keyMemory.keys[known]
                name = Slice(start: start &+ Int(key.nameStart), count: Int(key.nameCount))
                tag = key.tag
                scanner.position = start &+ key.count
                expected = known < expected ? keyMemory.putBack(known, before: expected) : known &+ 1
            } else {
                // On a copy, so that the other one stays in registers.
                var copy = scanner
                guard let key = try scanKey(&copy, isFirst: fields.count == 0) else { return }
                name = key.name
                tag = key.tag
                scanner.position = copy.position
                if key.hasEscapes {
                    expected = max(expected, 1)
                } else {
                    expected = keyMemory.keep(
                        store.buffer, from: start, to: copy.position, name: name, tag: tag, before: expected)
                }
            }
            let (kind, value) = try scanner.passLikelyValue()
            fields.append(Field(name: name, tag: tag, value: value, kind: kind))
        } while !scanner.isAtLastBrace
    }

    /// The same without anything remembered or likely.
    private mutating func scanMembersPlainly(_ scanner: inout JSONScanner) throws(JSONError) {
        while let key = try scanKey(&scanner, isFirst: fields.count == 0) {
            let (kind, value) = try scanner.passValue()
            fields.append(Field(name: key.name, tag: key.tag, value: value, kind: kind))
        }
    }

    private struct Key: BitwiseCopyable {
        let name: Slice
        let tag: UInt64
        let hasEscapes: Bool
    }

    /// Passes what stands before the next value; nil where the record ends instead, and the line with it.
    @inline(never) private mutating func scanKey(_ scanner: inout JSONScanner, isFirst: Bool) throws(JSONError) -> Key?
    {
        scanner.skipSpace()
        let byte = scanner.peek
        if isFirst {
            guard byte == 0x7B else { throw scanner.error(.notAnObject) }
            scanner.position &+= 1
            scanner.skipSpace()
        }
        if scanner.peek == 0x7D {
            scanner.position &+= 1
            scanner.skipSpace()
            guard scanner.position == scanner.end else { throw scanner.error(.trailing) }
            return nil
        }
        if !isFirst {
            guard byte == 0x2C else { throw scanner.error(.unexpected) }
            scanner.position &+= 1
            scanner.skipSpace()
        }
        guard scanner.peek == 0x22 else { throw scanner.error(.unexpected) }
        scanner.position &+= 1
        let start = scanner.position
        let hasEscapes = try scanner.passString()
        let name = Slice(from: start, to: scanner.position &- 1)
        if hasEscapes { hasEscapedNames = true }
        try scanner.passColon()
        return Key(name: name, tag: store.buffer.tag(name), hasEscapes: hasEscapes)
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
