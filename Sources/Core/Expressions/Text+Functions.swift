import Bytes
import Records

extension Record {
    /// The text with each character replaced by its mapping, in scratch. Bytes that are not UTF-8 stay.
    mutating func mapScalars(_ value: Value, _ mapping: (Unicode.Scalar.Properties) -> String) -> Value {
        guard case .text(let slice) = value else { return .null }
        let start = store.buffer.count
        var position = slice.start
        while position < slice.end {
            let length = max(1, store.buffer.utf8Length(at: position, end: slice.end))
            if let scalar = store.buffer.scalar(at: position, length: length) {
                // The mapping of one character is at most a few bytes: a String without a heap allocation.
                store.buffer.append(mapping(scalar.properties))
            } else {
                store.buffer.appendCopy(of: Slice(start: position, count: length))
            }
            position += length
        }
        return .text(Slice(from: start, to: store.buffer.count))
    }

    /// Both texts in a row. The left one is not copied again where it was put at the end of scratch just now.
    mutating func joined(_ left: Slice, _ right: Slice) -> Slice {
        if left.end == store.buffer.count, left.start >= store.scratchStart {
            store.buffer.appendCopy(of: right)
            return Slice(from: left.start, to: store.buffer.count)
        }
        let start = store.buffer.count
        store.buffer.appendCopy(of: left)
        store.buffer.appendCopy(of: right)
        return Slice(from: start, to: store.buffer.count)
    }
}

extension ByteBuffer {
    /// The scalar of a sequence whose well-formedness `utf8Length` has confirmed; nil for a stray byte.
    func scalar(at position: Int, length: Int) -> Unicode.Scalar? {
        let first = UInt32(self[position])
        if length == 1 { return first < 0x80 ? Unicode.Scalar(first) : nil }
        var value = first & (0x7F >> UInt32(length))
        for offset in 1..<length { value = value << 6 | UInt32(self[position + offset] & 0x3F) }
        return Unicode.Scalar(value)
    }

    /// Code points, counted by the bytes that begin one.
    func scalarCount(_ slice: Slice) -> Int {
        var count = 0
        for position in slice.start..<slice.end where self[position] & 0xC0 != 0x80 { count += 1 }
        return count
    }

    func contains(_ text: Slice, _ part: Slice) -> Bool {
        part.isEmpty || place(of: part, in: text, from: text.start) != nil
    }

    /// Where the part, which is not empty, stands first in the text at or behind a position.
    func place(of part: Slice, in text: Slice, from start: Int) -> Int? {
        guard part.count <= text.end - start else { return nil }
        let first = self[part.start]
        var position = start
        let last = text.end - part.count
        while let found = find(first, from: position, to: last + 1) {
            if equal(Slice(start: found, count: part.count), part) { return found }
            position = found + 1
        }
        return nil
    }

    func trimmed(_ slice: Slice) -> Slice {
        var start = slice.start
        var end = slice.end
        while start < end, Self.isSpace(self[start]) { start += 1 }
        while end > start, Self.isSpace(self[end - 1]) { end -= 1 }
        return Slice(from: start, to: end)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }

    /// The characters `from ..< from + count`, of which only 1 and above exist (POSIX awk's `substr`).
    func scalars(_ slice: Slice, from: Int64, count: Int64) -> Slice {
        let (sum, overflow) = from.addingReportingOverflow(max(count, 0))
        let end = overflow ? Int64.max : sum
        var number: Int64 = 0
        var start = slice.end
        for position in slice.start..<slice.end where self[position] & 0xC0 != 0x80 {
            number += 1
            if number >= end { return Slice(from: min(start, position), to: position) }
            if number == max(from, 1) { start = position }
        }
        return Slice(from: start, to: slice.end)
    }
}
