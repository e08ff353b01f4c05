import Bytes
import Records

/// Numbers read from a slice, without allocation up to 38 digits.
enum NumberText {
    /// The number that the whole slice is, by JSON's grammar: an integer, an exact decimal, or the
    /// nearest double.
    static func parse(_ buffer: borrowing ByteBuffer, _ slice: Slice) -> Value? {
        guard !slice.isEmpty else { return nil }
        let isNegative = buffer[slice.start] == 0x2D
        let digits = isNegative ? slice.dropFirst(1) : slice
        guard !digits.isEmpty, isDigit(buffer[digits.start]) else { return nil }
        if buffer[digits.start] == 0x30, digits.count > 1, isDigit(buffer[digits.start + 1]) { return nil }
        if let integer = buffer.integer(slice) { return .integer(integer) }
        if let decimal = buffer.withSpan(slice, { Decimal(parsing: $0) }) { return .decimal(decimal) }
        return double(buffer, slice)
    }

    /// More digits, or a longer exponent, than a decimal holds; or no number after all.
    private static func double(_ buffer: borrowing ByteBuffer, _ slice: Slice) -> Value? {
        guard isNumber(buffer, slice) else { return nil }
        return Double(buffer.text(slice)).map { .double($0) }
    }

    /// Whether the slice, of which one digit has been seen, is a JSON number (RFC 8259 §6).
    private static func isNumber(_ buffer: borrowing ByteBuffer, _ slice: Slice) -> Bool {
        var position = slice.start + (buffer[slice.start] == 0x2D ? 1 : 0)
        position = endOfDigits(buffer, position, slice.end)
        if position < slice.end, buffer[position] == 0x2E {
            let start = position + 1
            position = endOfDigits(buffer, start, slice.end)
            if position == start { return false }
        }
        if position < slice.end, buffer[position] | 0x20 == 0x65 {
            position += 1
            if position < slice.end, buffer[position] == 0x2B || buffer[position] == 0x2D { position += 1 }
            let start = position
            position = endOfDigits(buffer, start, slice.end)
            if position == start { return false }
        }
        return position == slice.end
    }

    private static func endOfDigits(_ buffer: borrowing ByteBuffer, _ start: Int, _ end: Int) -> Int {
        var position = start
        while position < end, isDigit(buffer[position]) { position += 1 }
        return position
    }

    @inline(__always) private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
