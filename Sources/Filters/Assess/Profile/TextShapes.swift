import Bytes
import Records

/// Shapes that texts of a field have: what makes identifiers of them.
struct TextShapes {
    private(set) var count = 0
    private(set) var uuids = 0
    /// Hexadecimal digits and nothing else, 32 and 16 of them: W3C's trace and span.
    private(set) var traceIds = 0
    private(set) var spanIds = 0
    /// W3C's header: `00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01`.
    private(set) var traceParents = 0
    private(set) var totalLength = 0
    private(set) var shortest = Int.max
    private(set) var longest = 0

    mutating func observe(_ slice: Slice, _ record: borrowing Record) {
        count += 1
        totalLength += slice.count
        shortest = min(shortest, slice.count)
        longest = max(longest, slice.count)
        switch slice.count {
        case 16: if isHex(slice, record) { spanIds += 1 }
        case 32: if isHex(slice, record) { traceIds += 1 }
        case 36: if isHex(slice, record, dashes: [8, 13, 18, 23]) { uuids += 1 }
        case 55: if isHex(slice, record, dashes: [2, 35, 52]) { traceParents += 1 }
        default: break
        }
    }

    private func isHex(_ slice: Slice, _ record: borrowing Record, dashes: [Int] = []) -> Bool {
        var digits = 0
        for offset in 0..<slice.count {
            let byte = record.store[slice.start + offset]
            if dashes.contains(offset) {
                guard byte == 0x2D else { return false }
            } else {
                let isDigit = byte &- 0x30 < 10
                guard isDigit || (byte | 0x20) &- 0x61 < 6 else { return false }
                if isDigit { digits += 1 }
            }
        }
        // A word of sixteen letters from a to f is not likely, sixteen digits are a number.
        return digits > 0 && digits < slice.count
    }

    /// All texts, or nearly all, have one of these shapes.
    func are(_ number: KeyPath<TextShapes, Int>) -> Bool { count > 0 && self[keyPath: number] * 10 >= count * 9 }
}
