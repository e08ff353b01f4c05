import Bytes
import Records

/// Turns captured text into a typed value. Numbers stay the text they were, as far as JSON can write it.
enum FieldTyping {
    /// The slice and kind of an integer; nil where the text is none. Leading zeros and `+` go, JSON has neither.
    @inline(__always) static func integer(_ slice: Slice, _ buffer: borrowing ByteBuffer) -> Slice? {
        buffer.isShortInteger(slice) ? slice : anyInteger(slice, buffer)
    }

    private static func anyInteger(_ slice: Slice, _ buffer: borrowing ByteBuffer) -> Slice? {
        var position = slice.start
        let end = slice.end
        guard position < end else { return nil }
        let first = buffer[position]
        if first == 0x2D || first == 0x2B { position &+= 1 }
        let digits = position
        while position < end {
            guard buffer[position] &- 0x30 < 10 else { return nil }
            position &+= 1
        }
        guard position > digits else { return nil }
        if buffer[digits] != 0x30 || end &- digits == 1 {
            return first == 0x2B ? Slice(from: digits, to: end) : slice
        }
        return first == 0x2D ? nil : trimmed(Slice(from: digits, to: end), buffer)
    }

    private static func trimmed(_ slice: Slice, _ buffer: borrowing ByteBuffer) -> Slice {
        var start = slice.start
        while start < slice.end - 1, buffer[start] == 0x30 { start += 1 }
        return Slice(from: start, to: slice.end)
    }

    /// The slice and kind of any number; nil where the text is none.
    @inline(__always)
    static func number(_ slice: Slice, _ buffer: borrowing ByteBuffer) -> (Slice, Field.Kind)? {
        if buffer.isShortDecimal(slice) { return (slice, .number) }
        if buffer.isShortInteger(slice) { return (slice, .integer) }
        return anyNumber(slice, buffer)
    }

    private static func anyNumber(_ slice: Slice, _ buffer: borrowing ByteBuffer) -> (Slice, Field.Kind)? {
        if let whole = integer(slice, buffer) { return (whole, .integer) }
        guard let kind = JSONText.numberKind(buffer, slice) else { return nil }
        return (slice, kind)
    }

    /// What an untyped text is: a number where JSON would write it so, else text. `007` and `1e` stay text.
    static func kind(of slice: Slice, _ buffer: borrowing ByteBuffer) -> Field.Kind {
        guard !slice.isEmpty else { return .text }
        let first = buffer[slice.start]
        guard first &- 0x30 < 10 || first == 0x2D else { return .text }
        return JSONText.numberKind(buffer, slice) ?? .text
    }

    static func boolean(_ slice: Slice, _ buffer: borrowing ByteBuffer) -> Bool? {
        switch buffer.text(slice).lowercased() {
        case "true", "yes", "on", "1", "t", "y": true
        case "false", "no", "off", "0", "f", "n": false
        default: nil
        }
    }
}
