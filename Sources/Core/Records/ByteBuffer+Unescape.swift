import Bytes

extension ByteBuffer {
    /// Appends the text of a JSON string's inside (RFC 8259 §7). A lone surrogate becomes U+FFFD, and what is no escape
    /// stays as it is.
    package mutating func append(unescaping source: borrowing ByteBuffer, _ slice: Slice) {
        var from = slice.start
        while from < slice.end {
            let backslash = source.find(0x5C, from: from, to: slice.end) ?? slice.end
            append(source, Slice(from: from, to: backslash))
            guard backslash + 1 < slice.end else { return }
            from = appendEscaped(source, at: backslash + 1, end: slice.end)
        }
    }

    /// The same within one buffer: the text goes to its end.
    package mutating func appendUnescaping(_ slice: Slice) {
        var from = slice.start
        while from < slice.end {
            let backslash = find(0x5C, from: from, to: slice.end) ?? slice.end
            appendCopy(of: Slice(from: from, to: backslash))
            guard backslash + 1 < slice.end else { return }
            let (scalar, next) = Self.decodeEscape(at: backslash + 1, end: slice.end) { self[$0] }
            append(scalar: scalar)
            from = next
        }
    }

    private mutating func appendEscaped(_ source: borrowing ByteBuffer, at position: Int, end: Int) -> Int {
        let (scalar, next) = Self.decodeEscape(at: position, end: end) { source[$0] }
        append(scalar: scalar)
        return next
    }

    /// Decodes the escape whose letter stands at `position`: its scalar, and where the text goes on.
    private static func decodeEscape(at position: Int, end: Int, byte: (Int) -> UInt8) -> (scalar: UInt32, next: Int) {
        let next = position + 1
        switch byte(position) {
        case 0x6E: return (0x0A, next)
        case 0x72: return (0x0D, next)
        case 0x74: return (0x09, next)
        case 0x62: return (0x08, next)
        case 0x66: return (0x0C, next)
        case 0x75:
            guard let high = fourHex(at: next, end: end, byte: byte) else { return (0x5C, position) }
            guard high & 0xFC00 == 0xD800, next + 6 <= end, byte(next + 4) == 0x5C, byte(next + 5) == 0x75,
                let low = fourHex(at: next + 6, end: end, byte: byte), low & 0xFC00 == 0xDC00
            else { return (high, next + 4) }
            return (0x10000 + (high & 0x3FF) << 10 + (low & 0x3FF), next + 10)
        case 0x22, 0x2F, 0x5C: return (UInt32(byte(position)), next)
        // No escape that JSON knows, as logfmt may have it: the backslash is text, and so is what follows.
        default: return (0x5C, position)
        }
    }

    private static func fourHex(at position: Int, end: Int, byte: (Int) -> UInt8) -> UInt32? {
        guard position + 4 <= end else { return nil }
        var value: UInt32 = 0
        for offset in 0..<4 {
            guard let digit = hexValue(byte(position + offset)) else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }
}
