import Bytes
import Records

/// logfmt: `level=info msg="user signed in" took=12ms ok` (https://brandur.org/logfmt, and kr/logfmt's grammar). Keys
/// without a value are true; a value may be in apostrophes, as lograge's `error='…'` is, without escapes; unquoted numbers, `true` and `false` are typed; quoted values are always text.
final class LogfmtParser: FieldSource {
    func parse(_ line: Slice, _ record: inout Record, _ context: inout ParseContext) -> ParseOutcome {
        parse(line, &record) ? .parsed : .noMatch
    }

    /// Tables the pairs of the line; false where it is not logfmt: a key that is no name, a quote that does not end, or
    /// more bare words than pairs with a `=`, which is prose with a pair in it.
    func parse(_ line: Slice, _ record: inout Record) -> Bool {
        record.begin(line: line)
        var position = line.start
        var pairs = 0
        var bare = 0
        var apostrophes = true
        while true {
            while position < line.end, record.store[position] <= 0x20 { position += 1 }
            guard position < line.end else { return pairs > 0 && bare <= pairs }
            let keyStart = position
            var bits: UInt8 = 0
            while position < line.end, Self.isKeyByte(record.store[position]) {
                bits |= record.store[position]
                position += 1
            }
            guard position > keyStart else { return false }
            let name = Slice(from: keyStart, to: position)
            guard bits < 0x80 || record.store.buffer.isUTF8(name) else { return false }
            guard position < line.end, record.store[position] == 0x3D else {
                guard position == line.end || record.store[position] <= 0x20 else { return false }
                bare += 1
                appendTrue(name, &record)
                continue
            }
            position += 1
            pairs += 1
            guard let next = value(from: position, end: line.end, &apostrophes, name, &record) else { return false }
            position = next
        }
    }

    /// What names are made of: letters and digits of any script, and `_ . - / @ : $`.
    @inline(__always) private static func isKeyByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x3A, 0x40...0x5A, 0x61...0x7A, 0x24, 0x2D...0x2F, 0x5F, 0x80...: true
        default: false
        }
    }

    private func appendTrue(_ name: Slice, _ record: inout Record) {
        let start = record.store.buffer.count
        record.store.buffer.append("true" as StaticString)
        record.append(nameAt: name, Slice(from: start, to: record.store.buffer.count), .true)
    }

    /// Tables the value that begins at `start`; returns where the line goes on, nil where a quote does not end.
    /// - Parameter apostrophes: some may end a value; false once none was found in the rest of the line.
    private func value(
        from start: Int, end: Int, _ apostrophes: inout Bool, _ name: Slice, _ record: inout Record
    ) -> Int? {
        if start < end, record.store[start] == 0x22 { return quoted(from: start + 1, end: end, name, &record) }
        if start < end, record.store[start] == 0x27, apostrophes {
            if let close = Self.closingApostrophe(from: start + 1, to: end, record.store.buffer) {
                record.append(nameAt: name, Slice(from: start + 1, to: close), .text)
                return close + 1
            }
            apostrophes = false
        }
        var position = start
        while position < end, record.store[position] > 0x20 { position += 1 }
        let slice = Slice(from: start, to: position)
        record.append(nameAt: name, slice, Self.kind(of: slice, record.store.buffer))
        return position
    }

    /// Where the value ends that an apostrophe began. It may have others in it, within words and around them: it ends with the
    /// first that stands before the end of the line or another pair, else with the first before a blank. Nil where there is
    /// none: then the value is a word that begins with one.
    private static func closingApostrophe(from start: Int, to end: Int, _ buffer: borrowing ByteBuffer) -> Int? {
        var first: Int?
        var position = start
        var left = mostApostrophes
        while let quote = buffer.find(0x27, from: position, to: end) {
            position = quote + 1
            if position == end { return quote }
            guard buffer[position] <= 0x20 else { continue }
            if first == nil { first = quote }
            left -= 1
            if left == 0 { return first }
            var key = position
            while key < end, buffer[key] <= 0x20 { key += 1 }
            let word = key
            while key < end, isKeyByte(buffer[key]) { key += 1 }
            if word == end || key > word && key < end && buffer[key] == 0x3D { return quote }
        }
        return first
    }

    /// Apostrophes before blanks that are looked at for the end of a value, so that a line takes no longer than it is long.
    private static let mostApostrophes = 32

    /// Of what is not quoted.
    static func kind(of slice: Slice, _ buffer: borrowing ByteBuffer) -> Field.Kind {
        guard !slice.isEmpty else { return .text }
        if buffer.isShortInteger(slice) { return .integer }
        if buffer.isShortDecimal(slice) { return .number }
        switch buffer[slice.start] {
        case 0x2D, 0x30...0x39: return JSONText.numberKind(buffer, slice) ?? .text
        case 0x74: return buffer.equal(slice, "true") ? .true : .text
        case 0x66: return buffer.equal(slice, "false") ? .false : .text
        default: return .text
        }
    }

    private func quoted(from start: Int, end: Int, _ name: Slice, _ record: inout Record) -> Int? {
        guard let (text, next) = record.quotedText(from: start, to: end) else { return nil }
        record.append(nameAt: name, text, .text)
        return next
    }
}
