extension ByteBuffer {
    /// Appends a slice of another buffer as the inside of a JSON string (RFC 8259 §7): `"`, `\` and controls
    /// escaped, what is not UTF-8 replaced by U+FFFD. Returns false where something was replaced.
    ///
    /// Eight bytes a step: a word without anything special is stored as it is.
    @inlinable @discardableResult
    package mutating func append(escaping source: borrowing ByteBuffer, _ slice: Slice) -> Bool {
        source.check(slice)
        let end = slice.end
        var from = copyOrdinary(source, from: slice.start, to: end)
        var wasClean = true
        while from < end {
            if !appendSpecial(source, &from, end: end) { wasClean = false }
            from = copyOrdinary(source, from: from, to: end)
        }
        return wasClean
    }

    /// Copies bytes that stand in a JSON string as they are; returns where that ends.
    @inlinable @inline(__always)
    mutating func copyOrdinary(_ source: borrowing ByteBuffer, from start: Int, to end: Int) -> Int {
        reserve(end &- start)
        return copyOrdinaryReserved(source, from: start, to: end)
    }

    /// The same where there is room already.
    @inlinable @inline(__always)
    mutating func copyOrdinaryReserved(_ source: borrowing ByteBuffer, from start: Int, to end: Int) -> Int {
        // Invariant: the caller checked start…end, there is room for as many bytes and the padding in both buffers, and
        // neither moves before the loops are done.
        let read = unsafe UnsafeRawPointer(source.base)
        let write = unsafe UnsafeMutableRawPointer(base + count)
        var from = start
        while end &- from >= 8 {
            let word = unsafe read.loadUnaligned(fromByteOffset: from, as: UInt64.self)
            unsafe write.storeBytes(of: word, toByteOffset: from &- start, as: UInt64.self)
            let special = SWAR.needsCare(UInt64(littleEndian: word))
            if special != 0 {
                from &+= SWAR.first(special)
                count &+= from &- start
                return from
            }
            from &+= 8
        }
        if from < end {
            let word = unsafe read.loadUnaligned(fromByteOffset: from, as: UInt64.self)
            unsafe write.storeBytes(of: word, toByteOffset: from &- start, as: UInt64.self)
            let special = SWAR.keep(SWAR.needsCare(UInt64(littleEndian: word)), first: end &- from)
            from = special == 0 ? end : from &+ SWAR.first(special)
        }
        count &+= from &- start
        return from
    }

    /// Appends what stands for the byte or sequence at `from`, and passes it; false where it was not UTF-8.
    @usableFromInline
    mutating func appendSpecial(_ source: borrowing ByteBuffer, _ from: inout Int, end: Int) -> Bool {
        let byte = source[from]
        if byte < 0x80 {
            appendEscape(byte)
            from &+= 1
            return true
        }
        let length = source.utf8Length(at: from, end: end)
        if length == 0 {
            append("\u{FFFD}" as StaticString)
            from &+= source.maximalSubpart(at: from, end: end)
            return false
        }
        append(source, Slice(start: from, count: length))
        from &+= length
        return true
    }

    /// The shortest escape of a control, `"` or `\`.
    @inlinable mutating func appendEscape(_ byte: UInt8) {
        switch byte {
        case 0x22: append("\\\"" as StaticString)
        case 0x5C: append("\\\\" as StaticString)
        case 0x0A: append("\\n" as StaticString)
        case 0x0D: append("\\r" as StaticString)
        case 0x09: append("\\t" as StaticString)
        case 0x08: append("\\b" as StaticString)
        case 0x0C: append("\\f" as StaticString)
        default:
            append("\\u00" as StaticString)
            append(Self.hexDigit(byte &>> 4))
            append(Self.hexDigit(byte & 15))
        }
    }

    @inlinable static func hexDigit(_ nibble: UInt8) -> UInt8 { nibble < 10 ? 0x30 &+ nibble : 0x57 &+ nibble }

    /// Text of our own as the inside of a JSON string.
    package mutating func append(escaping text: String) {
        for byte in text.utf8 {
            if byte < 0x20 || byte == 0x22 || byte == 0x5C { appendEscape(byte) } else { append(byte) }
        }
    }

    /// Appends a slice of this same buffer, which is UTF-8, as the inside of a JSON string.
    package mutating func appendEscaping(_ slice: Slice) {
        check(slice)
        var from = slice.start
        for position in slice.start..<slice.end {
            let byte = self[position]
            guard byte < 0x20 || byte == 0x22 || byte == 0x5C else { continue }
            appendCopy(of: Slice(from: from, to: position))
            appendEscape(byte)
            from = position + 1
        }
        appendCopy(of: Slice(from: from, to: slice.end))
    }
}
