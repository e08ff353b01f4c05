extension ByteBuffer {
    /// Appends a slice of another buffer as the inside of a JSON string (RFC 8259 §7): `"`, `\` and controls
    /// escaped, what is not UTF-8 replaced by U+FFFD. Returns false where something was replaced.
    ///
    /// Eight bytes a step: a word without anything special is stored as it is.
    @inlinable @discardableResult
    package mutating func append(escaping source: borrowing ByteBuffer, _ slice: Slice) -> Bool {
        source.check(slice)
        reserve(slice.count &+ 8)
        var wasClean = true
        var from = slice.start
        let end = slice.end
        while from < end {
            // Invariant: `count + 8 <= capacity + padding`, since every branch below keeps room for what is left.
            let word = source.word(at: from)
            unsafe UnsafeMutableRawPointer(base + count).storeBytes(of: word.littleEndian, as: UInt64.self)
            var special = SWAR.needsCare(word)
            let left = end &- from
            if left < 8 { special = SWAR.keep(special, first: left) }
            if special == 0 {
                let step = min(left, 8)
                count &+= step
                from &+= step
                continue
            }
            let clean = SWAR.first(special)
            count &+= clean
            from &+= clean
            let byte = source[from]
            if byte < 0x80 {
                appendEscape(byte)
                from &+= 1
            } else {
                let length = source.utf8Length(at: from, end: end)
                if length == 0 {
                    append("\u{FFFD}" as StaticString)
                    from &+= source.maximalSubpart(at: from, end: end)
                    wasClean = false
                } else {
                    append(source, Slice(start: from, count: length))
                    from &+= length
                }
            }
            reserve(end &- from &+ 8)
        }
        return wasClean
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
}
